//! The selected period.

use crate::domain::date::{Day, PartialDate, Period};
use crate::words::date as words;

/// From one date to another; an end that is not given is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    // Invariant: where both are given, `to` is not over before `from` begins.
    from: Option<PartialDate>,
    to: Option<PartialDate>,
}

impl Window {
    /// The window between those ends; nothing when `to` is over before `from` begins.
    pub fn new(from: Option<PartialDate>, to: Option<PartialDate>) -> Option<Self> {
        let is_ordered = from
            .zip(to)
            .is_none_or(|(from, to)| from.period().first() <= to.period().last());
        is_ordered.then_some(Self { from, to })
    }

    /// Exactly those days, each end named by the year or month that begins or ends with it where there is one.
    pub fn of(period: Period) -> Self {
        Self {
            from: Some(PartialDate::beginning_with(period.first())),
            to: Some(PartialDate::ending_with(period.last())),
        }
    }

    /// Where it begins.
    pub fn from(self) -> Option<PartialDate> {
        self.from
    }

    /// Where it ends.
    pub fn to(self) -> Option<PartialDate> {
        self.to
    }

    /// Whether neither end is given.
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether some day of the period falls into it.
    pub fn meets(self, period: Period) -> bool {
        let first = self.from.map_or(Day::MIN, |from| from.period().first());
        let last = self.to.map_or(Day::MAX, |to| to.period().last());
        Period::new(first, last).is_some_and(|days| days.meets(period))
    }

    /// The days of `whole` that fall into it; all of them where none does.
    pub fn within(self, whole: Period) -> Period {
        let first = self.from.map_or(whole.first(), |from| from.period().first());
        let last = self.to.map_or(whole.last(), |to| to.period().last());
        Period::new(first.max(whole.first()), last.min(whole.last())).unwrap_or(whole)
    }

    /// In words: `from March 2018 to 2020`; `None` without ends.
    pub fn in_words(self) -> Option<String> {
        let [from, to] = [self.from, self.to].map(|date| date.map(PartialDate::in_words));
        match (from, to) {
            (None, None) => None,
            (Some(from), None) => Some(words::since(&from)),
            (None, Some(to)) => Some(words::until(&to)),
            (Some(from), Some(to)) if from == to => {
                Some(words::within(&from, self.to.is_some_and(PartialDate::is_day)))
            }
            (Some(from), Some(to)) => Some(words::between(&from, &to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    fn window(from: &str, to: &str) -> Window {
        Window::new(Some(date(from)), Some(date(to))).expect("a window")
    }

    #[track_caller]
    fn check_of(first: &str, last: &str, expected: &str) {
        let period = Period::new(date(first).period().first(), date(last).period().last()).expect("a period");
        let window = Window::of(period);
        let words = window.from().zip(window.to()).map(|(from, to)| format!("{from} {to}"));
        assert_eq!(words.as_deref(), Some(expected));
        assert_eq!(window.within(date("1990").period()), date("1990").period());
    }

    #[test]
    fn its_ends_are_named_as_shortly_as_they_are_exact() {
        check_of("2018-01-01", "2020-06-30", "2018 2020-06");
        check_of("2018-03-01", "2020-12-31", "2018-03 2020");
        check_of("2018-03-02", "2020-12-30", "2018-03-02 2020-12-30");
    }

    #[test]
    fn it_reads_on_in_a_sentence() {
        for (from, to, expected) in [
            ("2018-03", "2020-06", "from March 2018 to June 2020"),
            ("2019", "2019", "in 2019"),
            ("2019-H1", "2019-H1", "in the first half of 2019"),
            ("2019-06-30", "2019-06-30", "on 30 June 2019"),
            ("2018", "2020-Q2", "from 2018 to the second quarter of 2020"),
        ] {
            assert_eq!(window(from, to).in_words().as_deref(), Some(expected));
        }
        assert_eq!(Window::default().in_words(), None);
    }

    #[test]
    fn a_period_falls_into_it_when_one_of_its_days_does() {
        let window = window("2018-03", "2018-05");
        for (text, meets) in [
            ("2018-02-28", false),
            ("2018-03-01", true),
            ("2018", true),
            ("2018-H2", false),
            ("2018-05-31", true),
            ("2018-06-01", false),
        ] {
            assert_eq!(window.meets(date(text).period()), meets, "{text}");
        }
        assert!(Window::default().meets(date("1999").period()));
        assert_eq!(Window::new(Some(date("2019")), Some(date("2018"))), None);
    }
}
