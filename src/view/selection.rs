//! The selection as a sentence with parts that can be removed.

use crate::query::{self, Briefs, Facet, FacetKey, Query, SelectedPart, Unit};
use crate::view::Context;
use crate::words::filters;

/// What a view lists, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectionView {
    /// `23 of 74 measures`.
    pub count: String,
    /// What an unfiltered selection is of.
    pub subject: Option<&'static str>,
    /// The filters, to read on from the count.
    pub parts: Vec<SelectedPart>,
    /// What other sources have, unless the reader has filtered by source: `of 5618/20; 264 more in other documents.`
    pub elsewhere: Option<String>,
    /// Whether there is anything to clear.
    pub is_narrowed: bool,
}

impl Context<'_> {
    /// The selection of a view that lists `count` of the `all` in the chosen sources.
    pub fn selection(&self, query: &Query, unit: Unit, (count, all): (usize, usize)) -> SelectionView {
        SelectionView {
            count: query::count_in_words(query, unit, (count, all)),
            subject: query::subject_in_words(query, unit),
            parts: query::selected_parts(query, unit, self.index),
            elsewhere: self.elsewhere(query, unit, count),
            is_narrowed: !query.is_open(),
        }
    }

    fn elsewhere(&self, query: &Query, unit: Unit, count: usize) -> Option<String> {
        if query.filters.contains_key(&Facet::Source) {
            return None;
        }
        let mut everywhere = query.clone();
        everywhere.toggle(Facet::Source, &FacetKey::All);
        let all = query::listed(unit, &everywhere, self.index).len();
        let more = all.saturating_sub(count);
        (0 < more).then(|| filters::elsewhere(&self.dataset.edition.id, more))
    }

    /// The selection of briefs, which name their Presidency themselves.
    pub fn brief_selection(&self, query: &Query, briefs: &Briefs<'_>) -> SelectionView {
        let parts = query::selected_parts(&query.without(Facet::Presidency), Unit::Commitments, self.index);
        SelectionView {
            count: briefs.count_in_words(),
            subject: None,
            parts,
            elsewhere: None,
            is_narrowed: briefs.all().iter().any(|brief| !brief.narrowed_by.is_empty()),
        }
    }
}
