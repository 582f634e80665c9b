//! Rows as CSV by RFC 4180, for spreadsheets: in UTF-8 with a byte order mark, and with no cell that a spreadsheet would evaluate.

use crate::render::writing::{Unwritable, Writer};
use crate::view::{Cell, Item, Shown, Told};
use crate::words::export::AS_OF;

/// Tells spreadsheets that the file is in UTF-8: without it they read it in the script of the reader's country.
const MARK: &str = "\u{feff}";

/// Writes a row for each thing that is shown, below the heads.
pub(super) struct CsvWriter<'a> {
    told: Told<'a>,
    rows: Vec<Item<'a>>,
    text: String,
}

impl<'a> CsvWriter<'a> {
    /// Writes the heads.
    pub(super) fn new(told: Told<'a>, shown: &Shown<'a>) -> Self {
        let items = shown.items(&told).into_iter();
        // The last column has the day of the file, so that files of several days can be put together.
        let heads = shown.heads(&told).into_iter().chain([AS_OF.to_owned()]);
        let mut text = MARK.to_owned();
        add_row(&mut text, heads.map(harmless));
        Self {
            rows: items.flat_map(|item| told.rows(item)).collect(),
            told,
            text,
        }
    }
}

impl Writer for CsvWriter<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let mut cells = self.told.cells(&self.rows[piece]);
        cells.push(self.told.as_of.to_string().into());
        let cells = cells.into_iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Number(_) => cell.into_text(),
        });
        add_row(&mut self.text, cells);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<String, Unwritable> {
        Ok(self.text)
    }
}

/// Adds a row; a cell stands in quotation marks where it holds one, a comma or the end of a line. The `csv` crate reads fractions
/// to tell what it quotes, with tables of 25 kB.
fn add_row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if 0 < place {
            text.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// The text, prefixed with an apostrophe if a spreadsheet would take it for a formula.
///
/// A text that has apostrophes before such a beginning gets one more, so that removing one always restores the text.
fn harmless(text: String) -> String {
    let bare = text.trim_start_matches('\'');
    let is_blank = |character: char| character.is_whitespace() || shows_nothing(character);
    let begins = bare.trim_start_matches(is_blank).chars().next();
    let is_reckoned = begins.is_some_and(|first| SIGNS.contains(first)) || bare.starts_with(['\t', '\r']);
    if is_reckoned { format!("'{text}") } else { text }
}

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
        for text in ["", "5618/20", "a=1", "'quoted'", "“=”", "2019-12", "(–)"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
