//! What readers found wrong in the shipped data stays corrected, and so does its kind where a rule can hold it.

use crate::asked::index;
use crate::editing::{homes, records};
use crate::shipped;
use crate::walk::{list, text};
use iss_followup::domain::id::LineId;
use iss_followup::route::Route;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_text_can_be_read_without_the_one_before_it() {
    for (id, record) in records() {
        let text = text(record, "text");
        let beginnings = [
            "They ",
            "This ",
            "These ",
            "Those ",
            "Such ",
            "Both ",
            "Other ",
            "Another ",
            "The other",
            "The latter",
            "The former",
            "The same ",
            "The two lists",
            "The second model",
            "Even so",
            "Also ",
            "Likewise",
            "Furthermore",
            "In addition",
            "In parallel",
            "Against this",
            "By this",
        ];
        let anywhere = [
            " likewise ",
            " in its turn ",
            " in turn ",
            " such initiatives",
            " that proposal ",
            " those discussions",
        ];
        let leaning = beginnings.iter().find(|words| text.starts_with(**words));
        let leaning = leaning.or_else(|| anywhere.iter().find(|words| text.contains(**words)));
        assert_eq!(leaning, None, "{id}: {text}");
    }
}

#[test]
fn a_body_is_one_record_and_stands_there_because_a_record_names_it() {
    let bodies = || list(shipped::json(), "bodies");
    let mut users: Vec<&Value> = list(shipped::json(), "sources").chain(homes()).collect();
    users.extend(records().values());
    let fields = ["issuer", "bodies", "working_parties", "owners"];
    let used = users
        .iter()
        .flat_map(|user| fields.iter().flat_map(|field| list(user, field)));
    let used: BTreeSet<String> = used.filter_map(Value::as_str).map(str::to_owned).collect();
    let there: BTreeSet<String> = bodies().map(|body| text(body, "id")).collect();
    assert_eq!(there, used);

    let mut bearers = BTreeMap::new();
    for body in bodies() {
        let aliases = list(body, "aliases").filter_map(Value::as_str).map(str::to_lowercase);
        for spelling in aliases.chain([text(body, "short"), text(body, "name")]) {
            let first = bearers
                .entry(spelling.to_lowercase())
                .or_insert_with(|| text(body, "id"));
            assert_eq!(*first, text(body, "id"), "both are called {spelling}");
        }
    }
}

#[test]
fn a_commitment_names_whoever_owns_it_once() {
    for (id, record) in records() {
        let twice = list(record, "bodies").find(|body| list(record, "owners").any(|owner| owner == *body));
        assert_eq!(twice, None, "{id}");
    }
}

#[test]
fn a_link_to_a_body_that_became_one_with_another_leads_there() {
    let (route, issues) = Route::open("/body/ixim", index());
    assert_eq!((route.to_fragment().as_str(), issues.len()), ("/body/dapix-ixim", 0));
}

#[test]
fn a_number_that_shows_a_revision_is_found_with_rev_spelt_out() {
    for document in list(shipped::json(), "documents") {
        let number = text(document, "number");
        if let [_, revision, _] = number.split('/').collect::<Vec<_>>()[..]
            && document["kind"] == "council"
            && !number.contains("REV")
        {
            let spelt = format!("{number} REV {revision}");
            assert!(list(document, "aliases").any(|alias| *alias == spelt), "{spelt}");
        }
    }
}

/// Which field of which record says what. The rules above hold the kinds; these are the cases that readers found.
#[test]
fn what_readers_found_is_corrected() {
    let records = records();
    let date = |id: &str, field: &str, expected: &str| assert_eq!(records[id][field], expected, "{id}");
    date("52-e4", "date", "2019-11-26");
    date("9-e2", "date", "2019-02-26");
    date("13bis-e1", "date", "2019-12-17");
    date("8-e4", "date", "2019-04-16");
    date("41-e5", "date", "2019-11-11");
    date("15-c5", "due", "2019-11");
    date("19-e2", "date", "2018-10");
    date("interpol-6-e1", "date", "2019-07-31");
    date("report-cybercrime-e14", "date", "2019-05");
    date("report-cybercrime-e15", "date", "2019-03");
    date(
        "5-c1",
        "due_text",
        "at the latest after two years of the adoption of the Action Plan",
    );
    date(
        "30-c1",
        "due_text",
        "mainly after the adoption of various pieces of legislation",
    );
    assert_eq!(records["report-information-exchange-c2"]["due_text"], json!(null));
    for id in ["51-c1", "35-c5", "38-c1"] {
        assert_eq!(records[id]["outcome"], records["35-c5"]["outcome"], "{id}");
    }
    for id in ["35-e3", "35-e4", "35-c7"] {
        assert_eq!(records[id]["locator"]["section"], "II.35, state of play", "{id}");
    }
    let names = |id: &str, body: &str| list(records[id], "bodies").any(|named| named == body);
    assert!(
        !names("64-e2", "ms-ie") && !names("64-e2", "ms-mt"),
        "languages are no countries"
    );
    assert!(!names("interpol-9-c3", "interoperability-components"));
    for (id, kind) in [
        ("quest", "programme"),
        ("epris", "programme"),
        ("umf", "programme"),
        ("athena", "programme"),
        ("focal-point-travellers", "information-system"),
    ] {
        let body = list(shipped::json(), "bodies").find(|body| body["id"] == id);
        assert_eq!(body.expect(id)["kind"], kind, "{id}");
    }
    assert!(
        !text(records["com-3.5-e17"], "text").contains("so that"),
        "the source gives no cause"
    );
    assert!(text(records["55-e1"], "note").contains("The link to 11055/18"));
}

#[test]
fn what_one_paper_promises_is_tied_to_what_another_says_of_it() {
    let dataset = shipped::dataset();
    for (one, other) in [
        ("interpol-9-c4", "46-c2"),
        ("interpol-9-c1", "smuggling-1-e1"),
        ("com-3.5-c14", "interpol-6-e3"),
        ("com-3.3-c4", "interpol-6-e3"),
        ("europol-6-e2", "com-3.5-e12"),
        ("com-3.5-c22", "report-operational-cooperation-e7"),
        ("interpol-3-c1", "12A-c1"),
        ("interpol-3-c3", "12A-e4"),
        ("europol-7-c1", "smuggling-1-c4"),
    ] {
        let ties = dataset.ties(&LineId::new(one));
        assert!(ties.iter().any(|tie| tie.other.as_str() == other), "{one} – {other}");
    }
}
