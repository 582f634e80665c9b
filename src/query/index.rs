//! What every query needs to know of each measure, commitment and citation, worked out once.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::domain::status::{DocumentRole, OutcomeState, PresidencyRole};
use crate::query::acronyms::Glossary;
use crate::query::involvement::Involvement;
use crate::query::search::Acronyms;
use crate::query::subject::{Places, Subject};
use crate::query::texts::{commitment_text, document_text, measure_text};
use crate::query::values::{FacetValue, values};
use crate::query::{Facet, NO_FOLLOW_UP};

/// The next thing due, or what is most overdue when nothing is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// Whether it was due before the edition's date.
    pub is_overdue: bool,
}

impl NextDue {
    /// What is to come before what is overdue, the soonest and the longest overdue first.
    fn order(&self) -> (bool, Day, Day) {
        (self.is_overdue, self.due.period().last(), self.due.period().first())
    }
}

/// One measure as queries see it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) subject: Subject,
    /// The words by which it is found, sorted.
    pub(super) words: Vec<String>,
    /// Its follow-up, in [`Index::commitments`].
    pub(super) commitments: Range<usize>,
    pub(super) latest: Option<usize>,
    pub(super) latest_when: Option<When>,
    pub(super) next_due: Option<NextDue>,
    pub(super) overdue: Option<NextDue>,
}

/// One commitment as queries see it.
#[derive(Clone, Debug)]
pub struct CommitmentEntry {
    /// Where it stands.
    pub home: Home,
    /// Its place in the follow-up there.
    pub place: usize,
    pub(super) subject: Subject,
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
    pub(super) line: Option<usize>,
}

/// The dataset as queries see it. Built once.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    dataset: &'a Dataset,
    values: HashMap<Facet, Vec<FacetValue>>,
    places: Places,
    terms: HashMap<String, usize>,
    /// For each value of the filter by Presidency, its place in the rota.
    presidency_terms: Vec<usize>,
    /// An entry for each measure, in dataset order.
    pub(super) entries: Vec<Entry>,
    /// Every line of the general reports that cites a document.
    pub(super) lines: Vec<Subject>,
    /// Every commitment: those of the measures in dataset order, then those of the general reports.
    pub(super) commitments: Vec<CommitmentEntry>,
    /// Every citation, in the same order.
    pub(super) citations: Vec<CitationEntry>,
    glossary: Glossary,
    /// The words of each commitment and each document; only a reader who searches them pays for them.
    commitment_words: OnceLock<Vec<Vec<String>>>,
    document_words: OnceLock<Vec<Vec<String>>>,
}

impl<'a> Index<'a> {
    /// Works everything out.
    pub fn new(dataset: &'a Dataset) -> Self {
        let values = values(dataset);
        let mut places = HashMap::new();
        for (facet, list) in &values {
            let numbered = list.iter().enumerate();
            places.extend(numbered.map(|(place, value)| ((*facet, value.key.clone()), place)));
        }
        let terms = dataset.rota.terms().iter().enumerate();
        let terms: HashMap<String, usize> = terms
            .map(|(place, presidency)| (presidency.id.to_string(), place))
            .collect();
        let presidencies = values.get(&Facet::Presidency).into_iter().flatten();
        let presidency_terms = presidencies
            .filter_map(|value| terms.get(&value.key).copied())
            .collect();
        let mut index = Self {
            dataset,
            values,
            places,
            terms,
            presidency_terms,
            entries: Vec::new(),
            lines: Vec::new(),
            commitments: Vec::new(),
            citations: Vec::new(),
            glossary: Glossary::new(&dataset.glossary),
            commitment_words: OnceLock::new(),
            document_words: OnceLock::new(),
        };
        let acronyms = Acronyms::new(&dataset.glossary);
        for place in 0..dataset.measures.len() {
            index.add_measure(place, &acronyms);
        }
        for place in 0..dataset.reports.len() {
            index.add_report(place);
        }
        index
    }

    fn add_measure(&mut self, place: usize, acronyms: &Acronyms) {
        let (dataset, measure) = (self.dataset, &self.dataset.measures[place]);
        let home = Home::Measure(place);
        let commitments = self.commitments.len();
        self.add_commitments(home);
        for citation in &measure.documents {
            self.add_citation(citation.document.as_str(), home, Some(citation.role), None);
        }
        let status_date = dataset.edition.status_date;
        let latest = latest(measure, status_date);
        let dues = || dues(measure, status_date);
        self.entries.push(Entry {
            subject: Subject::measure(measure, dataset, &self.places),
            words: acronyms.words_of(&measure_text(measure, dataset)),
            commitments: commitments..self.commitments.len(),
            latest,
            latest_when: latest.and_then(|place| measure.state_of_play[place].when),
            next_due: dues().min_by_key(NextDue::order),
            overdue: dues().filter(|due| due.is_overdue).min_by_key(NextDue::order),
        });
    }

    fn add_report(&mut self, place: usize) {
        let (dataset, report) = (self.dataset, &self.dataset.reports[place]);
        let home = Home::Report(place);
        let events = report.state_of_play.iter();
        let events = events.map(|event| (Record::Event(event), &event.documents));
        let commitments = report.follow_up.iter();
        let commitments = commitments.map(|commitment| (Record::Commitment(commitment), &commitment.documents));
        for (record, documents) in events.chain(commitments).filter(|(_, documents)| !documents.is_empty()) {
            let line = self.lines.len();
            self.lines.push(Subject::line(record, report, dataset, &self.places));
            for document in documents {
                self.add_citation(document.as_str(), home, None, Some(line));
            }
        }
        self.add_commitments(home);
    }

    fn add_commitments(&mut self, home: Home) {
        for (place, commitment) in self.dataset.commitments(home).iter().enumerate() {
            let subject = Subject::commitment(home, commitment, self.dataset, &self.places);
            self.commitments.push(CommitmentEntry { home, place, subject });
        }
    }

    fn add_citation(&mut self, document: &str, home: Home, role: Option<DocumentRole>, line: Option<usize>) {
        if let Some(document) = self.place(Facet::Document, document) {
            self.citations.push(CitationEntry {
                document,
                home,
                role,
                line,
            });
        }
    }

    /// The words by which each commitment is found.
    pub(super) fn commitment_words(&self) -> &[Vec<String>] {
        self.commitment_words.get_or_init(|| {
            let acronyms = Acronyms::new(&self.dataset.glossary);
            let words =
                |entry: &CommitmentEntry| acronyms.words_of(&commitment_text(entry.home, entry.place, self.dataset));
            self.commitments.iter().map(words).collect()
        })
    }

    /// The words by which each document is found.
    pub(super) fn document_words(&self) -> &[Vec<String>] {
        self.document_words.get_or_init(|| {
            let acronyms = Acronyms::new(&self.dataset.glossary);
            let documents = self.dataset.documents.iter();
            documents
                .map(|document| acronyms.words_of(&document_text(document)))
                .collect()
        })
    }

    /// The values of a filter, in the order in which a reader should see them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// The value of a filter with that key.
    pub fn value(&self, facet: Facet, key: &str) -> Option<&FacetValue> {
        self.place(facet, key).map(|place| &self.values(facet)[place])
    }

    pub(super) fn place(&self, facet: Facet, key: &str) -> Option<usize> {
        self.places.get(&(facet, key.to_owned())).copied()
    }

    /// The place of the outcome that stands for measures without a follow-up.
    pub(super) fn no_follow_up(&self) -> Option<usize> {
        self.place(Facet::Outcome, NO_FOLLOW_UP)
    }

    /// The place of the document's kind among the kinds.
    pub(super) fn kind_of(&self, document: usize) -> Option<usize> {
        self.place(Facet::DocumentKind, self.dataset.documents[document].kind.key())
    }

    /// The place in the rota of the Presidency with that key.
    pub(super) fn term(&self, key: &str) -> Option<usize> {
        self.terms.get(key).copied()
    }

    /// Where in a text the glossary's acronyms stand, each with its term's place in the glossary.
    pub fn acronyms(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        self.glossary.in_text(text, &self.dataset.glossary)
    }

    /// The commitment at that place of what [`commitments`](crate::query::commitments) gives.
    pub fn commitment(&self, place: usize) -> &CommitmentEntry {
        &self.commitments[place]
    }

    /// Every citation of every document.
    pub fn citations(&self) -> &[CitationEntry] {
        &self.citations
    }

    /// The places of a filter's values under which something stands; for the Presidencies, in that role.
    pub(super) fn values_of(&self, subject: &Subject, facet: Facet, role: Option<PresidencyRole>) -> Vec<usize> {
        if facet != Facet::Presidency {
            return subject.values.get(&facet).cloned().unwrap_or_default();
        }
        let terms = self.presidency_terms.iter().enumerate();
        terms
            .filter(|(_, term)| subject.involvements[**term].fits(role))
            .map(|(value, _)| value)
            .collect()
    }

    /// What each term of the rota has to do with that measure.
    pub fn involvements(&self, measure: usize) -> &[Involvement] {
        &self.entries[measure].subject.involvements
    }

    /// The place of the latest fact in the measure's state of play.
    pub fn latest(&self, measure: usize) -> Option<usize> {
        self.entries[measure].latest
    }

    /// What has been overdue longest for that measure.
    pub fn overdue(&self, measure: usize) -> Option<NextDue> {
        self.entries[measure].overdue
    }

    /// What is due next for that measure.
    pub fn next_due(&self, measure: usize) -> Option<NextDue> {
        self.entries[measure].next_due
    }
}

/// The latest dated fact up to the edition's date: the one that began last.
fn latest(measure: &Measure, status_date: Day) -> Option<usize> {
    let dated = measure
        .state_of_play
        .iter()
        .enumerate()
        .filter_map(|(place, event)| Some((event.when?.period(), place)));
    dated
        .filter(|(period, _)| period.first() <= status_date)
        .max()
        .map(|(_, place)| place)
}

/// Everything that is still to be done by some date.
fn dues(measure: &Measure, status_date: Day) -> impl Iterator<Item = NextDue> + '_ {
    measure
        .follow_up
        .iter()
        .enumerate()
        .filter_map(move |(place, commitment)| {
            let due = commitment.due?;
            let is_overdue = due.period().last() < status_date;
            let counts = match commitment.outcome.state {
                OutcomeState::Open => true,
                OutcomeState::Overdue => is_overdue,
                _ => false,
            };
            counts.then_some(NextDue {
                commitment: place,
                due,
                is_overdue,
            })
        })
}
