//! The page of a body, against a walk over the JSON that knows nothing of our types.

use crate::shipped;
use std::collections::BTreeMap;

use iss_followup::dataset::Home;
use iss_followup::domain::id::BodyId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{self, Facet, Index, Query, Unit, body_profile, listed};
use serde_json::Value;

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn names(value: &Value, key: &str, id: &str) -> bool {
    list(value, key).iter().any(|other| other == id)
}

fn id(value: &Value) -> &str {
    value["id"].as_str().expect("an id")
}

/// Everything that has lines: the measures, then the sections of the general reports.
fn homes() -> impl Iterator<Item = &'static Value> {
    let json = shipped::json();
    list(json, "measures").iter().chain(list(json, "reports"))
}

fn lines(key: &'static str) -> impl Iterator<Item = &'static Value> {
    homes().flat_map(move |home| list(home, key))
}

/// How many of the lines have each id in one of these lists.
fn tally<'a>(lines: &[&'a Value], keys: &[&str]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for line in lines {
        let mut ids: Vec<&str> = keys
            .iter()
            .flat_map(|key| list(line, key))
            .filter_map(Value::as_str)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            *counts.entry(id).or_default() += 1;
        }
    }
    counts
}

fn sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_profile_holds_every_line_that_names_the_body_and_no_other() {
    let dataset = shipped::dataset();
    for body in &dataset.bodies {
        let name = body.id.as_str();
        let profile = body_profile(&body.id, dataset);
        let facts: Vec<&Value> = lines("state_of_play")
            .filter(|line| names(line, "bodies", name))
            .collect();
        let owes: Vec<&Value> = lines("follow_up").filter(|line| names(line, "owners", name)).collect();
        let concerned = |line: &&Value| names(line, "bodies", name) && !names(line, "owners", name);
        let concerned: Vec<&Value> = lines("follow_up").filter(concerned).collect();
        let own = |walked: &[&'static Value]| sorted(walked.iter().map(|line| id(line)));
        assert_eq!(
            sorted(profile.facts.iter().map(|(_, line)| line.id.as_str())),
            own(&facts),
            "facts of {name}"
        );
        assert_eq!(
            sorted(profile.owes.iter().map(|(_, line)| line.id.as_str())),
            own(&owes),
            "what {name} owes"
        );
        assert_eq!(
            sorted(profile.concerned.iter().map(|(_, line)| line.id.as_str())),
            own(&concerned),
            "what others owe that names {name}"
        );

        let all: Vec<&Value> = [facts, owes, concerned].concat();
        let mut with = tally(&all, &["bodies", "owners"]);
        with.remove(name);
        let shown = profile.with.iter().map(|(body, count)| (body.id.as_str(), *count));
        assert_eq!(shown.collect::<BTreeMap<_, _>>(), with, "with whom {name}");
        let shown = profile
            .documents
            .iter()
            .map(|(document, count)| (document.id.as_str(), *count));
        assert_eq!(
            shown.collect::<BTreeMap<_, _>>(),
            tally(&all, &["documents"]),
            "documents of {name}"
        );
    }
}

#[test]
fn a_profile_holds_every_measure_that_names_the_body_anywhere() {
    let dataset = shipped::dataset();
    for body in &dataset.bodies {
        let name = body.id.as_str();
        let profile = body_profile(&body.id, dataset);
        let is_named = |measure: &&Value| {
            let lines = list(measure, "state_of_play").iter().chain(list(measure, "follow_up"));
            let in_a_line = |line: &Value| names(line, "bodies", name) || names(line, "owners", name);
            names(measure, "bodies", name) || lines.into_iter().any(in_a_line)
        };
        let is_responsible = |measure: &&Value| names(measure, "working_parties", name);
        let measures = || list(shipped::json(), "measures").iter();
        let ids = |places: &[usize]| {
            places
                .iter()
                .map(|place| dataset.measures[*place].id.to_string())
                .collect::<Vec<_>>()
        };
        let walked = |measures: Vec<&Value>| {
            measures
                .into_iter()
                .map(|measure| id(measure).to_owned())
                .collect::<Vec<_>>()
        };
        let responsible: Vec<&Value> = measures().filter(is_responsible).collect();
        assert_eq!(ids(&profile.responsible), walked(responsible), "{name} is responsible");
        let named = measures()
            .filter(|measure| is_named(measure) && !is_responsible(measure))
            .collect();
        assert_eq!(ids(&profile.named), walked(named), "{name} is named");
    }
}

#[test]
fn the_links_of_a_body_list_just_what_its_page_counts() {
    let dataset = shipped::dataset();
    let index = Index::new(dataset);
    for body in &dataset.bodies {
        let name = body.id.as_str();
        let profile = body_profile(&body.id, dataset);
        let count = |facet: Facet, unit: Unit| match index.value(facet, &name.into()) {
            Some(_) => listed(unit, &Query::everywhere(facet, name), &index).len(),
            None => 0,
        };
        let measures = profile.responsible.len() + profile.named.len();
        assert_eq!(
            count(Facet::of_bodies(body.kind), Unit::Measures),
            measures,
            "measures of {name}"
        );
        assert_eq!(
            count(Facet::Owner, Unit::Commitments),
            profile.owes.len(),
            "commitments of {name}"
        );
    }
}

#[test]
fn lines_stand_in_order_of_time_and_the_most_frequent_first() {
    let dataset = shipped::dataset();
    for body in &dataset.bodies {
        let profile = body_profile(&body.id, dataset);
        let name = &body.id;
        let days = profile
            .facts
            .iter()
            .map(|(_, event)| event.when.map(|when| when.period().first()));
        assert!(days.is_sorted_by_key(|day| (day.is_none(), day)), "facts of {name}");
        let days = profile
            .owes
            .iter()
            .map(|(_, owed)| owed.due.map(|due| due.period().last()));
        // A promise for a year has time until its last day.
        assert!(days.is_sorted_by_key(|day| (day.is_none(), day)), "what {name} owes");
        assert!(
            profile.with.is_sorted_by(|one, other| other.1 <= one.1),
            "with whom {name}"
        );
        assert!(
            profile.documents.is_sorted_by(|one, other| other.1 <= one.1),
            "documents of {name}"
        );
    }
}

#[test]
fn the_outcomes_of_a_body_add_up_to_its_commitments() {
    let dataset = shipped::dataset();
    let europol = dataset.body(&BodyId::new("europol")).expect("Europol");
    let profile = query::body_profile(&europol.id, dataset);
    let outcomes = profile.outcomes(dataset.edition.status_date, dataset);
    assert_eq!(
        outcomes.iter().map(|(_, count)| count).sum::<usize>(),
        profile.owes.len()
    );
    for (state, count) in outcomes {
        let walked = lines("follow_up")
            .filter(|line| names(line, "owners", "europol") && line["outcome"]["state"] == state.key())
            .count();
        assert_eq!(count, walked, "{}", state.key());
    }
    assert!(
        profile.facts.iter().any(|(home, _)| matches!(home, Home::Report(_))),
        "the general report counts too"
    );
}
