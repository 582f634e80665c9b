//! The texts that no view lists: lines of the general reports, later facts, bodies, and the glossary.

use rustc_hash::FxHashSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::id::LineId;
use crate::domain::later::LaterFact;
use crate::index::lazy_text_index::Texts;
use crate::index::texts::{body_text, later_text, own_text};
use crate::index::{Index, READ_AT_ONCE, SearchTerm};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherText<'a> {
    /// A line of a general report, or the title of the section.
    Line(Home, Option<Record<'a>>),
    /// A later fact, with where it stands.
    Later(Home, &'a LaterFact),
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
        let later = dataset.later_facts().map(|(home, fact)| OtherText::Later(home, fact));
        let bodies = (0..dataset.bodies.len()).map(OtherText::Body);
        let terms = (0..dataset.glossary.len()).map(OtherText::Term);
        reports.chain(later).chain(bodies).chain(terms).collect()
    }

    /// Its text.
    pub(super) fn text(&self, dataset: &Dataset) -> String {
        match self {
            Self::Line(_, Some(line)) => own_text(*line, dataset),
            Self::Line(Home::Report(place), None) => dataset.reports[*place].title.clone(),
            Self::Line(Home::Measure(place), None) => dataset.measures[*place].title.clone(),
            Self::Later(_, fact) => later_text(fact, dataset),
            Self::Body(place) => body_text(&dataset.bodies[*place]),
            Self::Term(place) => {
                let term = &dataset.glossary[*place];
                format!("{}\n{}", term.term, term.meaning)
            }
        }
    }
}

impl<'a> Index<'a> {
    /// The texts that no view lists and that have all terms, if they are indexed or soon are.
    pub(crate) fn other_texts_with(&self, terms: &[SearchTerm]) -> Vec<OtherText<'a>> {
        let all = OtherText::all(self.dataset);
        if !self.other_words.is_complete() && READ_AT_ONCE < all.len() {
            return Vec::new();
        }
        self.with_terms(&all, terms)
    }

    /// The ids of the later facts that have all terms.
    pub(crate) fn later_facts_with(&self, terms: &[SearchTerm]) -> FxHashSet<&'a LineId> {
        let found = self.with_terms(&OtherText::all(self.dataset), terms).into_iter();
        let later = found.filter_map(|text| match text {
            OtherText::Later(_, fact) => Some(&fact.id),
            _ => None,
        });
        later.collect()
    }

    fn with_terms(&self, all: &[OtherText<'a>], terms: &[SearchTerm]) -> Vec<OtherText<'a>> {
        let found = self.other_words.all(&self.other_texts(all)).with_all(terms);
        found.ones().map(|place| all[place]).collect()
    }

    pub(super) fn other_texts<'s>(&'s self, all: &'s [OtherText<'a>]) -> Texts<'s> {
        Texts {
            count: all.len(),
            text: Box::new(move |place| all[place].text(self.dataset)),
            glossary: &self.dataset.glossary,
        }
    }
}
