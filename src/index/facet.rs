//! The filters, the keys of their values, and what a view lists.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::domain::body::BodyKind;
use crate::domain::keyed::keyed;
use crate::words::choices as words;

keyed! {
    /// A filter.
    Facet, words::FACETS {
        /// The document that reports on the measure.
        Source = "source";
        /// A Presidency that acted for a measure or has plans for it.
        Presidency = "presidency";
        /// The priority under which the measure is listed.
        Priority = "priority";
        /// A responsible working party.
        WorkingParty = "working-party";
        /// A body that the measure names: agencies, institutions, networks, Member States and others.
        Body = "body";
        /// An information system that the measure names.
        System = "system";
        /// A third country or region that the measure names.
        Partner = "partner";
        /// The status of the measure.
        Status = "status";
        /// A document that the measure cites.
        Document = "document";
        /// The kind of a document that the measure cites.
        DocumentKind = "kind";
        /// The owner of a commitment.
        Owner = "owner";
        /// The outcome of a commitment.
        Outcome = "outcome";
        /// The year in which a commitment is due.
        Due = "due";
        /// What was found of it after the record ends.
        Since = "since";
        /// What a commitment names: an owner, a date, a product.
        Names = "names";
    }
}

impl Facet {
    /// The filter for bodies of that kind: information systems and partners have their own.
    pub fn of_bodies(kind: BodyKind) -> Self {
        match kind {
            BodyKind::InformationSystem => Self::System,
            BodyKind::Partner => Self::Partner,
            _ => Self::Body,
        }
    }

    /// Whether it is a filter on commitments: a single commitment must match all of these.
    pub fn is_of_commitments(self) -> bool {
        matches!(self, Self::Owner | Self::Outcome | Self::Due | Self::Names)
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

/// Names a value of a filter.
// Invariant: `One` never holds a word of another variant, so that the order of keys is that of their words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FacetKey {
    /// One thing, by its id, its key in a closed list, or its year.
    One(Arc<str>),
    /// All of them: every source.
    All,
    /// That there is none: no due date, no follow-up.
    Nothing,
}

impl FacetKey {
    /// The word in addresses.
    pub fn as_str(&self) -> &str {
        match self {
            Self::One(key) => key,
            Self::All => "all",
            Self::Nothing => "none",
        }
    }
}

/// From an id, or from the word in addresses.
impl<'a, Id: ?Sized> From<&'a Id> for FacetKey
where
    Arc<str>: From<&'a Id>,
{
    fn from(id: &'a Id) -> Self {
        let key: Arc<str> = id.into();
        match &*key {
            "all" => Self::All,
            "none" => Self::Nothing,
            _ => Self::One(key),
        }
    }
}

impl From<&FacetKey> for FacetKey {
    fn from(key: &FacetKey) -> Self {
        key.clone()
    }
}

impl Ord for FacetKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for FacetKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for FacetKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
