//! One measure or line as of a day: its due dates, its outcomes, and its dates.

use crate::dataset::{Dataset, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::domain::status::OutcomeState;

/// How a due date stands on a day, in the order in which one of them stands for its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// Still to come.
    Pending,
    /// It passed after the record ends.
    Unreported,
    /// It passed, and nothing is reported done.
    PastDue,
}

impl DueState {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Unreported, Self::PastDue];
}

/// A commitment that is due, or was and is not known to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// How that stands on the day.
    pub state: DueState,
}

impl Due {
    /// By the last day, then by the first.
    fn order(&self) -> (Day, Day) {
        (self.due.period().last(), self.due.period().first())
    }
}

/// The latest fact of a measure, and of its due dates in each state the first.
#[derive(Clone, Debug)]
pub(super) struct Ends {
    pub(super) latest: Option<usize>,
    pub(super) dues: [Option<Due>; DueState::ALL.len()],
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
        let mut dues = [None; DueState::ALL.len()];
        for due in self.dues(measure) {
            let first: &mut Option<Due> = &mut dues[due.state as usize];
            if first.is_none_or(|first| due.order() < first.order()) {
                *first = Some(due);
            }
        }
        Ends {
            latest: self.latest(measure),
            dues,
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

    /// The commitments with a date that are not known to be done, nor were so while the record lasts.
    fn dues<'a>(&'a self, measure: &'a Measure) -> impl Iterator<Item = Due> + 'a {
        let record_ends = self.dataset.edition.status_date;
        let commitments = measure.follow_up.iter().enumerate();
        commitments.filter_map(move |(place, commitment)| {
            let due = commitment.due?;
            let state = match self.dataset.state(commitment, self.day) {
                OutcomeState::Open => DueState::Pending,
                OutcomeState::PastDue => DueState::PastDue,
                OutcomeState::Unknown if (record_ends..self.day).contains(&due.period().last()) => DueState::Unreported,
                _ => return None,
            };
            Some(Due {
                commitment: place,
                due,
                state,
            })
        })
    }
}
