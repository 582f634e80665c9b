//! One measure or line as of a day: what is due next, its outcomes, and its dates.

use crate::dataset::{Dataset, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::domain::status::OutcomeState;

/// The next commitment due, or the longest overdue if none is pending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// Whether its time is over on the day.
    pub is_overdue: bool,
}

impl NextDue {
    /// Pending before overdue, the soonest and the longest overdue first.
    fn order(&self) -> (bool, Day, Day) {
        (self.is_overdue, self.due.period().last(), self.due.period().first())
    }
}

/// The latest fact and the next due dates of a measure.
#[derive(Clone, Debug)]
pub(super) struct Ends {
    pub(super) latest: Option<usize>,
    pub(super) next_due: Option<NextDue>,
    pub(super) overdue: Option<NextDue>,
}

/// Reads records as of a day.
pub(super) struct OnDay<'a> {
    pub(super) day: Day,
    pub(super) dataset: &'a Dataset,
}

impl OnDay<'_> {
    /// When a line happened or was due, and the date of its known outcome.
    pub(super) fn times(&self, line: Record<'_>) -> impl Iterator<Item = Period> + use<> {
        let dates = match line {
            Record::Event(event) => [event.when, None],
            Record::Commitment(commitment) => {
                let known = self.dataset.known_outcome(commitment, self.day);
                [commitment.due, known.and_then(|outcome| outcome.date)]
            }
        };
        dates.into_iter().flatten().map(When::period)
    }

    /// The places of the outcomes of a measure's commitments, each once and ascending.
    pub(super) fn outcomes(&self, measure: &Measure) -> impl Iterator<Item = usize> + use<> {
        let states = measure
            .follow_up
            .iter()
            .map(|own| self.dataset.state(own, self.day) as usize);
        let mut places: Vec<usize> = states.collect();
        if places.is_empty() {
            // The value for measures without a follow-up.
            places.push(OutcomeState::ALL.len());
        }
        places.sort_unstable();
        places.dedup();
        places.into_iter()
    }

    pub(super) fn outcome(&self, record: Record<'_>) -> Option<OutcomeState> {
        match record {
            Record::Event(_) => None,
            Record::Commitment(commitment) => Some(self.dataset.state(commitment, self.day)),
        }
    }

    pub(super) fn ends(&self, measure: &Measure) -> Ends {
        let dues = || self.dues(measure);
        Ends {
            latest: self.latest(measure),
            next_due: dues().min_by_key(NextDue::order),
            overdue: dues().filter(|due| due.is_overdue).min_by_key(NextDue::order),
        }
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

    /// The pending and overdue commitments with a date.
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
