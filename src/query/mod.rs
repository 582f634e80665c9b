//! What the reader asks for, and the pure functions that answer.
//!
//! Knows the dataset; knows nothing of addresses, pixels or the browser.

mod acronyms;
mod brief;
mod dictionary;
mod dossier;
mod excerpt;
mod facets;
mod flat;
mod go_to;
mod grouping;
mod heat;
mod heat_walk;
mod index;
mod involvement;
mod neighbours;
mod one_day;
mod ranks;
mod reading;
mod references;
mod remarks;
mod run;
mod search;
mod seen;
mod selected;
mod sort;
mod standing;
mod subject;
mod table;
mod tally;
mod texts;
mod values;
mod vocabulary;
mod wanted;
mod window;

use std::collections::{BTreeMap, BTreeSet};

pub use brief::{
    Brief, BriefGroup, BriefLine, BriefMatter, BriefSection, Briefs, GROUNDS, InOffice, KeptBriefs, Part, briefed,
    in_brief, meant_presidency, nearest_brief, shown_in_brief, shown_in_briefs,
};
pub use dossier::{Dossier, dossier};
pub use excerpt::{Excerpt, excerpt};
pub use facets::{FacetCounts, ValueCount, facet_counts, facets};
pub use go_to::{Target, go_to, meant};
pub use grouping::{Per, group_commitments};
pub use heat::{Heat, HeatAxes, HeatLine, SHADES, heat};
pub use heat_walk::{BEFORE_CELLS, HeatStep, HeatStop};
pub use index::{CitationEntry, CommitmentEntry, Index, Progress};
pub use involvement::{Basis, Involvement, of_record as involvements_of};
pub use neighbours::{Neighbours, neighbours};
pub use one_day::NextDue;
pub use references::{
    Citing, DocumentColumn, DocumentSort, arrange_documents, citing, citing_documents, group_documents,
};
pub use remarks::{About, Remark, RemarkPlace, Remarks, Says, remarks};
pub use run::{QueryIssue, commitments, documents, listed, resolve, run};
pub use search::{Segment, highlight, words};
pub use selected::{
    Choice, Chosen, SelectedPart, count_in_words, parts_in_words, selected_parts, selection_in_words, subject_in_words,
};
pub use sort::{Column, Grouping, Sort, arrange};
pub use standing::Standings;
pub use tally::{Tally, tally};
pub use values::FacetValue;
pub use window::Window;

use crate::dataset::Dataset;
use crate::domain::body::BodyKind;
use crate::domain::date::Day;
use crate::domain::id::PresidencyId;
use crate::domain::keyed::keyed;
use crate::domain::status::PresidencyRole;

keyed! {
    /// Something by which measures can be filtered.
    Facet, "filter" {
        /// The document that reports on the measure.
        Source = "source", "Source";
        /// A Presidency that acted for a measure or has plans for it.
        Presidency = "presidency", "Presidency";
        /// The priority under which the measure is listed.
        Priority = "priority", "Priority";
        /// A responsible working party.
        WorkingParty = "working-party", "Working party";
        /// A body that the measure names: agencies, institutions, networks, Member States and others.
        Body = "body", "Body";
        /// An information system that the measure names.
        System = "system", "Information system";
        /// A third country or region that the measure names.
        Partner = "partner", "Partner";
        /// Where the measure stands.
        Status = "status", "Status";
        /// A document that the measure cites.
        Document = "document", "Document";
        /// The kind of a document that the measure cites.
        DocumentKind = "kind", "Kind of document";
        /// Who was to do something that was promised.
        Owner = "owner", "Owner";
        /// What came of a promise.
        Outcome = "outcome", "Outcome";
        /// The year in which something promised is or was due.
        Due = "due", "Due";
    }
}

impl Facet {
    /// The filter by whose values bodies of that kind are found: information systems and partners have their own.
    pub fn of_bodies(kind: BodyKind) -> Self {
        match kind {
            BodyKind::InformationSystem => Self::System,
            BodyKind::Partner => Self::Partner,
            _ => Self::Body,
        }
    }

    /// Whether what stands under its values is another on another day.
    fn moves_with_the_day(self) -> bool {
        matches!(self, Self::Presidency | Self::Outcome)
    }

    /// Whether it asks something of a commitment: all such filters must fit one and the same.
    pub fn is_of_commitments(self) -> bool {
        matches!(self, Self::Owner | Self::Outcome | Self::Due)
    }
}

/// What a view lists and counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Measures.
    #[default]
    Measures,
    /// Commitments: of the measures, and of the general reports.
    Commitments,
    /// Documents that measures or general reports cite.
    Documents,
}

keyed! {
    /// What the lanes of the timeline stand for.
    Lanes, "lanes" {
        /// A priority, with a row for each of its measures.
        Priority = "priority", "priority";
        /// A Presidency.
        Presidency = "presidency", "Presidency";
        /// A responsible working party.
        WorkingParty = "working-party", "working party";
        /// A body.
        Body = "body", "body";
        /// An information system.
        System = "system", "information system";
    }
}

keyed! {
    /// How a Presidency's brief is arranged.
    BriefBy, "arrangement" {
        /// By priority, in the source's order.
        Priority = "priority", "priority";
        /// By responsible working party.
        WorkingParty = "working-party", "working party";
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro that declares a closed list derives the same traits for all"
)]
impl Default for Lanes {
    fn default() -> Self {
        Self::Priority
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro that declares a closed list derives the same traits for all"
)]
impl Default for BriefBy {
    fn default() -> Self {
        Self::Priority
    }
}

/// What the reader asks for. Several values of one filter mean *or*, several filters mean *and*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The chosen values of each filter. Invariant kept by [`Query::toggle`]: no filter has an empty set.
    pub filters: BTreeMap<Facet, BTreeSet<String>>,
    /// Whether a Presidency must have acted, or must have plans; either will do when nothing is chosen.
    pub role: Option<PresidencyRole>,
    /// The words that must all be found.
    pub text: String,
    /// The order of the rows.
    pub sort: Sort,
    /// How the rows are grouped.
    pub grouping: Grouping,
    /// How commitments are grouped.
    pub per: Per,
    /// The order of the documents.
    pub order: DocumentSort,
    /// What stands against what in the heat table.
    pub axes: HeatAxes,
    /// The day as of which everything is told; the edition's date where none is given.
    pub as_of: Option<Day>,
    /// The time that is looked at: of a measure or commitment, something must fall into it.
    pub window: Window,
    /// The lanes of the timeline.
    pub lanes: Lanes,
    /// The keys of the lanes that the reader folded, or unfolded where such lanes are usually folded.
    pub toggled: BTreeSet<String>,
    /// How a Presidency's brief is arranged.
    pub by: BriefBy,
    /// The Presidency whose brief stands beside the one that is shown.
    pub beside: Option<PresidencyId>,
}

/// The value of [`Facet::Source`] that stands for every source.
pub const ALL_SOURCES: &str = "all";

/// The value of [`Facet::Due`] that stands for what has no date.
pub const NO_DATE: &str = "none";

/// The value of [`Facet::Outcome`] that stands for measures without a follow-up.
pub const NO_FOLLOW_UP: &str = "none";

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

    /// What decides into which groups the table puts given measures, and nothing else that the query asks.
    #[must_use]
    pub fn grouped_alone(&self) -> Self {
        let facet = self.grouping.facet();
        let chosen = self.filters.iter().filter(|(of, _)| Some(**of) == facet);
        Self {
            filters: chosen.map(|(facet, values)| (*facet, values.clone())).collect(),
            role: self.role.filter(|_| facet == Some(Facet::Presidency)),
            grouping: self.grouping,
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

    /// The same day, order, grouping and sources, with every measure of them in.
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
