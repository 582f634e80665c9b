//! Which lines a query lets into a brief.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

use crate::domain::keyed::Keyed;
use crate::domain::measure::Event;
use crate::domain::window::Window;
use crate::index::words;
use crate::query::filter_sets::FilterSets;
use crate::query::{Facet, FacetKey, Index, Query};

/// The query without its Presidencies: the page of a brief names its own.
pub fn in_brief(query: &Query) -> Query {
    let mut asked = query.clone();
    asked.filters.remove(&Facet::Presidency);
    asked.role = None;
    asked
}

/// A query with its values looked up, for the lines of briefs.
///
/// A commitment fits when the list of commitments shows it. Of a fact the same is asked: its own bodies, systems, partners,
/// documents and words, and its measure's source, priority, status and working party; it never fits a filter on
/// commitments. Without a word on sources every source is meant: what was promised before the leading one stands in others.
pub(super) struct BriefFilter {
    /// The commitments that fit.
    pub(super) commitments: FixedBitSet,
    /// Of each filter the numbers of the values of which a fact must have one.
    filters: Vec<Vec<u32>>,
    window: Window,
    /// The words that the texts of the facts must have.
    pub(super) words: Vec<String>,
}

impl BriefFilter {
    pub(super) fn new(query: &Query, index: &Index) -> Self {
        let mut query = in_brief(query);
        if !query.filters.contains_key(&Facet::Source) {
            query.toggle(Facet::Source, &FacetKey::All);
        }
        let numbers = |(facet, values): (&Facet, &BTreeSet<FacetKey>)| {
            let values = values.iter().filter_map(|key| index.number(*facet, key));
            values.collect()
        };
        Self {
            commitments: FilterSets::new(&query, index).commitments(),
            filters: query.filters.iter().map(numbers).collect(),
            window: query.window,
            words: words(&query.text),
        }
    }

    /// Whether a fact that stands under these values does, whatever its words.
    pub(super) fn fits_event(&self, event: &Event, own: &[u32]) -> bool {
        let has_one = |wanted: &Vec<u32>| own.iter().any(|number| wanted.contains(number));
        let window = self.window;
        self.filters.iter().all(has_one)
            && (window.is_open() || event.when.is_some_and(|when| window.meets(when.period())))
    }
}

/// What narrows a brief, in words: each filter that is set with its values, the words, and the time that is looked at.
pub(super) fn narrowed_by(query: &Query, index: &Index) -> Vec<(&'static str, Vec<String>)> {
    let mut asked = in_brief(query);
    // All sources together narrow nothing.
    asked
        .filters
        .retain(|facet, values| *facet != Facet::Source || !values.contains(&FacetKey::All));
    let filters = asked.filters.iter().map(|(facet, values)| {
        let values = values.iter().map(|key| index.label(*facet, key).to_owned());
        (facet.label(), values.collect())
    });
    let text = Some(asked.text.trim().to_owned()).filter(|text| !text.is_empty());
    let text = text.map(|text| ("Words", vec![text]));
    let window = asked.window.in_words().map(|window| ("Time", vec![window]));
    filters.chain(text).chain(window).collect()
}
