//! What is shown, in the order in which it is shown, and what it is told of.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::BodyId;
use crate::export::file_name;
use crate::query::{self, Brief, BriefLine, BriefSection, Heat, HeatAxes, Index};
use crate::view::Context;

/// What is needed to tell what is shown just as the page tells it.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The records as queries see them.
    pub index: &'a Index<'a>,
    /// The day as of which everything is told.
    pub as_of: Day,
    /// The selection in words, as the page says it.
    pub selection: String,
    /// The fragment that leads to the view: `/table?presidency=HR`.
    pub address: String,
    /// The text of the dataset's file, of which JSON takes the records. Every other format leaves it unread.
    pub file: String,
}

/// What is shown, in the order in which it is shown. What stands in several groups may be named for each of them: it is
/// written once.
#[derive(Clone, Debug)]
pub enum Shown<'a> {
    /// The table: places of measures in the dataset, as [`crate::query::arrange`] gives them.
    Measures(Vec<usize>),
    /// The facts and commitments of a timeline, or any others.
    Facts(Vec<(Home, Record<'a>)>),
    /// Commitments: their places in the index, as [`crate::query::group_commitments`] gives them.
    Commitments(Vec<usize>),
    /// Places of documents in the dataset, as [`crate::query::group_documents`] gives them.
    Documents(Vec<usize>),
    /// The counts of actors, and the measures that are counted.
    Heat {
        /// The counts.
        heat: Heat,
        /// What stands against what.
        axes: HeatAxes,
        /// The measures that [`crate::query::run`] gives.
        measures: Vec<usize>,
    },
    /// The briefs of one Presidency, or of two side by side.
    Briefs(Vec<Arc<Brief<'a>>>),
    /// One measure with all its lines, by its place in the dataset.
    Measure(usize),
    /// One section of a general report, by its place in the dataset.
    Report(usize),
    /// The facts and commitments that name one body.
    Body {
        /// The body.
        id: BodyId,
        /// What [`crate::query::body_profile`] gives: facts, its own commitments, those of others.
        lines: Vec<(Home, Record<'a>)>,
    },
    /// One document with the lines that cite it, by its place in the dataset.
    Document(usize),
}

impl<'a> Shown<'a> {
    /// The page of a body, line by line.
    pub fn of_body(id: &BodyId, dataset: &'a Dataset) -> Self {
        let profile = query::body_profile(id, dataset);
        let facts = profile.facts.into_iter();
        let facts = facts.map(|(home, event)| (home, Record::Event(event)));
        let commitments = profile.owes.into_iter().chain(profile.concerned);
        let commitments = commitments.map(|(home, commitment)| (home, Record::Commitment(commitment)));
        Self::Body {
            id: id.clone(),
            lines: facts.chain(commitments).collect(),
        }
    }

    /// The word for it in the name of a file: `table`, `presidency-hr`, `measure-31`.
    pub fn word(&self, dataset: &Dataset) -> String {
        match self {
            Self::Measures(_) => "table".to_owned(),
            Self::Facts(_) => "timeline".to_owned(),
            Self::Commitments(_) => "commitments".to_owned(),
            Self::Documents(_) => "documents".to_owned(),
            Self::Heat { .. } => "actors".to_owned(),
            Self::Briefs(briefs) => {
                let ids = briefs.iter().map(|brief| brief.presidency.id.as_str().to_lowercase());
                let words: Vec<String> = std::iter::once("presidency".to_owned()).chain(ids).collect();
                words.join("-")
            }
            Self::Measure(place) => format!("measure-{}", dataset.measures[*place].id),
            Self::Report(place) => format!("report-{}", dataset.reports[*place].id),
            Self::Body { id, .. } => format!("body-{id}"),
            Self::Document(place) => format!("document-{}", dataset.documents[*place].id),
        }
    }

    /// The places of the measures that are shown as such.
    pub(super) fn measures(&self) -> Vec<usize> {
        match self {
            Self::Measures(places) | Self::Heat { measures: places, .. } => each_once(places.iter().copied()),
            Self::Measure(place) => vec![*place],
            _ => Vec::new(),
        }
    }

    /// The lines that are shown, each once: those of a measure or section among them, but not those of a table's measures.
    pub(super) fn records(&self, told: &Told<'a>) -> Vec<(Home, Record<'a>)> {
        match self {
            Self::Facts(records) | Self::Body { lines: records, .. } => {
                let mut seen = HashSet::new();
                let records = records.iter().filter(|(_, record)| seen.insert(record.id()));
                records.copied().collect()
            }
            Self::Commitments(places) => {
                let entries = each_once(places.iter().copied()).into_iter();
                let entries = entries.map(|place| told.index.commitment(place));
                let commitment = |home: Home, place: usize| &told.dataset.commitments(home)[place];
                entries
                    .map(|entry| (entry.home, Record::Commitment(commitment(entry.home, entry.place))))
                    .collect()
            }
            Self::Briefs(briefs) => {
                let mut seen = HashSet::new();
                let lines = briefs.iter().flat_map(|brief| brief_lines(brief));
                let lines = lines.filter(|line| seen.insert(line.record.id()));
                lines.map(|line| (line.home, line.record)).collect()
            }
            Self::Measure(place) => lines_at(Home::Measure(*place), told.dataset),
            Self::Report(place) => lines_at(Home::Report(*place), told.dataset),
            Self::Document(place) => citing_lines(*place, told),
            Self::Measures(_) | Self::Documents(_) | Self::Heat { .. } => Vec::new(),
        }
    }
}

/// Every line of a brief, once for each group in which it stands.
pub(super) fn brief_lines<'b, 'a>(brief: &'b Brief<'a>) -> impl Iterator<Item = &'b BriefLine<'a>> {
    let sections = brief.sections.iter();
    let groups = sections.flat_map(BriefSection::every_group);
    groups.flat_map(|group| group.lines.iter())
}

/// The lines of a measure or section as its page has them: the facts in order of time, then the commitments.
pub(super) fn lines_at(home: Home, dataset: &Dataset) -> Vec<(Home, Record<'_>)> {
    let events = dataset.events_in_time(home).into_iter().map(Record::Event);
    let commitments = dataset.commitments_in_time(home).into_iter();
    let commitments = commitments.map(Record::Commitment);
    events.chain(commitments).map(|record| (home, record)).collect()
}

/// The lines that cite that document, as its page has them: measure by measure and section by section.
fn citing_lines<'a>(document: usize, told: &Told<'a>) -> Vec<(Home, Record<'a>)> {
    let id = &told.dataset.documents[document].id;
    let homes = query::citing(document, told.index).into_iter();
    let lines = homes.flat_map(|(home, _)| lines_at(home, told.dataset));
    lines.filter(|(_, record)| record.documents().contains(id)).collect()
}

impl<'a> Told<'a> {
    /// What words are told from.
    pub(super) fn context(&self) -> Context<'a> {
        Context::new(self.dataset, self.index, self.as_of, &[])
    }

    /// A line as it stands on the day.
    pub(super) fn line(&self, home: Home, record: Record<'a>) -> BriefLine<'a> {
        BriefLine {
            home,
            record,
            basis: None,
            state: match record {
                Record::Event(_) => None,
                Record::Commitment(commitment) => Some(self.dataset.state(commitment, self.as_of)),
            },
            day: self.as_of,
            known_by: self.as_of,
            is_again: false,
        }
    }

    /// The name of a file with it, from a word for what it holds and the end of its format. Where the day is not the edition's,
    /// the name says so: `iss-followup-table-as-of-2019-06-30.csv`.
    pub fn file_name(&self, word: &str, extension: &str) -> String {
        if self.as_of == self.dataset.edition.status_date {
            return file_name(word, extension);
        }
        file_name(&format!("{word}-as-of-{}", self.as_of), extension)
    }

    /// The day as of which everything is told, in words.
    pub(super) fn day_in_words(&self) -> String {
        PartialDate::of_day(self.as_of).in_words()
    }
}

/// The same in the same order, each once.
pub(super) fn each_once<T: Copy + Eq + Hash>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    all.filter(|one| seen.insert(*one)).collect()
}
