//! Links to titles; orders, groups, and facet counts against brute force.

use crate::cases::cases;
use crate::shipped;
use std::collections::{BTreeMap, BTreeSet};

use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{
    Basis, Column, DueState, Facet, FacetKey, Grouping, Query, Sort, Unit, ViewOptions, arrange, facets, listed, run,
};
use iss_followup::route::Route;
use proptest::prelude::*;

use crate::asked::{any_query, index};

/// The numbers of the measures that a link shows, in the order of the table.
fn numbers(fragment: &str) -> Vec<&'static str> {
    let (route, issues) = Route::open(fragment, index());
    assert_eq!(issues, [], "{fragment}");
    let Route { query, options, .. } = route;
    let groups = arrange(run(&query, index()), &query, &options, index());
    let places = groups.into_iter().flat_map(|(_, places)| places);
    places
        .map(|place| shipped::dataset().measures[place].number.as_str())
        .collect()
}

fn grouped_by(grouping: Grouping) -> ViewOptions {
    ViewOptions {
        grouping,
        ..ViewOptions::default()
    }
}

#[track_caller]
fn check(fragment: &str, expected: &[&str]) {
    assert_eq!(numbers(fragment), expected, "{fragment}");
}

#[test]
fn several_filters_mean_and_several_values_mean_or() {
    check("/table?status=blocked", &["62"]);
    check("/table?working-party=financial-counsellors", &["11"]);
    check("/table?working-party=financial-counsellors&status=blocked", &[]);
    check("/table?document=st-9727-2019", &["1"]);
    check("/table?partner=new-zealand,niger", &["57", "58"]);
    check("/table?partner=new-zealand,niger&priority=internal-external", &["58"]);
}

#[test]
fn without_a_word_on_sources_the_leading_one_is_meant() {
    assert_eq!(numbers("/table?source=5618-20"), numbers("/table"));
    check(
        "/table?source=com-2016-602&group=none",
        &["3.1", "3.2", "3.3", "3.4", "3.5"],
    );
    assert_eq!(numbers("/table?source=all").len(), 102);
    assert_eq!(numbers("/table?source=10944-18,15070-19,5754-20").len(), 23);
}

#[test]
fn a_presidency_is_asked_for_in_either_role_or_in_one() {
    let either: BTreeSet<&str> = numbers("/table?presidency=HR").into_iter().collect();
    let acted: BTreeSet<&str> = numbers("/table?presidency=HR&role=acted").into_iter().collect();
    let plans: BTreeSet<&str> = numbers("/table?presidency=HR&role=plans").into_iter().collect();
    assert_eq!(either, acted.union(&plans).copied().collect());
    assert!(plans.contains("24") && plans.contains("41"), "{plans:?}");
    let named = shipped::dataset()
        .measures
        .iter()
        .filter(|measure| measure.source.as_str() == "5618-20")
        .filter(|measure| measure.presidencies.iter().any(|link| link.id.as_str() == "HR"));
    for measure in named {
        assert!(either.contains(measure.number.as_str()), "{} names HR", measure.number);
    }
}

#[test]
fn a_measure_says_whether_the_text_or_only_a_date_gives_it_to_a_presidency() {
    let dataset = shipped::dataset();
    let place = dataset
        .measures
        .iter()
        .position(|measure| measure.number == "31")
        .expect("measure 31");
    let terms = dataset
        .rota
        .terms()
        .iter()
        .position(|term| term.id.as_str() == "FI")
        .expect("Finland");
    let standings = index().as_of(shipped::dataset().edition.status_date);
    assert_eq!(standings.involvements(place)[terms].acted, Some(Basis::Named));
    let place = dataset
        .measures
        .iter()
        .position(|measure| measure.number == "60")
        .expect("measure 60");
    let estonia = dataset
        .rota
        .terms()
        .iter()
        .position(|term| term.id.as_str() == "EE")
        .expect("Estonia");
    assert_eq!(standings.involvements(place)[estonia].acted, Some(Basis::ByDate));
}

#[test]
fn every_column_sorts_both_ways_and_keeps_every_row() {
    let all: BTreeSet<&str> = shipped::MEASURES.into_iter().collect();
    for column in Column::ALL {
        let ascending = numbers(&format!("/table?group=none&sort={}", column.key()));
        let descending = numbers(&format!("/table?group=none&sort=-{}", column.key()));
        assert_eq!(
            ascending.iter().copied().collect::<BTreeSet<_>>(),
            all,
            "{}",
            column.key()
        );
        assert_eq!(
            descending.iter().copied().collect::<BTreeSet<_>>(),
            all,
            "{}",
            column.key()
        );
        assert_ne!(ascending, descending, "{}", column.key());
    }
    assert_eq!(numbers("/table?group=none"), shipped::MEASURES);
}

#[test]
fn measures_without_a_follow_up_can_be_asked_for() {
    let without = shipped::dataset().measures.iter();
    let without = without.filter(|measure| measure.source.as_str() == "5618-20" && measure.follow_up.is_empty());
    let without: Vec<&str> = without.map(|measure| measure.number.as_str()).collect();
    assert!(!without.is_empty());
    check("/table?outcome=none", &without);
}

#[test]
fn the_groups_depend_on_nothing_but_what_decides_them() {
    let dataset = shipped::dataset();
    let all: Vec<usize> = (0..dataset.measures.len()).collect();
    for grouping in Grouping::ALL {
        for fragment in [
            "/table?presidency=HR%2CFI&role=plans&q=europol",
            "/table?status=blocked&priority=p1&as-of=2018-07-01",
        ] {
            let (route, _) = Route::from_fragment(fragment);
            let (query, options) = (route.query, grouped_by(*grouping));
            let grouped = query.of_filter(grouping.facet());
            assert!(grouped.text.is_empty() && grouped.filters.len() <= 1);
            // Words that are searched put the best first.
            let of = |query: &Query| -> BTreeMap<Option<FacetKey>, BTreeSet<usize>> {
                let groups = arrange(all.clone(), query, &options, index()).into_iter();
                groups
                    .map(|(key, places)| (key, places.into_iter().collect()))
                    .collect()
            };
            assert_eq!(of(&grouped), of(&query), "{grouping:?} {fragment}");
        }
    }
}

#[test]
fn in_groups_that_overlap_a_measure_stands_under_each_of_its_values() {
    let (query, options) = (Query::default(), grouped_by(Grouping::WorkingParty));
    let dataset = shipped::dataset();
    let groups = arrange(run(&query, index()), &query, &options, index());
    for (name, places) in &groups {
        for place in places {
            let parties = &dataset.measures[*place].working_parties;
            match name {
                Some(name) => assert!(parties.iter().any(|party| party.as_str() == name.as_str()), "{name}"),
                None => assert!(parties.is_empty()),
            }
        }
    }
    let lines: usize = groups.iter().map(|(_, places)| places.len()).sum();
    assert!(74 < lines, "{lines}");
}

/// What a Presidency has to do with a measure, in words.
fn part_of(measure: &str, presidency: &str) -> String {
    let dataset = shipped::dataset();
    let place = dataset.measures.iter().position(|own| own.id.as_str() == measure);
    let term = dataset
        .rota
        .terms()
        .iter()
        .position(|term| term.id.as_str() == presidency);
    let all = index()
        .as_of(dataset.edition.status_date)
        .involvements(place.expect("a measure"));
    all[term.expect("a term")].in_words(&dataset.vocabulary)
}

#[test]
fn what_the_general_report_says_of_a_measure_counts_for_its_presidencies() {
    // The Regulation on explosives precursors was adopted on 14 June 2019.
    assert_eq!(part_of("4", "RO"), "acted (in the general report)");
    assert_eq!(part_of("4", "FI"), "acted (in the general report)");
    assert_eq!(part_of("4", "AT"), "no part");
    let romanian = Query::default().narrowed(Facet::Presidency, "RO");
    let found = run(&romanian, index());
    let ids: Vec<&str> = found
        .iter()
        .map(|place| shipped::dataset().measures[*place].id.as_str())
        .collect();
    assert!(ids.contains(&"4"), "{ids:?}");
}

#[test]
fn rows_without_a_date_come_last_either_way() {
    let has_due = |number: &&str| {
        let place = shipped::MEASURES
            .iter()
            .position(|other| other == number)
            .expect("a measure");
        index()
            .as_of(shipped::dataset().edition.status_date)
            .next_due(place)
            .is_some()
    };
    for link in ["/table?group=none&sort=due", "/table?group=none&sort=-due"] {
        let rows = numbers(link);
        let dated = rows.iter().take_while(|number| has_due(number)).count();
        assert!(0 < dated && !rows[dated..].iter().any(has_due), "{link}");
    }
}

#[test]
fn groups_come_in_the_order_of_the_source() {
    let dataset = shipped::dataset();
    let query = Query::default();
    let groups = arrange(run(&query, index()), &query, &ViewOptions::default(), index());
    let names: Vec<&str> = groups
        .iter()
        .filter_map(|(name, _)| Some(name.as_ref()?.as_str()))
        .collect();
    let priorities: Vec<&str> = dataset.priorities.iter().map(|priority| priority.id.as_str()).collect();
    assert_eq!(names, priorities);
}

#[test]
fn the_latest_fact_is_never_after_the_status_date_and_the_next_due_date_is_never_done() {
    let dataset = shipped::dataset();
    let standings = index().as_of(shipped::dataset().edition.status_date);
    for (place, measure) in dataset.measures.iter().enumerate() {
        if let Some(event) = standings.latest(place) {
            let when = measure.state_of_play[event].when.expect("a date");
            assert!(
                when.period().first() <= dataset.edition.status_date,
                "{}",
                measure.number
            );
        }
        if let Some(next) = standings.next_due(place) {
            let state = measure.follow_up[next.commitment].outcome.state.key();
            assert_eq!(
                state,
                if next.state == DueState::PastDue {
                    "overdue"
                } else {
                    "open"
                },
                "{}",
                measure.number
            );
        }
    }
}

proptest! {
    // Every value of the filter in every unit is a query of its own.
    #![proptest_config(cases(64))]

    /// A value's count is the number of rows that choosing it alone, under its filter, would leave.
    #[test]
    fn facet_counts_equal_a_brute_force_count(query in any_query(), facet in proptest::sample::select(Facet::ALL)) {
        for unit in [Unit::Measures, Unit::Commitments, Unit::Documents] {
            for counted in facets(facet, &query, unit, index()).values {
                let alone = query.narrowed(facet, counted.key);
                let count = listed(unit, &alone, index()).len();
                prop_assert_eq!(counted.count, count, "{} {} {:?}", facet.key(), counted.key, unit);
            }
        }
    }
}

proptest! {
    #[test]
    fn groups_hold_the_same_whichever_way_they_are_formed(
        query in any_query(),
        grouping in proptest::sample::select(Grouping::ALL),
        some in proptest::collection::vec(any::<bool>(), shipped::dataset().measures.len()),
    ) {
        let places = run(&query, index()).into_iter().filter(|place| some[*place]);
        let places: Vec<usize> = places.collect();
        // Words that are searched put the best first.
        let query = Query { text: String::new(), ..query };
        let groups = |is_descending: bool| {
            let sort = Sort { column: Column::Number, is_descending };
            let options = ViewOptions { sort: Some(sort), ..grouped_by(grouping) };
            arrange(places.clone(), &query, &options, index())
        };
        let mut descending = groups(true);
        for (_, members) in &mut descending {
            members.reverse();
        }
        prop_assert_eq!(groups(false), descending);
    }

    #[test]
    fn a_further_filter_never_adds_a_row(query in any_query(), further in any_query()) {
        let mut narrowed = query.clone();
        // A word on sources may widen: without one, only the leading source is meant.
        for (facet, values) in further.filters.into_iter().filter(|(facet, _)| *facet != Facet::Source) {
            narrowed.filters.entry(facet).or_insert(values);
        }
        let before: BTreeSet<usize> = run(&query, index()).into_iter().collect();
        let after: BTreeSet<usize> = run(&narrowed, index()).into_iter().collect();
        prop_assert!(after.is_subset(&before));
    }
}
