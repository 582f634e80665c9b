//! Rows as CSV by RFC 4180, for spreadsheets: in UTF-8 with a byte order mark, and with no cell that a spreadsheet would evaluate
//! or show as something else.

use crate::render::writing::{Unwritable, Writer};
use crate::sheet::csv::{MARK, add_row, harmless};
use crate::view::{Cell, ExportContent, ExportContext, Item};
use crate::words::export::AS_OF;

/// Writes a row for each thing that is shown, below the heads.
pub(super) struct CsvWriter<'a> {
    context: ExportContext<'a>,
    rows: Vec<Item<'a>>,
    separator: char,
    text: String,
}

impl<'a> CsvWriter<'a> {
    /// Writes the heads, with that character between two cells.
    pub(super) fn new(context: ExportContext<'a>, exported: &ExportContent<'a>, separator: char) -> Self {
        let items = exported.items(&context).into_iter();
        // The last column has the day of the file, so that files of several days can be put together.
        let heads = exported.heads(&context).into_iter().chain([AS_OF.to_owned()]);
        let mut text = MARK.to_owned();
        add_row(&mut text, separator, heads.map(harmless));
        Self {
            separator,
            rows: items.flat_map(|item| context.rows(item)).collect(),
            context,
            text,
        }
    }
}

impl Writer for CsvWriter<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let mut cells = self.context.cells(&self.rows[piece]);
        cells.push(self.context.as_of.to_string().into());
        let cells = cells.into_iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Number(_) => cell.into_text(),
        });
        add_row(&mut self.text, self.separator, cells);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        Ok(self.text.into_bytes())
    }
}
