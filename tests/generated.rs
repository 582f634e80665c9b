//! Of a generated dataset, several times as large as the shipped one: everything that a query lists and counts, words and
//! days included, is what a walk over the JSON finds.

#[path = "asked/mod.rs"]
mod asked;
#[path = "naive/mod.rs"]
mod naive;
#[path = "generated_data/mod.rs"]
mod shipped;

use iss_followup::domain::date::Day;
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{Facet, FacetCounts, Index, Progress, Query, Unit, facet_counts, facets, listed, words};
use proptest::prelude::*;

use crate::cases::cases;
use crate::walk::{list, text};
use asked::{any_day, any_query, any_window, asked_on, ids, index};
use naive::words::{has_all, words_on};
use naive::{Everything, everything_on, walked};

const UNITS: [Unit; 3] = [Unit::Measures, Unit::Commitments, Unit::Documents];

/// What a query lists, and what it lists without its words, if that is asked for.
struct Scan {
    all: Everything,
    as_of: String,
}

impl Scan {
    fn on(day: Day) -> Self {
        let as_of = day.to_string();
        Self {
            all: everything_on(&as_of),
            as_of,
        }
    }

    fn ids(&self, unit: Unit, query: &Query) -> Vec<String> {
        let fitting = walked(unit, query, &self.all);
        let wanted = words(&query.text);
        if wanted.is_empty() {
            return fitting;
        }
        let own = words_on(unit, &self.as_of);
        let with_words = all_ids(unit)
            .into_iter()
            .zip(own)
            .filter(|(_, own)| has_all(own, &query.text));
        let with_words: Vec<String> = with_words.map(|(id, _)| id).collect();
        fitting.into_iter().filter(|id| with_words.contains(id)).collect()
    }
}

/// The ids of everything that can be listed, in the order of the dataset.
fn all_ids(unit: Unit) -> Vec<String> {
    let json = shipped::json();
    let id = |record| text(record, "id");
    let homes = list(json, "measures").chain(list(json, "reports"));
    match unit {
        Unit::Measures => list(json, "measures").map(id).collect(),
        Unit::Commitments => homes.flat_map(|home| list(home, "follow_up")).map(id).collect(),
        Unit::Documents => list(json, "documents").map(id).collect(),
    }
}

proptest! {
    // Each case walks over the whole dataset several times.
    #![proptest_config(cases(24))]

    #[test]
    fn a_query_lists_what_a_walk_over_the_json_finds(query in any_query(), day in any_day(), window in any_window()) {
        let query = Query { window, ..asked_on(&query, day) };
        let scan = Scan::on(day);
        for unit in UNITS {
            prop_assert_eq!(ids(unit, &query), scan.ids(unit, &query), "{:?}", unit);
        }
    }

    #[test]
    fn a_count_is_what_a_walk_over_the_json_finds_for_the_value(
        query in any_query(), day in any_day(), window in any_window(), facet in 0..Facet::ALL.len(),
        place in any::<proptest::sample::Index>()
    ) {
        let query = Query { window, ..asked_on(&query, day) };
        let scan = Scan::on(day);
        for unit in UNITS {
            let counts: FacetCounts = facet_counts(&query, unit, index()).swap_remove(facet);
            if let Some(value) = counts.values.get(place.index(counts.values.len().max(1))) {
                let left = scan.ids(unit, &query.narrowed(counts.facet, value.key)).len();
                prop_assert_eq!(value.count, left, "{:?} {:?} {}", unit, counts.facet, value.key);
            }
        }
    }

    #[test]
    fn counted_together_the_filters_have_the_counts_that_they_have_alone(query in any_query(), day in any_day()) {
        let query = asked_on(&query, day);
        for unit in UNITS {
            let together = facet_counts(&query, unit, index());
            let alone = together.iter().map(|counts| facets(counts.facet, &query, unit, index()));
            prop_assert_eq!(&together, &alone.collect::<Vec<_>>(), "{:?}", unit);
        }
    }

    #[test]
    fn words_that_are_read_in_slices_find_the_same(slices in proptest::collection::vec(1_usize..150, 0..6), query in any_query()) {
        let all = shipped::dataset().measures.len();
        let sliced = Index::new(shipped::dataset());
        let mut read = 0;
        for slice in slices {
            read = (read + slice).min(all);
            prop_assert_eq!(sliced.index_words(slice), Progress { done: read, all });
        }
        // Whoever asks before all are read has the rest read at once.
        prop_assert_eq!(listed(Unit::Measures, &query, &sliced), listed(Unit::Measures, &query, index()));
        let done = if words(&query.text).is_empty() { read } else { all };
        prop_assert_eq!(sliced.index_words(0), Progress { done, all });
    }

    #[test]
    fn what_is_prepared_in_steps_answers_alike(steps in 1_usize..400, query in any_query(), day in any_day()) {
        let query = asked_on(&query, day);
        let prepared = Index::new(shipped::dataset());
        for unit in UNITS {
            while let Some(Progress { done, all }) = query.prepare(unit, &prepared, steps) {
                prop_assert!(done <= all);
            }
            prop_assert_eq!(listed(unit, &query, &prepared), listed(unit, &query, index()), "{:?}", unit);
            prop_assert_eq!(facet_counts(&query, unit, &prepared), facet_counts(&query, unit, index()));
        }
    }
}
