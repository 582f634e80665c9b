//! How measures, commitments and the lines of the general reports stand on one day: all that a query asks of them and that
//! moves with the day.

use std::sync::OnceLock;

use fixedbitset::FixedBitSet;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::measure::{Commitment, Measure};
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::query::dictionary::Dictionary;
use crate::query::flat::Flat;
use crate::query::involvement::{Involvement, TermPart, parts_of_measure, parts_of_record, spread};
use crate::query::seen::place_of_outcome;
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
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The Presidencies that have to do with each.
    parts: Flat<TermPart>,
    /// What has come of each; nothing where nothing was promised. Measures have none themselves.
    outcomes: Vec<Option<OutcomeState>>,
    /// When something happened or was due in each, and when something came of it as far as that is known.
    times: Flat<Period>,
}

impl Standing {
    /// The places in the rota of the Presidencies that have to do with a thing in that role.
    pub(super) fn terms(&self, thing: usize, role: Option<PresidencyRole>) -> impl Iterator<Item = usize> {
        let fitting = move |part: &&TermPart| part.involvement.fits(role);
        let parts = self.parts.of(thing).iter().filter(fitting);
        parts.map(|part| part.term as usize)
    }

    /// What has come of a thing.
    pub(super) fn outcome(&self, thing: usize) -> Option<OutcomeState> {
        self.outcomes.get(thing).copied().flatten()
    }

    /// The things of which one of these outcomes came.
    pub(super) fn with_outcome(&self, wanted: &[usize]) -> FixedBitSet {
        let has_come = |thing: &usize| {
            let outcome = self.outcome(*thing).map(place_of_outcome);
            outcome.is_some_and(|place| wanted.contains(&place))
        };
        self.all_with(has_come)
    }

    /// The things with which a Presidency at one of these places has to do in that role.
    pub(super) fn of_terms(&self, terms: &[bool], role: Option<PresidencyRole>) -> FixedBitSet {
        let has_part = |thing: &usize| self.terms(*thing, role).any(|term| terms[term]);
        self.all_with(has_part)
    }

    /// The things of which something falls into the time that is looked at.
    pub(super) fn within(&self, window: Window) -> FixedBitSet {
        let is_met = |thing: &usize| self.times.of(*thing).iter().any(|time| window.meets(*time));
        self.all_with(is_met)
    }

    fn all_with(&self, fits: impl Fn(&usize) -> bool) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.parts.len());
        found.extend((0..self.parts.len()).filter(fits));
        found
    }

    fn shrink(&mut self) {
        self.parts.shrink();
        self.times.shrink();
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
        let mut standings = Self {
            day,
            terms: dataset.rota.terms().len(),
            ends: dataset.measures.iter().map(|measure| on.ends(measure)).collect(),
            measures: Standing::default(),
            commitments: Standing::default(),
            lines: Standing::default(),
            commitment_words: OnceLock::new(),
        };
        for measure in &dataset.measures {
            on.add_measure(measure, &mut standings.measures);
        }
        for commitment in dataset.homes().flat_map(|home| dataset.commitments(home)) {
            on.add_record(Record::Commitment(commitment), &mut standings.commitments);
        }
        lines.for_each(|line| on.add_record(line, &mut standings.lines));
        for standing in [
            &mut standings.measures,
            &mut standings.commitments,
            &mut standings.lines,
        ] {
            standing.shrink();
        }
        standings
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
        spread(self.measures.parts.of(measure), self.terms)
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
        let mut touch = |part: &TermPart| touched[part.term as usize] = true;
        for measure in 0..self.measures.parts.len() {
            self.measures.parts.of(measure).iter().for_each(&mut touch);
        }
        // Not every line of a general report cites a document.
        let reports = (0..dataset.reports.len()).map(Home::Report);
        for record in reports.flat_map(|home| dataset.records_of(home)) {
            parts_of_record(record, self.day, dataset).iter().for_each(&mut touch);
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
    fn add_measure(&self, measure: &Measure, to: &mut Standing) {
        let happened = measure.state_of_play.iter().filter_map(|event| event.when);
        let promised = measure.follow_up.iter().flat_map(|commitment| self.dates(commitment));
        to.parts.push(parts_of_measure(measure, self.day, self.dataset));
        to.times.push(happened.chain(promised).map(When::period));
    }

    fn add_record(&self, record: Record<'_>, to: &mut Standing) {
        to.parts.push(parts_of_record(record, self.day, self.dataset));
        match record {
            Record::Event(event) => {
                to.outcomes.push(None);
                to.times.push(event.when.map(When::period));
            }
            Record::Commitment(commitment) => {
                to.outcomes.push(Some(self.dataset.state(commitment, self.day)));
                to.times.push(self.dates(commitment).map(When::period));
            }
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
        let known = self.dataset.known_outcome(commitment, self.day);
        let came = known.and_then(|outcome| outcome.date);
        commitment.due.into_iter().chain(came)
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
