//! Which commitments are past due in one of two editions only, and why.

use crate::compare::Edition;
use crate::domain::date::{Day, PartialDate};
use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::sheet::Kind;

/// A commitment that is past due in one edition only, each judged on the day as of which it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastDue {
    /// In the later one.
    Newly,
    /// In the earlier one.
    NoLonger(Reason),
}

/// Why a commitment is no longer past due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The later edition does not have it.
    Removed,
    /// It is open, and due later than it was.
    LaterDate,
    /// That has come of it.
    State(OutcomeState),
}

impl PastDue {
    /// What there is to say of the commitment with that id.
    pub(super) fn of(id: &str, old: &Edition, new: &Edition) -> Option<Self> {
        let [before, after] = [old, new].map(|edition| state(edition, id));
        let was = before == Some(OutcomeState::PastDue);
        match after {
            Some(OutcomeState::PastDue) => (!was).then_some(Self::Newly),
            _ if !was => None,
            None => Some(Self::NoLonger(Reason::Removed)),
            Some(OutcomeState::Open) if last_day(old, id) < last_day(new, id) => {
                Some(Self::NoLonger(Reason::LaterDate))
            }
            Some(state) => Some(Self::NoLonger(Reason::State(state))),
        }
    }
}

/// The state of a commitment on the day as of which the edition reports: on that day it is what the edition says
/// ([`crate::domain::measure::Commitment::state`]).
fn state(edition: &Edition, id: &str) -> Option<OutcomeState> {
    let place = edition.place(Kind::Commitments, id)?;
    // Each commitment has one outcome, and both are listed in the same order.
    let outcome = edition.rows(Kind::Outcomes).get(place)?;
    let state = outcome.cells.get(Kind::Outcomes.column("state")?)?;
    OutcomeState::from_key(state)
}

/// The last day on which a commitment was to be kept.
fn last_day(edition: &Edition, id: &str) -> Option<Day> {
    let cells = edition.record(Kind::Commitments, id)?;
    let dates = ["due_end", "due"].into_iter().filter_map(|field| {
        let cell = cells.get(Kind::Commitments.column(field)?)?;
        cell.parse::<PartialDate>().ok()
    });
    dates.map(|date| date.period().last()).next()
}
