//! What depends on the day: Presidencies, outcomes, due dates, and the words of outcomes.

mod on_day;

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period};
use crate::domain::keyed::Keyed;
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::domain::window::Window;
use crate::index::involvement::{Involvement, Parts, TermPart, spread};
use crate::index::jagged::{Jagged, short};
use crate::index::lazy_text_index::LazyTextIndex;
use crate::index::postings::Postings;
pub use on_day::{Due, DueState};
use on_day::{Ends, OnDay};

/// The facets of measures, of commitments or of report lines that depend on the day.
#[derive(Debug)]
pub(crate) struct DatedFacets {
    /// How many terms the rota has.
    terms: usize,
    /// The Presidencies of each record by their place in the rota, first in either role, then for each role; then its
    /// outcomes.
    pub(crate) postings: Postings,
    /// The periods of facts, due dates and known outcomes.
    times: Jagged<Period>,
}

impl DatedFacets {
    /// The numbers of the Presidencies in that role, in the order of the rota.
    pub(crate) fn numbers_of_terms(&self, role: Option<PresidencyRole>) -> Range<usize> {
        let first = self.terms * role_place(role);
        first..first + self.terms
    }

    /// The numbers of the outcomes, in the order of their filter.
    pub(crate) fn numbers_of_outcomes(&self) -> Range<usize> {
        let first = self.terms * ROLES;
        first..first + OutcomeState::ALL.len() + 1
    }

    /// The places in the rota of the Presidencies that a record belongs to in that role.
    pub(crate) fn terms(&self, thing: usize, role: Option<PresidencyRole>) -> impl DoubleEndedIterator<Item = usize> {
        let numbers = self.numbers_of_terms(role);
        let own = self.postings.values_of(thing, &numbers).iter();
        own.map(move |number| *number as usize - numbers.start)
    }

    /// The records with a period in the window.
    pub(crate) fn within(&self, window: Window) -> FixedBitSet {
        let is_met = |thing: &usize| self.times.of(*thing).iter().any(|time| window.meets(*time));
        let mut found = FixedBitSet::with_capacity(self.times.len());
        found.extend((0..self.times.len()).filter(is_met));
        found
    }
}

/// Either role, and each role alone.
const ROLES: usize = 1 + PresidencyRole::ALL.len();

fn role_place(role: Option<PresidencyRole>) -> usize {
    role.map_or(0, |role| 1 + role as usize)
}

/// Builds [`DatedFacets`] record by record.
struct Builder {
    terms: usize,
    numbers: Jagged<u32>,
    times: Jagged<Period>,
}

impl Builder {
    fn new(dataset: &Dataset) -> Self {
        Self {
            terms: dataset.rota.terms().len(),
            numbers: Jagged::default(),
            times: Jagged::default(),
        }
    }

    /// Adds a record; `outcomes` are places in the filter, ascending.
    fn push(
        &mut self,
        parts: &[TermPart],
        outcomes: impl IntoIterator<Item = usize>,
        times: impl Iterator<Item = Period>,
    ) {
        let roles = std::iter::once(None).chain(PresidencyRole::ALL.iter().copied().map(Some));
        let terms = roles.flat_map(|role| {
            let first = self.terms * role_place(role);
            let fitting = parts.iter().filter(move |part| part.involvement.fits(role));
            fitting.map(move |part| first + part.term as usize)
        });
        let first = self.terms * ROLES;
        let outcomes = outcomes.into_iter().map(|place| first + place);
        self.numbers.push(terms.chain(outcomes).map(short));
        self.times.push(times);
    }

    /// Adds a line.
    fn push_line(&mut self, record: Record<'_>, on: &OnDay<'_>, finder: &mut Parts<'_>) {
        let outcome = on.outcome(record).map(|state| state as usize);
        self.push(finder.of_record(record), outcome, on.times(record));
    }

    fn finish(mut self) -> DatedFacets {
        self.times.shrink();
        DatedFacets {
            terms: self.terms,
            postings: Postings::new(self.numbers, self.terms * ROLES + OutcomeState::ALL.len() + 1),
            times: self.times,
        }
    }
}

/// The state of everything on one day; see [`Index::as_of`](crate::index::Index::as_of).
#[derive(Debug)]
pub struct AsOf {
    day: Day,
    ends: Vec<Ends>,
    /// The Presidencies that each measure belongs to, and why.
    parts: Jagged<TermPart>,
    pub(crate) measures: DatedFacets,
    pub(crate) commitments: DatedFacets,
    pub(crate) lines: DatedFacets,
    /// The words of each commitment as known on the day, indexed on first use.
    pub(crate) commitment_words: LazyTextIndex,
}

impl AsOf {
    /// Computes it in one pass; `lines` are the report lines that cite a document.
    pub(super) fn new<'a>(day: Day, dataset: &'a Dataset, lines: impl Iterator<Item = Record<'a>>) -> Self {
        let on = OnDay { day, dataset };
        let mut finder = Parts::new(day, dataset);
        let (mut ends, mut parts) = (Vec::with_capacity(dataset.measures.len()), Jagged::default());
        let [mut measures, mut commitments, mut cited] = [(); 3].map(|()| Builder::new(dataset));
        for home in dataset.homes() {
            if let Home::Measure(place) = home {
                let measure = &dataset.measures[place];
                let own = finder.of_measure(place);
                parts.push(own.iter().copied());
                let reported = dataset.concerning(place).map(|(_, line)| line);
                let times = dataset.records_of(home).chain(reported).flat_map(|line| on.times(line));
                measures.push(own, on.outcomes(measure), times);
                ends.push(on.ends(measure));
            }
            for commitment in dataset.commitments(home) {
                commitments.push_line(Record::Commitment(commitment), &on, &mut finder);
            }
        }
        lines.for_each(|line| cited.push_line(line, &on, &mut finder));
        parts.shrink();
        Self {
            day,
            ends,
            parts,
            measures: measures.finish(),
            commitments: commitments.finish(),
            lines: cited.finish(),
            commitment_words: LazyTextIndex::default(),
        }
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// How that measure belongs to each term of the rota.
    pub fn involvements(&self, measure: usize) -> Vec<Involvement> {
        spread(self.parts.of(measure), self.measures.terms)
    }

    /// The place of the latest fact in the measure's state of play.
    pub fn latest(&self, measure: usize) -> Option<usize> {
        self.ends[measure].latest
    }

    /// The commitment of that measure that is or was due first, of those in that state.
    pub fn due(&self, measure: usize, state: DueState) -> Option<Due> {
        self.ends[measure].dues[state as usize]
    }

    /// What is due next for that measure; if nothing is, what else its place by due dates follows from.
    pub fn next_due(&self, measure: usize) -> Option<Due> {
        self.ends[measure].dues.into_iter().flatten().next()
    }

    /// Whether anything belongs to each term of the rota.
    pub(crate) fn touched_terms(&self, dataset: &Dataset) -> Vec<bool> {
        let mut touched = vec![false; self.measures.terms];
        let mut touch = |parts: &[TermPart]| parts.iter().for_each(|part| touched[part.term as usize] = true);
        for measure in 0..self.parts.len() {
            touch(self.parts.of(measure));
        }
        let mut finder = Parts::new(self.day, dataset);
        // Not every line of a general report cites a document.
        let reports = (0..dataset.reports.len()).map(Home::Report);
        for record in reports.flat_map(|home| dataset.records_of(home)) {
            touch(finder.of_record(record));
        }
        touched
    }
}
