//! Data that readers open: what is said of a file before anything changes, and what is shown of one with faults.

use iss_followup::dataset::{self, Dataset};
use iss_followup::domain::keyed::Keyed;
use iss_followup::record::{self, DatasetParts, Parts};
use iss_followup::render::html;
use iss_followup::sheet::{self, Found, Kind};
use iss_followup::view::{FileState, FileView, Shows, faults_as_csv};
use proptest::prelude::*;
use serde_json::Value;

use crate::cases::cases;
use crate::shipped;

/// The shipped data in tables, with other texts in some cells.
fn found_with(changes: &[(Kind, usize, usize, &str)]) -> Found {
    let mut workbook = sheet::tables(shipped::json());
    for (kind, row, column, text) in changes {
        let sheet = workbook
            .sheets
            .iter_mut()
            .find(|sheet| sheet.kind == *kind)
            .expect("a sheet");
        (*text).clone_into(&mut sheet.rows[*row].cells[*column]);
    }
    let file = sheet::write(sheet::Form::Workbook, workbook).expect("short texts");
    sheet::read("data.xlsx", file).expect("a workbook")
}

fn place(kind: Kind, head: &str) -> usize {
    kind.heads().iter().position(|own| *own == head).expect("a column")
}

fn view(found: &Found) -> FileView {
    let checked = found.check();
    let rescued = match checked.dataset {
        Some(_) => None,
        None => found.clone().rescued(&found.check().causes),
    };
    FileView::of_tables("ours.xlsx".to_owned(), found, &checked, rescued.as_ref())
}

#[test]
fn a_file_without_faults_says_what_it_holds_and_can_be_shown() {
    let view = view(&found_with(&[]));
    assert_eq!((view.faults, view.shows), (0, Shows::All));
    assert_eq!(view.sheets.len(), Kind::ALL.len());
    let (tally, first) = view.contents.expect("contents");
    let measures = shipped::json()["measures"].as_array().expect("a list");
    assert!(tally.starts_with(&format!("{} measures", measures.len())), "{tally}");
    assert_eq!(first.len(), 3);
    let title = measures[0]["title"].as_str().expect("a title");
    assert!(first[0].ends_with(title), "{}", first[0]);
}

#[test]
fn faults_of_one_cause_are_told_once_with_their_cells_and_rows() {
    let date = place(Kind::Facts, "Date");
    let text = place(Kind::Facts, "Text");
    let found = found_with(&[
        (Kind::Facts, 3, date, "03/04/2019"),
        (Kind::Facts, 5, date, "soon"),
        (Kind::Facts, 7, date, "later"),
    ]);
    let view = view(&found);
    assert_eq!(view.faults, 3);
    let [either, unread] = &view.causes[..] else {
        panic!("{:?}", view.causes)
    };
    assert!(
        either.heading.starts_with("Facts, Date: could be either"),
        "{}",
        either.heading
    );
    assert_eq!(either.cells[0].cell, "D5");
    assert_eq!(either.cells[0].value, "03/04/2019");
    assert!(either.cells[0].help.contains("2019-04-03"), "{}", either.cells[0].help);
    let row = &found
        .workbook
        .sheets
        .iter()
        .find(|sheet| sheet.kind == Kind::Facts)
        .expect("facts")
        .rows[3];
    let (head, shown) = either.cells[0]
        .row
        .iter()
        .find(|(head, _)| *head == "Text")
        .expect("a text");
    assert!(
        shown.starts_with(&row.cells[text].chars().take(40).collect::<String>()),
        "{head}: {shown}"
    );
    let cells: Vec<&str> = unread.cells.iter().map(|cell| &*cell.cell).collect();
    assert_eq!(cells, ["D7", "D9"]);
    // The saved list has a row for each, as another reader reads it.
    let csv = faults_as_csv(&found.check().causes);
    let mut reader = simd_csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.byte_records().map(|row| row.expect("a row"));
    let told: Vec<Vec<u8>> = rows.map(|row| row.iter().nth(1).expect("a cell").to_vec()).collect();
    assert_eq!(told, [b"D5", b"D7", b"D9"]);
}

#[test]
fn a_file_with_faults_is_shown_without_the_rows_that_have_them() {
    let found = found_with(&[(Kind::Facts, 3, place(Kind::Facts, "Date"), "soon")]);
    let view = view(&found);
    assert_eq!(view.shows, Shows::AllBut(1));
    let rescued = found.clone().rescued(&found.check().causes).expect("a dataset");
    let gone = &found
        .workbook
        .sheets
        .iter()
        .find(|sheet| sheet.kind == Kind::Facts)
        .expect("facts")
        .rows[3]
        .cells[0];
    let kept = rescued.checked.dataset.expect("a dataset");
    let ids = |dataset: &Dataset| {
        dataset
            .records()
            .map(|(_, record)| record.id().to_string())
            .collect::<Vec<_>>()
    };
    let all = ids(shipped::dataset());
    let left: Vec<String> = all.iter().filter(|id| *id != gone).cloned().collect();
    assert_eq!(ids(&kept), left);
}

#[test]
fn what_is_wrong_in_no_row_leaves_nothing_to_show() {
    let mut workbook = sheet::tables(shipped::json());
    workbook.sheets.retain(|sheet| sheet.kind != Kind::Edition);
    let file = sheet::write(sheet::Form::Workbook, workbook).expect("short texts");
    let view = view(&sheet::read("data.xlsx", file).expect("a workbook"));
    assert_eq!(view.shows, Shows::Nothing);
    assert!(0 < view.faults);
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn whatever_stands_in_a_cell_is_told_or_shown(
        kind in proptest::sample::select(Kind::ALL), row in any::<proptest::sample::Index>(),
        column in any::<proptest::sample::Index>(), text in "[ -~]{0,12}|<b>&'\"|=1\\+1|2019-13-40"
    ) {
        let rows = sheet::tables(shipped::json()).sheets.iter().find(|sheet| sheet.kind == kind).map_or(0, |sheet| sheet.rows.len());
        prop_assume!(0 < rows);
        let found = found_with(&[(kind, row.index(rows), column.index(kind.heads().len()), &text)]);
        let view = view(&found);
        prop_assert_eq!(view.faults == 0, view.shows == Shows::All);
        prop_assert_eq!(view.shows == Shows::Nothing, view.contents.is_none());
        let html = html::own_data(&FileState::Read(Box::new(view)), "", None).into_string();
        prop_assert!(!html.contains("<b>&'"));
    }
}

/// A page of other data has them in it, as the build puts them there and as the page itself does.
#[test]
fn a_page_is_made_of_any_data_and_gives_them_back() {
    let mut value: Value = shipped::json().clone();
    value["edition"]["title"] = "Another follow-up".into();
    let file = value.to_string();
    let dataset = dataset::parse(file.as_bytes()).expect("a dataset");
    let of_dataset = DatasetParts::new(&file, &dataset);
    let parts = Parts {
        name: &of_dataset.name,
        description: &of_dataset.description,
        policy: "",
        head: "",
        style: "",
        first_screen: &of_dataset.first_screen,
        record: &of_dataset.record,
        dataset: &of_dataset.packed,
        checksum: &of_dataset.checksum,
        chunks: &of_dataset.chunks,
        program: "",
        glue: "",
        boot: "",
    };
    let page = record::page(&parts, None);
    assert!(page.contains("Another follow-up"));
    let given_back = record::dataset_in_page(page.as_bytes()).expect("a dataset");
    assert_eq!(String::from_utf8(given_back).expect("text"), file);
    assert_eq!(DatasetParts::new(&file, &dataset), of_dataset);
}

/// What becomes of the shipped data in another version of the format, in a file of their own and in a page.
fn in_version(version: u32, change: impl Fn(&mut Value)) -> FileState {
    let mut value = shipped::json().clone();
    value["schema_version"] = version.into();
    value["$schema"] = format!("urn:iss-followup:dataset:{version}").into();
    change(&mut value);
    let file = value.to_string();
    let page = format!("<!doctype html><script type=\"text/plain\" id=\"dataset\">{file}</script>");
    let state = |file: &[u8]| FileState::of_dataset("theirs".to_owned(), dataset::parse(file).as_ref());
    let of_page = state(&record::dataset_in_page(page.as_bytes()).expect("a dataset"));
    assert_eq!(of_page, state(file.as_bytes()));
    of_page
}

fn found_in_version(version: u32, change: impl Fn(&mut Value)) -> FileView {
    match in_version(version, change) {
        FileState::Read(file) => *file,
        other => panic!("{other:?}"),
    }
}

#[test]
fn data_of_an_older_page_are_shown_and_what_this_one_adds_is_said() {
    let older = found_in_version(1, |value| value["words"] = Value::Array(Vec::new()));
    assert_eq!((older.faults, older.shows), (0, Shows::All));
    assert!(older.notes[0].contains("an older page"), "{:?}", older.notes);
    assert_eq!(found_in_version(2, |_| {}).notes, [""; 0]);
}

#[test]
fn data_of_a_newer_page_are_refused_in_one_sentence() {
    let newer = in_version(3, |value| {
        value["edition"]["language"] = "fr".into();
        value["measures"][0]["status"] = "unheard of".into();
    });
    let FileState::Ended(why) = newer else {
        panic!("{newer:?}")
    };
    assert!(
        why.starts_with("theirs cannot be opened. This page is too old for these data"),
        "{why}"
    );
}
