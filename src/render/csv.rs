//! Rows as CSV by RFC 4180, for spreadsheets: in UTF-8 with a byte order mark, and with no cell that a spreadsheet would evaluate.

use csv::{Terminator, WriterBuilder};

use crate::render::writing::{Unwritable, Writer};
use crate::view::{Cell, Item, Shown, Told};
use crate::words::export::AS_OF;

/// Tells spreadsheets that the file is in UTF-8: without it they read it in the script of the reader's country.
const MARK: &str = "\u{feff}";

/// Writes a row for each thing that is shown, below the heads.
pub(super) struct CsvWriter<'a> {
    told: Told<'a>,
    rows: Vec<Item<'a>>,
    writer: csv::Writer<Vec<u8>>,
}

impl<'a> CsvWriter<'a> {
    /// Writes the heads.
    pub(super) fn new(told: Told<'a>, shown: &Shown<'a>) -> Result<Self, Unwritable> {
        let items = shown.items(&told).into_iter();
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(MARK.as_bytes().to_vec());
        // The last column has the day of the file, so that files of several days can be put together.
        let heads = shown.heads(&told).into_iter().chain([AS_OF.to_owned()]);
        let heads: Vec<String> = heads.map(harmless).collect();
        writer.write_record(heads).map_err(unwritable)?;
        Ok(Self {
            rows: items.flat_map(|item| told.rows(item)).collect(),
            told,
            writer,
        })
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
        self.writer.write_record(cells.collect::<Vec<_>>()).map_err(unwritable)
    }

    fn finish(self: Box<Self>) -> Result<String, Unwritable> {
        let bytes = self.writer.into_inner().map_err(unwritable)?;
        String::from_utf8(bytes).map_err(unwritable)
    }
}

fn unwritable(error: impl std::fmt::Display) -> Unwritable {
    Unwritable::new("CSV", error)
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
