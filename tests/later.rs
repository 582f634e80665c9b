//! Later facts: what may be one, what is known of which commitment, and what follows from the day.

use std::collections::{BTreeMap, BTreeSet};

use iss_followup::dataset::{self, Home};
use iss_followup::domain::body::BodyKind;
use iss_followup::domain::id::{LineId, MeasureId};
use iss_followup::domain::later::{CitedDocument, LaterFact};
use iss_followup::domain::status::OutcomeState;
use iss_followup::index::Index;
use iss_followup::view::Context;
use serde_json::{Value, json};

use crate::shipped;
use crate::walk::list;

/// The faults of the dataset in which a field of the first later fact on measure 31 is another.
fn faults(field: &str, value: Value) -> String {
    let mut whole = shipped::json().clone();
    let measures = whole["measures"].as_array_mut().expect("a list");
    let measure = measures
        .iter_mut()
        .find(|measure| measure["id"] == "31")
        .expect("measure 31");
    measure["since"][0][field] = value;
    dataset::parse(whole.to_string().as_bytes())
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn a_later_fact_needs_a_page_and_a_day_between_the_edition_and_the_reading() {
    let page = |url: &str, checked: &str| json!([{ "url": url, "publisher": "A publisher", "checked": checked }]);
    assert_eq!(faults("text", json!("A review appeared.")), "");
    assert_eq!(
        faults("evidence", page("https://example.org", "2026-12-01")),
        "",
        "a page that was read when the record was corrected"
    );
    for (field, value, says) in [
        ("evidence", json!([]), "names no page that says so"),
        (
            "evidence",
            page("http://example.org", "2026-11-29"),
            "is not a web address",
        ),
        (
            "evidence",
            page("https://example.org", "2020-02-04"),
            "is later than anything that is known",
        ),
        ("date", json!("2020-02-02"), "is over before the record ends"),
        ("date", json!("2026-11-30"), "is later than anything that is known"),
        ("date", json!("July 2020"), "is not a date"),
        ("disagrees_with", json!(["31-s99"]), "31-s99"),
        ("disagrees_with", json!(["31-s1"]), "is the fact itself"),
        ("id", json!("31-s2"), "later facts"),
        ("text", json!(" "), "is empty"),
        ("kind", json!("rumour"), "rumour"),
        ("bodies", json!(["nobody"]), "nobody"),
        ("about", json!([{ "commitment": "31-c99" }]), "31-c99"),
        (
            "documents",
            json!([{ "celex": "32021R0784" }]),
            "names no document, or two",
        ),
        (
            "documents",
            json!([{ "document": "dir-2016-681", "title": "A title" }]),
            "names no document, or two",
        ),
    ] {
        let told = faults(field, value);
        assert!(told.contains(says), "{says}: {told}");
    }
    let mut unchecked = shipped::json().clone();
    unchecked["afterwards"] = Value::Null;
    let told = dataset::parse(unchecked.to_string().as_bytes())
        .expect_err("a fault")
        .to_string();
    assert!(told.contains("up to which day"), "{told}");
}

#[test]
fn what_was_looked_for_in_vain_was_so_on_a_day_of_its_own() {
    let faults = |searched: Value| {
        let mut whole = shipped::json().clone();
        whole["afterwards"]["nothing_found"][0] = searched;
        dataset::parse(whole.to_string().as_bytes())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    };
    let commitment = shipped::json()["afterwards"]["nothing_found"][0]["commitment"].clone();
    for (looked, looked_on, says) in [
        (json!("Figures."), json!(null), ""),
        (json!("Figures."), json!("2026-11-30"), ""),
        (json!("Figures."), json!("2020-02-02"), "is before the record ends"),
        (json!("Figures."), json!("November 2026"), "is not a day"),
        (
            json!(null),
            json!("2026-11-30"),
            "is the day of a search that is not described",
        ),
        (json!(" "), json!("2026-11-30"), "is empty"),
    ] {
        let told = faults(json!({ "commitment": commitment, "looked": looked, "looked_on": looked_on }));
        assert!(
            told.contains(says) && (told.is_empty() == says.is_empty()),
            "{says}: {told}"
        );
    }
}

#[test]
fn every_commitment_with_a_due_date_is_told_of_or_was_looked_for_in_vain() {
    let dataset = shipped::dataset();
    let afterwards = dataset.afterwards.as_ref().expect("later facts");
    let missed: BTreeSet<&LineId> = afterwards
        .nothing_found
        .iter()
        .map(|missed| &missed.commitment)
        .collect();
    assert_eq!(missed.len(), afterwards.nothing_found.len(), "one is listed twice");
    for home in dataset.homes() {
        for commitment in dataset.commitments(home) {
            let is_told = dataset.since_commitment(&commitment.id).next().is_some();
            let is_missed = missed.contains(&commitment.id);
            assert!(!(is_told && is_missed), "of {} something was found", commitment.id);
            assert!(
                commitment.due.is_none() || is_told || is_missed,
                "{} was not looked for",
                commitment.id
            );
        }
    }
}

#[test]
fn a_legal_act_has_its_identifier_where_it_was_read() {
    let dataset = shipped::dataset();
    let cited = dataset
        .homes()
        .flat_map(|home| dataset.own_later_facts(home))
        .flat_map(|fact| &fact.documents);
    let others = cited.filter_map(|cited| match cited {
        CitedDocument::Other(other) => Some((other.number.clone()?, other.eli.clone())),
        CitedDocument::Known(_) => None,
    });
    let all: BTreeMap<String, Option<String>> = others.collect();
    let check = |number: &str, act: Option<&str>| {
        let eli = act.map(|act| format!("http://data.europa.eu/eli/{act}/oj"));
        assert_eq!(all[number], eli, "{number}");
    };
    check("Regulation (EU) 2021/784", Some("reg/2021/784"));
    check("Council Recommendation (EU) 2022/915", Some("reco/2022/915"));
    check(
        "Commission Implementing Decision (EU) 2021/856",
        Some("dec_impl/2021/856"),
    );
    check(
        "Commission Delegated Directive (EU) 2020/1687",
        Some("dir_del/2020/1687"),
    );
    // Nobody else was found who writes it, and none is made by rule.
    check("Directive (EU) 2022/2555", None);
    check("COM(2020) 795", None);
    assert!(50 < all.values().flatten().count());
}

/// Whether a home, or one of its commitments, has a later fact, or one of them was looked for in vain.
fn was_looked_into(home: &Value) -> bool {
    let json = shipped::json();
    let prefix = if home["status"].is_null() {
        "reports"
    } else {
        "measures"
    };
    let facts = || {
        let homes = list(json, "measures").chain(list(json, "reports"));
        homes.flat_map(|home| list(home, "since"))
    };
    let is_own = |id: &Value| list(home, "follow_up").any(|commitment| commitment["id"] == *id);
    let bears = |fact: &Value| list(fact, "about").any(|about| is_own(&about["commitment"]));
    !home["since"].is_null()
        || facts().any(|fact| bears(fact) || list(fact, prefix).any(|id| *id == home["id"]))
        || list(&json["afterwards"], "nothing_found").any(|missed| is_own(&missed["commitment"]))
}

#[test]
fn every_negotiation_that_was_open_was_looked_into() {
    let json = shipped::json();
    let mut open = 0;
    for home in list(json, "measures").chain(list(json, "reports")) {
        let negotiates = |fact: &Value| fact["kind"] == "negotiation";
        if home["status"] == "negotiating" || list(home, "state_of_play").any(negotiates) {
            assert!(was_looked_into(home), "{}", home["id"]);
            open += 1;
        }
    }
    assert!(10 < open, "{open}");
}

#[test]
fn every_information_system_has_a_later_fact_or_says_what_was_looked_for() {
    let json = shipped::json();
    let homes = || list(json, "measures").chain(list(json, "reports"));
    for body in list(json, "bodies") {
        let mut facts = homes().flat_map(|home| list(home, "since"));
        let is_told = facts.any(|fact| list(fact, "systems").any(|id| *id == body["id"]));
        let is_system = body["kind"] == "information-system";
        assert_eq!(!body["looked"].is_null(), is_system && !is_told, "{}", body["id"]);
    }
}

/// Else what was met once would be met anew, on a later day.
#[test]
fn no_later_fact_repeats_what_became_of_a_commitment() {
    let dataset = shipped::dataset();
    for home in dataset.homes() {
        for commitment in dataset.commitments(home) {
            let mut told: Vec<_> = dataset.since_commitment(&commitment.id).map(|(_, fact)| fact).collect();
            told.sort_by_key(|fact| fact.order());
            let about = told.iter().flat_map(|fact| &fact.about);
            let states = about
                .filter(|about| about.commitment == commitment.id)
                .filter_map(|about| Some(about.outcome.as_ref()?.state));
            let states: Vec<OutcomeState> = states.collect();
            let mut once = states.clone();
            once.dedup();
            assert_eq!(states, once, "{}", commitment.id);
        }
    }
}

#[test]
fn ids_systems_and_numbers_of_later_facts_are_what_they_should_be() {
    let dataset = shipped::dataset();
    for (list, prefix) in [("measures", ""), ("reports", "report-")] {
        for record in shipped::json()[list].as_array().expect("a list") {
            let home = record["id"].as_str().expect("an id");
            for (place, fact) in record["since"].as_array().into_iter().flatten().enumerate() {
                assert_eq!(fact["id"], format!("{prefix}{home}-s{}", place + 1));
            }
        }
    }
    for fact in dataset.homes().flat_map(|home| dataset.own_later_facts(home)) {
        for (ids, are_systems) in [(&fact.systems, true), (&fact.bodies, false)] {
            for id in ids {
                let kind = dataset.body(id).expect("a body").kind;
                assert_eq!(kind == BodyKind::InformationSystem, are_systems, "{}: {id}", fact.id);
            }
        }
        for document in &fact.documents {
            if let CitedDocument::Other(other) = document
                && let Some(celex) = &other.celex
            {
                let year = celex.get(1..5).and_then(|year| year.parse::<u16>().ok());
                assert!(
                    year.is_some(),
                    "{}: `{celex}` is no CELEX number such as 32021R0784",
                    fact.id
                );
            }
        }
        for about in &fact.about {
            let (_, record) = dataset.record(&about.commitment).expect("a commitment");
            let is_late = about
                .outcome
                .as_ref()
                .is_some_and(|outcome| outcome.state == OutcomeState::MetLate);
            assert!(
                !is_late || record.when().is_some(),
                "{}: late without a date",
                about.commitment
            );
        }
    }
}

#[test]
fn a_later_fact_counts_from_its_day_on_and_never_on_the_status_date() {
    let dataset = shipped::dataset();
    let (_, record) = dataset.record(&LineId::new("31-c5")).expect("a commitment");
    let iss_followup::dataset::Record::Commitment(review) = record else {
        panic!("a commitment")
    };
    let state = |day: &str| dataset.state(review, day.parse().expect("a day"));
    assert_eq!(state("2020-02-03"), OutcomeState::Open);
    assert_eq!(
        state("2020-07-23"),
        OutcomeState::Unknown,
        "due 25 May 2020, and nothing is known yet"
    );
    assert_eq!(state("2020-07-24"), OutcomeState::MetLate);
    assert_eq!(state("2026-11-29"), OutcomeState::MetLate);
    let delivery = dataset.delivery(review, "2026-11-29".parse().expect("a day"));
    assert_eq!(delivery.in_words().as_deref(), Some("1 month late"));
}

/// Each side of a disagreement names the other, in the view and in the rows of the export, although the data say it once.
#[test]
fn facts_that_disagree_name_each_other() {
    let dataset = shipped::dataset();
    let others = |id: &LineId| -> BTreeSet<LineId> {
        let others = dataset.disagreeing(id);
        others.map(|(_, fact)| fact.id.clone()).collect()
    };
    let mut pairs = 0;
    for fact in dataset.homes().flat_map(|home| dataset.own_later_facts(home)) {
        for other in &fact.disagrees_with {
            assert!(
                others(&fact.id).contains(other) && others(other).contains(&fact.id),
                "{}",
                fact.id
            );
            let (_, other) = dataset.later_fact(other).expect("a later fact");
            let urls =
                |fact: &LaterFact| -> BTreeSet<String> { fact.evidence.iter().map(|page| page.url.clone()).collect() };
            assert_ne!(
                urls(fact),
                urls(other),
                "{}: both sides rest on the same pages",
                fact.id
            );
            pairs += 1;
        }
    }
    assert_eq!(pairs, 10);
    let place = dataset.measure_place(&MeasureId::new("12A")).expect("measure 12A");
    let index = Index::new(dataset);
    let context = Context::new(dataset, &index, dataset.edition.status_date, &[]);
    let since = context.since(Home::Measure(place)).expect("later facts");
    let told = |id: &str| -> Vec<String> {
        let fact = since
            .facts
            .iter()
            .find(|fact| fact.id.to_string() == id)
            .expect("the fact");
        fact.disagreeing.iter().map(|link| link.text.clone()).collect()
    };
    assert_eq!(
        [told("12A-s3"), told("12A-s9")],
        [
            [
                "21 Dec 2020: The German Interior Ministry reported that the Council had adopted the EU Drugs Strategy for 2021 to 2025 on this day."
            ],
            [
                "18 Dec 2020: The Council approved the EU Drugs Strategy for 2021 to 2025. It was published on 24 March 2021."
            ],
        ]
    );
}

/// What is dated to a year may have come on its last day: on a day within it, nobody can know of it.
#[test]
fn a_fact_of_a_year_is_known_once_the_year_is_over() {
    let conclusions = LineId::new("report-internal-external-s6");
    let (_, fact) = shipped::dataset().later_fact(&conclusions).expect("a later fact");
    let is_known = |day: &str| fact.is_known(day.parse().expect("a day"));
    assert_eq!(fact.when.in_words(), "2021");
    assert_eq!(
        ["2021-06-06", "2021-12-30", "2021-12-31"].map(is_known),
        [false, false, true]
    );
}
