//! The shipped data arrives whole, and a broken dataset is told what is wrong with it: everything, at once.

use crate::cases::cases;
use crate::shipped;
use iss_followup::domain::id::LineId;
use iss_followup::domain::identifier::Scheme;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::register;
use iss_followup::domain::status::OutcomeState;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use iss_followup::dataset::{self, Chunks, Dataset, DatasetError, Reading, Record};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every value of that field, anywhere in the dataset.
fn every<'a>(value: &'a Value, field: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get(field));
            fields.values().for_each(|inner| every(inner, field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| every(item, field, found)),
        _ => {}
    }
}

fn every_record(list: &str) -> Vec<&'static Value> {
    let measures = shipped::json()["measures"].as_array().expect("a list");
    measures
        .iter()
        .flat_map(|measure| measure[list].as_array().expect("a list"))
        .collect()
}

fn ids(list: &str) -> BTreeSet<&'static str> {
    let records = shipped::json()[list].as_array().expect("a list");
    records
        .iter()
        .map(|record| record["id"].as_str().expect("an id"))
        .collect()
}

/// The measures of one source that arrived, by id.
fn arrived(source: &str) -> Vec<&'static str> {
    let measures = shipped::dataset()
        .measures
        .iter()
        .filter(|measure| measure.source.as_str() == source);
    measures.map(|measure| measure.id.as_str()).collect()
}

#[test]
fn all_74_measures_of_part_two_arrive_first_and_in_the_order_of_the_document() {
    assert_eq!(arrived("5618-20"), shipped::MEASURES);
    let first = shipped::dataset()
        .measures
        .iter()
        .take(74)
        .map(|measure| measure.id.as_str());
    assert_eq!(first.collect::<Vec<_>>(), shipped::MEASURES);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/measures/5618-20");
    assert_eq!(
        fs::read_dir(folder).expect("a folder").count(),
        74,
        "one file for each measure, and no other"
    );
}

#[test]
fn the_measures_of_the_other_four_documents_arrive_in_their_order() {
    for (source, prefix, count) in shipped::OTHERS {
        let expected: Vec<String> = (1..=count).map(|number| format!("{prefix}{number}")).collect();
        assert_eq!(arrived(source), expected, "{source}");
    }
    assert_eq!(shipped::dataset().measures.len(), 102);
}

#[test]
fn each_priority_has_the_measures_that_part_two_lists_under_it() {
    let dataset = shipped::dataset();
    let count = |priority: &str| {
        let measures = dataset
            .measures
            .iter()
            .filter(|measure| measure.source.as_str() == "5618-20");
        measures.filter(|measure| measure.priority.as_str() == priority).count()
    };
    let counts = dataset
        .priorities
        .iter()
        .map(|priority| (priority.id.as_str(), count(priority.id.as_str())));
    let expected = [
        ("terrorism", 11),
        ("organised-crime", 18),
        ("cybercrime", 7),
        ("information-exchange", 12),
        ("availability-of-data", 3),
        ("money", 5),
        ("operational-cooperation", 10),
        ("internal-external", 2),
        ("borders", 6),
    ];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

#[test]
fn no_fact_promise_or_citation_is_lost_on_the_way() {
    let measures = &shipped::dataset().measures;
    let events: usize = measures.iter().map(|measure| measure.state_of_play.len()).sum();
    let commitments: usize = measures.iter().map(|measure| measure.follow_up.len()).sum();
    let citations: usize = measures.iter().map(|measure| measure.documents.len()).sum();
    assert_eq!(events, every_record("state_of_play").len());
    assert_eq!(commitments, every_record("follow_up").len());
    assert_eq!(citations, every_record("documents").len());
    assert!(
        300 <= events && 160 <= commitments,
        "{events} events, {commitments} commitments"
    );
}

#[test]
fn every_id_that_is_referred_to_exists_and_nothing_stands_there_unused() {
    let (bodies, documents) = (ids("bodies"), ids("documents"));
    let mut cited = Vec::new();
    every(shipped::json(), "document", &mut cited);
    let mut lists = Vec::new();
    every(shipped::json(), "documents", &mut lists);
    let in_lists = lists.iter().flat_map(|list| list.as_array().expect("a list"));
    let cited: BTreeSet<&str> = cited.into_iter().chain(in_lists).filter_map(Value::as_str).collect();
    assert!(cited.is_subset(&documents), "{:?}", cited.difference(&documents));
    assert!(
        documents.is_subset(&cited),
        "cited nowhere: {:?}",
        documents.difference(&cited)
    );
    for field in ["bodies", "owners", "working_parties"] {
        let mut lists = Vec::new();
        every(&shipped::json()["measures"], field, &mut lists);
        every(&shipped::json()["reports"], field, &mut lists);
        for id in lists.iter().flat_map(|list| list.as_array().expect("a list")) {
            assert!(bodies.contains(id.as_str().expect("an id")), "{field}: {id} is no body");
        }
    }
}

#[test]
fn a_tie_is_seen_from_both_sides_and_never_leads_to_itself() {
    let dataset = shipped::dataset();
    let mut ids = Vec::new();
    let mut records = Vec::new();
    for list in ["measures", "reports"] {
        every(&shipped::json()[list], "state_of_play", &mut records);
        every(&shipped::json()[list], "follow_up", &mut records);
    }
    for record in records.iter().flat_map(|list| list.as_array().expect("a list")) {
        ids.push(LineId::new(record["id"].as_str().expect("an id")));
    }
    let mut seen = 0;
    for id in &ids {
        for tie in dataset.ties(id) {
            assert_ne!(tie.other, id);
            let back = dataset.ties(tie.other);
            assert!(
                back.iter().any(|back| back.other == id && back.note == tie.note),
                "{id} – {}",
                tie.other
            );
            seen += 1;
        }
    }
    assert!(300 < seen, "{seen}");
}

#[test]
fn what_was_met_in_the_month_of_its_day_is_not_late() {
    let dataset = shipped::dataset();
    let (_, Record::Commitment(meeting)) = dataset.record(&LineId::new("report-terrorism-c12")).expect("a line") else {
        panic!("a fact")
    };
    let day = dataset.edition.status_date;
    assert_eq!(dataset.state(meeting, day), OutcomeState::Met);
    assert_eq!(dataset.delivery(meeting, day).in_words(), None);
}

#[test]
fn a_promise_with_two_dates_has_a_slip() {
    let dataset = shipped::dataset();
    let in_words = |id: &str| match dataset.record(&LineId::new(id)) {
        Some((_, dataset::Record::Commitment(commitment))) => {
            dataset.delivery(commitment, dataset.edition.status_date).in_words()
        }
        _ => panic!("{id} is no commitment"),
    };
    assert_eq!(in_words("com-3.2-c1").as_deref(), Some("10 months late"));
    assert_eq!(in_words("com-3.2-c3").as_deref(), Some("put off by 22 months"));
    assert_eq!(in_words("com-3.4-c2").as_deref(), Some("in time"));
    assert_eq!(in_words("35-c2").as_deref(), Some("1 month past due"));
    assert_eq!(in_words("60-c2"), None);
}

#[test]
fn every_record_says_on_which_page_of_part_two_it_stands() {
    let mut locators = Vec::new();
    let measures = shipped::json()["measures"].as_array().expect("a list");
    let part_two = measures.iter().filter(|measure| measure["source"] == "5618-20");
    part_two.for_each(|measure| every(measure, "locator", &mut locators));
    assert!(500 < locators.len(), "{}", locators.len());
    for locator in locators {
        let page = locator["page"].as_u64().unwrap_or_default();
        assert!((24..=90).contains(&page), "{locator}");
        assert!(
            locator["section"]
                .as_str()
                .is_some_and(|section| section.starts_with("II.")),
            "{locator}"
        );
        let printed = [24, 36, 41, 43, 47, 48, 49, 50, 52, 77, 79, 84].contains(&page);
        assert_eq!(printed, locator["page_counted"] != json!(true), "{locator}");
    }
}

#[test]
fn pages_go_on_with_the_measures() {
    let pages = shipped::dataset()
        .measures
        .iter()
        .take(74)
        .map(|measure| measure.locator.page);
    let pages: Vec<Option<u32>> = pages.collect();
    assert!(pages.is_sorted(), "{pages:?}");
}

#[test]
fn every_document_of_the_council_and_every_legal_act_with_a_number_has_its_page_in_the_register() {
    for document in &shipped::dataset().documents {
        let is_hidden = document
            .marking
            .as_deref()
            .is_some_and(|marking| marking.contains("RESTREINT"));
        let has_rule = ["st-", "wk-", "com-", "swd-", "join-", "reg-", "dir-", "dec-", "fwd-"];
        let has_rule = has_rule.iter().any(|prefix| document.id.as_str().starts_with(prefix));
        if has_rule && !is_hidden && document.number.is_some() {
            assert!(document.url().is_some(), "{} has no link", document.name());
        }
    }
}

#[test]
fn a_commission_document_has_a_link_by_series_or_none() {
    let mut counts = [0; 2];
    for document in &shipped::dataset().documents {
        let kind = document.kind.key();
        if !["com", "swd", "join", "c"].contains(&kind) {
            continue;
        }
        let number = document.number.as_deref();
        let by_series = number.filter(|_| kind != "c").and_then(|number| {
            let (series, rest) = number.split_once('(')?;
            let (year, serial) = rest.trim_end_matches(" final").split_once(") ")?;
            Some(format!(
                "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={series}:{year}:{serial}:FIN"
            ))
        });
        counts[usize::from(by_series.is_some())] += 1;
        assert_eq!(document.url(), by_series, "{}", document.name());
    }
    assert_eq!(counts, [5, 32]);
}

/// What was read and what the number gives were found independently: where they differ, one is wrong.
#[test]
fn identifiers_of_acts_were_read_by_others_too_and_agree_with_what_the_number_gives() {
    let mut counts = BTreeMap::<&str, usize>::new();
    for document in &shipped::dataset().documents {
        let (kind, number) = (document.kind, document.number.as_deref());
        let by_rule = [
            (
                Scheme::Celex,
                number.and_then(|number| register::celex(kind, number, document.title.as_deref())),
            ),
            (Scheme::Eli, number.and_then(|number| register::eli(kind, number))),
        ];
        for (scheme, by_rule) in by_rule {
            if let Some((found, by_rule)) = document.identifier(scheme).zip(by_rule) {
                assert_eq!(found, by_rule, "{}", document.name());
            }
        }
        if let Some((found, printed)) = document.identifier(Scheme::Oj).zip(document.oj.as_deref()) {
            let issue = |text: &str| text.split([',', '/']).next().map(str::to_owned);
            assert_eq!(issue(found), issue(printed), "{}", document.name());
        }
        for identifier in &document.identifiers {
            *counts.entry(identifier.scheme.key()).or_default() += 1;
        }
    }
    assert_eq!(counts, BTreeMap::from([("celex", 96), ("eli", 50), ("oj", 76)]));
}

#[test]
fn earlier_data_with_numbers_made_by_rule_still_open() {
    let mut earlier = shipped::json().clone();
    earlier["documents"][0]["celex"] = json!("32019R0817");
    earlier["documents"][0]["eli"] = json!("http://data.europa.eu/eli/reg/2019/817/oj");
    let read = dataset::parse(earlier.to_string().as_bytes()).expect("a dataset");
    assert_eq!(read.documents, shipped::dataset().documents);
}

#[test]
fn no_two_bodies_and_no_two_documents_have_one_identifier() {
    let dataset = shipped::dataset();
    let bodies = dataset.bodies.iter().flat_map(|body| &body.identifiers);
    let documents = dataset.documents.iter().flat_map(|document| &document.identifiers);
    let mut known = BTreeSet::new();
    for identifier in bodies.chain(documents) {
        assert!(known.insert(&identifier.value), "{}", identifier.value);
    }
    assert_eq!(known.len(), 390);
}

#[test]
fn the_rota_has_a_presidency_for_every_day_from_2015_to_2030() {
    let rota = &shipped::dataset().rota;
    let mut day: iss_followup::domain::date::Day = "2015-01-01".parse().expect("a day");
    let last = "2030-12-31".parse().expect("a day");
    let mut holders = BTreeSet::new();
    while day <= last {
        let presidency = rota.on(day).unwrap_or_else(|| panic!("nobody on {day}"));
        holders.insert(presidency.id.as_str());
        day = day.tomorrow().expect("a day");
    }
    assert_eq!(holders.len(), 32);
    let on = |day: &str| {
        rota.on(day.parse().expect("a day"))
            .map(|presidency| presidency.country.as_str())
    };
    assert_eq!(on("2019-12-31"), Some("Finland"));
    assert_eq!(on("2020-02-03"), Some("Croatia"));
    assert_eq!(on("2017-07-01"), Some("Estonia"));
}

/// Breaks the shipped dataset in the given places, and expects just these messages.
#[track_caller]
fn check_broken(breaks: &[(&str, Value)], expected: &[&str]) {
    let mut broken = shipped::json().clone();
    for (pointer, value) in breaks {
        *broken
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer} is not there")) = value.clone();
    }
    check_faults(&broken, expected);
}

#[track_caller]
fn check_faults(broken: &Value, expected: &[&str]) {
    match dataset::parse(broken.to_string().as_bytes()) {
        Err(DatasetError::Records(faults)) => {
            let messages: Vec<String> = faults.iter().map(ToString::to_string).collect();
            assert_eq!(messages, expected);
        }
        other => panic!("faults expected, not {other:?}"),
    }
}

#[test]
fn what_is_not_json_is_told_with_its_place() {
    let error = dataset::parse(b"{\n  \"schema_version\": 1,,\n}").expect_err("no JSON");
    let expected = "The dataset cannot be read as JSON: key must be a string (line 2, column 23).";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_date_that_is_none_is_named() {
    check_broken(
        &[("/measures/0/state_of_play/0/date", json!("2019-13"))],
        &[
            "measures[0].state_of_play[0].date: \"2019-13\" is not a date; write a date such as 2019-10-17, 2019-10, \
           2019-Q2, 2019-H1 or 2019",
        ],
    );
}

#[test]
fn a_range_that_runs_backwards_is_named() {
    check_broken(
        &[
            ("/measures/0/state_of_play/0/date", json!("2019-05")),
            ("/measures/0/state_of_play/0/end", json!("2019-04-30")),
            ("/measures/1/follow_up/0/due", json!(null)),
            ("/measures/1/follow_up/0/due_end", json!("2021")),
        ],
        &[
            "measures[0].state_of_play[0].end: \"2019-04-30\" is before `date`; write the later date here",
            "measures[1].follow_up[0].due_end: \"2021\" ends a range that has no start; write `due` too",
        ],
    );
}

#[test]
fn a_reference_to_nothing_is_named_with_the_nearest_id() {
    check_broken(
        &[
            ("/measures/0/working_parties/0", json!("lewpp")),
            ("/measures/0/documents/0/document", json!("st-9727-2018")),
            ("/measures/0/priority", json!("terror")),
        ],
        &[
            "measures[0].priority: \"terror\" is not in priorities; add it, or write an existing id such as terrorism",
            "measures[0].working_parties[0]: \"lewpp\" is not in bodies; add it, or write an existing id such as lewp",
            "measures[0].documents[0].document: \"st-9727-2018\" is not in documents; add it, or write an existing \
             id such as st-9727-2019",
        ],
    );
}

#[test]
fn an_id_that_stands_twice_or_cannot_stand_in_a_link_is_named() {
    let first = shipped::json()["glossary"][0]["term"].clone();
    check_broken(
        &[
            ("/presidencies/0/id", json!("L V")),
            ("/glossary/1/term", first.clone()),
        ],
        &[
            "presidencies[0].id: \"L V\" is not a valid id; use only letters, digits, hyphens and dots: ids are part of links",
            &format!("glossary[1].term: {first} occurs twice in glossary; make it unique"),
        ],
    );
}

#[test]
fn an_event_after_its_source_is_named_unless_a_note_says_why() {
    let late = [
        ("/measures/0/state_of_play/0/date", json!("2020-02-04")),
        ("/measures/0/state_of_play/0/note", json!(null)),
    ];
    let message = "measures[0].state_of_play[0].date: \"2020-02-04\" is after its source's date; make it a commitment, or \
                   explain in `note` why it is after 2020-02-03";
    check_broken(&late, &[message]);
    let mut noted = shipped::json().clone();
    noted["measures"][0]["state_of_play"][0]["date"] = json!("2020-02-04");
    noted["measures"][0]["state_of_play"][0]["note"] = json!("The source speaks of the day after its own.");
    assert!(dataset::parse(noted.to_string().as_bytes()).is_ok());
}

#[test]
fn an_identifier_has_the_form_of_its_scheme_is_there_once_and_says_where_it_was_read() {
    let documents = shipped::json()["documents"].as_array().expect("a list");
    let act = documents.iter().position(|document| document["id"] == "reg-2019-817");
    let act = act.expect("the Regulation");
    let at = |rest: &str| format!("/documents/{act}/identifiers/{rest}");
    check_broken(
        &[
            (&at("0/value"), json!("32019R817x")),
            (&at("1/scheme"), json!("celex")),
            (&at("1/value"), json!("32019R0817")),
            (&at("2/seen"), json!(" ")),
        ],
        &[
            &format!(
                "documents[{act}].identifiers[0].value: \"32019R817x\" is no such identifier; write one such as 32019R0817"
            ),
            &format!(
                "documents[{act}].identifiers[1].scheme: \"celex\" is there twice; keep one identifier of each scheme"
            ),
            &format!("documents[{act}].identifiers[2].seen: \" \" is empty; write the text"),
        ],
    );
}

#[test]
fn an_outcome_that_does_not_fit_its_date_is_named() {
    let outcome =
        |state: &str, date: Value| json!({ "state": state, "date": date, "evidence": [], "text": "So it is." });
    let promise = |due: &str, state: &str| {
        let mut promise = shipped::measure_file("1")["follow_up"][0].clone();
        promise["due"] = json!(due);
        promise["note"] = json!(null);
        promise["outcome"] = outcome(state, json!(null));
        promise
    };
    check_broken(
        &[
            ("/measures/0/follow_up/0", promise("2020-02-02", "open")),
            ("/measures/1/follow_up/0/outcome/text", json!(" ")),
        ],
        &[
            "measures[0].follow_up[0].outcome.state: \"open\" was due before 2020-02-03; write overdue, met, met-late, \
             changed, dropped or unknown",
            "measures[1].follow_up[0].outcome.text: \" \" is empty; write the text",
        ],
    );
    check_broken(
        &[("/measures/0/follow_up/0", promise("2020", "overdue"))],
        &[
            "measures[0].follow_up[0].outcome.state: \"overdue\" was not due before 2020-02-03; write open, met, changed, \
           dropped or unknown",
        ],
    );
    let mut early = promise("2020-06", "met");
    early["outcome"]["date"] = json!("2019");
    check_broken(
        &[("/measures/0/follow_up/0", early)],
        &[
            "measures[0].follow_up[0].outcome.date: \"2019\" is before the commitment was made; write the later date, or \
             explain it in the commitment's `note`",
        ],
    );
}

#[test]
fn a_product_must_stand_in_the_words_of_its_commitment() {
    let promise = |id: &str, product: &str| {
        let mut promise = shipped::measure_file(id)["follow_up"][0].clone();
        promise["product"] = json!(product);
        promise
    };
    check_broken(
        &[
            ("/measures/0/follow_up/0", promise("1", "a unicorn")),
            ("/measures/1/follow_up/0", promise("2", " ")),
        ],
        &[
            "measures[0].follow_up[0].product: \"a unicorn\" does not stand in the text; copy the words of the text that name it, or \
             leave it out",
            "measures[1].follow_up[0].product: \" \" is empty; write the text",
        ],
    );
}

#[test]
fn what_a_body_is_stands_with_a_line_that_says_so() {
    let system = |id: &str| {
        let bodies = shipped::json()["bodies"].as_array().expect("a list");
        let place = bodies.iter().position(|body| body["id"] == id).expect("the system");
        (place, bodies[place].clone())
    };
    let broken = |id: &str, breaks: &[(&str, Value)], says: &[&str]| {
        let (place, mut body) = system(id);
        for (field, value) in breaks {
            body[field] = value.clone();
        }
        let messages: Vec<String> = says.iter().map(|says| format!("bodies[{place}].{says}")).collect();
        let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
        check_broken(&[(&format!("/bodies/{place}"), body)], &messages);
    };
    broken(
        "ees",
        &[("about_lines", json!([]))],
        &[
            "about: \"Registers who third-country nationals are and when they ent… does not stand together with what says \
           so; give both the words and a fact, commitment or later fact that says so, or neither",
        ],
    );
    broken(
        "eurodac",
        &[("about", Value::Null)],
        &[
            "about: does not stand together with what says so; give both the words and a fact, commitment or later fact that says \
           so, or neither",
        ],
    );
    broken(
        "eurodac",
        &[("about_later", json!(["29-s99"])), ("about_lines", json!(["29-s11"]))],
        &[
            "about_lines[0]: \"29-s11\" is not in events and commitments; add it, or write an existing id such as 29-c1",
            "about_later[0]: \"29-s99\" is not in later facts; add it, or write an existing id such as 29-s9",
        ],
    );
}

#[test]
fn an_address_that_the_rule_does_not_give_is_named() {
    let place = ids_in_order("documents")
        .iter()
        .position(|id| *id == "st-9727-2019")
        .expect("the document");
    check_broken(
        &[(&format!("/documents/{place}/url"), json!("https://example.org"))],
        &[&format!(
            "documents[{place}].url: \"https://example.org\" is not the register's address for this number; write \
             https://data.consilium.europa.eu/doc/document/ST-9727-2019-INIT/en/pdf"
        )],
    );
}

fn ids_in_order(list: &str) -> Vec<&'static str> {
    let records = shipped::json()[list].as_array().expect("a list");
    records
        .iter()
        .map(|record| record["id"].as_str().expect("an id"))
        .collect()
}

#[test]
fn every_fault_is_told_at_once_whatever_its_kind_and_in_file_order() {
    let mut broken = shipped::json().clone();
    broken["schema_version"] = json!(0);
    broken["measures"][30]["title"] = json!(7);
    broken["measures"][30]["status"] = json!("finished");
    broken["measures"][30]["colour"] = json!("red");
    broken["measures"][30]["summary"] = json!("");
    broken["measures"][2]["locator"]
        .as_object_mut()
        .expect("a record")
        .remove("section");
    broken["edition"]["status_date"] = json!("February 2020");
    let Err(DatasetError::Records(faults)) = dataset::parse(broken.to_string().as_bytes()) else {
        panic!("faults expected");
    };
    let told: Vec<String> = faults
        .iter()
        .map(|fault| format!("{}: {}", fault.path, fault.wrong))
        .collect();
    let expected = [
        "schema_version: is not a version that this page can read",
        "edition.status_date: is not a day",
        "measures[2].locator.section: is missing",
        "measures[30].colour: is not a field of this record",
        "measures[30].status: is not one of the allowed values",
        "measures[30].title: is not a text in quotes",
        "measures[30].summary: is empty",
    ];
    assert_eq!(told, expected);
    let word = faults
        .iter()
        .find(|fault| fault.path == "measures[30].status")
        .expect("the status");
    let help = "write one of proposed, negotiating, blocked, adopted, implementing, continuous, completed";
    assert_eq!(word.help, help);
}

#[test]
fn a_file_that_is_something_else_altogether_is_told_what_is_missing() {
    let error = dataset::parse(b"[]").expect_err("no dataset");
    assert!(error.to_string().contains("dataset: [] is not a record"), "{error}");
    let error = dataset::parse(b"{}").expect_err("no dataset");
    assert!(
        error.to_string().contains("measures: is missing; write a list"),
        "{error}"
    );
}

fn kept_schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dataset.schema.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the schema")).expect("JSON")
}

#[test]
fn the_kept_schema_is_what_the_types_say_and_the_shipped_data_fits_it() {
    assert_eq!(
        kept_schema(),
        serde_json::from_str::<Value>(&dataset::schema()).expect("JSON")
    );
    let validator = jsonschema::validator_for(&kept_schema()).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(shipped::json())
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0]);
}

/// Where the shipped dataset can be broken: a pointer to every value of its first records.
fn any_place() -> impl Strategy<Value = String> {
    let mut places = Vec::new();
    let mut waiting = vec![(String::new(), shipped::json())];
    while let Some((pointer, value)) = waiting.pop() {
        match value {
            Value::Object(fields) => {
                waiting.extend(fields.iter().map(|(name, inner)| (format!("{pointer}/{name}"), inner)));
            }
            Value::Array(items) => {
                let first = items.iter().enumerate().take(3);
                waiting.extend(first.map(|(index, inner)| (format!("{pointer}/{index}"), inner)));
            }
            _ => {}
        }
        places.push(pointer);
    }
    proptest::sample::select(places)
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!(-1)),
        Just(json!(1.5)),
        Just(json!({})),
        Just(json!([])),
        Just(json!([[]])),
        Just(json!({ "id": 3, "other": [] })),
        ".{0,12}".prop_map(Value::String),
    ]
}

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&kept_schema()).expect("a schema"));

proptest! {
    #![proptest_config(cases(48))]

    /// An independent validator and our own reader agree on what has the shape of a dataset.
    #[test]
    fn whatever_breaks_the_schema_is_told(place in any_place(), value in any_value()) {
        let mut broken = shipped::json().clone();
        *broken.pointer_mut(&place).expect("a place") = value;
        let fits = VALIDATOR.is_valid(&broken);
        match dataset::parse(broken.to_string().as_bytes()) {
            Ok(_) => prop_assert!(fits, "{} was let pass", place),
            Err(DatasetError::Records(faults)) => {
                prop_assert!(!faults.is_empty());
                let of_shape = |wrong: &str| wrong.starts_with("is not ") || wrong.starts_with("is missing");
                prop_assert!(fits || faults.iter().any(|fault| of_shape(&fault.wrong)), "{:?}", faults);
                prop_assert!(faults.iter().all(|fault| fault.path != "dataset" || place.is_empty()), "{:?}", faults);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(dataset::parse(&bytes).is_err());
    }
}

/// The dataset read chunk by chunk, each of about so many bytes; nothing where something is wrong.
fn in_chunks(json: &str, bytes: usize) -> Option<Dataset> {
    let copy = |range: Range<usize>| json.as_bytes()[range].to_vec();
    let chunks = Chunks::of(json, bytes).expect("a dataset's file");
    let rest = chunks.rest(json.len(), copy);
    let lists = (0..chunks.len()).map(|place| chunks.list(place, copy).expect("a chunk"));
    let begun = Reading::begin(&rest);
    let read = lists.fold(begun, |reading, list| reading?.and(&list));
    read?.finish()
}

#[test]
fn in_chunks_of_any_size_the_same_dataset_arrives() {
    for bytes in [1, 5_000, 100_000, usize::MAX] {
        let dataset = in_chunks(&shipped::json().to_string(), bytes);
        assert_eq!(dataset.as_ref(), Some(shipped::dataset()), "chunks of {bytes} bytes");
    }
}

#[test]
fn what_is_wrong_in_a_chunk_or_between_two_is_noticed() {
    let changes: [fn(&mut Value); 4] = [
        |dataset| dataset["measures"][80]["title"] = json!(""),
        |dataset| dataset["measures"][80]["titel"] = json!("x"),
        |dataset| dataset["measures"][80]["id"] = json!("31"),
        |dataset| dataset["measures"][3]["related"] = json!([{ "measure": "nowhere", "relation": "continues" }]),
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let mut json = shipped::json().clone();
        change(&mut json);
        assert_eq!(in_chunks(&json.to_string(), 5_000), None, "change {place}");
    }
}
