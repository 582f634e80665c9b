//! The data as a spreadsheet: whatever a dataset says stands in a cell, and comes back from it.

use std::sync::OnceLock;

use iss_followup::dataset::SCHEMA_ID;
use iss_followup::domain::keyed::Keyed;
use iss_followup::sheet::{self, Assembly, Homeless, Kind, TablesReading, Workbook};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cases::cases;
use crate::exported::{any_hostile, hostile, parsed};
use crate::shipped;

/// The schema, read anew.
fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/dataset.schema.json");
        let text = std::fs::read_to_string(path).expect("the schema");
        serde_json::from_str(&text).expect("JSON")
    })
}

/// The same dataset without what is not needed and says nothing.
fn said(dataset: &Value) -> Value {
    let mut dataset = dataset.clone();
    leave_out(&mut dataset, schema());
    dataset["$schema"] = SCHEMA_ID.into();
    dataset
}

fn leave_out(value: &mut Value, schema: &Value) {
    let schema = match schema["$ref"].as_str().or_else(|| schema["anyOf"][0]["$ref"].as_str()) {
        Some(reference) => self::schema().pointer(&reference[1..]).expect("a definition"),
        None => schema,
    };
    match value {
        Value::Object(fields) => {
            let needed = |name: &str| {
                let names = schema["required"].as_array().into_iter().flatten();
                names.into_iter().any(|needed| needed == name)
            };
            fields.retain(|name, field| needed(name) || ![json!(null), json!([]), json!(false)].contains(field));
            for (name, field) in fields {
                leave_out(field, &schema["properties"][name]);
            }
            // A record of which nothing is left is none.
        }
        Value::Array(items) => items.iter_mut().for_each(|item| leave_out(item, &schema["items"])),
        _ => {}
    }
}

/// What the workbook says is what the dataset says, and it is the same dataset to the page.
#[track_caller]
fn comes_back(dataset: &Value) {
    let workbook = sheet::tables(dataset);
    let back = sheet::dataset(&workbook);
    let mut in_steps = Assembly::new(&workbook);
    while in_steps.step(7) {}
    assert!(in_steps.finish() == back, "the same in steps");
    assert_eq!(back.left_out, []);
    let expected = said(dataset);
    for (name, list) in expected.as_object().expect("a record") {
        assert_eq!(&back.value[name], list, "{name}");
    }
    assert_eq!(back.value, expected);
    assert_eq!(parsed(&back.value.to_string()), parsed(&dataset.to_string()));
}

#[test]
fn the_sheets_are_the_same_in_whatever_parts_a_file_is_read() {
    // Which record of two that belong to others comes first may differ; within one of those it does not.
    let rows = |sheet: &sheet::Sheet| {
        let mut rows: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.cells.clone()).collect();
        rows.sort();
        rows
    };
    let file = shipped::json().to_string();
    for bytes in [1, 10_000, usize::MAX] {
        let mut reading = TablesReading::new(&file, bytes);
        let mut steps = 0;
        while reading.step() {
            steps += 1;
            let (done, of) = reading.progress();
            assert!(done == steps && done < of, "{done} of {of}");
        }
        let workbook = reading.finish().expect("JSON");
        for (sheet, whole) in workbook.sheets.iter().zip(&sheet::tables(shipped::json()).sheets) {
            assert!(rows(sheet) == rows(whole), "{:?}", whole.kind);
        }
    }
    for no_json in ["{", "{\"measures\":[1,{\"id\":\"1\"}]"] {
        let mut reading = TablesReading::new(no_json, 1);
        while reading.step() {}
        assert!(reading.finish().is_none());
    }
}

#[test]
fn the_shipped_data_come_back_whole() {
    comes_back(shipped::json());
}

#[test]
fn a_sheet_has_a_row_for_each_record_and_its_id_first() {
    let workbook = sheet::tables(shipped::json());
    let rows = |kind: Kind| {
        workbook
            .sheets
            .iter()
            .find(|sheet| sheet.kind == kind)
            .expect("a sheet")
    };
    let count = |list: &str| shipped::json()[list].as_array().map_or(0, Vec::len);
    for (kind, list) in [
        (Kind::Sources, "sources"),
        (Kind::Measures, "measures"),
        (Kind::Bodies, "bodies"),
        (Kind::Documents, "documents"),
        (Kind::Glossary, "glossary"),
    ] {
        let sheet = rows(kind);
        assert_eq!(sheet.rows.len(), count(list), "{list}");
        let key = if list == "glossary" { "term" } else { "id" };
        for (row, record) in sheet.rows.iter().zip(shipped::json()[list].as_array().expect("a list")) {
            assert_eq!(record[key], row.cells[0].as_str());
        }
    }
    assert_eq!(rows(Kind::Outcomes).rows.len(), rows(Kind::Commitments).rows.len());
    for kind in Kind::ALL {
        assert_eq!(rows(*kind).name, kind.name());
        assert!(kind.name().len() <= 31, "Excel has no longer names");
    }
}

/// Every fault of a dataset is at the cell that has its value.
#[test]
fn a_path_leads_to_its_cell() {
    let workbook = sheet::tables(shipped::json());
    let back = sheet::dataset(&workbook);
    let at = |path: &str| {
        let place = back.origins.cell(path, &workbook)?;
        let sheet = &workbook.sheets[place.sheet];
        let head = place.column.map_or("", |column| sheet.kind.heads()[column]);
        let row = &sheet.rows[place.row];
        Some((sheet.name.as_str(), row.cells[0].clone(), head))
    };
    let measures = shipped::json()["measures"].as_array().expect("a list");
    let place = measures
        .iter()
        .position(|measure| measure["id"] == "31")
        .expect("a measure");
    let commitment = measures[place]["follow_up"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    for (path, sheet, id, head) in [
        ("title", "Measures", "31", "Title"),
        ("working_parties[0]", "Measures", "31", "Working parties"),
        ("presidencies[1].role", "Measures", "31", "Periods"),
        ("locator.page", "Measures", "31", "Page"),
        ("locator", "Measures", "31", "Section"),
        ("documents[0].role", "Cited documents", "31", "Role"),
        ("follow_up[0].due", "Commitments", &commitment, "Due"),
        ("follow_up[0].outcome.evidence[3]", "Outcomes", &commitment, "Evidence"),
        ("follow_up[0].outcome", "Outcomes", &commitment, ""),
        ("since[0].evidence[0].url", "Web pages", "31-s1", "Address"),
        ("since[0].new_due.due", "Later facts", "31-s1", "New due date"),
        ("unheard", "Measures", "31", ""),
    ] {
        assert_eq!(
            at(&format!("measures[{place}].{path}")),
            Some((sheet, id.to_owned(), head)),
            "{path}"
        );
    }
    let edition = shipped::json()["edition"]["id"].as_str().expect("an id").to_owned();
    assert_eq!(at("edition.title"), Some(("Edition", edition.clone(), "Title")));
    assert_eq!(
        at("afterwards.checked"),
        Some(("Edition", edition, "Later facts checked"))
    );
    assert_eq!(
        at("presidencies[0].from").map(|(sheet, _, head)| (sheet, head)),
        Some(("Periods", "From"))
    );
    assert_eq!(at("schema_version"), None);
    assert_eq!(at("measures"), None);
}

/// The workbook with one cell changed.
fn with(kind: Kind, row: usize, column: usize, text: &str) -> Workbook {
    let mut workbook = sheet::tables(shipped::json());
    let sheet = workbook
        .sheets
        .iter_mut()
        .find(|sheet| sheet.kind == kind)
        .expect("a sheet");
    text.clone_into(&mut sheet.rows[row].cells[column]);
    workbook
}

#[test]
fn a_row_without_a_place_is_left_out_and_said_so() {
    let check = |workbook: Workbook, why, column| {
        let left_out = sheet::dataset(&workbook).left_out;
        assert_eq!(left_out[0].why, why);
        assert_eq!(left_out[0].place.column, column);
    };
    check(with(Kind::Facts, 0, 1, ""), Homeless::Unsaid, Some(1));
    check(with(Kind::Facts, 0, 1, "nowhere"), Homeless::Unknown, Some(1));
    check(with(Kind::Facts, 0, 2, "terrorism"), Homeless::Several, Some(1));
    let second = sheet::tables(shipped::json()).sheets[Kind::Commitments as usize].rows[1].cells[0].clone();
    check(with(Kind::Outcomes, 0, 0, &second), Homeless::Taken, Some(0));
}

#[test]
fn an_empty_template_is_a_dataset_without_records() {
    let empty = sheet::dataset(&sheet::template());
    assert_eq!(sheet::tables(&empty.value).sheets[1..], sheet::template().sheets[1..]);
    assert_eq!(empty.value["measures"], json!([]));
    assert_eq!(empty.value.get("reports"), None);
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn every_generated_dataset_comes_back(measures in 0_usize..40, seed in 1_u64..1000) {
        let file = bench::generate::dataset(measures, seed).expect("a dataset");
        comes_back(&serde_json::from_str(&file).expect("JSON"));
    }

    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        comes_back(&serde_json::from_str(&hostile(&texts)).expect("JSON"));
    }
}
