//! How many records the dataset has, in total and from each source.

use crate::dataset::{Dataset, Home};
use crate::domain::id::SourceId;

/// How many records there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Measures.
    pub measures: usize,
    /// Sections of general reports.
    pub sections: usize,
    /// Facts, in the measures and in the general reports.
    pub facts: usize,
    /// Commitments, in the measures and in the general reports.
    pub commitments: usize,
}

/// Counts the records of a source, or all.
pub fn tally(source: Option<&SourceId>, dataset: &Dataset) -> Tally {
    let mut tally = Tally::default();
    for home in dataset.homes() {
        if source.is_none() || source == dataset.source_of(home).map(|own| &own.id) {
            match home {
                Home::Measure(_) => tally.measures += 1,
                Home::Report(_) => tally.sections += 1,
            }
            tally.facts += dataset.events(home).len();
            tally.commitments += dataset.commitments(home).len();
        }
    }
    tally
}
