//! What the reader asks for, and the pure functions that answer.
//!
//! Knows the dataset; knows nothing of addresses, pixels or the browser.

mod body_profile;
mod brief;
mod counts;
mod documents;
mod excerpt;
mod filter_sets;
mod go_to;
mod groups;
mod heat;
mod heat_walk;
mod matches;
mod neighbours;
mod prepare;
mod remarks;
mod selection;
mod sort;
mod tally;
mod view_options;

use std::collections::{BTreeMap, BTreeSet};

pub use body_profile::{BodyProfile, body_profile};
pub use brief::{
    Brief, BriefCandidates, BriefGroup, BriefLine, BriefSection, Briefs, GROUNDS, InOffice, Part, briefed,
    canonical_presidency, in_brief, nearest_brief, shown_in_brief, shown_in_briefs,
};
pub use counts::{FacetCounts, ValueCount, facet_counts, facets};
pub use documents::{
    Citing, DocumentColumn, DocumentSort, arrange_documents, citing, citing_documents, group_documents,
};
pub use excerpt::{Excerpt, excerpt};
pub use go_to::{Target, canonical_body, canonical_document, canonical_measure, go_to};
pub use groups::{Per, group_commitments};
pub use heat::{Heat, HeatAxes, HeatLine, SHADES, heat};
pub use heat_walk::{BEFORE_CELLS, HeatStep, HeatStop};
pub use matches::{commitments, documents, listed, run};
pub use neighbours::{Neighbours, neighbours};
pub use remarks::{About, Remark, RemarkPlace, Remarks, Says, remarks};
pub use selection::{
    Choice, Chosen, SelectedPart, count_in_words, parts_in_words, selected_parts, selection_in_words, subject_in_words,
};
pub use sort::{Column, Grouping, Sort, arrange};
pub use tally::{Tally, tally};
pub use view_options::{BriefBy, Lanes, ViewOptions};

use crate::dataset::Dataset;
use crate::domain::date::Day;
use crate::domain::status::PresidencyRole;
// The names that callers know still.
pub use crate::index::AsOf as Standings;
pub use body_profile::{BodyProfile as Dossier, body_profile as dossier};

pub use crate::domain::window::Window;
pub use crate::index::{
    ALL_SOURCES, AsOf, Basis, CitationEntry, CommitmentEntry, Facet, FacetValue, Index, Involvement, NO_DATE,
    NO_FOLLOW_UP, NextDue, Progress, Segment, Unit, ValueKind, highlight, involvements_of, words,
};

/// What the reader asks for. Several values of one filter mean *or*, several filters mean *and*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The chosen values of each filter. Invariant kept by [`Query::toggle`]: no filter has an empty set.
    pub filters: BTreeMap<Facet, BTreeSet<String>>,
    /// Whether a Presidency must have acted, or must have plans; either will do when nothing is chosen.
    pub role: Option<PresidencyRole>,
    /// The words that must all be found.
    pub text: String,
    /// The day as of which everything is told; the edition's date where none is given.
    pub as_of: Option<Day>,
    /// The time that is looked at: of a measure or commitment, something must fall into it.
    pub window: Window,
}

impl Query {
    /// Everything with that value, in all sources.
    pub fn everywhere(facet: Facet, value: &str) -> Self {
        Self::default()
            .narrowed(facet, value)
            .narrowed(Facet::Source, ALL_SOURCES)
    }

    /// The day as of which everything is told.
    pub fn day(&self, dataset: &Dataset) -> Day {
        self.as_of.unwrap_or(dataset.edition.status_date)
    }

    /// The same as of that day; the edition's date needs no word.
    #[must_use]
    pub fn told_as_of(&self, day: Day, dataset: &Dataset) -> Self {
        Self {
            as_of: Some(day).filter(|day| *day != dataset.edition.status_date),
            ..self.clone()
        }
    }

    /// The same at any time: for what shows what lies around the window too.
    #[must_use]
    pub fn without_window(&self) -> Self {
        Self {
            window: Window::default(),
            ..self.clone()
        }
    }

    /// The chosen values of one filter, and nothing else but the day.
    #[must_use]
    pub fn of_filter(&self, facet: Option<Facet>) -> Self {
        let chosen = self.filters.iter().filter(|(of, _)| Some(**of) == facet);
        Self {
            filters: chosen.map(|(facet, values)| (*facet, values.clone())).collect(),
            role: self.role.filter(|_| facet == Some(Facet::Presidency)),
            as_of: self.as_of,
            ..Self::default()
        }
    }

    /// Whether that value of that filter is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.filters.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses the value, or lets go of it when it was chosen.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.filters.entry(facet).or_default();
        if !values.remove(value) {
            if facet == Facet::Source {
                // All of them and one of them are not chosen together: the one would say nothing.
                values.retain(|other| (other == ALL_SOURCES) == (value == ALL_SOURCES));
            }
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.filters.remove(&facet);
        }
    }

    /// Whether it leaves every measure of its sources in.
    pub fn is_open(&self) -> bool {
        self.filters.keys().all(|facet| *facet == Facet::Source)
            && self.role.is_none()
            && self.text.trim().is_empty()
            && self.window.is_open()
    }

    /// The same day and sources, with every measure of them in.
    #[must_use]
    pub fn opened(&self) -> Self {
        Self {
            filters: self
                .filters
                .iter()
                .filter(|(facet, _)| **facet == Facet::Source)
                .map(|(facet, values)| (*facet, values.clone()))
                .collect(),
            text: String::new(),
            role: None,
            window: Window::default(),
            ..self.clone()
        }
    }

    /// The same with that value as the only one of its filter.
    #[must_use]
    pub fn narrowed(&self, facet: Facet, value: &str) -> Self {
        let mut narrowed = self.clone();
        narrowed.filters.insert(facet, BTreeSet::from([value.to_owned()]));
        narrowed
    }
}
