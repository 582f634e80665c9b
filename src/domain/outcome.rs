//! What came of a commitment, and what shows it.

use crate::domain::date::When;
use crate::domain::id::{DocumentId, LineId};
use crate::domain::status::OutcomeState;

/// The outcome of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Where it stands.
    pub state: OutcomeState,
    /// When, if the source says so.
    pub date: Option<When>,
    /// The evidence for it.
    pub evidence: Vec<Evidence>,
    /// The reason for it.
    pub text: String,
}

/// The evidence for an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// An event, or a later commitment.
    Line(LineId),
    /// A document.
    Document(DocumentId),
    /// A fact that public pages report since.
    Later(LineId),
}
