//! What every query needs to know of each measure, commitment and citation, worked out once.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::status::DocumentRole;
use crate::query::acronyms::Glossary;
use crate::query::dictionary::Dictionary;
use crate::query::flat::{Flat, short};
use crate::query::ranks::Ranks;
use crate::query::reading::{ReadWords, Texts};
use crate::query::seen::Seen;
use crate::query::standing::{Standings, StandingsDraft};
use crate::query::subject::Subjects;
use crate::query::table::Table;
use crate::query::texts::{commitment_text, document_text, measure_text};
use crate::query::values::{FacetValue, Values};
use crate::query::{Facet, Query, Unit};

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

/// How far something is worked out that takes many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The steps that are done.
    pub done: usize,
    /// All steps.
    pub all: usize,
}

impl Progress {
    /// How far all of several things are that take about as many steps each, where this is how far the one at that place is.
    #[must_use]
    pub fn of_several(self, place: usize, count: usize) -> Self {
        Self {
            done: place * self.all + self.done,
            all: count * self.all,
        }
    }
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
    measure_words: ReadWords,
    /// The words of each document; only a reader who searches them pays for them.
    document_words: ReadWords,
    /// How everything stands at the edition's date.
    reported: Arc<Standings>,
    /// How everything stood on the day that was asked for last: all that is shown at one time is told of one day.
    last: Mutex<Option<Arc<Standings>>>,
    /// How everything stood on the day that is asked for next, as far as it is worked out.
    next: Mutex<Option<StandingsDraft>>,
}

impl<'a> Index<'a> {
    /// Works everything out but the words.
    pub fn new(dataset: &'a Dataset) -> Self {
        let lines = lines(dataset);
        let records = lines.iter().map(|(_, record)| *record);
        let reported = StandingsDraft::new(dataset.edition.status_date, dataset).finish(dataset, records);
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
            measure_words: ReadWords::default(),
            document_words: ReadWords::default(),
            reported: Arc::new(reported),
            last: Mutex::new(None),
            next: Mutex::new(None),
        }
    }

    /// The records.
    pub(super) fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// How everything stands on that day.
    pub fn on(&self, day: Day) -> Arc<Standings> {
        if day == self.reported.day() {
            return Arc::clone(&self.reported);
        }
        let mut last = kept(&self.last);
        match &*last {
            Some(standings) if standings.day() == day => Arc::clone(standings),
            _ => Arc::clone(last.insert(Arc::new(self.standings(day)))),
        }
    }

    fn standings(&self, day: Day) -> Standings {
        let lines = self.lines.iter().map(|(_, record)| *record);
        self.begun(day).finish(self.dataset, lines)
    }

    /// Takes what is worked out for that day, to go on with it.
    fn begun(&self, day: Day) -> StandingsDraft {
        let begun = kept(&self.next).take_if(|draft| draft.day() == day);
        begun.unwrap_or_else(|| StandingsDraft::new(day, self.dataset))
    }

    /// Whether it is known how everything stands on that day.
    fn knows(&self, day: Day) -> bool {
        let is_last = || kept(&self.last).as_ref().is_some_and(|last| last.day() == day);
        day == self.reported.day() || is_last()
    }

    /// How everything stands on the day as of which the query asks.
    pub fn asked_by(&self, query: &Query) -> Arc<Standings> {
        self.on(query.day(self.dataset))
    }

    /// Works out so many steps more of what an answer to the query needs, so that a page can go on meanwhile; nothing when all
    /// of it is there. Whoever asks before that has the rest worked out at once.
    pub fn prepare(&self, query: &Query, unit: Unit, how_many: usize) -> Option<Progress> {
        let day = query.day(self.dataset);
        if !self.knows(day) {
            return Some(self.prepare_day(day, how_many));
        }
        if query.text.is_empty() {
            return None;
        }
        if !self.measure_words.are_read() {
            return Some(self.index_words(how_many));
        }
        match unit {
            Unit::Measures => None,
            Unit::Commitments => {
                let standings = self.on(day);
                let words = &standings.commitment_words;
                (!words.are_read()).then(|| words.read(&self.commitment_texts(day), how_many))
            }
            Unit::Documents => {
                let words = &self.document_words;
                (!words.are_read()).then(|| words.read(&self.document_texts(), how_many))
            }
        }
    }

    fn prepare_day(&self, day: Day, how_many: usize) -> Progress {
        let mut draft = self.begun(day);
        let progress = draft.go_on(self.dataset, how_many);
        *kept(&self.next) = Some(draft);
        if progress.done == progress.all {
            self.on(day);
        }
        progress
    }

    /// Reads the words of so many more measures, so that a page can stand before all are read.
    pub fn index_words(&self, how_many: usize) -> Progress {
        self.measure_words.read(&self.measure_texts(), how_many)
    }

    /// The words by which each measure is found.
    pub(super) fn measure_words(&self) -> &Dictionary {
        self.measure_words.all(&self.measure_texts())
    }

    /// The words by which each commitment is found on that day.
    pub(super) fn commitment_words<'s>(&self, standings: &'s Standings) -> &'s Dictionary {
        standings.commitment_words.all(&self.commitment_texts(standings.day()))
    }

    /// The words by which each document is found.
    pub(super) fn document_words(&self) -> &Dictionary {
        self.document_words.all(&self.document_texts())
    }

    fn measure_texts(&self) -> Texts<'_, impl Fn(usize) -> String> {
        self.texts(self.dataset.measures.len(), |place| {
            measure_text(&self.dataset.measures[place], self.dataset)
        })
    }

    fn commitment_texts(&self, day: Day) -> Texts<'_, impl Fn(usize) -> String> {
        self.texts(self.commitment_entries.len(), move |place| {
            let CommitmentEntry { home, place } = self.commitment_entries[place];
            commitment_text(home, place, day, self.dataset)
        })
    }

    fn document_texts(&self) -> Texts<'_, impl Fn(usize) -> String> {
        self.texts(self.dataset.documents.len(), |place| {
            document_text(&self.dataset.documents[place])
        })
    }

    fn texts<Text: Fn(usize) -> String>(&self, count: usize, text: Text) -> Texts<'_, Text> {
        Texts {
            count,
            text,
            glossary: &self.dataset.glossary,
        }
    }

    /// The values of a filter, in the order in which a reader should see them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.of(facet)
    }

    /// The value of a filter with that key.
    pub fn value(&self, facet: Facet, key: &str) -> Option<&FacetValue> {
        self.place(facet, key).map(|place| &self.values(facet)[place])
    }

    /// The place of that value among those of its filter.
    pub fn place(&self, facet: Facet, key: &str) -> Option<usize> {
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

    /// The places of all commitments in order of time, those of one time in dataset order.
    pub(super) fn commitments_in_time(&self) -> &[u32] {
        self.ranks.commitments(&self.commitment_entries, self.dataset)
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

/// What is kept there is whole at any time, whoever broke off while holding it.
fn kept<Kept>(place: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
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
