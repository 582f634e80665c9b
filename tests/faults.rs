//! The page for a dataset that cannot be used.

use iss_followup::dataset::{self, DatasetError};
use iss_followup::render::html;
use iss_followup::view::FaultsView;
use serde_json::json;

use crate::shipped;
use crate::view::check_harmless;

fn faults(json: &str) -> FaultsView {
    let error: DatasetError = dataset::parse(json.as_bytes()).expect_err("a fault");
    FaultsView::of(&error)
}

#[test]
fn every_fault_is_a_line_of_its_own_that_begins_with_its_path() {
    let mut json = shipped::json().clone();
    json["measures"][2]["priority"] = json!("<b>none</b>");
    json["measures"][30]["status"] = json!("done");
    let view = faults(&json.to_string());
    let FaultsView::Faults(lines) = &view else {
        panic!("{view:?}")
    };
    let paths = ["measures[2].priority: ", "measures[30].status: "];
    assert_eq!(lines.len(), paths.len());
    for (line, path) in lines.iter().zip(paths) {
        assert!(line.starts_with(path), "{line}");
    }
    let page = html::faults(&view).0;
    assert_eq!(page.matches("data-fault").count(), 2);
    check_harmless(&page);
}

#[test]
fn what_is_no_json_is_said_in_one_sentence() {
    let view = faults("{\n]");
    let FaultsView::Unreadable(why) = &view else {
        panic!("{view:?}")
    };
    assert!(
        why.contains("cannot be read as JSON") && why.contains("line 2, column 1"),
        "{why}"
    );
    check_harmless(&html::faults(&view).0);
}
