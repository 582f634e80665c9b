//! Queries and the pure functions that answer them: matches, counts, groups, heat table, briefs.
//!
//! Knows nothing of addresses, pixels or the browser.

mod body_profile;
mod brief;
mod counts;
mod documents;
mod excerpt;
mod filter_sets;
mod go_to;
mod groups;
mod heat;
mod later_documents;
mod later_facts;
mod matches;
mod neighbours;
mod other_hits;
mod rank;
mod remarks;
mod selection;
mod slips;
mod sort;
mod tally;
mod view_options;

use std::collections::{BTreeMap, BTreeSet};

pub use body_profile::{BodyProfile, body_profile};
pub use brief::{
    Brief, BriefCandidates, BriefGroup, BriefLine, BriefSection, Briefs, InOffice, Part, nearest_brief,
    presidencies_with_brief, shown_in_brief, shown_in_briefs,
};
pub use counts::{FacetCounts, ValueCount, facet_counts, facets};
pub use documents::{Citing, DocumentColumn, DocumentSort, Shared, arrange_documents, citing, group_documents};
pub use excerpt::{Excerpt, cut, excerpt};
pub use go_to::{
    Target, canonical_body, canonical_document, canonical_line, canonical_measure, canonical_presidency,
    canonical_report, canonical_value, go_to, is_name_of, nearest_documents,
};
pub use groups::{Group, Per, group_commitments};
pub use heat::{Heat, HeatAxes, HeatLine, HeatUnit, SHADES, heat, heat_facts};
pub use later_documents::{LaterDocument, later_documents};
pub use later_facts::{Later, LaterBy, group_later_facts, later_facts};
pub use matches::{commitments, documents, listed, run};
pub use neighbours::{Neighbours, neighbours};
pub use other_hits::{OtherHits, everywhere, other_hits};
pub use rank::list_order;
pub use remarks::{About, Other, Remark, RemarkContent, RemarkPlace, Remarks, remarks};
pub use selection::{
    Choice, Chosen, SelectedPart, count_in_words, noun, parts_in_words, selected_parts, selection_in_words,
    subject_in_words,
};
pub use slips::{AnnouncedDate, Promise, Slips, Statement, StatementLine, all_slips, slip, slips};
pub use sort::{Column, Grouping, Sort, arrange};
pub use tally::{Tally, tally};
pub use view_options::{BriefBy, Density, Lanes, LaterColumn, ViewOptions};

use crate::dataset::Dataset;
use crate::domain::date::Day;
use crate::domain::id::SourceId;
use crate::domain::status::PresidencyRole;

pub use crate::domain::window::Window;
pub(crate) use crate::index::Hits;
pub use crate::index::{
    AsOf, Basis, CommitmentEntry, Due, DueState, Facet, FacetKey, FacetValue, Index, Involvement, Progress, SearchTerm,
    Segment, Unit, highlight, involvements_of, terms, words,
};

/// The longest text that is looked for, in characters: with every one of them escaped, an address is still one that browsers and
/// mail programs take.
pub const LONGEST_TEXT: usize = 1000;

/// A query. Values of one filter are joined by *or*, filters by *and*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The chosen values of each filter. Invariant kept by [`Query::toggle`]: no filter has an empty set.
    pub filters: BTreeMap<Facet, BTreeSet<FacetKey>>,
    /// The role of the Presidency; `None` is either.
    pub role: Option<PresidencyRole>,
    /// The words that must all be found.
    pub text: String,
    /// The day as of which everything is shown; `None` is the edition's date.
    pub as_of: Option<Day>,
    /// Something of a measure or commitment must fall into this window.
    pub window: Window,
}

impl Query {
    /// Everything with this value, from all sources.
    pub fn everywhere(facet: Facet, value: impl Into<FacetKey>) -> Self {
        Self::default()
            .narrowed(facet, value)
            .narrowed(Facet::Source, &FacetKey::All)
    }

    /// The day as of which everything is shown.
    pub fn day(&self, dataset: &Dataset) -> Day {
        self.as_of.unwrap_or(dataset.edition.status_date)
    }

    /// The same as of another day.
    #[must_use]
    pub fn with_day(&self, day: Day, dataset: &Dataset) -> Self {
        Self {
            as_of: Some(day).filter(|day| *day != dataset.edition.status_date),
            ..self.clone()
        }
    }

    /// Cuts off what is too long of the text. Says whether there was anything.
    pub fn shorten_text(&mut self) -> bool {
        let end = self.text.char_indices().nth(LONGEST_TEXT).map(|(end, _)| end);
        if let Some(end) = end {
            self.text.truncate(end);
        }
        end.is_some()
    }

    /// The same without its window, for views that also show what lies around it.
    #[must_use]
    pub fn without_window(&self) -> Self {
        Self {
            window: Window::default(),
            ..self.clone()
        }
    }

    /// Only the chosen values of this filter, on the same day.
    #[must_use]
    pub fn of_filter(&self, facet: Option<Facet>) -> Self {
        let mut only = Self {
            role: self.role.filter(|_| facet == Some(Facet::Presidency)),
            as_of: self.as_of,
            ..Self::default()
        };
        let chosen = facet.and_then(|facet| self.filters.get_key_value(&facet));
        only.filters
            .extend(chosen.map(|(facet, values)| (*facet, values.clone())));
        only
    }

    /// The query without this filter: for every source, or for every Presidency in either role.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        if facet == Facet::Source {
            return self.narrowed(facet, &FacetKey::All);
        }
        let mut others = self.clone();
        others.filters.remove(&facet);
        others.role = others.role.filter(|_| facet != Facet::Presidency);
        others
    }

    /// Whether this value of this filter is chosen.
    pub fn has(&self, facet: Facet, value: &FacetKey) -> bool {
        self.filters.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Adds the value, or removes it.
    pub fn toggle(&mut self, facet: Facet, value: impl Into<FacetKey>) {
        let value = value.into();
        let values = self.filters.entry(facet).or_default();
        if !values.remove(&value) {
            if facet == Facet::Source {
                // "All sources" and a single source exclude each other.
                values.retain(|other| (*other == FacetKey::All) == (value == FacetKey::All));
            }
            values.insert(value);
        }
        if values.is_empty() {
            self.filters.remove(&facet);
        }
    }

    /// What was typed, as terms of which each must be found. Another spelling of a document's number stands for the printed one.
    pub fn terms(&self, index: &Index) -> Vec<SearchTerm> {
        let number = index
            .document_named(&self.text)
            .and_then(|document| document.number.as_deref());
        terms(number.unwrap_or(&self.text), &index.dataset().glossary)
    }

    /// The same as they are marked: words that stand as one somewhere are marked only where they stand together.
    pub fn marked_terms(&self, index: &Index) -> Vec<SearchTerm> {
        let terms = self.terms(index);
        let as_of = index.as_of(self.day(index.dataset()));
        let words = (1 < terms.len())
            .then(|| index.words_if_ready(Unit::Measures, &as_of))
            .flatten();
        words.map(|words| words.joined(&terms)).unwrap_or(terms)
    }

    /// The same words but for an error in one of them; none if each is a word, or if nothing is like it.
    pub fn corrected(&self, index: &Index) -> Option<String> {
        let as_of = index.as_of(self.day(index.dataset()));
        let near = |unit, word: &str| index.words(unit, &as_of).nearest(word).map(str::to_owned);
        let written = self.text.split_whitespace().find_map(|written| {
            let [word] = <[String; 1]>::try_from(words(written)).ok()?;
            let nearest = near(Unit::Measures, &word)?;
            Some((written, nearest))
        });
        written.map(|(written, nearest)| self.text.replacen(written, &nearest, 1))
    }

    /// Whether there are words to search for; signs alone are none.
    pub fn has_words(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }

    /// Reads the words of up to `how_many` more texts that an answer needs; `None` if it needs no more. An answer that comes
    /// earlier reads the rest itself.
    pub fn prepare(&self, unit: Unit, index: &Index, how_many: usize) -> Option<Progress> {
        let is_search = self.has_words();
        let measures = &index.dataset().measures;
        // What words are looked for in is not there yet: the texts, or pieces of where words stand.
        let lacks_texts = measures.whole() < measures.len();
        let is_lacking = || match index.missing_pieces() {
            None => lacks_texts,
            Some(_) => self.lacks_pieces(index) || (lacks_texts && unit == Unit::Commitments),
        };
        if is_search && is_lacking() {
            return Some(Progress {
                done: measures.whole(),
                all: measures.len(),
            });
        }
        is_search.then(|| index.prepare_search(unit, self.day(index.dataset()), how_many))?
    }

    /// Whether an answer lacks pieces of where words stand.
    fn lacks_pieces(&self, index: &Index) -> bool {
        index.forget_missing_pieces();
        let as_of = index.as_of(self.day(index.dataset()));
        let found = run(self, index);
        rank::best_first(found, self, index, &as_of);
        index.missing_pieces().is_none_or(|missing| !missing.is_empty())
    }

    /// Whether it counts what the source with that id has, the one at that place of the dataset: the first, unless others are chosen.
    pub(crate) fn counts_source(&self, place: usize, id: &SourceId) -> bool {
        match self.filters.get(&Facet::Source) {
            None => place == 0,
            Some(chosen) => chosen.contains(&FacetKey::All) || chosen.contains(&id.into()),
        }
    }

    /// Counts what every source has, or what the leading one has.
    pub fn set_sources(&mut self, are_all: bool) {
        self.filters.remove(&Facet::Source);
        if are_all {
            self.toggle(Facet::Source, &FacetKey::All);
        }
    }

    /// The same for what every source has, unless the reader has chosen among them.
    #[must_use]
    pub fn in_all_sources(&self) -> Self {
        if self.filters.contains_key(&Facet::Source) {
            self.clone()
        } else {
            self.narrowed(Facet::Source, &FacetKey::All)
        }
    }

    /// Whether it filters by source only, or not at all.
    pub fn is_open(&self) -> bool {
        self.filters.keys().all(|facet| *facet == Facet::Source)
            && self.role.is_none()
            && !self.has_words()
            && self.window.is_open()
    }

    /// The same day and sources without any other filter.
    #[must_use]
    pub fn opened(&self) -> Self {
        self.of_filter(Some(Facet::Source))
    }

    /// The same with this value as the only one of its filter.
    #[must_use]
    pub fn narrowed(&self, facet: Facet, value: impl Into<FacetKey>) -> Self {
        let mut narrowed = self.clone();
        narrowed.filters.remove(&facet);
        narrowed.toggle(facet, value);
        narrowed
    }
}
