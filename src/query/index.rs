//! What every query needs to know of each measure, commitment and citation, worked out once.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::status::DocumentRole;
use crate::query::acronyms::Glossary;
use crate::query::dictionary::{Dictionary, Reading};
use crate::query::flat::{Flat, short};
use crate::query::ranks::Ranks;
use crate::query::seen::Seen;
use crate::query::standing::Standings;
use crate::query::subject::Subjects;
use crate::query::table::Table;
use crate::query::texts::{document_text, measure_text};
use crate::query::values::{FacetValue, Values};
use crate::query::{Facet, Query};

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
    pub(super) line: Option<usize>,
}

/// How far the words of the measures are indexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The measures whose words are there.
    pub done: usize,
    /// All measures.
    pub all: usize,
}

/// The dataset as queries see it. Built once, the words apart.
#[derive(Debug)]
pub struct Index<'a> {
    dataset: &'a Dataset,
    pub(super) values: Values,
    pub(super) measures: Table,
    pub(super) commitments: Table,
    /// Every line of the general reports that cites a document, with the report's place.
    lines: Vec<(usize, Record<'a>)>,
    pub(super) line_values: Table,
    /// Every commitment: those of the measures in dataset order, then those of the general reports.
    commitment_entries: Vec<CommitmentEntry>,
    /// For each measure the place of its first commitment, and at last of the first of the general reports.
    first_commitments: Vec<u32>,
    /// Every citation, in the same order.
    citations: Vec<CitationEntry>,
    /// For each document the places of its citations.
    citations_of: OnceLock<Flat<u32>>,
    glossary: Glossary,
    pub(super) ranks: Ranks,
    /// The words of the measures as far as they are read.
    reading: Mutex<Option<Reading>>,
    measure_words: OnceLock<Dictionary>,
    /// The words of each document; only a reader who searches them pays for them.
    document_words: OnceLock<Dictionary>,
    /// How everything stands at the edition's date.
    reported: Arc<Standings>,
    /// How everything stood on the day that was asked for last: all that is shown at one time is told of one day.
    last: Mutex<Option<Arc<Standings>>>,
}

impl<'a> Index<'a> {
    /// Works everything out but the words.
    pub fn new(dataset: &'a Dataset) -> Self {
        let lines = lines(dataset);
        let records = lines.iter().map(|(_, record)| *record);
        let reported = Standings::new(dataset.edition.status_date, dataset, records);
        let subjects = Subjects::new(dataset, &lines);
        let values = Values::new(dataset, &subjects, &reported.touched_terms(dataset));
        let [measures, commitments, line_values] = subjects.tables(&values);
        let mut first_commitments = vec![0];
        for measure in &dataset.measures {
            let before = first_commitments.last().copied().unwrap_or_default();
            first_commitments.push(before + short(measure.follow_up.len()));
        }
        let places =
            |home: Home| (0..dataset.commitments(home).len()).map(move |place| CommitmentEntry { home, place });
        Self {
            dataset,
            values,
            measures,
            commitments,
            line_values,
            commitment_entries: dataset.homes().flat_map(places).collect(),
            first_commitments,
            citations: citations(dataset, &lines),
            citations_of: OnceLock::new(),
            lines,
            glossary: Glossary::new(&dataset.glossary),
            ranks: Ranks::default(),
            reading: Mutex::new(None),
            measure_words: OnceLock::new(),
            document_words: OnceLock::new(),
            reported: Arc::new(reported),
            last: Mutex::new(None),
        }
    }

    /// How everything stands on that day.
    pub fn on(&self, day: Day) -> Arc<Standings> {
        if day == self.reported.day() {
            return Arc::clone(&self.reported);
        }
        let standings = || {
            let lines = self.lines.iter().map(|(_, record)| *record);
            Arc::new(Standings::new(day, self.dataset, lines))
        };
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

    /// Reads the words of so many more measures, so that a page can stand before all are read. Whoever asks for words before
    /// that has the rest read at once.
    pub fn index_words(&self, how_many: usize) -> Progress {
        let all = self.dataset.measures.len();
        let done = match self.measure_words.get() {
            Some(_) => all,
            None => self.read_words(how_many),
        };
        if done == all {
            self.measure_words();
        }
        Progress { done, all }
    }

    /// Reads on, and says how many measures are read.
    fn read_words(&self, how_many: usize) -> usize {
        let mut reading = self.reading();
        let reading = reading.get_or_insert_with(|| Reading::new(&self.dataset.glossary));
        for measure in self.dataset.measures.iter().skip(reading.texts()).take(how_many) {
            reading.read(&measure_text(measure, self.dataset));
        }
        reading.texts()
    }

    fn reading(&self) -> MutexGuard<'_, Option<Reading>> {
        // A text that somebody broke off reading is read as far as it was: what broke there would break again.
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The words by which each measure is found.
    pub(super) fn measure_words(&self) -> &Dictionary {
        self.measure_words.get_or_init(|| {
            self.read_words(self.dataset.measures.len());
            let reading = self.reading().take();
            let reading = reading.unwrap_or_else(|| Reading::new(&self.dataset.glossary));
            reading.finish()
        })
    }

    /// The words by which each commitment is found on that day.
    pub(super) fn commitment_words<'s>(&self, standings: &'s Standings) -> &'s Dictionary {
        standings.commitment_words(self.dataset)
    }

    /// The words by which each document is found.
    pub(super) fn document_words(&self) -> &Dictionary {
        self.document_words.get_or_init(|| {
            let texts = self.dataset.documents.iter().map(document_text);
            Dictionary::of(texts, &self.dataset.glossary)
        })
    }

    /// The values of a filter, in the order in which a reader should see them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.of(facet)
    }

    /// The value of a filter with that key.
    pub fn value(&self, facet: Facet, key: &str) -> Option<&FacetValue> {
        self.place(facet, key).map(|place| &self.values(facet)[place])
    }

    pub(super) fn place(&self, facet: Facet, key: &str) -> Option<usize> {
        self.values.place(facet, key)
    }

    /// The number among the values of all filters of the one with that key.
    pub(super) fn number(&self, facet: Facet, key: &str) -> Option<u32> {
        let place = self.place(facet, key)?;
        Some(short(self.values.numbers(facet).start + place))
    }

    /// The place of the document's kind among the kinds.
    pub(super) fn kind_of(&self, document: usize) -> Option<usize> {
        let kind = self.dataset.documents[document].kind;
        self.values.became(Facet::DocumentKind, kind as usize)
    }

    /// The place in the rota of the Presidency with that key.
    pub(super) fn term(&self, key: &str) -> Option<usize> {
        let mut terms = self.dataset.rota.terms().iter();
        terms.position(|presidency| presidency.id.as_str() == key)
    }

    /// Where in a text the glossary's acronyms stand, each with its term's place in the glossary.
    pub fn acronyms(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        self.glossary.in_text(text, &self.dataset.glossary)
    }

    /// The commitment at that place of what [`commitments`](crate::query::commitments) gives.
    pub fn commitment(&self, place: usize) -> &CommitmentEntry {
        &self.commitment_entries[place]
    }

    /// The places of a measure's commitments.
    pub(super) fn commitments_of(&self, measure: usize) -> Range<usize> {
        self.first_commitments[measure] as usize..self.first_commitments[measure + 1] as usize
    }

    /// Every citation of every document.
    pub fn citations(&self) -> &[CitationEntry] {
        &self.citations
    }

    /// The citations of one document.
    pub(super) fn citations_of(&self, document: usize) -> impl Iterator<Item = &CitationEntry> {
        let all = self.citations_of.get_or_init(|| {
            let mut documents = Flat::default();
            for citation in &self.citations {
                documents.push([short(citation.document)]);
            }
            documents.inverted(self.dataset.documents.len())
        });
        let places = all.of(document).iter();
        places.map(|place| &self.citations[*place as usize])
    }

    /// The measures as filters see them on that day.
    pub(super) fn measures_on<'s>(&'s self, standings: &'s Standings) -> Seen<'s> {
        Seen {
            values: &self.values,
            table: &self.measures,
            standing: &standings.measures,
        }
    }

    /// The commitments as filters see them on that day.
    pub(super) fn commitments_on<'s>(&'s self, standings: &'s Standings) -> Seen<'s> {
        Seen {
            values: &self.values,
            table: &self.commitments,
            standing: &standings.commitments,
        }
    }

    /// The lines of the general reports that cite a document, as filters see them on that day.
    pub(super) fn lines_on<'s>(&'s self, standings: &'s Standings) -> Seen<'s> {
        Seen {
            values: &self.values,
            table: &self.line_values,
            standing: &standings.lines,
        }
    }
}

/// Every line of the general reports that cites a document.
fn lines(dataset: &Dataset) -> Vec<(usize, Record<'_>)> {
    let reports = 0..dataset.reports.len();
    let lines = reports.flat_map(|place| dataset.records_of(Home::Report(place)).map(move |line| (place, line)));
    lines.filter(|(_, line)| !line.documents().is_empty()).collect()
}

/// Every citation, of the measures and then of those lines.
fn citations(dataset: &Dataset, lines: &[(usize, Record<'_>)]) -> Vec<CitationEntry> {
    let mut citations = Vec::new();
    for (place, measure) in dataset.measures.iter().enumerate() {
        citations.extend(measure.documents.iter().filter_map(|citation| {
            Some(CitationEntry {
                document: dataset.document_place(citation.document.as_str())?,
                home: Home::Measure(place),
                role: Some(citation.role),
                line: None,
            })
        }));
    }
    for (line, (report, record)) in lines.iter().enumerate() {
        citations.extend(record.documents().iter().filter_map(|document| {
            Some(CitationEntry {
                document: dataset.document_place(document.as_str())?,
                home: Home::Report(*report),
                role: None,
                line: Some(line),
            })
        }));
    }
    citations.shrink_to_fit();
    citations
}
