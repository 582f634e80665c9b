//! The editors' remarks on the sources, and contradictions between lines.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::document::Document;
use crate::domain::id::{LineId, MeasureId, SourceId};
use crate::domain::measure::Measure;
use crate::domain::status::Relation;

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// The measure as a whole.
    Measure,
    /// A fact or commitment of it.
    Line(Record<'a>),
    /// A document, as the measure cites it.
    Citation(&'a Document),
    /// A document, wherever it is cited.
    Document,
}

/// What the remark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkContent<'a> {
    /// An editor's note.
    Note(&'a str),
    /// That something else says otherwise.
    Contradiction {
        /// What does.
        other: Other<'a>,
        /// In what, in words.
        note: Option<&'a str>,
    },
}

/// What says otherwise, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other<'a> {
    /// A fact or commitment.
    Line(&'a LineId),
    /// A measure.
    Measure(&'a MeasureId),
}

/// One remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark<'a> {
    /// What it is about.
    pub about: About<'a>,
    /// What it says.
    pub content: RemarkContent<'a>,
}

/// Where remarks belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkPlace {
    /// In a measure, or in a section of a general report.
    Home(Home),
    /// At the place of a document in the dataset.
    Document(usize),
}

/// The remarks on one measure, section or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarks<'a> {
    /// Where they belong.
    pub place: RemarkPlace,
    /// On the measure first, then on its facts, its commitments and its citations, each in file order.
    pub remarks: Vec<Remark<'a>>,
}

/// Every remark, by source in the dataset's order; those on documents, which belong to no one source, come last.
///
/// A source, measure or document without a remark is left out.
pub fn remarks(dataset: &Dataset) -> Vec<(Option<&SourceId>, Vec<Remarks<'_>>)> {
    let in_home = |home| Remarks {
        place: RemarkPlace::Home(home),
        remarks: in_home(home, dataset),
    };
    let mut all: Vec<(Option<&SourceId>, Vec<Remarks>)> = Vec::new();
    for source in &dataset.sources {
        let is_own = |home: &Home| dataset.source_of(*home).is_some_and(|own| own.id == source.id);
        let homes = dataset.homes().filter(is_own).map(in_home);
        all.push((Some(&source.id), homes.collect()));
    }
    let notes = dataset.documents.iter().enumerate();
    let notes = notes.filter_map(|(place, document)| {
        let content = RemarkContent::Note(document.note.as_deref()?);
        Some(Remarks {
            place: RemarkPlace::Document(place),
            remarks: vec![Remark {
                about: About::Document,
                content,
            }],
        })
    });
    all.push((None, notes.collect()));
    for (_, group) in &mut all {
        group.retain(|remarks| !remarks.remarks.is_empty());
    }
    all.retain(|(_, group)| !group.is_empty());
    all
}

fn in_home(home: Home, dataset: &Dataset) -> Vec<Remark<'_>> {
    let measure = match home {
        Home::Measure(place) => Some(&dataset.measures[place]),
        Home::Report(_) => None,
    };
    let mut found: Vec<Remark> = measure.into_iter().flat_map(of_measure).collect();
    for line in dataset.records_of(home) {
        let ties = line.related().iter();
        let ties = ties.map(|tie| (tie.relation, Other::Line(&tie.record), tie.note.as_deref()));
        found.extend(collect(About::Line(line), line.note(), ties));
    }
    for citation in measure.into_iter().flat_map(|measure| &measure.documents) {
        let document = dataset.document(&citation.document);
        found.extend(document.zip(citation.note.as_deref()).map(|(document, note)| Remark {
            about: About::Citation(document),
            content: RemarkContent::Note(note),
        }));
    }
    found
}

fn of_measure(measure: &Measure) -> Vec<Remark<'_>> {
    let ties = measure.related.iter();
    let ties = ties.map(|tie| (tie.relation, Other::Measure(&tie.measure), tie.note.as_deref()));
    collect(About::Measure, measure.note.as_deref(), ties)
}

/// The note, and a remark for each tie to something that says otherwise.
fn collect<'a>(
    about: About<'a>,
    note: Option<&'a str>,
    ties: impl Iterator<Item = (Relation, Other<'a>, Option<&'a str>)>,
) -> Vec<Remark<'a>> {
    let contradictions = ties
        .filter(|(relation, ..)| *relation == Relation::Contradiction)
        .map(|(_, other, note)| RemarkContent::Contradiction { other, note });
    note.map(RemarkContent::Note)
        .into_iter()
        .chain(contradictions)
        .map(|content| Remark { about, content })
        .collect()
}
