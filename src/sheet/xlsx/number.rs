//! Numbers as a spreadsheet keeps them, in digits, and the dates that some of them are. No fraction is reckoned with.

use crate::domain::date::{Day, days_after};

/// How many digits a spreadsheet shows and means; what it writes behind them comes of its halves and quarters.
const MEANT: usize = 15;

/// The number as it was typed: `3.1` for `3.1000000000000001`, `62` for `62.0`. What is no such number stays as it is.
pub(super) fn meant(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = !whole.is_empty()
        && whole
            .bytes()
            .chain(fraction.bytes())
            .all(|digit| digit.is_ascii_digit());
    if !is_plain {
        return number.to_owned();
    }
    let whole = whole.trim_start_matches('0');
    let mut all: Vec<u8> = whole
        .bytes()
        .chain(fraction.bytes())
        .map(|digit| digit - b'0')
        .collect();
    let mut point = whole.len();
    // Noughts before the first digit mean nothing.
    let first = all.iter().position(|digit| *digit != 0).unwrap_or(all.len());
    if point < first + MEANT && first + MEANT < all.len() {
        let rounds_up = 5 <= all[first + MEANT];
        all.truncate(first + MEANT);
        if rounds_up && !carried(&mut all) {
            all.insert(0, 1);
            point += 1;
        }
    }
    while point < all.len() && all.last() == Some(&0) {
        all.pop();
    }
    let text: String = all.iter().map(|digit| char::from(digit + b'0')).collect();
    let (whole, fraction) = text.split_at(point.min(text.len()));
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if text.bytes().all(|digit| digit == b'0') {
        ""
    } else {
        sign
    };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

/// Adds one to the last digit. Whether there was room for it.
fn carried(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        *digit = (*digit + 1) % 10;
        if *digit != 0 {
            return true;
        }
    }
    false
}

/// How exactly a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a day.
    Day,
    /// As a month, as spreadsheets make of `2019-12` and `Dec 19`.
    Month,
    /// As a year.
    Year,
}

/// The date that a spreadsheet keeps as that number of days. In one of its systems days count from 1 January 1904; in the other
/// from 31 December 1899, with a 29 February 1900 that never was.
pub(super) fn date(number: &str, is_1904: bool, shown: Shown) -> Option<String> {
    const NEVER: i32 = 60;
    // The last day of the year 9999.
    const LAST: i32 = 2_958_465;
    let days: i32 = number.split('.').next()?.parse().ok()?;
    let (epoch, days) = match days {
        0..=LAST if is_1904 => ("1904-01-01", days),
        1..NEVER => ("1899-12-31", days),
        NEVER => return None,
        0..=LAST => ("1899-12-30", days),
        _ => return None,
    };
    let epoch: Day = epoch.parse().ok()?;
    let day = days_after(epoch, days).to_string();
    let length = match shown {
        Shown::Day => day.len(),
        Shown::Month => "2019-12".len(),
        Shown::Year => "2019".len(),
    };
    day.get(..length).map(str::to_owned)
}

/// How the format with that number of those that are built in shows a date; none if it shows none.
pub(super) fn built_in(format: usize) -> Option<Shown> {
    match format {
        17 => Some(Shown::Month),
        14..=16 | 22 | 27..=36 | 50..=58 => Some(Shown::Day),
        _ => None,
    }
}

/// The same for a format by its code: `dd/mm/yyyy`, `[$-407]mmm yy;@`.
pub(super) fn by_code(code: &str) -> Option<Shown> {
    let mut letters = String::new();
    let mut rest = code.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => rest.by_ref().take_while(|character| *character != '"').for_each(drop),
            '[' => rest.by_ref().take_while(|character| *character != ']').for_each(drop),
            '\\' | '_' | '*' => drop(rest.next()),
            // The first part is for what is not negative.
            ';' => break,
            other => letters.extend(other.to_lowercase()),
        }
    }
    match () {
        () if letters.contains("general") => None,
        () if letters.contains('d') => Some(Shown::Day),
        () if letters.contains('y') && letters.contains('m') => Some(Shown::Month),
        () if letters.contains('y') => Some(Shown::Year),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_was_typed() {
        for (kept, typed) in [
            ("31", "31"),
            ("62.0", "62"),
            ("3.1000000000000001", "3.1"),
            ("0.29999999999999999", "0.3"),
            ("2.9999999999999996", "3"),
            ("9.9999999999999996", "10"),
            ("0", "0"),
            ("-0.0", "0"),
            ("-1.50", "-1.5"),
            ("0.001", "0.001"),
            ("12345678901234567890", "12345678901234567890"),
            ("1E+20", "1E+20"),
            ("", ""),
            (".", "."),
        ] {
            assert_eq!(meant(kept), typed, "{kept}");
        }
    }

    #[test]
    fn days_are_counted_in_both_systems() {
        for (number, is_1904, expected) in [
            ("43864", false, Some("2020-02-03")),
            ("42402", true, Some("2020-02-03")),
            ("43864.5", false, Some("2020-02-03")),
            ("1", false, Some("1900-01-01")),
            ("59", false, Some("1900-02-28")),
            ("60", false, None),
            ("61", false, Some("1900-03-01")),
            ("0", true, Some("1904-01-01")),
            ("-1", false, None),
            ("99999999", false, None),
            ("x", false, None),
        ] {
            assert_eq!(date(number, is_1904, Shown::Day).as_deref(), expected, "{number}");
        }
        assert_eq!(date("43800", false, Shown::Month).as_deref(), Some("2019-12"));
        assert_eq!(date("43800", false, Shown::Year).as_deref(), Some("2019"));
    }

    #[test]
    fn a_format_shows_a_date_as_exactly_as_it_says() {
        for (code, expected) in [
            ("dd/mm/yyyy", Some(Shown::Day)),
            ("[$-407]d\\. mmmm yyyy;@", Some(Shown::Day)),
            ("mmm\\-yy", Some(Shown::Month)),
            ("yyyy", Some(Shown::Year)),
            ("General", None),
            ("0.00", None),
            ("hh:mm:ss", None),
            ("0 \"days\"", None),
            ("[Red]0", None),
            ("@", None),
        ] {
            assert_eq!(by_code(code), expected, "{code}");
        }
    }
}
