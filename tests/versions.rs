//! Data of older and of newer pages: the older are shown and compared, and it is said what can be added; the newer are refused in a sentence.

use iss_followup::compare::{DifferenceFilter, Edition, Happening};
use iss_followup::record::{self, DatasetParts};
use iss_followup::sheet::Kind;
use iss_followup::view::{Compared, FileState, FileView, ReadFile, Shows};
use serde_json::Value;

use crate::shipped;

/// What becomes of a dataset in JSON.
fn of_json(value: &Value) -> ReadFile {
    ReadFile::of_json("theirs.json".to_owned(), value.to_string().into_bytes())
}

fn view_of(state: FileState) -> FileView {
    match state {
        FileState::Read(file) => *file,
        other => panic!("{other:?}"),
    }
}

/// What becomes of the shipped data in another version of the format, in a file of their own and in a page.
fn in_version(version: u32, change: impl Fn(&mut Value)) -> FileState {
    let mut value = shipped::json().clone();
    value["schema_version"] = version.into();
    value["$schema"] = format!("urn:iss-followup:dataset:{version}").into();
    change(&mut value);
    let parts = DatasetParts::new(&value.to_string(), shipped::dataset());
    let page = record::page(&parts.parts(), None);
    let file = record::dataset_in_page(page.as_bytes()).expect("a dataset");
    let of_page = ReadFile::of_json("theirs.json".to_owned(), file).state;
    assert_eq!(of_page, of_json(&value).state);
    of_page
}

fn found_in_version(version: u32, change: impl Fn(&mut Value)) -> FileView {
    view_of(in_version(version, change))
}

#[test]
fn data_of_an_older_page_are_shown_and_what_this_one_adds_is_said() {
    let older = found_in_version(1, |value| value["words"] = Value::Array(Vec::new()));
    assert_eq!((older.faults, older.shows), (0, Shows::All));
    assert!(older.notes[0].contains("an older page"), "{:?}", older.notes);
    assert_eq!(found_in_version(2, |_| {}).notes, [""; 0]);
}

/// Two measures as a page of version 1 saved them, of which one document has the identifiers that were made by rule then; and such a page.
const DATASET_1: &str = include_str!("older/dataset-1.json");
const PAGE_1: &[u8] = include_bytes!("older/page-1.html");

#[test]
fn a_dataset_and_a_page_of_the_first_version_open_compare_and_are_saved_anew() {
    assert!(DATASET_1.contains("\"celex\": \"32017R2226\"") && DATASET_1.contains("\"eli\": "));
    let in_page = record::dataset_in_page(PAGE_1).expect("a dataset");
    assert!(in_page == DATASET_1.as_bytes(), "the page holds that dataset");
    let read = ReadFile::of_json("first.html".to_owned(), in_page);
    let (file, dataset) = read.shows.as_ref().expect("a dataset");
    assert!(file == DATASET_1 && dataset.version == 1, "as it is");
    let parts = DatasetParts::new(file, dataset);
    let page = record::page(&parts.parts(), None);
    assert_eq!(
        record::dataset_in_page(page.as_bytes()).as_deref(),
        Some(DATASET_1.as_bytes())
    );
    let other = Edition::in_file(file).expect("JSON");
    let shown = Edition::in_file(&shipped::json().to_string()).expect("JSON");
    let compared = Compared::of("first.html".to_owned(), shown, other).finish();
    let (measures, ids) = (compared.listed(&DifferenceFilter::default()), ["4", "12G"]);
    let same = |id: &&str| {
        let subjects = measures.iter().map(|place| &compared.comparison.subjects[*place]);
        let mut whole = subjects.filter(|subject| subject.kind == Kind::Measures && subject.id == **id);
        whole.all(|subject| {
            !subject.happenings.contains(&Happening::Added) && !subject.happenings.contains(&Happening::Removed)
        })
    };
    assert!(ids.iter().all(same), "both editions have them");
    let view = view_of(read.state);
    assert_eq!((view.faults, view.shows), (0, Shows::All));
    assert!(
        view.notes[0].contains("an older page") && view.notes[0].contains("identifiers"),
        "{:?}",
        view.notes
    );
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
        why.starts_with("theirs.json cannot be opened. This page is too old for these data"),
        "{why}"
    );
}
