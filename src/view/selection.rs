//! The selection as a sentence with parts that can be removed.

use crate::query::{self, Briefs, Facet, FacetKey, Query, SelectedPart, Unit};
use crate::view::{Context, CountedFacts};
use crate::words::{counts, filters};

/// What a view lists, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectionView {
    /// `23 of 74 measures`.
    pub count: String,
    /// What an unfiltered selection is of.
    pub subject: Option<String>,
    /// The filters, to read on from the count.
    pub parts: Vec<SelectedPart>,
    /// Of which sources it is, and the choice of them; none where there is only one.
    pub sources: Option<SourcesView>,
    /// Whether there is anything to clear.
    pub is_narrowed: bool,
}

impl SelectionView {
    /// The same where the facts of the heat table are listed: what is listed is counted first.
    #[must_use]
    pub fn counting(self, counted: Option<&CountedFacts>) -> Self {
        Self {
            count: counts::after_listed(counted.map(|counted| counted.title.as_str()), &self.count),
            ..self
        }
    }
}

/// The choice between the leading source and all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesView {
    /// The leading one, and all: `5618/20`, `all five documents`.
    pub names: [String; 2],
    /// Which of the two is chosen; neither where the reader has chosen among the sources.
    pub are_all: Option<bool>,
    /// What the other sources have: `264 more`.
    pub more: Option<String>,
}

impl Context<'_> {
    /// The selection of a view that lists `count` of the `all` in the chosen sources.
    pub fn selection(&self, query: &Query, unit: Unit, (count, all): (usize, usize)) -> SelectionView {
        SelectionView {
            count: query::count_in_words(query, unit, (count, all)),
            subject: query::subject_in_words(query, unit, &self.dataset.vocabulary),
            parts: query::selected_parts(query, unit, self.index),
            sources: self.sources(query, |everywhere| {
                query::listed(unit, everywhere, self.index).len().saturating_sub(count)
            }),
            is_narrowed: !query.is_open(),
        }
    }

    /// All sources in words: `all five documents`; none where there is only one.
    pub(super) fn all_documents(&self) -> Option<String> {
        let count = self.dataset.sources.len();
        (1 < count).then(|| filters::all_documents(count))
    }

    /// The choice of sources; `more` counts what a query for all of them has more.
    fn sources(&self, query: &Query, more: impl Fn(&Query) -> usize) -> Option<SourcesView> {
        let [leading, _, ..] = self.dataset.sources.as_slice() else {
            return None;
        };
        let are_all = match query.filters.get(&Facet::Source) {
            None => Some(false),
            Some(chosen) if chosen.contains(&FacetKey::All) => Some(true),
            Some(_) => None,
        };
        let mut everywhere = query.clone();
        everywhere.set_sources(true);
        let more = (are_all == Some(false)).then(|| more(&everywhere));
        Some(SourcesView {
            names: [
                leading.number.clone(),
                filters::all_documents(self.dataset.sources.len()),
            ],
            are_all,
            more: more.filter(|more| 0 < *more).map(filters::more),
        })
    }

    /// The selection of briefs, which name their Presidency themselves.
    pub fn brief_selection(&self, query: &Query, briefs: &Briefs<'_>) -> SelectionView {
        let parts = query::selected_parts(&query.without(Facet::Presidency), Unit::Commitments, self.index);
        SelectionView {
            count: briefs.count_in_words(),
            subject: None,
            parts,
            sources: self.sources(query, |everywhere| {
                briefs
                    .line_count_of(everywhere, self.index)
                    .saturating_sub(briefs.line_count())
            }),
            is_narrowed: briefs.all().iter().any(|brief| !brief.narrowed_by.is_empty()),
        }
    }
}
