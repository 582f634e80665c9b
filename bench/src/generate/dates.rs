//! Dates as exactly as a source prints them, and which of them lie before the edition's date.

use super::random::Random;

/// A date as the format writes it, with the last month that it may mean.
pub(super) struct Date {
    /// As it is written.
    pub(super) text: String,
    /// Months since the year 0, of its last day.
    last_month: usize,
}

/// The first day that is drawn, which is that of the edition's date: so a month alone tells what lies before it.
const FIRST_DAY: usize = 3;

/// The month of the edition's date.
const EDITION_MONTH: usize = 2020 * 12 + 1;

impl Date {
    /// Whether all of it lies before the edition's date.
    pub(super) fn is_past(&self) -> bool {
        self.last_month < EDITION_MONTH
    }

    /// When something happened: most of it in the last two years before the edition.
    pub(super) fn past(random: &mut Random) -> Self {
        let year = match random.below(100) {
            0..=3 => 2015,
            4..=8 => 2016,
            9..=18 => 2017,
            19..=48 => 2018,
            _ => 2019,
        };
        Self::in_year(year, random)
    }

    /// By when something was to be done: half before the edition's date, half after it.
    pub(super) fn due(random: &mut Random) -> Self {
        let year = random.between(2018, 2021);
        Self::in_year(year, random)
    }

    /// Half of all dates are days, a third are months, the others half-years.
    fn in_year(year: usize, random: &mut Random) -> Self {
        let month = random.between(1, 12);
        let (text, last) = match random.below(12) {
            0..=5 => (format!("{year}-{month:02}-{:02}", random.between(FIRST_DAY, 28)), month),
            6..=9 => (format!("{year}-{month:02}"), month),
            _ if month <= 6 => (format!("{year}-H1"), 6),
            _ => (format!("{year}-H2"), 12),
        };
        Self {
            text,
            last_month: year * 12 + last - 1,
        }
    }
}
