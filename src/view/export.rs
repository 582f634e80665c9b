//! What is exported and cited: the content of the page in its order, and the words for it in files.

mod cells;
mod citation;
mod differences;
mod format;
mod later;
mod text;

pub use cells::Cell;
pub use citation::{Cited, Form, Reference};
pub use differences::Differences;
pub use format::{CitationStyle, Export, Extent, Format, file_name, name_of_copy, name_of_page};
pub use later::{Due, SlipLine};
pub use text::{CalendarEntry, TextItem, one_line};

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::BodyId;
use crate::domain::later::LaterFact;
use crate::query::{self, Brief, BriefLine, BriefSection, Heat, HeatAxes, Index, Later, LaterColumn, Slips};
use crate::view::export::later::slip_lines;
use crate::view::{Context, DifferenceView};

/// What an export needs to say the same as the page.
#[derive(Clone, Debug)]
pub struct ExportContext<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The records as queries see them.
    pub index: &'a Index<'a>,
    /// The day as of which it is exported.
    pub as_of: Day,
    /// The selection in words, as on the page.
    pub selection: String,
    /// The fragment that leads to the view: `/table?presidency=HR`.
    pub address: String,
    /// Whether the table has a column of later facts.
    pub later_column: LaterColumn,
    /// The text of the dataset's file, of which JSON takes the records. Every other format leaves it unread.
    pub file: String,
}

/// The content of a page, in its order. It may name a thing several times, once for each of its groups: a file has it once.
#[derive(Clone, Debug)]
pub enum ExportContent<'a> {
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
        /// Its rows and columns.
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
    /// Later facts, each with the measure or section where it stands.
    Later(Vec<Later<'a>>),
    /// Slip charts.
    Slips(Vec<Slips<'a>>),
    /// What is different between two editions.
    Differences(Arc<Differences<'a>>),
}

/// One thing in a file.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// The measure at that place.
    Measure(usize),
    /// The document at that place.
    Document(usize),
    /// A fact or commitment.
    Line(BriefLine<'a>),
    /// A whole brief.
    Brief(Arc<Brief<'a>>),
    /// A line of a brief, with the cells before its own.
    InBrief(Vec<Cell>, BriefLine<'a>),
    /// A row of counts.
    Counts(Vec<Cell>),
    /// A later fact, and the measure or section where it stands.
    Later(Home, &'a LaterFact),
    /// A date of a slip chart.
    Slip(SlipLine<'a>),
    /// What is different about a record.
    Difference(Arc<DifferenceView>),
    /// The same in one of its fields, by the place of that.
    DifferentField(Arc<DifferenceView>, usize),
}

impl<'a> ExportContent<'a> {
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
            Self::Later(_) => "since".to_owned(),
            Self::Slips(_) => "slips".to_owned(),
            Self::Differences(_) => "differences".to_owned(),
        }
    }

    /// The places of the measures that are shown as such.
    pub fn measures(&self) -> Vec<usize> {
        match self {
            Self::Measures(places) | Self::Heat { measures: places, .. } => each_once(places.iter().copied()),
            Self::Measure(place) => vec![*place],
            Self::Differences(differences) => differences.measures.clone(),
            _ => Vec::new(),
        }
    }

    /// The places of the documents that are shown as such.
    pub fn documents(&self) -> Vec<usize> {
        match self {
            Self::Documents(places) => each_once(places.iter().copied()),
            Self::Document(place) => vec![*place],
            Self::Differences(differences) => differences.documents.clone(),
            _ => Vec::new(),
        }
    }

    /// The later facts that are shown by themselves, each once.
    pub fn later_facts(&self) -> Option<Vec<Later<'a>>> {
        let all = match self {
            Self::Later(facts) => facts.clone(),
            Self::Slips(all) => later::facts_of(&slip_lines(all)),
            _ => return None,
        };
        let mut seen = HashSet::new();
        Some(all.into_iter().filter(|(_, fact)| seen.insert(&fact.id)).collect())
    }

    /// The lines that are shown, each once: those of a measure or section among them, but not those of a table's measures; with later
    /// facts the commitments on which they bear.
    pub fn records(&self, context: &ExportContext<'a>) -> Vec<(Home, Record<'a>)> {
        let dataset = context.dataset;
        let all: Vec<(Home, Record<'a>)> = match self {
            Self::Facts(records) | Self::Body { lines: records, .. } => records.clone(),
            Self::Commitments(places) => {
                let entries = places.iter().map(|place| context.index.commitment(*place));
                let commitment = |home: Home, place: usize| Record::Commitment(&dataset.commitments(home)[place]);
                entries
                    .map(|entry| (entry.home, commitment(entry.home, entry.place)))
                    .collect()
            }
            Self::Briefs(briefs) => {
                let sections = briefs.iter().flat_map(|brief| &brief.sections);
                let lines = sections
                    .flat_map(BriefSection::every_group)
                    .flat_map(|group| &*group.lines);
                lines.map(|line| (line.home, line.record)).collect()
            }
            Self::Measure(place) => lines_at(Home::Measure(*place), dataset),
            Self::Report(place) => lines_at(Home::Report(*place), dataset),
            Self::Document(place) => {
                let id = &dataset.documents[*place].id;
                let homes = query::citing(*place, context.index).into_iter();
                let lines = homes.flat_map(|(home, _)| lines_at(home, dataset));
                lines.filter(|(_, record)| record.documents().contains(id)).collect()
            }
            Self::Later(facts) => {
                let ids = facts.iter().flat_map(|(_, fact)| fact.commitments());
                ids.filter_map(|id| dataset.record(id)).collect()
            }
            Self::Slips(all) => {
                let lines = slip_lines(all);
                let of_facts = later::facts_of(&lines)
                    .into_iter()
                    .flat_map(|(_, fact)| fact.commitments());
                let of_facts = of_facts.filter_map(|id| dataset.record(id));
                later::records_of(&lines).into_iter().chain(of_facts).collect()
            }
            Self::Differences(differences) => differences.lines.clone(),
            Self::Measures(_) | Self::Documents(_) | Self::Heat { .. } => Vec::new(),
        };
        let mut seen = HashSet::new();
        all.into_iter().filter(|(_, record)| seen.insert(record.id())).collect()
    }

    /// The measures and sections that are shown or of which a line is, each once; of a document all that cite it.
    pub fn homes(&self, context: &ExportContext<'a>) -> Vec<Home> {
        let of_records = self.records(context).into_iter().map(|(home, _)| home);
        let citing = match self {
            Self::Document(place) => query::citing(*place, context.index),
            _ => Vec::new(),
        };
        let of_facts = self.later_facts().into_iter().flatten().map(|(home, _)| home);
        let homes = self
            .measures()
            .into_iter()
            .map(Home::Measure)
            .chain(of_facts)
            .chain(of_records);
        each_once(homes.chain(citing.into_iter().map(|(home, _)| home)))
    }

    /// What is written one by one, each once.
    pub fn items(&self, context: &ExportContext<'a>) -> Vec<Item<'a>> {
        match self {
            Self::Measures(_) => self.measures().into_iter().map(Item::Measure).collect(),
            Self::Documents(_) => self.documents().into_iter().map(Item::Document).collect(),
            Self::Heat { heat, axes, .. } => context.counts(heat, *axes).into_iter().map(Item::Counts).collect(),
            Self::Briefs(briefs) => briefs.iter().cloned().map(Item::Brief).collect(),
            Self::Later(_) => {
                let facts = self.later_facts().into_iter().flatten();
                facts.map(|(home, fact)| Item::Later(home, fact)).collect()
            }
            Self::Slips(all) => slip_lines(all).into_iter().map(Item::Slip).collect(),
            Self::Differences(differences) => differences.records.iter().cloned().map(Item::Difference).collect(),
            _ => {
                let records = self.records(context).into_iter();
                records
                    .map(|(home, record)| Item::Line(context.line(home, record)))
                    .collect()
            }
        }
    }

    /// What of it can be cited, in its order, each once: the measures, lines or documents; of a measure's page the measure, of a
    /// document's the document.
    pub fn cited(&self, context: &ExportContext<'a>) -> Vec<Cited<'a>> {
        match self {
            Self::Measures(_) | Self::Heat { .. } | Self::Measure(_) => {
                self.measures().into_iter().map(Cited::Measure).collect()
            }
            Self::Documents(_) | Self::Document(_) => self.documents().into_iter().map(Cited::Document).collect(),
            Self::Later(_) => {
                let facts = self.later_facts().into_iter().flatten();
                facts.map(|(home, fact)| Cited::Later(home, fact)).collect()
            }
            Self::Slips(all) => {
                let lines = slip_lines(all);
                let records = later::records_of(&lines).into_iter();
                let records = records.map(|(home, record)| Cited::Line(home, record));
                let facts = self.later_facts().into_iter().flatten();
                let all = records.chain(facts.map(|(home, fact)| Cited::Later(home, fact)));
                let mut seen = HashSet::new();
                all.filter(|cited| seen.insert(cited.id())).collect()
            }
            _ => {
                let lines = self
                    .records(context)
                    .into_iter()
                    .map(|(home, record)| Cited::Line(home, record));
                let measures = self.measures().into_iter().map(Cited::Measure);
                measures
                    .chain(self.documents().into_iter().map(Cited::Document))
                    .chain(lines)
                    .collect()
            }
        }
    }
}

/// The lines of a measure or section as its page has them: the facts in order of time, then the commitments.
pub(super) fn lines_at(home: Home, dataset: &Dataset) -> Vec<(Home, Record<'_>)> {
    let events = dataset.events_in_time(home).into_iter().map(Record::Event);
    let commitments = dataset.commitments_in_time(home).into_iter();
    let commitments = commitments.map(Record::Commitment);
    events.chain(commitments).map(|record| (home, record)).collect()
}

impl<'a> ExportContext<'a> {
    /// The context of an export; files explain no acronyms.
    pub fn view_context(&self) -> Context<'a> {
        Context {
            is_record: true,
            ..Context::new(self.dataset, self.index, self.as_of, &[])
        }
    }

    /// A line as of that day.
    fn line(&self, home: Home, record: Record<'a>) -> BriefLine<'a> {
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

    /// The name of the file, with the day if it is not the edition's: `iss-followup-table-as-of-2019-06-30.csv`.
    pub fn file_name(&self, word: &str, extension: &str) -> String {
        let own = &self.dataset.vocabulary;
        if self.as_of == self.dataset.edition.status_date {
            return file_name(own, word, extension);
        }
        file_name(own, &format!("{word}-as-of-{}", self.as_of), extension)
    }

    /// The day as of which it is exported, in words.
    fn day_in_words(&self) -> String {
        PartialDate::of_day(self.as_of).in_words()
    }
}

/// The same in the same order, each once.
fn each_once<T: Copy + Eq + Hash>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    all.filter(|one| seen.insert(*one)).collect()
}
