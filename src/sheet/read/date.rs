//! A date as people write it, as the dataset's format has it; never guessed.

use crate::domain::date::{Day, PartialDate};
use crate::domain::invisible_chars::plain;
use crate::words::date::month_named;

/// What a text says of a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::sheet) enum Read {
    /// A date, as the format writes it.
    Date(String),
    /// One of two days: it does not show which number is the month.
    Either(String, String),
    /// No date.
    Unknown,
}

/// Reads a date in digits, in words, or as the format writes it.
pub(in crate::sheet) fn read(text: &str) -> Read {
    let text = plain(text);
    // A time of day that says nothing comes with days out of data bases.
    let text = text
        .split_once(['T', ' '])
        .filter(|(_, time)| is_midnight(time))
        .map_or(&*text, |(day, _)| day);
    let upper = text.to_ascii_uppercase();
    if upper.parse::<PartialDate>().is_ok() {
        return Read::Date(upper);
    }
    let pieces: Vec<&str> = upper
        .split([' ', '/', '.', '-', ','])
        .filter(|piece| !piece.is_empty())
        .collect();
    let date = match pieces[..] {
        [one, other] => part_of_year(one, other).or_else(|| part_of_year(other, one)),
        [piece] if piece.len() == "2020Q1".len() => {
            let (one, other) = (piece.get(..2).zip(piece.get(2..)), piece.get(..4).zip(piece.get(4..)));
            let read = |pair: Option<(&str, &str)>, swap: bool| {
                pair.and_then(|(one, other)| {
                    if swap {
                        part_of_year(other, one)
                    } else {
                        part_of_year(one, other)
                    }
                })
            };
            read(other, false).or_else(|| read(one, true))
        }
        [first, second, third] => return day(first, second, third),
        _ => None,
    };
    date.map_or(Read::Unknown, Read::Date)
}

fn is_midnight(time: &str) -> bool {
    let time = time.trim_end_matches('Z');
    let is_clock = time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.".contains(&byte));
    is_clock && time.bytes().all(|byte| b"0:.".contains(&byte))
}

/// A year and its month, quarter or half.
fn part_of_year(year: &str, part: &str) -> Option<String> {
    let year = number(year, 4)?;
    let is_named = matches!(part, "H1" | "H2" | "Q1" | "Q2" | "Q3" | "Q4");
    let part = match month_named(part) {
        Some(month) => format!("{month:02}"),
        None if is_named => part.to_owned(),
        None => format!("{:02}", number(part, 2).or_else(|| number(part, 1))?),
    };
    let text = format!("{year}-{part}");
    text.parse::<PartialDate>().is_ok().then_some(text)
}

/// A day of three parts in any order; the year has four digits.
fn day(first: &str, second: &str, third: &str) -> Read {
    let small = |piece: &str| number(piece, 2).or_else(|| number(piece, 1));
    let ordinal = |piece: &str| {
        let bare = ["ST", "ND", "RD", "TH"]
            .iter()
            .find_map(|ending| piece.strip_suffix(ending))
            .unwrap_or(piece);
        small(bare)
    };
    let date = |year: u16, month: u16, day: u16| {
        let text = format!("{year}-{month:02}-{day:02}");
        text.parse::<Day>().is_ok().then_some(text)
    };
    let named = |piece: &str| month_named(piece).and_then(|month| u16::try_from(month).ok());
    if let (Some(day), Some(month), Some(year)) = (ordinal(first), named(second), number(third, 4)) {
        return date(year, month, day).map_or(Read::Unknown, Read::Date);
    }
    if let (Some(month), Some(day), Some(year)) = (named(first), ordinal(second), number(third, 4)) {
        return date(year, month, day).map_or(Read::Unknown, Read::Date);
    }
    if let (Some(year), Some(month), Some(day)) = (number(first, 4), small(second), small(third)) {
        return date(year, month, day).map_or(Read::Unknown, Read::Date);
    }
    let (Some(one), Some(other), Some(year)) = (small(first), small(second), number(third, 4)) else {
        return Read::Unknown;
    };
    match (date(year, other, one), date(year, one, other)) {
        (Some(one), Some(other)) if one != other => Read::Either(one, other),
        (Some(date), _) | (None, Some(date)) => Read::Date(date),
        (None, None) => Read::Unknown,
    }
}

/// So many digits as a number.
fn number(text: &str, digits: usize) -> Option<u16> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2020-02-03", "2020-02-03"),
            ("2020-02-03T00:00:00Z", "2020-02-03"),
            ("2020-02-03 00:00:00.000", "2020-02-03"),
            ("2020‑02‑03", "2020-02-03"),
            ("2020/2/3", "2020-02-03"),
            ("13/02/2020", "2020-02-13"),
            ("02/13/2020", "2020-02-13"),
            ("3.3.2020", "2020-03-03"),
            ("3 February 2020", "2020-02-03"),
            ("3 Feb. 2020", "2020-02-03"),
            ("Feb 3, 2020", "2020-02-03"),
            ("3rd February 2020", "2020-02-03"),
            ("03-Feb-2020", "2020-02-03"),
            ("February 2020", "2020-02"),
            ("2020 Feb", "2020-02"),
            ("02/2020", "2020-02"),
            ("2020-Q1", "2020-Q1"),
            ("q1 2020", "2020-Q1"),
            ("2020Q1", "2020-Q1"),
            ("H2/2020", "2020-H2"),
            ("2020", "2020"),
        ] {
            assert_eq!(read(text), Read::Date(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn no_order_is_guessed() {
        let either = |one: &str, other: &str| Read::Either(one.to_owned(), other.to_owned());
        assert_eq!(read("03/02/2020"), either("2020-02-03", "2020-03-02"));
        assert_eq!(read("3.2.2020"), either("2020-02-03", "2020-03-02"));
        for text in [
            "03/02/20",
            "31/02/2020",
            "43864",
            "soon",
            "",
            "2020-02-30",
            "1/2",
            "2020-02-03 10:15",
            "Q5 2020",
            "1 2 3 4",
        ] {
            assert_eq!(read(text), Read::Unknown, "{text}");
        }
    }
}
