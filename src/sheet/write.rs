//! A workbook as a file, written in pieces of rows: an Office Open XML workbook, or a zip of CSV files.

use std::fmt;

use crate::sheet::tab::{Tab, tabs};
use crate::sheet::zip::ZipWriter;
use crate::sheet::{Workbook, csv, data_package, xlsx};
use crate::words::sheets as words;

/// The form of a workbook's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One workbook, `.xlsx`.
    Workbook,
    /// A zip with a CSV file for each sheet, and a description of them for programs: a data package.
    CsvFiles,
}

/// Why a workbook cannot be written in a form: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge(String);

impl fmt::Display for TooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<rawzip::Error> for TooLarge {
    fn from(error: rawzip::Error) -> Self {
        Self(error.to_string())
    }
}

/// A file that is being written.
pub struct BookWriter {
    form: Form,
    tabs: Vec<Tab>,
    zip: ZipWriter,
    /// The sheet that is being written, and how many of its rows are.
    tab: usize,
    row: usize,
}

impl BookWriter {
    /// Begins to write.
    ///
    /// # Errors
    /// A sheet has more rows than the form can hold.
    pub fn new(form: Form, workbook: Workbook) -> Result<Self, TooLarge> {
        let mut zip = ZipWriter::new();
        if form == Form::CsvFiles {
            zip.begin(data_package::NAME);
            zip.add(data_package::descriptor(&workbook).as_bytes());
            zip.end()?;
        }
        let tabs = tabs(workbook);
        if form == Form::Workbook {
            if let Some(tab) = tabs.iter().find(|tab| xlsx::write::LAST_ROW <= tab.rows.len()) {
                return Err(TooLarge(words::too_many_rows(&tab.name, xlsx::write::LAST_ROW)));
            }
            for (name, part) in xlsx::write::parts(&tabs) {
                zip.begin(name);
                zip.add(part.as_bytes());
                zip.end()?;
            }
        }
        Ok(Self {
            form,
            tabs,
            zip,
            tab: 0,
            row: 0,
        })
    }

    /// How many rows are left to write.
    pub fn rows_left(&self) -> usize {
        let rows: usize = self.tabs.iter().skip(self.tab).map(|tab| tab.rows.len()).sum();
        rows - self.row
    }

    /// Writes so many rows more, or all that are left.
    ///
    /// # Errors
    /// A text is longer than a cell of the form can hold.
    pub fn write(&mut self, rows: usize) -> Result<(), TooLarge> {
        let mut left = rows;
        while let Some(tab) = self.tabs.get(self.tab).filter(|_| 0 < left) {
            if self.row == 0 {
                let (name, heads) = match self.form {
                    Form::Workbook => (xlsx::write::name(self.tab + 1), xlsx::write::begin(tab)),
                    Form::CsvFiles => (format!("{}.csv", tab.file), csv::heads(tab)),
                };
                self.zip.begin(&name);
                self.zip.add(heads.as_bytes());
            }
            let end = tab.rows.len().min(self.row + left);
            let next = &tab.rows[self.row..end];
            let text = match self.form {
                Form::Workbook => {
                    fits(tab, self.row..end)?;
                    xlsx::write::rows(next)
                }
                Form::CsvFiles => csv::rows(next),
            };
            self.zip.add(text.as_bytes());
            left -= next.len();
            self.row = end;
            if end == tab.rows.len() {
                if self.form == Form::Workbook {
                    self.zip.add(xlsx::write::end(tab).as_bytes());
                }
                self.zip.end()?;
                self.tab += 1;
                self.row = 0;
            }
        }
        Ok(())
    }

    /// Writes what is left; the whole file.
    ///
    /// # Errors
    /// As [`BookWriter::write`].
    pub fn finish(mut self) -> Result<Vec<u8>, TooLarge> {
        self.write(usize::MAX)?;
        Ok(self.zip.finish()?)
    }
}

/// Every cell of these rows holds its text.
fn fits(tab: &Tab, rows: std::ops::Range<usize>) -> Result<(), TooLarge> {
    const LONGEST: usize = xlsx::write::LONGEST_CELL;
    for row in &tab.rows[rows] {
        let is_long = |cell: &String| LONGEST < cell.len() && LONGEST < cell.encode_utf16().count();
        if let Some(column) = row.cells.iter().position(is_long) {
            let cell = format!("{}{}", xlsx::write::letters(column), row.number);
            return Err(TooLarge(words::too_long(&tab.name, &cell, LONGEST)));
        }
    }
    Ok(())
}

/// A workbook as a file.
///
/// # Errors
/// The form cannot hold it.
pub fn write(form: Form, workbook: Workbook) -> Result<Vec<u8>, TooLarge> {
    BookWriter::new(form, workbook)?.finish()
}
