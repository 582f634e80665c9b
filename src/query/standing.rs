//! How measures, commitments and the lines of the general reports stand on one day: all that a query asks of them and that
//! moves with the day.

use std::ops::Range;
use std::sync::OnceLock;

use fixedbitset::FixedBitSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::query::dictionary::Dictionary;
use crate::query::flat::{Flat, short};
use crate::query::involvement::{Involvement, Parts, TermPart, spread};
use crate::query::seen::{NO_FOLLOW_UP_PLACE, place_of_outcome};
use crate::query::table::Table;
use crate::query::texts::commitment_text;
use crate::query::window::Window;

/// The next thing due, or what is most overdue when nothing is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// Whether its time is over on the day that is asked for.
    pub is_overdue: bool,
}

impl NextDue {
    /// What is to come before what is overdue, the soonest and the longest overdue first.
    fn order(&self) -> (bool, Day, Day) {
        (self.is_overdue, self.due.period().last(), self.due.period().first())
    }
}

/// How all measures, all commitments, or all lines of the general reports that cite a document stand.
#[derive(Debug)]
pub(super) struct Standing {
    /// How many terms the rota has.
    terms: usize,
    /// What moves with the day: by the places of their terms the Presidencies that have to do with each thing, once in
    /// either role and once for each role, and behind them what has come of it.
    pub(super) table: Table,
    /// When something happened or was due in each, and when something came of it as far as that is known.
    times: Flat<Period>,
}

impl Standing {
    /// The numbers in the table of the Presidencies in that role, in the order of the rota.
    pub(super) fn numbers_of_terms(&self, role: Option<PresidencyRole>) -> Range<usize> {
        let first = self.terms * role_place(role);
        first..first + self.terms
    }

    /// The numbers of the outcomes, in the order of their filter.
    pub(super) fn numbers_of_outcomes(&self) -> Range<usize> {
        let first = self.terms * ROLES;
        first..first + OutcomeState::ALL.len() + 1
    }

    /// The places in the rota of the Presidencies that have to do with a thing in that role.
    pub(super) fn terms(&self, thing: usize, role: Option<PresidencyRole>) -> impl DoubleEndedIterator<Item = usize> {
        let numbers = self.numbers_of_terms(role);
        let own = self.table.values_of(thing, &numbers).iter();
        own.map(move |number| *number as usize - numbers.start)
    }

    /// The things of which something falls into the time that is looked at.
    pub(super) fn within(&self, window: Window) -> FixedBitSet {
        let is_met = |thing: &usize| self.times.of(*thing).iter().any(|time| window.meets(*time));
        let mut found = FixedBitSet::with_capacity(self.times.len());
        found.extend((0..self.times.len()).filter(is_met));
        found
    }
}

/// In how many ways a Presidency can be asked for: in either role, and in each.
const ROLES: usize = 1 + PresidencyRole::ALL.len();

fn role_place(role: Option<PresidencyRole>) -> usize {
    role.map_or(0, |role| 1 + role as usize)
}

/// A standing that is being worked out thing by thing.
struct Draft {
    terms: usize,
    numbers: Flat<u32>,
    times: Flat<Period>,
}

impl Draft {
    fn new(dataset: &Dataset) -> Self {
        Self {
            terms: dataset.rota.terms().len(),
            numbers: Flat::default(),
            times: Flat::default(),
        }
    }

    /// Adds a thing; its outcomes ascending, by their places in the filter.
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

    fn finish(mut self) -> Standing {
        self.times.shrink();
        Standing {
            terms: self.terms,
            table: Table::new(self.numbers, self.terms * ROLES + OutcomeState::ALL.len() + 1),
            times: self.times,
        }
    }
}

/// What is latest and next in a measure.
#[derive(Clone, Debug)]
struct Ends {
    latest: Option<usize>,
    next_due: Option<NextDue>,
    overdue: Option<NextDue>,
}

/// How everything stands on one day. [`Index::on`](crate::query::Index::on) gives it.
#[derive(Debug)]
pub struct Standings {
    day: Day,
    /// How many terms the rota has.
    terms: usize,
    ends: Vec<Ends>,
    /// The Presidencies that have to do with each measure, and on what grounds.
    parts: Flat<TermPart>,
    pub(super) measures: Standing,
    pub(super) commitments: Standing,
    pub(super) lines: Standing,
    /// The words of each commitment; only a reader who searches them pays for them.
    commitment_words: OnceLock<Dictionary>,
}

impl Standings {
    /// Works everything out for that day; `lines` are the lines of the general reports that cite a document.
    pub(super) fn new<'a>(day: Day, dataset: &'a Dataset, lines: impl Iterator<Item = Record<'a>>) -> Self {
        let on = OneDay { day, dataset };
        let mut finder = Parts::new(day, dataset);
        let mut parts = Flat::default();
        let mut measures = Draft::new(dataset);
        for measure in &dataset.measures {
            let own = finder.of_measure(measure);
            parts.push(own.iter().copied());
            measures.push(own, on.outcomes(measure), on.times(measure));
        }
        parts.shrink();
        let mut of_records = |records: &mut dyn Iterator<Item = Record<'a>>| {
            let mut draft = Draft::new(dataset);
            for record in records {
                let outcome = on.outcome(record).map(place_of_outcome);
                draft.push(finder.of_record(record), outcome, on.times_of_record(record));
            }
            draft.finish()
        };
        let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
        Self {
            day,
            terms: dataset.rota.terms().len(),
            ends: dataset.measures.iter().map(|measure| on.ends(measure)).collect(),
            parts,
            measures: measures.finish(),
            commitments: of_records(&mut commitments.map(Record::Commitment)),
            lines: of_records(&mut { lines }),
            commitment_words: OnceLock::new(),
        }
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// How many terms the rota has.
    pub(super) fn terms(&self) -> usize {
        self.terms
    }

    /// What each term of the rota has to do with that measure.
    pub fn involvements(&self, measure: usize) -> Vec<Involvement> {
        spread(self.parts.of(measure), self.terms)
    }

    /// The place of the latest fact in the measure's state of play.
    pub fn latest(&self, measure: usize) -> Option<usize> {
        self.ends[measure].latest
    }

    /// What has been overdue longest for that measure.
    pub fn overdue(&self, measure: usize) -> Option<NextDue> {
        self.ends[measure].overdue
    }

    /// What is due next for that measure.
    pub fn next_due(&self, measure: usize) -> Option<NextDue> {
        self.ends[measure].next_due
    }

    /// For each term of the rota, whether anything has to do with it.
    pub(super) fn touched_terms(&self, dataset: &Dataset) -> Vec<bool> {
        let mut touched = vec![false; self.terms];
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

    /// The words by which each commitment is found: what is not known yet on the day is not among them.
    pub(super) fn commitment_words(&self, dataset: &Dataset) -> &Dictionary {
        self.commitment_words.get_or_init(|| {
            let places = |home: Home| (0..dataset.commitments(home).len()).map(move |place| (home, place));
            let commitments = dataset.homes().flat_map(places);
            let texts = commitments.map(|(home, place)| commitment_text(home, place, self.day, dataset));
            Dictionary::of(texts, &dataset.glossary)
        })
    }
}

/// What is needed to say how one thing stands on a day.
struct OneDay<'a> {
    day: Day,
    dataset: &'a Dataset,
}

impl OneDay<'_> {
    /// When something happened or was due in a measure, and when something came of it.
    fn times(&self, measure: &Measure) -> impl Iterator<Item = Period> {
        let happened = measure.state_of_play.iter().filter_map(|event| event.when);
        let promised = measure.follow_up.iter().flat_map(|commitment| self.dates(commitment));
        happened.chain(promised).map(When::period)
    }

    fn times_of_record(&self, record: Record<'_>) -> impl Iterator<Item = Period> + use<> {
        let dates = match record {
            Record::Event(event) => [event.when, None],
            Record::Commitment(commitment) => self.both_dates(commitment),
        };
        dates.into_iter().flatten().map(When::period)
    }

    /// The places of what has come of a measure's commitments, each once and ascending.
    fn outcomes(&self, measure: &Measure) -> impl Iterator<Item = usize> + use<> {
        let mut came = [false; NO_FOLLOW_UP_PLACE + 1];
        for commitment in &measure.follow_up {
            came[place_of_outcome(self.dataset.state(commitment, self.day))] = true;
        }
        came[NO_FOLLOW_UP_PLACE] = measure.follow_up.is_empty();
        came.into_iter()
            .enumerate()
            .filter_map(|(place, came)| came.then_some(place))
    }

    fn outcome(&self, record: Record<'_>) -> Option<OutcomeState> {
        match record {
            Record::Event(_) => None,
            Record::Commitment(commitment) => Some(self.dataset.state(commitment, self.day)),
        }
    }

    fn ends(&self, measure: &Measure) -> Ends {
        let dues = || self.dues(measure);
        Ends {
            latest: self.latest(measure),
            next_due: dues().min_by_key(NextDue::order),
            overdue: dues().filter(|due| due.is_overdue).min_by_key(NextDue::order),
        }
    }

    /// When it is or was due, and when something came of it.
    fn dates(&self, commitment: &Commitment) -> impl Iterator<Item = When> + use<> {
        self.both_dates(commitment).into_iter().flatten()
    }

    fn both_dates(&self, commitment: &Commitment) -> [Option<When>; 2] {
        let known = self.dataset.known_outcome(commitment, self.day);
        [commitment.due, known.and_then(|outcome| outcome.date)]
    }

    /// The latest dated fact up to the day: the one that began last.
    fn latest(&self, measure: &Measure) -> Option<usize> {
        let events = measure.state_of_play.iter().enumerate();
        let dated = events.filter_map(|(place, event)| Some((event.when?.period(), place)));
        dated
            .filter(|(period, _)| period.first() <= self.day)
            .max()
            .map(|(_, place)| place)
    }

    /// Everything that is still to be done by some date.
    fn dues<'a>(&'a self, measure: &'a Measure) -> impl Iterator<Item = NextDue> + 'a {
        let commitments = measure.follow_up.iter().enumerate();
        commitments.filter_map(move |(place, commitment)| {
            let due = commitment.due?;
            let is_overdue = due.period().last() < self.day;
            let counts = match self.dataset.state(commitment, self.day) {
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
}
