//! Which lines of a brief match a query.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

use crate::domain::keyed::Keyed;
use crate::domain::measure::Event;
use crate::domain::window::Window;
use crate::index::SearchTerm;
use crate::query::filter_sets::FilterSets;
use crate::query::{Facet, FacetKey, Index, Query};
use crate::words::briefs as words;

/// A query with its values looked up, for the lines of briefs.
///
/// A commitment matches if the list of commitments shows it. A fact is matched by its own bodies, systems, partners, documents
/// and words, and by its measure's source, priority, status and working party; it never matches a filter on commitments.
/// Without a filter on sources, the leading source counts, as everywhere.
pub(in crate::query) struct BriefFilter {
    /// The commitments that match.
    pub(in crate::query) commitments: FixedBitSet,
    /// For each filter, the numbers of the chosen values: a fact must have one.
    filters: Vec<Vec<u32>>,
    window: Window,
    /// What must be found in the texts of the facts.
    pub(in crate::query) terms: Vec<SearchTerm>,
}

impl BriefFilter {
    pub(in crate::query) fn new(query: &Query, index: &Index) -> Self {
        let mut query = query.without(Facet::Presidency);
        if !query.filters.contains_key(&Facet::Source)
            && let Some(leading) = index.dataset().sources.first()
        {
            query.toggle(Facet::Source, &leading.id);
        }
        let numbers = |(facet, values): (&Facet, &BTreeSet<FacetKey>)| {
            let values = values.iter().filter_map(|key| index.number(*facet, key));
            values.collect()
        };
        Self {
            commitments: FilterSets::new(&query, index).commitments(),
            filters: query.filters.iter().map(numbers).collect(),
            window: query.window,
            terms: query.terms(index),
        }
    }

    /// Whether a fact with these values matches, the words aside.
    pub(in crate::query) fn fits_event(&self, event: &Event, own: &[u32]) -> bool {
        let has_one = |chosen: &Vec<u32>| own.iter().any(|number| chosen.contains(number));
        let window = self.window;
        self.filters.iter().all(has_one)
            && (window.is_open() || event.when.is_some_and(|when| window.meets(when.period())))
    }
}

/// The active filters by name with their chosen values, the words, and the window of time.
pub(super) fn narrowed_by(query: &Query, index: &Index) -> Vec<(String, Vec<String>)> {
    let mut narrowed = query.without(Facet::Presidency);
    // All sources together narrow nothing.
    narrowed
        .filters
        .retain(|facet, values| *facet != Facet::Source || !values.contains(&FacetKey::All));
    let filters = narrowed.filters.iter().map(|(facet, values)| {
        let values = values.iter().map(|key| index.label(*facet, key).to_owned());
        (index.dataset().vocabulary.say(facet.label()), values.collect())
    });
    let text = Some(narrowed.text.trim().to_owned()).filter(|_| narrowed.has_words());
    let [text_name, period_name] = words::TEXT_AND_PERIOD;
    let text = text.map(|text| (text_name.to_owned(), vec![text]));
    let window = narrowed
        .window
        .in_words()
        .map(|window| (period_name.to_owned(), vec![window]));
    filters.chain(text).chain(window).collect()
}
