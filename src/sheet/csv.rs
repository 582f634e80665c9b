//! CSV by RFC 4180, for spreadsheets: in UTF-8 with a byte order mark, and with no cell that a spreadsheet would evaluate or show as
//! something else.

use crate::domain::date::PartialDate;
use crate::sheet::Row;
use crate::sheet::tab::Tab;

/// Tells spreadsheets that the file is in UTF-8: without it they read it in the script of the reader's country.
pub const MARK: &str = "\u{feff}";

/// The heads of a sheet.
pub(super) fn heads(tab: &Tab) -> String {
    let mut text = MARK.to_owned();
    add_row(&mut text, ',', tab.columns.iter().map(|column| column.head.to_owned()));
    text
}

/// Rows of a sheet.
pub(super) fn rows(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        add_row(&mut text, ',', row.cells.iter().map(|cell| harmless(cell.clone())));
    }
    text
}

/// Adds a row; a cell stands in quotation marks where it holds one, a separator or the end of a line. The `csv` crate reads fractions
/// to tell what it quotes, with tables of 25 kB.
pub fn add_row(text: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if 0 < place {
            text.push(separator);
        }
        if cell.contains(['"', separator, '\r', '\n']) {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// The text, prefixed with an apostrophe if a spreadsheet would take it for a formula, a number or a date. Without quotation marks,
/// formulas or invisible characters, nothing else is a text in all of them.
///
/// A text that has apostrophes before such a beginning gets one more, so that removing one always restores the text.
pub fn harmless(text: String) -> String {
    let bare = text.trim_start_matches('\'');
    let is_blank = |character: char| character.is_whitespace() || shows_nothing(character);
    let begins = bare.trim_start_matches(is_blank).chars().next();
    let is_reckoned = begins.is_some_and(|first| SIGNS.contains(first)) || bare.starts_with(['\t', '\r']);
    if is_reckoned || is_misread(bare) {
        format!("'{text}")
    } else {
        text
    }
}

/// Whether a spreadsheet takes the text for a number, date or time in some language and shows something else in its place: `3.1` is
/// the third of January in Germany, and `9044/1/19` a day of the year 9044.
fn is_misread(text: &str) -> bool {
    let text = text.trim();
    let is_of_number =
        |character: char| character.is_ascii_digit() || character.is_whitespace() || MARKS.contains(character);
    let mut words = text.split(is_of_number).filter(|word| !word.is_empty());
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_like_number = has_digit && words.all(is_in_numbers);
    let is_truth = text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
    (is_like_number || is_truth) && !is_same_everywhere(text) && !is_register_number(text)
}

/// A whole number, and a day in digits with the year first, which are the same in every language.
fn is_same_everywhere(text: &str) -> bool {
    let is_whole = text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = text.len() == 10 && text.parse().is_ok_and(PartialDate::is_day);
    is_whole && (text == "0" || !text.starts_with('0')) || is_day
}

/// A number of the Council's register, such as `5618/20`: no day of a month, and no month of a year.
fn is_register_number(text: &str) -> bool {
    let number = |digits: &str| digits.parse::<u16>().ok();
    let parts = text
        .split_once('/')
        .and_then(|(first, second)| number(first).zip(number(second)));
    parts.is_some_and(|(number, year)| 31 < number && (13..100).contains(&year))
}

/// Whether the word may stand in a number, a date or a time: the exponent, half of the day, a month.
fn is_in_numbers(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let is_month = |month: &&str| word == *month || word == month[..3] || word == "sept";
    ["e", "am", "pm"].contains(&&*word) || MONTHS.iter().any(is_month)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What may stand in a number, a date or a time beside digits.
const MARKS: &str = ".,/-:'’+%()$€£¥−";

/// What a formula begins with, in half and in full width, and the minus sign.
const SIGNS: &str = "=+-@＝＋－＠−﹢﹣﹦﹫";

/// Invisible characters that a program may skip.
fn shows_nothing(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_reckoned() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@a",
            " =1",
            "\t1",
            "\r1",
            "\n=1",
            "＝1",
            "\u{feff}=1",
            "\u{202e}-1",
            "'=1",
        ] {
            assert_eq!(harmless(text.to_owned()), format!("'{text}"), "{text:?}");
        }
        for text in ["", "5618/20", "a=1", "'quoted'", "“=”", "(–)"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
    #[test]
    fn nothing_is_taken_for_a_number_or_a_date() {
        for text in [
            "3.1",
            "3,1",
            "9044/1/19",
            "2019-12",
            "3/20",
            "12/2019",
            "31/12",
            "1:20",
            "1e5",
            "5 %",
            "007",
            "30 Oct 2019",
            "October 2019",
            "Sept. 2019",
            "may 5",
            "2019-02-30",
            "1 234",
            "1’000",
            "10 pm",
            "€ 5",
            "True",
            "'3.1",
            "1234567890123456",
        ] {
            assert_eq!(harmless(text.to_owned()), format!("'{text}"), "{text:?}");
        }
        for text in [
            "31",
            "0",
            "2019",
            "2019-12-31",
            "5618/20",
            "13892/19",
            "12A",
            "II.31",
            "3.1 and 3.2",
            "COM(2016) 602",
            "H1 2020",
            "mid-2019",
            "end of October 2019",
            "5505/19; 10459/19",
            "May",
            "–",
            "Mart 2019",
        ] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
