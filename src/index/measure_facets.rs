//! The facet values of measures, commitments and report lines that do not depend on the day: all but Presidencies and
//! outcomes.

use rustc_hash::FxHashSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::When;
use crate::domain::document::DocumentKind;
use crate::domain::id::{BodyId, DocumentId, LineId};
use crate::domain::keyed::Keyed;
use crate::domain::later::Found;
use crate::domain::measure::Naming;
use crate::domain::status::{OutcomeState, Status};
use crate::index::Facet;
use crate::index::jagged::{Jagged, short};
use crate::index::postings::Postings;
use crate::index::values::{FIRST_YEAR, NO_YEAR, Values};

/// Numbers everything that could be a value of a filter, in dataset order.
#[derive(Clone, Debug)]
pub(crate) struct Candidates {
    /// The number of the first candidate of each filter, then the number of all candidates.
    starts: Vec<usize>,
}

impl Candidates {
    fn new(dataset: &Dataset) -> Self {
        let bodies = dataset.bodies.len();
        let mut starts = vec![0];
        for facet in Facet::ALL {
            let count = match facet {
                // The last one means all sources.
                Facet::Source => dataset.sources.len() + 1,
                Facet::Presidency => dataset.rota.terms().len(),
                Facet::Priority => dataset.priorities.len(),
                Facet::WorkingParty | Facet::Body | Facet::System | Facet::Partner | Facet::Owner => bodies,
                Facet::Status => Status::ALL.len(),
                Facet::Document => dataset.documents.len(),
                Facet::DocumentKind => DocumentKind::ALL.len(),
                // The last one means no follow-up, or no date.
                Facet::Outcome => OutcomeState::ALL.len() + 1,
                Facet::Due => NO_YEAR + 1,
                Facet::Since => Found::ALL.len(),
                Facet::Names => Naming::ALL.len(),
            };
            starts.push(starts.last().copied().unwrap_or_default() + count);
        }
        Self { starts }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The number of a filter's candidate at that place.
    pub(crate) fn number(&self, facet: Facet, place: usize) -> usize {
        self.starts[facet as usize] + place
    }
}

/// The candidates of each record, and how often each candidate occurs.
#[derive(Debug)]
pub(crate) struct Mentions {
    candidates: Candidates,
    measures: Jagged<u32>,
    commitments: Jagged<u32>,
    lines: Jagged<u32>,
    /// What names each candidate.
    named: Vec<Named>,
}

/// How many name a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    /// Measures of the leading source.
    pub(crate) leading: usize,
    /// Measures of any source.
    pub(crate) measures: usize,
    /// Lines of the general reports.
    pub(crate) lines: usize,
}

impl Mentions {
    /// Collects them in one pass.
    pub(crate) fn new(dataset: &Dataset, lines: &[(usize, Record<'_>)]) -> Self {
        let candidates = Candidates::new(dataset);
        let mut mentions = Self {
            named: vec![Named::default(); candidates.len()],
            candidates,
            measures: Jagged::default(),
            commitments: Jagged::default(),
            lines: Jagged::default(),
        };
        let mut found = Collector::new(dataset, mentions.candidates.clone());
        for home in dataset.homes() {
            if let Home::Measure(place) = home {
                found.measure(place);
                let leads = usize::from(dataset.other_source(&dataset.measures[place].source).is_none());
                let count = |number: &u32| {
                    let named = &mut mentions.named[*number as usize];
                    named.measures += 1;
                    named.leading += leads;
                };
                mentions.measures.push(found.each_once().inspect(count));
            }
            for line in dataset.records_of(home) {
                found.line(home, line);
                if let Home::Report(_) = home {
                    found
                        .numbers
                        .iter()
                        .for_each(|number| mentions.named[*number as usize].lines += 1);
                }
                if let Record::Commitment(_) = line {
                    mentions.commitments.push(found.each_once());
                }
                found.numbers.clear();
            }
        }
        for (report, line) in lines {
            found.line(Home::Report(*report), *line);
            mentions.lines.push(found.each_once());
        }
        mentions
    }

    /// The numbering.
    pub(crate) fn candidates(&self) -> &Candidates {
        &self.candidates
    }

    /// How many name a candidate; `None` where nothing does.
    pub(crate) fn named(&self, facet: Facet, place: usize) -> Option<Named> {
        Some(self.named[self.candidates.number(facet, place)]).filter(|named| *named != Named::default())
    }

    /// The postings of measures, commitments and report lines.
    pub(crate) fn postings(self, values: &Values) -> [Postings; 3] {
        [self.measures, self.commitments, self.lines].map(|named| {
            let mut numbers = Jagged::default();
            let mut own = Vec::new();
            for place in 0..named.len() {
                let candidates = named.of(place).iter();
                own.extend(candidates.filter_map(|number| values.numbered(*number as usize)));
                own.sort_unstable();
                numbers.push(own.drain(..));
            }
            Postings::new(numbers, values.len())
        })
    }
}

/// The facet values of lines, of which facts have no postings.
pub(crate) struct LineFacets<'a> {
    found: Collector<'a>,
    values: &'a Values,
    numbers: Vec<u32>,
}

impl<'a> LineFacets<'a> {
    pub(crate) fn new(dataset: &'a Dataset, values: &'a Values) -> Self {
        Self {
            found: Collector::new(dataset, values.candidates().clone()),
            values,
            numbers: Vec::new(),
        }
    }

    /// The numbers of a line's values, each once.
    pub(crate) fn of(&mut self, home: Home, line: Record<'_>) -> &[u32] {
        self.found.line(home, line);
        self.numbers.clear();
        let candidates = self.found.each_once();
        self.numbers
            .extend(candidates.filter_map(|candidate| self.values.numbered(candidate as usize)));
        &self.numbers
    }
}

/// Collects the candidates of one record.
struct Collector<'a> {
    dataset: &'a Dataset,
    candidates: Candidates,
    /// The commitments of which nothing was found after the record ends.
    missed: FxHashSet<&'a LineId>,
    numbers: Vec<u32>,
}

impl<'a> Collector<'a> {
    fn new(dataset: &'a Dataset, candidates: Candidates) -> Self {
        let missed = dataset
            .afterwards
            .iter()
            .flat_map(|afterwards| &afterwards.nothing_found);
        Self {
            dataset,
            candidates,
            missed: missed.map(|missed| &missed.commitment).collect(),
            numbers: Vec::new(),
        }
    }

    /// Takes the collected candidates, each once.
    fn each_once(&mut self) -> std::vec::Drain<'_, u32> {
        self.numbers.sort_unstable();
        self.numbers.dedup();
        self.numbers.drain(..)
    }

    fn add(&mut self, facet: Facet, place: usize) {
        self.numbers.push(short(self.candidates.number(facet, place)));
    }

    /// A measure, with the bodies of its lines and the owners and due years of its commitments.
    fn measure(&mut self, place: usize) {
        let (dataset, home) = (self.dataset, Home::Measure(place));
        let measure = &dataset.measures[place];
        self.place(home);
        self.bodies(measure.working_parties.iter().chain(&measure.bodies));
        self.documents(measure.documents.iter().map(|citation| &citation.document));
        for line in dataset.records_of(home) {
            self.bodies(line.bodies());
            self.promise(line);
        }
        let promises = measure.follow_up.iter().map(|own| self.found_of(&own.id));
        let own = dataset.since(home).next().map(|_| Found::Fact);
        let found = own.or_else(|| promises.min()).unwrap_or(Found::NotLookedFor);
        self.add_found(found);
    }

    /// A line: its bodies and documents, and the values of its measure or report section.
    fn line(&mut self, home: Home, line: Record<'_>) {
        self.place(home);
        self.bodies(line.bodies());
        self.documents(line.documents().iter());
        self.promise(line);
        if let Record::Commitment(commitment) = line {
            self.add_found(self.found_of(&commitment.id));
        }
    }

    /// What was found of a commitment after the record ends.
    fn found_of(&self, id: &LineId) -> Found {
        match self.dataset.since_commitment(id).next() {
            Some(_) => Found::Fact,
            None if self.missed.contains(id) => Found::Nothing,
            None => Found::NotLookedFor,
        }
    }

    fn add_found(&mut self, found: Found) {
        if self.dataset.afterwards.is_some() {
            self.add(Facet::Since, found as usize);
        }
    }

    /// The source and the priority of a measure or a section of a general report, and the status and the working parties of
    /// a measure.
    fn place(&mut self, home: Home) {
        let dataset = self.dataset;
        let (source, priority) = match home {
            Home::Measure(place) => {
                let measure = &dataset.measures[place];
                self.add(Facet::Status, measure.status as usize);
                for id in &measure.working_parties {
                    self.body_as(Facet::WorkingParty, id);
                }
                (&measure.source, Some(&measure.priority))
            }
            Home::Report(place) => (&dataset.reports[place].source, dataset.reports[place].priority.as_ref()),
        };
        let source = dataset.sources.iter().position(|own| own.id == *source);
        let priority = dataset.priorities.iter().position(|own| Some(&own.id) == priority);
        let all = dataset.sources.len();
        source
            .into_iter()
            .chain([all])
            .for_each(|place| self.add(Facet::Source, place));
        if let Some(place) = priority {
            self.add(Facet::Priority, place);
        }
    }

    /// The owners and due years of a commitment, and what it names.
    fn promise(&mut self, line: Record<'_>) {
        let Record::Commitment(commitment) = line else {
            return;
        };
        for id in &commitment.owners {
            self.body_as(Facet::Owner, id);
        }
        for naming in Naming::ALL.iter().filter(|naming| commitment.names(**naming)) {
            self.add(Facet::Names, *naming as usize);
        }
        match commitment.due.map(When::period) {
            Some(period) => {
                let years = period.first().year()..=period.last().year();
                years.for_each(|year| self.add(Facet::Due, usize::from(year.abs_diff(FIRST_YEAR))));
            }
            None => self.add(Facet::Due, NO_YEAR),
        }
    }

    fn bodies<'b>(&mut self, ids: impl Iterator<Item = &'b BodyId>) {
        for id in ids {
            if let Some(place) = self.dataset.body_place(id) {
                self.add(Facet::of_bodies(self.dataset.bodies[place].kind), place);
            }
        }
    }

    fn body_as(&mut self, facet: Facet, id: &BodyId) {
        if let Some(place) = self.dataset.body_place(id) {
            self.add(facet, place);
        }
    }

    fn documents<'b>(&mut self, ids: impl Iterator<Item = &'b DocumentId>) {
        for id in ids {
            if let Some(place) = self.dataset.document_place(id) {
                self.add(Facet::Document, place);
                self.add(Facet::DocumentKind, self.dataset.documents[place].kind as usize);
            }
        }
    }
}
