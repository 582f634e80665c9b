//! Facts and commitments as of a day: what is later is planned, what was due within the record and is not reported done is
//! past due, and what fell due after the record ends is not known.

use crate::domain::date::{Day, When};
use crate::domain::measure::{Commitment, Event};
use crate::domain::outcome::Outcome;
use crate::domain::status::OutcomeState;

impl Event {
    /// Whether it begins after `as_of`.
    pub fn is_planned(&self, as_of: Day) -> bool {
        self.when.is_some_and(|when| begins_after(when, as_of))
    }
}

impl Commitment {
    /// Its outcome on `as_of`.
    ///
    /// On the edition's `status_date` it is what the edition says. Done, changed or dropped counts from the date of the outcome,
    /// or else from the edition's date, when it is reported; what was met on no day that a source gives is unknown from its due
    /// date until then. Else the calendar decides, but only as far as the record goes: what was open at its end and fell due
    /// later, or has no date, is unknown, as nobody reports on it. An unknown outcome is unknown from the due date on.
    pub fn state(&self, as_of: Day, status_date: Day) -> OutcomeState {
        let recorded = self.outcome.state;
        let is_over = self.is_over(as_of);
        match recorded {
            _ if as_of == status_date => recorded,
            OutcomeState::Open if status_date < as_of && (is_over || self.due.is_none()) => OutcomeState::Unknown,
            OutcomeState::Unknown if is_over || self.due.is_none() || status_date < as_of => recorded,
            OutcomeState::Unknown => OutcomeState::Open,
            _ if recorded.is_settled() && status_date < as_of => recorded,
            OutcomeState::Met if is_over && self.outcome.date.is_none() => OutcomeState::Unknown,
            _ if recorded.is_settled() && self.outcome.date.is_some_and(|date| !begins_after(date, as_of)) => recorded,
            _ if is_over => OutcomeState::PastDue,
            _ => OutcomeState::Open,
        }
    }

    /// Whether its time is over on that day.
    pub fn is_over(&self, day: Day) -> bool {
        self.due.is_some_and(|due| due.period().last() < day)
    }

    /// The outcome as known on `as_of`.
    ///
    /// From the edition's `status_date` on it is what the edition says. Before it, only what happened by that day: open,
    /// past due and unknown are judged from the whole record, which did not exist yet.
    pub fn known_outcome(&self, as_of: Day, status_date: Day) -> Option<&Outcome> {
        let has_come_about = || self.state(as_of, status_date).is_settled();
        (status_date <= as_of || has_come_about()).then_some(&self.outcome)
    }
}

fn begins_after(when: When, day: Day) -> bool {
    day < when.period().first()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::PartialDate;
    use crate::domain::id::{LineId, MeasureId};
    use crate::domain::measure::Locator;
    use crate::domain::outcome::Outcome;

    fn when(text: &str) -> When {
        When::new(text.parse::<PartialDate>().expect("a date"), None).expect("a date")
    }

    #[track_caller]
    fn check(recorded: OutcomeState, due: Option<&str>, done: Option<&str>, expected: [OutcomeState; 3]) {
        let commitment = Commitment {
            id: LineId::new("1-c1"),
            due: due.map(when),
            due_text: None,
            owners: Vec::new(),
            owners_stand_in: false,
            text: String::new(),
            product: None,
            bodies: Vec::new(),
            presidency: None,
            documents: Vec::new(),
            measures: Vec::<MeasureId>::new(),
            related: Vec::new(),
            locator: Locator {
                section: "I.1".into(),
                page: None,
                page_counted: false,
            },
            outcome: Outcome {
                state: recorded,
                date: done.map(when),
                evidence: Vec::new(),
                text: String::new(),
            },
            note: None,
        };
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let states = ["2018-06-30", "2020-02-03", "2021-06-30"];
        let status_date = day("2020-02-03");
        let known = states.map(|as_of| commitment.known_outcome(day(as_of), status_date).is_some());
        let states = states.map(|as_of| commitment.state(day(as_of), status_date));
        assert_eq!(states, expected, "due {due:?}, done {done:?}");
        assert_eq!(
            known,
            [expected[0].is_settled(), true, true],
            "due {due:?}, done {done:?}"
        );
    }

    #[test]
    fn the_calendar_decides_until_something_is_reported() {
        use OutcomeState::{Changed, Met, MetLate, Open, PastDue, Unknown};
        check(Open, Some("2020-H1"), None, [Open, Open, Unknown]);
        check(Open, Some("2020-02-03"), None, [Open, Open, Unknown]);
        check(Open, Some("2022"), None, [Open, Open, Open]);
        check(Open, None, None, [Open, Open, Unknown]);
        check(PastDue, Some("2019"), None, [Open, PastDue, PastDue]);
        check(PastDue, Some("2017"), None, [PastDue, PastDue, PastDue]);
        check(MetLate, Some("2017"), Some("2019-03"), [PastDue, MetLate, MetLate]);
        check(Met, Some("2018"), Some("2018-03"), [Met, Met, Met]);
        check(Met, Some("2018-H2"), None, [Open, Met, Met]);
        check(Met, Some("2017"), None, [Unknown, Met, Met]);
        check(Changed, Some("2017"), None, [PastDue, Changed, Changed]);
        check(Unknown, Some("2017"), None, [Unknown, Unknown, Unknown]);
        check(Unknown, Some("2019"), None, [Open, Unknown, Unknown]);
        check(Unknown, None, None, [Unknown, Unknown, Unknown]);
    }
}
