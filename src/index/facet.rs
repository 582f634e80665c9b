//! What things can be filtered by, and what a view lists.

use crate::domain::body::BodyKind;
use crate::domain::keyed::keyed;

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

/// The value of [`Facet::Source`] that stands for every source.
pub const ALL_SOURCES: &str = "all";

/// The value of [`Facet::Due`] that stands for what has no date.
pub const NO_DATE: &str = "none";

/// The value of [`Facet::Outcome`] that stands for measures without a follow-up.
pub const NO_FOLLOW_UP: &str = "none";
