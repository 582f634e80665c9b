//! The commitments and citations of the dataset as flat lists, by whose places sets of them are kept.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::status::DocumentRole;

/// One commitment as queries see it.
#[derive(Clone, Debug)]
pub struct CommitmentEntry {
    /// Where it stands.
    pub home: Home,
    /// Its place in the follow-up there.
    pub place: usize,
}

/// One citation of a document as queries see it.
#[derive(Clone, Debug)]
pub struct CitationEntry {
    /// The document's place in the dataset.
    pub document: usize,
    /// Who cites it.
    pub home: Home,
    /// In which part of the measure; nothing in a general report.
    pub role: Option<DocumentRole>,
    /// The line of a general report that cites it, in [`Index::lines`].
    pub(crate) line: Option<usize>,
}

/// Every line of the general reports that cites a document.
pub(super) fn lines(dataset: &Dataset) -> Vec<(usize, Record<'_>)> {
    let reports = 0..dataset.reports.len();
    let lines = reports.flat_map(|place| dataset.records_of(Home::Report(place)).map(move |line| (place, line)));
    lines.filter(|(_, line)| !line.documents().is_empty()).collect()
}

/// Every citation, of the measures and then of those lines.
pub(super) fn citations(dataset: &Dataset, lines: &[(usize, Record<'_>)]) -> Vec<CitationEntry> {
    let mut citations = Vec::new();
    for (place, measure) in dataset.measures.iter().enumerate() {
        citations.extend(measure.documents.iter().filter_map(|citation| {
            Some(CitationEntry {
                document: dataset.document_place(&citation.document)?,
                home: Home::Measure(place),
                role: Some(citation.role),
                line: None,
            })
        }));
    }
    for (line, (report, record)) in lines.iter().enumerate() {
        citations.extend(record.documents().iter().filter_map(|document| {
            Some(CitationEntry {
                document: dataset.document_place(document)?,
                home: Home::Report(*report),
                role: None,
                line: Some(line),
            })
        }));
    }
    citations.shrink_to_fit();
    citations
}
