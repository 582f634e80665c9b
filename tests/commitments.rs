//! What filters ask of commitments, against a walk over the JSON, and the groups in which commitments are listed.

use crate::shipped;
use std::collections::BTreeSet;

use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{self, Facet, FacetKey, Per, Query, run};
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::{any_query, index};
use crate::walk::{list, text};

/// The measures of all sources that a query lists, and those of which one and the same commitment fits.
#[track_caller]
fn check_commitments(query: &Query, fits: &dyn Fn(&Value) -> bool) {
    let measures = list(shipped::json(), "measures");
    let walked = measures.filter(|measure| list(measure, "follow_up").any(fits));
    let walked: Vec<String> = walked.map(|measure| text(measure, "id")).collect();
    let listed = run(query, index()).into_iter();
    let listed: Vec<&str> = listed
        .map(|place| shipped::dataset().measures[place].id.as_str())
        .collect();
    assert_eq!(listed, walked, "{:?}", query.filters);
}

#[test]
fn filters_on_commitments_must_fit_one_and_the_same() {
    let keys = |facet: Facet| index().values(facet).iter().map(|value| value.key.as_str());
    for owner in keys(Facet::Owner) {
        for outcome in keys(Facet::Outcome).filter(|outcome| *outcome != "none") {
            let both = |line: &Value| list(line, "owners").any(|id| id == owner) && line["outcome"]["state"] == outcome;
            let query = Query::everywhere(Facet::Owner, owner).narrowed(Facet::Outcome, outcome);
            check_commitments(&query, &both);
            check_commitments(&query.narrowed(Facet::Due, &FacetKey::Nothing), &|line| {
                both(line) && line["due"].is_null()
            });
            let in_2019 = |line: &Value| match (text(line, "due"), text(line, "due_end")) {
                (due, end) if end.is_empty() => due.starts_with("2019"),
                (due, end) => due.as_str() < "2020" && "2019" <= end.as_str(),
            };
            check_commitments(&query.narrowed(Facet::Due, "2019"), &|line| both(line) && in_2019(line));
        }
    }
}

/// A measure that has each of two values, but in no commitment both.
#[track_caller]
fn check_split(id: &str, one: (Facet, &str), other: (Facet, &str)) {
    let lists = |query: &Query| {
        let places = run(query, index());
        places
            .into_iter()
            .any(|place| shipped::dataset().measures[place].id.as_str() == id)
    };
    let with_one = Query::everywhere(one.0, one.1);
    assert!(lists(&with_one), "{id} has {one:?}");
    assert!(lists(&Query::everywhere(other.0, other.1)), "{id} has {other:?}");
    assert!(
        !lists(&with_one.narrowed(other.0, other.1)),
        "{id} has both in different commitments only"
    );
}

#[test]
fn a_measure_that_has_each_in_another_commitment_does_not_fit() {
    check_split("23", (Facet::Owner, "europol"), (Facet::Outcome, "overdue"));
    check_split("23", (Facet::Owner, "pres-fi"), (Facet::Outcome, "open"));
    check_split("23", (Facet::Owner, "europol"), (Facet::Due, "2019"));
    check_split("38", (Facet::Owner, "eu-lisa"), (Facet::Outcome, "overdue"));
    check_split("38", (Facet::Outcome, "open"), (Facet::Due, "2019"));
}

proptest! {
    #[test]
    fn every_listed_commitment_stands_in_a_group(query in any_query(), per in proptest::sample::select(Per::ALL)) {
        let listed = query::commitments(&query, index());
        let groups = query::group_commitments(listed.clone(), &query, per, index());
        let grouped: BTreeSet<usize> = groups.iter().flat_map(|(_, places)| places.iter().copied()).collect();
        prop_assert_eq!(grouped, listed.into_iter().collect::<BTreeSet<_>>());
        for (name, places) in groups {
            let Some(name) = name else { continue };
            let facet = per.facet().expect("only a filter names groups");
            let narrowed = query::commitments(&query.narrowed(facet, &name), index());
            prop_assert!(places.iter().all(|place| narrowed.contains(place)), "{}", name);
        }
    }
}
