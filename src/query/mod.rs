//! What the reader asks for, and the pure functions that answer.
//!
//! Knows the dataset; knows nothing of addresses, pixels or the browser.

mod excerpt;
mod facets;
mod go_to;
mod index;
mod involvement;
mod run;
mod search;
mod sort;

use std::collections::{BTreeMap, BTreeSet};

pub use excerpt::{Excerpt, excerpt};
pub use facets::{FacetCounts, ValueCount, facets};
pub use go_to::{Target, go_to};
pub use index::{FacetValue, Index, NextDue};
pub use involvement::{Basis, Involvement};
pub use run::{QueryIssue, resolve, run};
pub use search::{Segment, highlight, words};
pub use sort::{Column, Grouping, Sort, arrange};

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
}

/// The value of [`Facet::Source`] that stands for every source.
pub const ALL_SOURCES: &str = "all";

impl Query {
    /// Whether that value of that filter is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.filters.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses the value, or lets go of it when it was chosen.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.filters.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.filters.remove(&facet);
        }
    }

    /// Whether it leaves every measure of its sources in.
    pub fn is_open(&self) -> bool {
        self.filters.keys().all(|facet| *facet == Facet::Source) && self.role.is_none() && self.text.trim().is_empty()
    }

    /// The same order, grouping and sources, with every measure of them in.
    #[must_use]
    pub fn opened(&self) -> Self {
        Self {
            filters: self
                .filters
                .iter()
                .filter(|(facet, _)| **facet == Facet::Source)
                .map(|(facet, values)| (*facet, values.clone()))
                .collect(),
            sort: self.sort,
            grouping: self.grouping,
            ..Self::default()
        }
    }
}
