//! How much the dataset holds, as a whole and from each source.

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

/// Counts what comes from that source, or everything.
pub fn tally(source: Option<&SourceId>, dataset: &Dataset) -> Tally {
    let mut tally = Tally::default();
    for home in dataset.homes() {
        let (own, count) = match home {
            Home::Measure(place) => (&dataset.measures[place].source, &mut tally.measures),
            Home::Report(place) => (&dataset.reports[place].source, &mut tally.sections),
        };
        if source.is_none_or(|source| source == own) {
            *count += 1;
            tally.facts += dataset.events(home).len();
            tally.commitments += dataset.commitments(home).len();
        }
    }
    tally
}
