//! Data that readers open: what is said of a file before anything changes, and what is shown of one with faults.

use iss_followup::dataset::{self, Dataset};
use iss_followup::domain::keyed::Keyed;
use iss_followup::record::{self, DatasetParts};
use iss_followup::render::html;
use iss_followup::sheet::{self, Found, Kind, Limits, Unreadable};
use iss_followup::view::{FileState, FileView, OwnShown, ReadFile, Shows, faults_as_csv, is_unsaved};
use iss_followup::words::own_data as words;
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
    view_of(ReadFile::of_tables("ours.xlsx".to_owned(), found, found.check()))
}

fn view_of(read: ReadFile) -> FileView {
    match read.state {
        FileState::Read(file) => *file,
        other => panic!("{other:?}"),
    }
}

/// What becomes of a dataset in JSON.
fn of_json(value: &Value) -> ReadFile {
    ReadFile::of_json("theirs.json".to_owned(), value.to_string().into_bytes())
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
    let page = record::page(&of_dataset.parts(), None);
    assert!(page.contains("Another follow-up"));
    let given_back = record::dataset_in_page(page.as_bytes()).expect("a dataset");
    assert_eq!(String::from_utf8(given_back).expect("text"), file);
    assert_eq!(DatasetParts::new(&file, &dataset), of_dataset);
}

/// Of everything that can be told of a file that is not read, each sentence ends once.
#[test]
fn why_a_file_is_refused_is_said_in_whole_sentences() {
    let limits = Limits::default();
    let whys = [
        Unreadable::File(limits.file).to_string(),
        Unreadable::Cells(limits.cells).to_string(),
        Unreadable::Merged(12_345).to_string(),
        Unreadable::Damaged.to_string(),
        words::NOT_GIVEN.to_owned(),
        words::NO_DATASET.to_owned(),
        words::NO_TEXT.to_owned(),
    ];
    for why in &whys {
        let FileState::Ended(said) = ReadFile::refused("theirs.xlsx", why).state else {
            panic!("{why}")
        };
        assert!(
            !said.contains("..") && said.contains(". Nothing has changed."),
            "{said}"
        );
    }
    assert!(whys[1].contains("more than 1,000,000 cells"), "{}", whys[1]);
}

#[test]
fn faults_of_a_dataset_are_told_at_their_records_by_causes() {
    let mut value = shipped::json().clone();
    let measure = value["measures"][3]["id"].as_str().expect("an id").to_owned();
    let fact = value["measures"][3]["state_of_play"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    value["measures"][3]["title"] = 7.into();
    value["measures"][3]["state_of_play"][0]["date"] = "soon".into();
    value["measures"][4]["state_of_play"][0]["date"] = "later".into();
    let read = of_json(&value);
    let csv = faults_as_csv(&read.causes);
    let view = view_of(read);
    let headings: Vec<&str> = view.causes.iter().map(|cause| cause.heading.as_str()).collect();
    assert_eq!(view.faults, 3);
    assert_eq!(
        headings,
        ["Measures, Title: is not a text in quotes", "Facts, Date: is not a date"]
    );
    assert_eq!(view.causes[0].cells[0].cell, format!("{measure} (measures[3].title)"));
    assert_eq!(view.causes[0].cells[0].value, "7");
    let dates = &view.causes[1].cells;
    assert_eq!(dates.len(), 2);
    assert_eq!(dates[0].cell, format!("{fact} (measures[3].state_of_play[0].date)"));
    let head = dates[0].row.iter().find(|(head, _)| *head == "Date");
    assert_eq!(head.expect("the date").1, "soon");
    assert_eq!(csv.lines().count(), 1 + view.faults);
}

#[test]
fn a_dataset_with_faults_is_shown_without_the_records_that_have_them() {
    let count = |measure: &Value| measure["state_of_play"].as_array().map_or(0, Vec::len);
    let measures = shipped::json()["measures"].as_array().expect("a list");
    let at = measures
        .iter()
        .position(|measure| 2 < count(measure))
        .expect("a measure");
    let mut value = shipped::json().clone();
    value["measures"][at]["state_of_play"][1]["date"] = "soon".into();
    value["measures"][at]["state_of_play"][2]["kind"] = "unheard of".into();
    value["measures"][at + 1]["colour"] = "red".into();
    let gone = [1, 2].map(|place| shipped::json()["measures"][at]["state_of_play"][place]["id"].clone());
    let mut read = of_json(&value);
    let (file, kept) = read.shows.take().expect("a dataset");
    assert_eq!(dataset::parse(file.as_bytes()), Ok(kept));
    let written: Value = serde_json::from_str(&file).expect("JSON");
    let facts = written["measures"][at]["state_of_play"].as_array().expect("facts");
    assert!(facts.iter().all(|fact| !gone.contains(&fact["id"])));
    assert_eq!(facts.len() + 2, count(&measures[at]));
    assert_eq!(
        written["measures"][at + 1],
        shipped::json()["measures"][at + 1],
        "only the field goes"
    );
    let Shows::AllBut(left_out) = view_of(read).shows else {
        panic!("{file}")
    };
    // What belongs to them goes too.
    assert!(2 <= left_out, "{left_out}");
}

#[test]
fn what_is_no_json_or_wrong_in_no_record_leaves_nothing_to_show() {
    let no_json = ReadFile::of_json("theirs.json".to_owned(), b"{\n]".to_vec());
    assert!(no_json.shows.is_none());
    let view = view_of(no_json);
    assert_eq!((view.faults, view.shows), (1, Shows::Nothing));
    assert!(view.causes[0].cells[0].cell.starts_with("line 2, column 1"), "{view:?}");
    let mut value = shipped::json().clone();
    value["edition"]["status_date"] = "soon".into();
    assert_eq!(view_of(of_json(&value)).shows, Shows::Nothing);
    let empty = view_of(of_json(&Value::Object(serde_json::Map::new())));
    assert_eq!(empty.shows, Shows::Nothing);
    assert!(0 < empty.faults);
}

proptest! {
    #![proptest_config(cases(6))]

    /// Whatever stands in a field of a dataset, it is told or shown; what is shown lacks just what is counted.
    #[test]
    fn whatever_stands_in_a_field_is_told_or_shown(
        measure in any::<proptest::sample::Index>(), field in "title|id|status|source|state_of_play|follow_up|since|documents|locator|unheard",
        other in "null|7|\"\"|\"soon\"|\\[\\]|\\[null\\]|\\{\\}|\\[\\{\\}\\]"
    ) {
        let mut value = shipped::json().clone();
        let measures = value["measures"].as_array().map_or(0, Vec::len);
        value["measures"][measure.index(measures)][&field] = serde_json::from_str(&other).expect("JSON");
        let read = of_json(&value);
        let shows = read.shows.is_some();
        let view = view_of(read);
        prop_assert_eq!(view.faults == 0, view.shows == Shows::All);
        prop_assert_eq!(shows, view.shows != Shows::Nothing);
        prop_assert_eq!(shows, view.contents.is_some());
    }
}

#[test]
fn what_is_wrong_stands_before_what_was_recognized() {
    let found = found_with(&[(Kind::Facts, 0, place(Kind::Facts, "Date"), "03/04/2019")]);
    let html = html::own_data(&FileState::Read(Box::new(view(&found))), "", None).into_string();
    let sheets = format!("{} sheets were recognised, with ", Kind::ALL.len());
    let places = [
        "One fault",
        "data-cause",
        &sheets,
        "is read as Measures",
        "data-own-tally",
    ]
    .map(|part| html.find(part));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn what_is_shown_is_guarded_until_it_is_saved_as_a_page() {
    assert!(is_unsaved(Some("ours.xlsx"), false));
    assert!(!is_unsaved(Some("ours.xlsx"), true));
    assert!(!is_unsaved(None, false), "the page's own data are in its file");
    let state = FileState::Read(Box::new(view(&found_with(&[]))));
    let shown = |is_asked, saves_to: Option<&str>| OwnShown {
        file: "ours <b>.xlsx".to_owned(),
        saves_to: saves_to.map(str::to_owned),
        is_asked,
    };
    let page = |shown: OwnShown| html::own_data(&state, "", Some(&shown)).into_string();
    let asked = page(shown(true, None));
    assert!(asked.contains("data-show-unsaved") && asked.contains("ours &lt;b&gt;.xlsx, which are shown now"));
    assert!(!page(shown(false, None)).contains("data-show-unsaved"));
    let again = page(shown(false, Some("ours.html")));
    assert!(again.contains("Save to ours.html") && again.contains("data-save-page-as"));
}
