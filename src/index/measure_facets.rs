//! The facet values of measures, commitments and report lines that do not depend on the day: all but Presidencies and
//! outcomes.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::When;
use crate::domain::document::DocumentKind;
use crate::domain::id::{BodyId, DocumentId, PriorityId, SourceId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event, Measure, Report};
use crate::domain::status::{OutcomeState, Status};
use crate::index::Facet;
use crate::index::jagged::{Jagged, short};
use crate::index::postings::Postings;
use crate::index::values::{FIRST_YEAR, NO_YEAR, Values};

/// Numbers everything that could be a value of a filter, in dataset order. Which of it occurs is known after a first pass over
/// the records.
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

/// The candidates that each record names, and how often each candidate is named.
#[derive(Debug)]
pub(crate) struct Mentions {
    candidates: Candidates,
    measures: Jagged<u32>,
    commitments: Jagged<u32>,
    lines: Jagged<u32>,
    /// For each candidate, the number of measures and of report lines that name it.
    named: Vec<(usize, usize)>,
}

impl Mentions {
    /// Collects them in one pass.
    pub(crate) fn new(dataset: &Dataset, lines: &[(usize, Record<'_>)]) -> Self {
        let candidates = Candidates::new(dataset);
        let mut mentions = Self {
            named: vec![(0, 0); candidates.len()],
            candidates,
            measures: Jagged::default(),
            commitments: Jagged::default(),
            lines: Jagged::default(),
        };
        let mut found = Collector {
            dataset,
            candidates: mentions.candidates.clone(),
            numbers: Vec::new(),
        };
        for measure in &dataset.measures {
            found.measure(measure);
            measure.follow_up.iter().for_each(|own| found.promise(own));
            let named = found
                .each_once()
                .inspect(|number| mentions.named[*number as usize].0 += 1);
            mentions.measures.push(named);
        }
        for home in dataset.homes() {
            for commitment in dataset.commitments(home) {
                found.commitment(home, commitment);
                mentions.commitments.push(found.each_once());
            }
        }
        for (report, record) in lines {
            found.line(*record, &dataset.reports[*report]);
            mentions.lines.push(found.each_once());
        }
        let reports = (0..dataset.reports.len()).map(Home::Report);
        for (home, record) in reports.flat_map(|home| dataset.records_of(home).map(move |record| (home, record))) {
            if let Home::Report(place) = home {
                found.line(record, &dataset.reports[place]);
                for number in found.all() {
                    mentions.named[number as usize].1 += 1;
                }
            }
        }
        mentions
    }

    /// The numbering.
    pub(crate) fn candidates(&self) -> &Candidates {
        &self.candidates
    }

    /// The number of measures and of report lines that name a candidate; `None` where nothing does.
    pub(crate) fn named(&self, facet: Facet, place: usize) -> Option<(usize, usize)> {
        Some(self.named[self.candidates.number(facet, place)]).filter(|named| *named != (0, 0))
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

/// The facet values of facts, computed one by one: no postings hold them.
pub(crate) struct FactFacets<'a> {
    found: Collector<'a>,
    values: &'a Values,
    numbers: Vec<u32>,
}

impl<'a> FactFacets<'a> {
    pub(crate) fn new(dataset: &'a Dataset, values: &'a Values) -> Self {
        let found = Collector {
            dataset,
            candidates: values.candidates().clone(),
            numbers: Vec::new(),
        };
        Self {
            found,
            values,
            numbers: Vec::new(),
        }
    }

    /// The numbers of a fact's values, each once: of the bodies and documents it names, and of its measure or section.
    pub(crate) fn of(&mut self, home: Home, event: &Event) -> &[u32] {
        let dataset = self.found.dataset;
        match home {
            Home::Measure(place) => self.found.place(&dataset.measures[place]),
            Home::Report(place) => self.found.report(&dataset.reports[place]),
        }
        self.found.record(Record::Event(event));
        self.numbers.clear();
        let candidates = self.found.each_once();
        self.numbers
            .extend(candidates.filter_map(|candidate| self.values.numbered(candidate as usize)));
        &self.numbers
    }
}

/// Collects the candidates that one record names.
struct Collector<'a> {
    dataset: &'a Dataset,
    candidates: Candidates,
    numbers: Vec<u32>,
}

impl Collector<'_> {
    /// What was collected; empties the collector.
    fn all(&mut self) -> std::vec::Drain<'_, u32> {
        self.numbers.drain(..)
    }

    /// The same, sorted and without repeats.
    fn each_once(&mut self) -> std::vec::Drain<'_, u32> {
        self.numbers.sort_unstable();
        self.numbers.dedup();
        self.all()
    }

    fn add(&mut self, facet: Facet, place: usize) {
        self.numbers.push(short(self.candidates.number(facet, place)));
    }

    /// A measure, what only its commitments have apart.
    fn measure(&mut self, measure: &Measure) {
        self.place(measure);
        let events = measure.state_of_play.iter().flat_map(|event| &event.bodies);
        let commitments = measure
            .follow_up
            .iter()
            .flat_map(|commitment| commitment.owners.iter().chain(&commitment.bodies));
        let bodies = measure.working_parties.iter().chain(&measure.bodies);
        self.bodies(bodies.chain(events).chain(commitments));
        self.documents(measure.documents.iter().map(|citation| &citation.document));
    }

    /// Where a measure stands: its source, priority, status and working parties.
    fn place(&mut self, measure: &Measure) {
        self.source(&measure.source);
        self.priority(&measure.priority);
        self.add(Facet::Status, measure.status as usize);
        for id in &measure.working_parties {
            self.body_as(Facet::WorkingParty, id);
        }
    }

    /// A line of a general report, which stands by itself.
    fn line(&mut self, record: Record<'_>, report: &Report) {
        self.report(report);
        self.record(record);
        if let Record::Commitment(commitment) = record {
            self.promise(commitment);
        }
    }

    /// A commitment: whom and what it names itself, and where it stands.
    fn commitment(&mut self, home: Home, commitment: &Commitment) {
        let dataset = self.dataset;
        match home {
            Home::Measure(place) => self.place(&dataset.measures[place]),
            Home::Report(place) => self.report(&dataset.reports[place]),
        }
        self.record(Record::Commitment(commitment));
        self.promise(commitment);
    }

    fn report(&mut self, report: &Report) {
        self.source(&report.source);
        if let Some(id) = &report.priority {
            self.priority(id);
        }
    }

    /// Whom and what a fact or commitment names itself.
    fn record(&mut self, record: Record<'_>) {
        self.bodies(record.bodies());
        self.documents(record.documents().iter());
    }

    /// What only a commitment has, whatever the day: its owners, and the years in which it is due.
    fn promise(&mut self, commitment: &Commitment) {
        for id in &commitment.owners {
            self.body_as(Facet::Owner, id);
        }
        match commitment.due.map(When::period) {
            Some(period) => {
                let years = period.first().year()..=period.last().year();
                years.for_each(|year| self.add(Facet::Due, usize::from(year.abs_diff(FIRST_YEAR))));
            }
            None => self.add(Facet::Due, NO_YEAR),
        }
    }

    fn source(&mut self, id: &SourceId) {
        let sources = &self.dataset.sources;
        if let Some(place) = sources.iter().position(|source| source.id == *id) {
            self.add(Facet::Source, place);
        }
        self.add(Facet::Source, sources.len());
    }

    fn priority(&mut self, id: &PriorityId) {
        let mut priorities = self.dataset.priorities.iter();
        if let Some(place) = priorities.position(|priority| priority.id == *id) {
            self.add(Facet::Priority, place);
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
