//! What came of a promise in time: the slip between the time it was given and the time it took.

use crate::domain::date::{Day, Period, When, days_between};
use crate::domain::status::OutcomeState;
use crate::words::status as words;

/// How a promise stands against the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was done; the slip is there where both dates are.
    Done(Option<Slip>),
    /// A later promise for the same thing names another time.
    PutOff(Slip),
    /// Its time is over, and nothing shows it done.
    Waiting(Slip),
    /// The dates do not say.
    Unmeasured,
}

impl Delivery {
    /// How a commitment stands on `as_of`, where `state` is its state on that day.
    ///
    /// `done` is when it came about, `put_off_to` the time that a later promise for the same thing names.
    pub fn of(
        state: OutcomeState,
        due: Option<When>,
        done: Option<When>,
        put_off_to: Option<When>,
        as_of: Day,
    ) -> Self {
        let slip_to = |when: When| due.map(|due| Slip::new(due.period(), when.period()));
        match (state, done, put_off_to) {
            (OutcomeState::Met | OutcomeState::MetLate, ..) => Self::Done(done.and_then(slip_to)),
            (OutcomeState::Overdue, ..) => due.map_or(Self::Unmeasured, |due| {
                Self::Waiting(Slip {
                    due: due.period().last(),
                    earliest: as_of,
                    latest: as_of,
                })
            }),
            (OutcomeState::Open | OutcomeState::Changed, _, Some(later)) => {
                slip_to(later).map_or(Self::Unmeasured, Self::PutOff)
            }
            _ => Self::Unmeasured,
        }
    }

    /// Its slip, where the dates give one.
    pub fn slip(self) -> Option<Slip> {
        match self {
            Self::Done(slip) => slip,
            Self::PutOff(slip) | Self::Waiting(slip) => Some(slip),
            Self::Unmeasured => None,
        }
    }

    /// In words: `10 months late`, `put off by 19 months`, `1 month past due`.
    pub fn in_words(self) -> Option<String> {
        let slip = self.slip()?;
        let amount = slip.amount();
        Some(match (self, amount) {
            (Self::Waiting(_), Some(amount)) => words::past_due(&amount),
            (Self::Waiting(_), None) => return None,
            (Self::PutOff(_), Some(amount)) => words::put_off(&amount),
            (Self::PutOff(_), None) => words::REPLANNED_IN_TIME.to_owned(),
            (_, Some(amount)) => words::late(&amount),
            (_, None) => words::IN_TIME.to_owned(),
        })
    }
}

/// How far a promise slipped.
///
/// Rule: a promise for a period is kept on any day of it, so it slips from the period's last day. What came of it is
/// known only as exactly as its own date, so a slip has a least and a most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    // Invariant: earliest <= latest.
    due: Day,
    earliest: Day,
    latest: Day,
}

impl Slip {
    fn new(due: Period, came: Period) -> Self {
        Self {
            due: due.last(),
            earliest: came.first(),
            latest: came.last(),
        }
    }

    /// The day from which it counts.
    pub fn due(self) -> Day {
        self.due
    }

    /// The first day on which the thing may have come.
    pub fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day on which the thing may have come.
    pub fn latest(self) -> Day {
        self.latest
    }

    /// The least and the most by which it slipped, in whole months; negative where it came before its time.
    pub fn months(self) -> (i32, i32) {
        (months(self.due, self.earliest), months(self.due, self.latest))
    }

    /// Whether the thing came, or is to come, within its time whatever the exact day.
    pub fn is_in_time(self) -> bool {
        self.latest <= self.due
    }

    /// By how much in words, where it slipped at all: `23 days`, `10 months`, `19 to 20 months`, `up to 5 months`.
    pub fn amount(self) -> Option<String> {
        if self.is_in_time() {
            return None;
        }
        let (least, most) = self.months();
        // What may have come within its time slipped by nothing at the least.
        let floor = |least: i32| if self.earliest <= self.due { 0 } else { least };
        let amount = match most {
            0 => words::amount(
                floor(days_between(self.due, self.earliest)),
                days_between(self.due, self.latest),
                false,
            ),
            most => words::amount(floor(least), most, true),
        };
        Some(amount)
    }
}

/// Whole months from one day to another.
///
/// Worked out here, because the library's spans bring 100 kB of code for time zones and their messages into the page.
fn months(from: Day, to: Day) -> i32 {
    if to < from {
        return -months(to, from);
    }
    let ordinal = |day: Day| 12 * i32::from(day.year()) + i32::from(day.month());
    let is_complete = from.day() <= to.day();
    ordinal(to) - ordinal(from) - i32::from(!is_complete)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        let (start, end) = text
            .split_once('/')
            .map_or((text, None), |(start, end)| (start, Some(end)));
        let date = |text: &str| text.parse().expect("a date");
        When::new(date(start), end.map(date)).expect("a range")
    }

    #[track_caller]
    fn check(state: OutcomeState, due: &str, done: Option<&str>, put_off_to: Option<&str>, expected: Option<&str>) {
        let status_date = "2020-02-03".parse().expect("a day");
        let delivery = Delivery::of(
            state,
            Some(when(due)),
            done.map(when),
            put_off_to.map(when),
            status_date,
        );
        assert_eq!(delivery.in_words().as_deref(), expected);
    }

    #[test]
    fn a_promise_kept_within_its_period_is_in_time_however_late_in_it() {
        let met = OutcomeState::Met;
        check(met, "2016-12", Some("2016-12-08"), None, Some("in time"));
        check(met, "2016-12", Some("2016-12-31"), None, Some("in time"));
        check(met, "2016-H2", Some("2016-Q3"), None, Some("in time"));
        check(met, "2016-12", None, None, None);
    }

    #[test]
    fn a_slip_counts_from_the_last_day_and_is_as_exact_as_the_dates() {
        let late = OutcomeState::MetLate;
        check(late, "2016-H2", Some("2017-11-20"), None, Some("10 months late"));
        check(late, "2016-H2", Some("2017"), None, Some("up to 12 months late"));
        check(
            late,
            "2019",
            Some("2020-01-03/2020-01-20"),
            None,
            Some("3 to 20 days late"),
        );
        check(late, "2019-12-31", Some("2020-01-01"), None, Some("1 day late"));
        check(late, "2019-12-15", Some("2019-12"), None, Some("up to 16 days late"));
        check(late, "2019-10-15", Some("2019-H2"), None, Some("up to 2 months late"));
        let changed = OutcomeState::Changed;
        check(changed, "2020-H1", None, Some("2022-02"), Some("put off by 19 months"));
        check(
            changed,
            "2020-H1",
            None,
            Some("2022-Q1"),
            Some("put off by 18 to 21 months"),
        );
        check(
            changed,
            "2020-H1",
            None,
            Some("2020-05"),
            Some("replanned within the original deadline"),
        );
    }

    #[test]
    fn months_are_counted_as_the_calendar_does() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let check = |from, to, expected| assert_eq!(months(day(from), day(to)), expected, "{from} to {to}");
        check("2019-01-31", "2019-02-28", 0);
        check("2019-01-31", "2019-03-30", 1);
        check("2019-12-31", "2020-01-30", 0);
        check("2019-12-31", "2020-01-31", 1);
        check("2020-03-31", "2022-02-28", 22);
        check("2020-02-03", "2019-12-31", -1);
    }

    #[test]
    fn what_is_overdue_is_still_growing_and_what_is_not_known_has_no_slip() {
        check(OutcomeState::Overdue, "2019-12", None, None, Some("1 month past due"));
        check(
            OutcomeState::Overdue,
            "2019-12",
            None,
            Some("2020-04"),
            Some("1 month past due"),
        );
        check(OutcomeState::Unknown, "2016-12", None, None, None);
        check(OutcomeState::Open, "2020-12", None, None, None);
    }
}
