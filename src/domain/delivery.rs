//! How late a commitment is: the slip between its due date and when it was done.

use crate::domain::date::{Day, PartialDate, Period, When, days_between};
use crate::domain::status::OutcomeState;
use crate::words::status as words;

/// How late or early a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was done; the slip is there as far as both dates tell it.
    Done(Option<Slip>),
    /// A later commitment for the same thing names another date.
    PutOff(Slip),
    /// It was due before the record ends, and nothing reports it done; the slip goes to the day, as far as the record does.
    PastDue(Slip),
    /// It fell due after the record ends, so that nobody reports on it.
    Unreported {
        /// When it was due.
        due: When,
        /// The last day that the record covers.
        record_ends: Day,
    },
    /// The dates do not say.
    Unmeasured,
}

impl Delivery {
    /// The delivery of a commitment on `as_of`, by a record that covers the days up to `record_ends`; `state` is its state on that
    /// day.
    ///
    /// `done` is when it was done, `put_off_to` the date that a later commitment for the same thing names.
    pub fn of(
        state: OutcomeState,
        due: Option<When>,
        done: Option<When>,
        put_off_to: Option<When>,
        as_of: Day,
        record_ends: Day,
    ) -> Self {
        let slip_to = |when: When| due.map(|due| Slip::new(due.period(), when.period()));
        match (state, due, put_off_to) {
            (OutcomeState::Met | OutcomeState::MetLate, ..) => {
                let slip = done.and_then(slip_to);
                Self::Done(slip.filter(|slip| slip.agrees_with(state)))
            }
            (OutcomeState::PastDue, Some(due), _) => Self::PastDue(Slip {
                due: due.period().last(),
                earliest: as_of.min(record_ends),
                latest: as_of.min(record_ends),
            }),
            (OutcomeState::Unknown, Some(due), _) if (record_ends..as_of).contains(&due.period().last()) => {
                Self::Unreported { due, record_ends }
            }
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
            Self::PutOff(slip) | Self::PastDue(slip) => Some(slip),
            Self::Unreported { .. } | Self::Unmeasured => None,
        }
    }

    /// In words: `10 months late`, `put off by 19 months`, `1 month past due`, `due since Jun 2020, the record ends 3 February 2020`.
    pub fn in_words(self) -> Option<String> {
        if let Self::Unreported { due, record_ends } = self {
            let record_ends = PartialDate::of_day(record_ends).in_words();
            return Some(words::due_since(&due.in_short(), &record_ends));
        }
        let slip = self.slip()?;
        let amount = slip.amount();
        Some(match (self, amount) {
            (Self::PastDue(_), Some(amount)) => words::past_due(&amount),
            (Self::PastDue(_), None) => return None,
            (Self::PutOff(_), Some(amount)) => words::put_off(&amount),
            (Self::PutOff(_), None) => words::REPLANNED_IN_TIME.to_owned(),
            (_, Some(amount)) => words::late(&amount),
            (_, None) => words::IN_TIME.to_owned(),
        })
    }
}

/// How far a commitment slipped.
///
/// Rule: a commitment for a period can be met on any day of it, so the slip counts from its last day. The date on which it
/// was done may be a period too, so a slip has a minimum and a maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    // Invariant: earliest <= latest.
    due: Day,
    earliest: Day,
    latest: Day,
}

impl Slip {
    /// From the last day of the period when it was due.
    pub fn new(due: Period, came: Period) -> Self {
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

    /// The first day on which it may have been done.
    pub fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day on which it may have been done.
    pub fn latest(self) -> Day {
        self.latest
    }

    /// The minimum and maximum slip in whole months; negative if early.
    pub fn months(self) -> (i32, i32) {
        (months(self.due, self.earliest), months(self.due, self.latest))
    }

    /// Whether it is in time, whatever the exact day.
    pub fn is_in_time(self) -> bool {
        self.latest <= self.due
    }

    /// Whether what was done in time or late may have been, by these dates: what was met in time tells no slip that it may not
    /// have, and what came late was not in time.
    fn agrees_with(self, state: OutcomeState) -> bool {
        match state {
            OutcomeState::Met => self.is_in_time() || self.due < self.earliest,
            _ => !self.is_in_time(),
        }
    }

    /// The slip in words, if there is one: `23 days`, `10 months`, `19 to 20 months`, `up to 5 months`.
    pub fn amount(self) -> Option<String> {
        if self.is_in_time() {
            return None;
        }
        let (least, most) = self.months();
        // If it may have been in time, the minimum is 0.
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
/// Not with the library's spans: they bring 100 kB of code for time zones and their messages into the page.
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
        check_on("2020-02-03", state, due, done, put_off_to, expected);
    }

    #[track_caller]
    fn check_on(
        as_of: &str,
        state: OutcomeState,
        due: &str,
        done: Option<&str>,
        put_off_to: Option<&str>,
        expected: Option<&str>,
    ) {
        let [as_of, status_date] = [as_of, "2020-02-03"].map(|day| day.parse().expect("a day"));
        let delivery = Delivery::of(
            state,
            Some(when(due)),
            done.map(when),
            put_off_to.map(when),
            as_of,
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
    fn a_date_that_may_be_in_time_tells_no_slip_of_what_was_met() {
        let (met, late) = (OutcomeState::Met, OutcomeState::MetLate);
        check(met, "2020-01-16", Some("2020-01"), None, None);
        check(met, "2020-01-16", Some("2020-01-16"), None, Some("in time"));
        check(late, "2020-01-16", Some("2020-01"), None, Some("up to 15 days late"));
        check(late, "2020-01", Some("2020-01-16"), None, None);
    }

    #[test]
    fn what_fell_due_after_the_record_has_no_slip() {
        let unknown = OutcomeState::Unknown;
        let words = Some("due since 8 Mar 2020, the record ends 3 February 2020");
        check_on("2023-01-01", unknown, "2020-03-08", None, None, words);
        check_on("2020-03-08", unknown, "2020-03-08", None, None, None);
        check_on("2023-01-01", unknown, "2020-02-02", None, None, None);
        let past_due = OutcomeState::PastDue;
        check_on("2023-01-01", past_due, "2019-12", None, None, Some("1 month past due"));
        check_on("2020-01-10", past_due, "2019-12", None, None, Some("10 days past due"));
    }

    #[test]
    fn what_is_past_due_is_still_growing_and_what_is_not_known_has_no_slip() {
        check(OutcomeState::PastDue, "2019-12", None, None, Some("1 month past due"));
        check(
            OutcomeState::PastDue,
            "2019-12",
            None,
            Some("2020-04"),
            Some("1 month past due"),
        );
        check(OutcomeState::Unknown, "2016-12", None, None, None);
        check(OutcomeState::Open, "2020-12", None, None, None);
    }
}
