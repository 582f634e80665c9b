//! An axis of whole years.

use crate::domain::date::{Day, Period, days_between};

/// A part of the axis, in shares of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub from: f64,
    /// Where it ends, never before `from`.
    pub to: f64,
}

/// Whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    // Invariant: first is a 1 January, last a 31 December, and first < last.
    period: Period,
}

impl Axis {
    /// The whole years that hold all of the periods; `None` without periods.
    pub fn covering(periods: impl IntoIterator<Item = Period>) -> Option<Self> {
        let period = periods.into_iter().reduce(Period::joined)?.whole_years();
        Some(Self { period })
    }

    /// Its years.
    pub fn years(self) -> Vec<i16> {
        (self.period.first().year()..=self.period.last().year()).collect()
    }

    /// Where a day begins. Days outside the axis stand at its ends.
    pub fn share(self, day: Day) -> f64 {
        let all = days_between(self.period.first(), self.period.last()) + 1;
        let before = days_between(self.period.first(), day).clamp(0, all);
        f64::from(before) / f64::from(all)
    }

    /// From the beginning of the first day to the end of the last.
    pub fn span(self, period: Period) -> Span {
        let after = period.last().tomorrow().unwrap_or(period.last());
        Span {
            from: self.share(period.first()),
            to: self.share(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::PartialDate;

    fn period(text: &str) -> Period {
        text.parse::<PartialDate>().expect("a date").period()
    }

    #[test]
    fn whole_years_hold_everything() {
        let axis = Axis::covering([period("2016-09-14"), period("2022-02")]).expect("an axis");
        assert_eq!(axis.years(), [2016, 2017, 2018, 2019, 2020, 2021, 2022]);
        assert_eq!(Axis::covering([]), None);
    }

    #[test]
    fn a_period_is_as_wide_as_its_days_and_later_days_stand_further_right() {
        let axis = Axis::covering([period("2019")]).expect("an axis");
        assert_eq!(axis.span(period("2019")), Span { from: 0.0, to: 1.0 });
        let day = axis.span(period("2019-01-01"));
        assert!((day.to - 1.0 / 365.0).abs() < 1e-12, "{day:?}");
        let mut last = -1.0;
        let mut day = period("2019-01-01").first();
        while day.year() == 2019 {
            assert!(last < axis.share(day), "{day}");
            last = axis.share(day);
            day = day.tomorrow().expect("a day");
        }
    }

    #[test]
    fn what_lies_outside_stands_at_the_end() {
        let axis = Axis::covering([period("2019")]).expect("an axis");
        assert_eq!(axis.span(period("2015")), Span { from: 0.0, to: 0.0 });
        assert_eq!(axis.span(period("2027")), Span { from: 1.0, to: 1.0 });
    }
}
