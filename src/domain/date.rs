//! Dates as precisely as a source gives them, and the whole days they stand for.
//!
//! A date is an interval: `2019-H1` is 1 January to 30 June 2019, everywhere.

mod period;

pub use period::Period;

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::words::date as words;

/// One day in the Gregorian calendar, without a time or a zone.
pub type Day = Date;

/// How many days later `to` is than `from`.
pub fn days_between(from: Day, to: Day) -> i32 {
    // The library's range of years has some ten million days.
    i32::try_from(from.duration_until(to).as_hours() / 24).unwrap_or_default()
}

/// A number that sorts by the first of two days, then by the other: numbers are compared faster.
pub fn order_of_days(first: Day, then: Day) -> i64 {
    let [first, then] =
        [first, then].map(|day| 32 * (16 * i64::from(day.year()) + i64::from(day.month())) + i64::from(day.day()));
    (first << 32) + then
}

/// The day that many days after `day`, or before it if negative; saturates at the first and last day of the calendar.
pub fn days_after(day: Day, days: i32) -> Day {
    day.saturating_add(SignedDuration::from_hours(24 * i64::from(days)))
}

/// A date as precise as its source: a day, month, quarter, half-year or year.
///
/// Written as in EDTF where EDTF has a form (`2019-10-17`, `2019-10`, `2019`), and as `2019-Q2` and `2019-H1` for
/// quarters and half-years.
///
/// ```
/// use iss_followup::domain::date::PartialDate;
///
/// let half: PartialDate = "2019-H1".parse().unwrap();
/// let day: PartialDate = "2019-06-30".parse().unwrap();
/// assert_eq!(half.in_words(), "first half of 2019");
/// assert!(half.period().holds(day.period()));
/// assert!("2019-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    // Invariant: `year` is 1000 to 9999, and `part` names a real part of it.
    year: i16,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Whole,
    Half(i8),
    Quarter(i8),
    Month(i8),
    Day(i8, i8),
}

/// The text is not a date in one of the five forms, or names a day that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl PartialDate {
    /// That one day.
    pub fn of_day(day: Day) -> Self {
        Self {
            year: day.year(),
            part: Part::Day(day.month(), day.day()),
        }
    }

    /// The longest year or month that begins with that day, or else the day itself.
    pub fn beginning_with(day: Day) -> Self {
        let part = match (day.month(), day.day()) {
            (1, 1) => Part::Whole,
            (month, 1) => Part::Month(month),
            (month, day) => Part::Day(month, day),
        };
        Self { year: day.year(), part }
    }

    /// The longest year or month that ends with that day, or else the day itself.
    ///
    /// ```
    /// use iss_followup::domain::date::{Day, PartialDate};
    ///
    /// let written = |day: &str| PartialDate::ending_with(day.parse::<Day>().unwrap()).to_string();
    /// assert_eq!(written("2019-12-31"), "2019");
    /// assert_eq!(written("2020-02-29"), "2020-02");
    /// assert_eq!(written("2020-02-28"), "2020-02-28");
    /// ```
    pub fn ending_with(day: Day) -> Self {
        let part = match (day.month(), day.day()) {
            (12, 31) => Part::Whole,
            (month, number) if number == day.days_in_month() => Part::Month(month),
            (month, number) => Part::Day(month, number),
        };
        Self { year: day.year(), part }
    }

    /// Its days.
    pub fn period(self) -> Period {
        let (first_month, last_month) = match self.part {
            Part::Whole => (1, 12),
            Part::Half(half) => (6 * half - 5, 6 * half),
            Part::Quarter(quarter) => (3 * quarter - 2, 3 * quarter),
            Part::Month(month) | Part::Day(month, _) => (month, month),
        };
        let first = first_of_month(self.year, first_month);
        match self.part {
            Part::Day(_, day) => Period::of_day(first.with().day(day).build().unwrap_or(first)),
            _ => Period {
                first,
                last: first_of_month(self.year, last_month).last_of_month(),
            },
        }
    }

    /// Whether it is a single day.
    pub fn is_day(self) -> bool {
        matches!(self.part, Part::Day(..))
    }

    /// The day that it is; a month or any longer time is none.
    pub fn day(self) -> Option<Day> {
        self.is_day().then(|| self.period().first())
    }

    /// Its day of the month, if both are days of one month.
    fn day_in_month_of(self, other: Self) -> Option<i8> {
        match (self.part, other.part) {
            (Part::Day(month, day), Part::Day(other_month, _)) if (self.year, month) == (other.year, other_month) => {
                Some(day)
            }
            _ => None,
        }
    }

    /// For prose: `17 October 2019`, `October 2019`, `second quarter of 2019`, `first half of 2019`, `2019`.
    pub fn in_words(self) -> String {
        let year = self.year;
        match self.part {
            Part::Whole => year.to_string(),
            Part::Half(half) => words::half(half, year),
            Part::Quarter(quarter) => words::quarter(quarter, year),
            Part::Month(month) => words::month(month, year),
            Part::Day(month, day) => words::day(day, month, year),
        }
    }

    /// For tables: `17 Oct 2019`, `Oct 2019`, `Q2 2019`, `H1 2019`, `2019`.
    pub fn in_short(self) -> String {
        let year = self.year;
        match self.part {
            Part::Whole => year.to_string(),
            Part::Half(half) => words::short_half(half, year),
            Part::Quarter(quarter) => words::short_quarter(quarter, year),
            Part::Month(month) => words::short_month_of(month, year),
            Part::Day(month, day) => words::short_day(day, month, year),
        }
    }
}

/// The first day of a month; the callers' invariants keep year and month real.
fn first_of_month(year: i16, month: i8) -> Day {
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut pieces = text.split('-');
        let year = digits(pieces.next(), 4).filter(|year| 1000 <= *year).ok_or(NotADate)?;
        let part = match (pieces.next(), pieces.next(), pieces.next()) {
            (None, ..) => Part::Whole,
            (Some("H1"), None, _) => Part::Half(1),
            (Some("H2"), None, _) => Part::Half(2),
            (Some("Q1"), None, _) => Part::Quarter(1),
            (Some("Q2"), None, _) => Part::Quarter(2),
            (Some("Q3"), None, _) => Part::Quarter(3),
            (Some("Q4"), None, _) => Part::Quarter(4),
            (month, day, None) => month_or_day(year, month, day)?,
            _ => return Err(NotADate),
        };
        Ok(Self { year, part })
    }
}

fn month_or_day(year: i16, month: Option<&str>, day: Option<&str>) -> Result<Part, NotADate> {
    let month = digits(month, 2)
        .and_then(|month| i8::try_from(month).ok())
        .ok_or(NotADate)?;
    let Some(day) = day else {
        return Date::new(year, month, 1)
            .map(|_| Part::Month(month))
            .map_err(|_| NotADate);
    };
    let day = digits(Some(day), 2)
        .and_then(|day| i8::try_from(day).ok())
        .ok_or(NotADate)?;
    Date::new(year, month, day)
        .map(|_| Part::Day(month, day))
        .map_err(|_| NotADate)
}

/// Exactly `length` ASCII digits as a number.
fn digits(text: Option<&str>, length: usize) -> Option<i16> {
    let text = text.filter(|text| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))?;
    text.parse().ok()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            Part::Whole => write!(formatter, "{year}"),
            Part::Half(half) => write!(formatter, "{year}-H{half}"),
            Part::Quarter(quarter) => write!(formatter, "{year}-Q{quarter}"),
            Part::Month(month) => write!(formatter, "{year}-{month:02}"),
            Part::Day(month, day) => write!(formatter, "{year}-{month:02}-{day:02}"),
        }
    }
}

/// When something happened or was due: a date, or the time from one date to the end of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    // Invariant: `end`, where given, does not end before `start` begins.
    start: PartialDate,
    end: Option<PartialDate>,
}

impl When {
    /// From `start` to `end`; nothing when `end` is over before `start` begins.
    pub fn new(start: PartialDate, end: Option<PartialDate>) -> Option<Self> {
        let ordered = end.is_none_or(|end| start.period().first() <= end.period().last());
        ordered.then_some(Self { start, end })
    }

    /// The days it covers.
    pub fn period(self) -> Period {
        let start = self.start.period();
        let last = self
            .end
            .map_or(start.last(), |end| end.period().last().max(start.first()));
        Period {
            first: start.first(),
            last,
        }
    }

    /// For prose: `17 to 18 September 2019`, or both ends written out.
    pub fn in_words(self) -> String {
        match self.end {
            None => self.start.in_words(),
            Some(end) => match self.start.day_in_month_of(end) {
                Some(day) => words::range(&day.to_string(), &end.in_words()),
                None => words::range(&self.start.in_words(), &end.in_words()),
            },
        }
    }

    /// For tables.
    pub fn in_short(self) -> String {
        match self.end {
            None => self.start.in_short(),
            Some(end) => match self.start.day_in_month_of(end) {
                Some(day) => words::short_range(&day.to_string(), &end.in_short(), true),
                None => words::short_range(&self.start.in_short(), &end.in_short(), false),
            },
        }
    }

    /// The machine-readable form of its first date, for the `datetime` attribute; only where HTML has a form for it.
    pub fn datetime(self) -> Option<String> {
        match self.start.part {
            Part::Half(_) | Part::Quarter(_) => None,
            _ if self.end.is_some() => None,
            _ => Some(self.start.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, first: &str, last: &str, words: &str, short: &str) {
        let date: PartialDate = text.parse().expect("a date");
        let period = date.period();
        assert_eq!(
            (period.first().to_string(), period.last().to_string()),
            (first.into(), last.into())
        );
        assert_eq!((date.in_words(), date.in_short()), (words.into(), short.into()));
        assert_eq!(date.to_string(), text);
    }

    #[test]
    fn each_form_is_an_interval_with_its_words() {
        check(
            "2019-10-17",
            "2019-10-17",
            "2019-10-17",
            "17 October 2019",
            "17 Oct 2019",
        );
        check("2020-02", "2020-02-01", "2020-02-29", "February 2020", "Feb 2020");
        check(
            "2019-Q2",
            "2019-04-01",
            "2019-06-30",
            "second quarter of 2019",
            "Q2 2019",
        );
        check("2019-H1", "2019-01-01", "2019-06-30", "first half of 2019", "H1 2019");
        check("2019-H2", "2019-07-01", "2019-12-31", "second half of 2019", "H2 2019");
        check("2019", "2019-01-01", "2019-12-31", "2019", "2019");
    }

    #[test]
    fn a_range_within_a_month_names_the_month_once() {
        let date = |text: &str| text.parse::<PartialDate>().expect("a date");
        let range = |start, end| When::new(date(start), Some(date(end))).expect("a range");
        assert_eq!(range("2019-06-20", "2019-06-21").in_words(), "20 to 21 June 2019");
        assert_eq!(range("2019-06-20", "2019-06-21").in_short(), "20–21 Jun 2019");
        assert_eq!(
            range("2019-06-30", "2019-07-01").in_words(),
            "30 June 2019 to 1 July 2019"
        );
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        let texts = "19 2019-13 2019-02-29 2019-H3 2019-Q0 2019-1-1 2019-10-17-1 2019-H1-1 ٢٠١٩";
        for text in texts.split(' ').chain([""]) {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_range_cannot_end_before_it_begins() {
        let date = |text: &str| text.parse::<PartialDate>().expect("a date");
        assert!(When::new(date("2019-09-17"), Some(date("2019-09-18"))).is_some());
        assert!(When::new(date("2019-09-17"), Some(date("2019"))).is_some());
        assert_eq!(When::new(date("2019-09-17"), Some(date("2019-09-16"))), None);
    }
}
