//! The commitments and citations of the dataset as flat lists, for sets of their places.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::id::DocumentId;
use crate::domain::status::DocumentRole;

/// A commitment in the flat list.
#[derive(Clone, Debug)]
pub struct CommitmentEntry {
    /// Where it stands.
    pub home: Home,
    /// Its place in the follow-up there.
    pub place: usize,
}

/// One citation of a document.
#[derive(Clone, Debug)]
pub(crate) struct CitationEntry {
    /// The document's place in the dataset.
    pub(crate) document: usize,
    pub(crate) by: Citer,
}

/// Who cites a document.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Citer {
    /// The measure at that place, in which part of it.
    Measure(usize, DocumentRole),
    /// A line of a general report.
    Line {
        /// Its place in [`Index::lines`](super::Index).
        line: usize,
        /// The place of the report.
        report: usize,
    },
}

impl Citer {
    /// Where it stands.
    pub(crate) fn home(self) -> Home {
        match self {
            Self::Measure(place, _) => Home::Measure(place),
            Self::Line { report, .. } => Home::Report(report),
        }
    }
}

/// Every line of the general reports that cites a document.
pub(super) fn lines(dataset: &Dataset) -> Vec<(usize, Record<'_>)> {
    let reports = 0..dataset.reports.len();
    let lines = reports.flat_map(|place| dataset.records_of(Home::Report(place)).map(move |line| (place, line)));
    lines.filter(|(_, line)| !line.documents().is_empty()).collect()
}

/// Every citation, of the measures and then of those lines.
pub(super) fn citations(dataset: &Dataset, lines: &[(usize, Record<'_>)]) -> Vec<CitationEntry> {
    let entry = |document: &DocumentId, by: Citer| {
        let document = dataset.document_place(document)?;
        Some(CitationEntry { document, by })
    };
    let mut citations = Vec::new();
    for (place, measure) in dataset.measures.iter().enumerate() {
        let own = measure.documents.iter();
        citations.extend(own.filter_map(|own| entry(&own.document, Citer::Measure(place, own.role))));
    }
    for (line, (report, record)) in lines.iter().enumerate() {
        let by = Citer::Line { line, report: *report };
        citations.extend(record.documents().iter().filter_map(|document| entry(document, by)));
    }
    citations.shrink_to_fit();
    citations
}
