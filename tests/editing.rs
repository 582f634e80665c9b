//! How the editors read the sources (`docs/rules.md`), held against the shipped data, and what was corrected.

use crate::asked::index;
use crate::shipped;
use crate::walk::{list, text};
use iss_followup::domain::id::LineId;
use iss_followup::route::Route;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Measures and sections of the general report.
fn homes() -> impl Iterator<Item = &'static Value> {
    list(shipped::json(), "reports").chain(list(shipped::json(), "measures"))
}

/// Every fact and commitment by id.
fn records() -> BTreeMap<&'static str, &'static Value> {
    let records = homes().flat_map(|home| list(home, "state_of_play").chain(list(home, "follow_up")));
    records
        .map(|record| (record["id"].as_str().expect("an id"), record))
        .collect()
}

fn names_a_year(words: &str) -> bool {
    words
        .split(|character: char| !character.is_ascii_digit())
        .any(|number| number.len() == 4)
}

#[test]
fn a_year_that_the_source_does_not_print_stands_with_the_date_and_the_note_says_from_what_it_follows() {
    let mut seen = 0;
    for (id, record) in records() {
        let words = [text(record, "date_text"), text(record, "due_text")].concat();
        if names_a_year(&words) || !MONTHS.iter().any(|month| words.contains(month)) {
            continue;
        }
        if id == "60-e2" {
            assert_eq!(
                record["date"],
                json!(null),
                "10 May of 2018 or of 2019: nothing says which"
            );
            continue;
        }
        assert!(
            !record["date"].is_null() || !record["due"].is_null(),
            "{id} has no date"
        );
        let note = text(record, "note");
        assert!(
            note.contains("The year is not printed; it follows from "),
            "{id}: {note}"
        );
        seen += 1;
    }
    assert!(20 < seen, "{seen}");
}

#[test]
fn an_owner_whom_the_source_does_not_name_is_said_to_stand_in_in_one_wording() {
    let records = records();
    for (id, record) in &records {
        let note = text(record, "note");
        let says_otherwise = [
            "names nobody",
            "as owner",
            "no owner.",
            "no other owner",
            "working party is",
            "working parties are",
        ];
        let says_otherwise = says_otherwise.iter().find(|words| note.contains(*words));
        assert_eq!(says_otherwise, None, "{id}: {note}");
        if let Some((_, stand_in)) = note.split_once("names no owner; ") {
            let sentence = stand_in.split('.').next().unwrap_or_default();
            assert!(
                note.contains("The source names no owner; ") && sentence.contains(" stand"),
                "{id}: {note}"
            );
        }
    }
    let inferred = [
        "13-c1",
        "13bis-c1",
        "13bis-c2",
        "13bis-c3",
        "14-c2",
        "15-c1",
        "16-c1",
        "17-c1",
        "18-c1",
        "45-c1",
        "46-c1",
        "47-c1",
        "52-c2",
        "53-c1",
        "55-c2",
        "58-c1",
        "58-c2",
        "65-c1",
        "12C-c1",
        "30-c1",
        "31-c2",
        "com-3.4-c4",
        "report-terrorism-c16",
        "report-money-c1",
    ];
    for id in inferred {
        assert!(
            text(records[id], "note").contains("The source names no owner; "),
            "{id}"
        );
    }
}

#[test]
fn the_presidency_of_a_passage_that_names_it_is_the_one_that_it_names() {
    let rota = || list(shipped::json(), "presidencies");
    let mut seen = BTreeSet::new();
    for (id, record) in records() {
        let note = text(record, "note");
        let Some((_, named)) = note.split_once("The source says “the Presidency”; the passage names the ") else {
            continue;
        };
        let adjective = named.split(' ').next().unwrap_or_default();
        let country = rota()
            .find(|term| term["adjective"] == adjective)
            .expect("a Presidency");
        let code = text(country, "id");
        let body = format!("pres-{}", code.to_lowercase());
        let is_named = |field| list(record, field).any(|id| *id == body);
        assert!(is_named("bodies") || is_named("owners"), "{id} does not name {body}");
        if !record["date"].is_null() {
            assert_eq!(record["presidency"], code, "{id}");
        }
        seen.insert(id);
    }
    let told = ["24-e5", "40-e9", "report-terrorism-e14", "report-terrorism-e16"];
    assert!(told.iter().all(|id| seen.contains(id)), "{seen:?}");
}

#[test]
fn a_text_can_be_read_without_the_one_before_it() {
    for (id, record) in records() {
        let text = text(record, "text");
        let leaning = ["They ", "These ", "Those ", "Such ", "Both ", "Even so", "The same "];
        let leaning = leaning.iter().find(|word| text.starts_with(*word));
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
    let quest = list(shipped::json(), "bodies").find(|body| body["id"] == "quest");
    assert_eq!(quest.expect("QUEST")["kind"], "programme");
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
