//! The texts that no view lists: lines of the general reports, bodies, and the glossary.

use crate::dataset::{Dataset, Home, Record};
use crate::index::texts::{body_text, own_text};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherText<'a> {
    /// A line of a general report, or the title of the section.
    Line(Home, Option<Record<'a>>),
    /// The names of a body, by its place.
    Body(usize),
    /// A term of the glossary, by its place.
    Term(usize),
}

impl OtherText<'_> {
    /// All of them.
    pub(super) fn all(dataset: &Dataset) -> Vec<OtherText<'_>> {
        let reports = (0..dataset.reports.len()).flat_map(|place| {
            let home = Home::Report(place);
            let lines = dataset.records_of(home).map(Some);
            std::iter::once(None)
                .chain(lines)
                .map(move |line| OtherText::Line(home, line))
        });
        let bodies = (0..dataset.bodies.len()).map(OtherText::Body);
        let terms = (0..dataset.glossary.len()).map(OtherText::Term);
        reports.chain(bodies).chain(terms).collect()
    }

    /// Its text.
    pub(super) fn text(&self, dataset: &Dataset) -> String {
        match self {
            Self::Line(_, Some(line)) => own_text(*line, dataset),
            Self::Line(Home::Report(place), None) => dataset.reports[*place].title.clone(),
            Self::Line(Home::Measure(place), None) => dataset.measures[*place].title.clone(),
            Self::Body(place) => body_text(&dataset.bodies[*place]),
            Self::Term(place) => {
                let term = &dataset.glossary[*place];
                format!("{}\n{}", term.term, term.meaning)
            }
        }
    }
}
