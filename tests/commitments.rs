//! What filters ask of commitments, against a walk over the JSON, and the groups in which commitments are listed.

use crate::shipped;
use std::collections::BTreeSet;

use iss_followup::dataset::Record;
use iss_followup::domain::id::LineId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{self, Facet, FacetKey, Per, Query, run};
use iss_followup::render::html::{self, Medium};
use iss_followup::view::Context;
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

/// How many of some commitments name an owner, a date, a product, all three, and none.
fn walked_namings<'a>(commitments: impl Iterator<Item = &'a Value>) -> [usize; 5] {
    let mut counts = [0; 5];
    for commitment in commitments {
        let named = [
            !text(commitment, "note").contains("The source names no owner; "),
            !commitment["due"].is_null(),
            !text(commitment, "product").is_empty(),
        ];
        for (place, is_named) in named.iter().enumerate() {
            counts[place] += usize::from(*is_named);
        }
        counts[3] += usize::from(named == [true; 3]);
        counts[4] += usize::from(named == [false; 3]);
    }
    counts
}

#[test]
fn what_commitments_name_is_counted_among_all_of_them_and_each_count_is_a_filter() {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let homes = || {
        ["reports", "measures"]
            .into_iter()
            .flat_map(|of| list(shipped::json(), of))
    };
    let all = || homes().flat_map(|home| list(home, "follow_up"));
    let everything = Query::default().narrowed(Facet::Source, &FacetKey::All);
    let view = context.naming_filters(&everything);
    let counts: Vec<usize> = view.namings.iter().map(|filter| filter.count).collect();
    assert_eq!((view.all, counts), (400, walked_namings(all()).to_vec()));
    for filter in &view.namings {
        let chosen = everything.narrowed(Facet::Names, filter.naming.key());
        assert_eq!(
            query::commitments(&chosen, index()).len(),
            filter.count,
            "{:?}",
            filter.naming
        );
        let again = context.naming_filters(&chosen);
        assert_eq!(again.all, view.all);
        assert!(
            again
                .namings
                .iter()
                .all(|other| other.is_chosen == (other.naming == filter.naming))
        );
    }
    // Another filter is counted within.
    let met = context.naming_filters(&everything.narrowed(Facet::Outcome, "met"));
    let walked = walked_namings(all().filter(|own| own["outcome"]["state"] == "met"));
    assert_eq!(
        met.namings.iter().map(|filter| filter.count).collect::<Vec<_>>(),
        walked
    );
}

#[test]
fn each_commitment_says_what_it_names() {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let said = |id: &str| {
        let (_, record) = dataset.record(&LineId::new(id)).expect("a commitment");
        html::facts(&[context.line(record, None)], Medium::App).into_string()
    };
    let roadmap = said("europol-1-c1");
    for words in [
        "<span title=\"a roadmap\">product</span>",
        ">no date<",
        "<span>owner</span>",
    ] {
        assert!(roadmap.contains(words), "{words}: {roadmap}");
    }
    let monitoring = said("45-c1");
    for words in [">no owner<", ">no date<", ">no product<"] {
        assert!(monitoring.contains(words), "{words}: {monitoring}");
    }
    let fact = context.line(
        dataset
            .records()
            .find(|(_, line)| matches!(line, Record::Event(_)))
            .expect("a fact")
            .1,
        None,
    );
    assert_eq!(fact.namings, None);
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
