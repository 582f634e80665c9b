//! How measures, commitments and the lines of the general reports stand on one day: all that a query asks of them and that
//! moves with the day.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::query::Progress;
use crate::query::flat::{Flat, short};
use crate::query::involvement::{Involvement, Parts, TermPart, spread};
use crate::query::reading::ReadWords;
use crate::query::seen::{NO_FOLLOW_UP_PLACE, place_of_outcome};
use crate::query::table::Table;
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
#[derive(Debug)]
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
    /// The words of each commitment; only a reader who searches them pays for them. What is not known yet on the day is not
    /// among them.
    pub(super) commitment_words: ReadWords,
}

/// Standings that are worked out home by home, always of the same dataset.
#[derive(Debug)]
pub(super) struct StandingsDraft {
    day: Day,
    /// How many homes are done.
    done: usize,
    ends: Vec<Ends>,
    parts: Flat<TermPart>,
    measures: Draft,
    commitments: Draft,
}

impl StandingsDraft {
    /// Begins for that day.
    pub(super) fn new(day: Day, dataset: &Dataset) -> Self {
        Self {
            day,
            done: 0,
            ends: Vec::with_capacity(dataset.measures.len()),
            parts: Flat::default(),
            measures: Draft::new(dataset),
            commitments: Draft::new(dataset),
        }
    }

    /// The day.
    pub(super) fn day(&self) -> Day {
        self.day
    }

    /// Works out so many more homes.
    pub(super) fn go_on(&mut self, dataset: &Dataset, how_many: usize) -> Progress {
        let all = dataset.measures.len() + dataset.reports.len();
        let end = all.min(self.done.saturating_add(how_many));
        let on = OneDay { day: self.day, dataset };
        let mut finder = Parts::new(self.day, dataset);
        for home in dataset.homes().skip(self.done).take(end - self.done) {
            if let Home::Measure(place) = home {
                let measure = &dataset.measures[place];
                let own = finder.of_measure(measure);
                self.parts.push(own.iter().copied());
                self.measures.push(own, on.outcomes(measure), on.times(measure));
                self.ends.push(on.ends(measure));
            }
            for commitment in dataset.commitments(home) {
                on.push(Record::Commitment(commitment), &mut finder, &mut self.commitments);
            }
        }
        self.done = end;
        Progress { done: end, all }
    }

    /// The whole; `lines` are the lines of the general reports that cite a document.
    pub(super) fn finish<'a>(mut self, dataset: &'a Dataset, lines: impl Iterator<Item = Record<'a>>) -> Standings {
        self.go_on(dataset, usize::MAX);
        self.parts.shrink();
        let on = OneDay { day: self.day, dataset };
        let mut finder = Parts::new(self.day, dataset);
        let mut cited = Draft::new(dataset);
        lines.for_each(|line| on.push(line, &mut finder, &mut cited));
        Standings {
            day: self.day,
            terms: dataset.rota.terms().len(),
            ends: self.ends,
            parts: self.parts,
            measures: self.measures.finish(),
            commitments: self.commitments.finish(),
            lines: cited.finish(),
            commitment_words: ReadWords::default(),
        }
    }
}

impl Standings {
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
}

/// What is needed to say how one thing stands on a day.
struct OneDay<'a> {
    day: Day,
    dataset: &'a Dataset,
}

impl OneDay<'_> {
    /// Adds a line to those that are worked out.
    fn push(&self, record: Record<'_>, finder: &mut Parts<'_>, draft: &mut Draft) {
        let outcome = self.outcome(record).map(place_of_outcome);
        draft.push(finder.of_record(record), outcome, self.times_of_record(record));
    }

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
