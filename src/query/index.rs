//! What every query needs to know of each measure, commitment and citation, worked out once.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::domain::status::{DocumentRole, PresidencyRole};
use crate::query::acronyms::Glossary;
use crate::query::search::Acronyms;
use crate::query::standing::Standings;
use crate::query::subject::{Places, Seen, Subject};
use crate::query::texts::{document_text, measure_text};
use crate::query::values::{FacetValue, values};
use crate::query::{Facet, NO_FOLLOW_UP, Query};

/// One measure as queries see it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) subject: Subject,
    /// The words by which it is found, sorted.
    pub(super) words: Vec<String>,
    /// Its follow-up, in [`Index::commitments`].
    pub(super) commitments: Range<usize>,
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

/// One line of a general report that cites a document, as queries see it.
#[derive(Clone, Debug)]
pub(super) struct LineEntry<'a> {
    pub(super) record: Record<'a>,
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
#[derive(Debug)]
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
    pub(super) lines: Vec<LineEntry<'a>>,
    /// Every commitment: those of the measures in dataset order, then those of the general reports.
    pub(super) commitments: Vec<CommitmentEntry>,
    /// Every citation, in the same order.
    pub(super) citations: Vec<CitationEntry>,
    glossary: Glossary,
    /// The words of each document; only a reader who searches them pays for them.
    document_words: OnceLock<Vec<Vec<String>>>,
    /// How everything stands at the edition's date.
    reported: OnceLock<Arc<Standings>>,
    /// How everything stood on the day that was asked for last: all that is shown at one time is told of one day.
    last: Mutex<Option<Arc<Standings>>>,
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
            document_words: OnceLock::new(),
            reported: OnceLock::new(),
            last: Mutex::new(None),
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
        self.entries.push(Entry {
            subject: Subject::measure(measure, dataset, &self.places),
            words: acronyms.words_of(&measure_text(measure, dataset)),
            commitments: commitments..self.commitments.len(),
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
            let subject = Subject::line(record, report, dataset, &self.places);
            self.lines.push(LineEntry { record, subject });
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

    /// How everything stands on that day.
    pub fn on(&self, day: Day) -> Arc<Standings> {
        let standings = || Arc::new(Standings::new(day, self.dataset, self));
        if day == self.dataset.edition.status_date {
            return Arc::clone(self.reported.get_or_init(standings));
        }
        // What is kept there is whole at any time, whoever broke off while holding it.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(standings) if standings.day() == day => Arc::clone(standings),
            _ => Arc::clone(last.insert(standings())),
        }
    }

    /// How everything stands on the day as of which the query asks.
    pub fn asked_by(&self, query: &Query) -> Arc<Standings> {
        self.on(query.day(self.dataset))
    }

    /// The words by which each commitment is found on that day.
    pub(super) fn commitment_words<'s>(&self, standings: &'s Standings) -> &'s [Vec<String>] {
        standings.commitment_words(self.dataset, self)
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
    pub(super) fn values_of(&self, seen: Seen<'_>, facet: Facet, role: Option<PresidencyRole>) -> Vec<usize> {
        if facet != Facet::Presidency {
            return seen.values(facet).to_vec();
        }
        let terms = self.presidency_terms.iter().enumerate();
        terms
            .filter(|(_, term)| seen.standing.involvements[**term].fits(role))
            .map(|(value, _)| value)
            .collect()
    }

    /// A measure as filters see it on that day.
    pub(super) fn measure_on<'s>(&'s self, standings: &'s Standings, place: usize) -> Seen<'s> {
        Seen {
            subject: &self.entries[place].subject,
            standing: standings.measure(place),
        }
    }

    /// A commitment as filters see it on that day.
    pub(super) fn commitment_on<'s>(&'s self, standings: &'s Standings, place: usize) -> Seen<'s> {
        Seen {
            subject: &self.commitments[place].subject,
            standing: standings.commitment(place),
        }
    }

    /// A line of a general report as filters see it on that day.
    pub(super) fn line_on<'s>(&'s self, standings: &'s Standings, place: usize) -> Seen<'s> {
        Seen {
            subject: &self.lines[place].subject,
            standing: standings.line(place),
        }
    }
}
