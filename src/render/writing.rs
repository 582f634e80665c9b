//! Writing in steps: how far it has come can be shown, and it can be given up at any time.

use std::error::Error;
use std::fmt;

use crate::render::calendar::CalendarWriter;
use crate::render::csv::CsvWriter;
use crate::render::json::JsonWriter;
use crate::render::markdown::MarkdownWriter;
use crate::render::records::{RecordsWriter, WholeWriter};
use crate::sheet::Form;
use crate::view::{ExportContent, ExportContext, Format};
use crate::words::share;

/// What is shown cannot be written in a format; the text says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable(pub(super) String);

impl Unwritable {
    /// In that format, for that reason.
    pub(super) fn new(format: &str, reason: impl fmt::Display) -> Self {
        Self(share::unwritable(format, &reason.to_string()))
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for Unwritable {}

/// How far a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many pieces are written.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// What writes one format piece by piece.
pub(super) trait Writer {
    /// How many pieces there are.
    fn count(&self) -> usize;

    /// Writes the piece with that number. Called once for each, in order.
    fn write(&mut self, piece: usize) -> Result<(), Unwritable>;

    /// The whole file.
    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable>;
}

/// A file that is being written. To give it up, drop it.
pub struct Writing<'a> {
    writer: Box<dyn Writer + 'a>,
    done: usize,
    /// The first error; nothing is written after it.
    failed: Option<Unwritable>,
}

impl<'a> Writing<'a> {
    /// Begins to write what is shown in that format.
    ///
    /// # Errors
    /// [`Format::Json`] and workbooks: [`ExportContext::file`] is not the file of a dataset. [`Format::Calendar`]: nothing that is shown has a due date.
    pub fn new(format: Format, context: ExportContext<'a>, exported: &ExportContent<'a>) -> Result<Self, Unwritable> {
        let writer: Box<dyn Writer + 'a> = match format {
            Format::Csv => Box::new(CsvWriter::new(context, exported, ',')),
            Format::CsvWithSemicolons => Box::new(CsvWriter::new(context, exported, ';')),
            Format::Json => Box::new(JsonWriter::new(&context, exported)?),
            Format::Markdown => Box::new(MarkdownWriter::new(context, exported)),
            Format::Calendar => Box::new(CalendarWriter::new(context, exported)?),
            Format::Workbook => Box::new(RecordsWriter::shown(
                Form::Workbook,
                JsonWriter::new(&context, exported)?,
            )),
            Format::CsvFiles => Box::new(RecordsWriter::shown(
                Form::CsvFiles,
                JsonWriter::new(&context, exported)?,
            )),
        };
        Ok(Self::with(writer))
    }

    /// Begins to write a whole dataset, given as its file: as a workbook or CSV files, or else as JSON.
    ///
    /// # Errors
    /// It is not the file of a dataset.
    pub fn everything(format: Format, file: &str) -> Result<Self, Unwritable> {
        let whole = WholeWriter::new(file)?;
        Ok(match form(format) {
            Some(form) => Self::with(Box::new(RecordsWriter::whole(form, whole))),
            None => Self::with(Box::new(whole)),
        })
    }

    /// Begins to write a workbook without records, or CSV files.
    pub fn template(format: Format) -> Self {
        Self::with(Box::new(RecordsWriter::empty(form(format).unwrap_or(Form::Workbook))))
    }

    fn with(writer: Box<dyn Writer + 'a>) -> Self {
        Self {
            writer,
            done: 0,
            failed: None,
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done,
            of: self.writer.count(),
        }
    }

    /// Writes at most that many more pieces, and returns the progress.
    pub fn step(&mut self, pieces: usize) -> Progress {
        let end = self.writer.count().min(self.done.saturating_add(pieces));
        while self.done < end {
            if self.failed.is_none() {
                self.failed = self.writer.write(self.done).err();
            }
            self.done += 1;
        }
        self.progress()
    }

    /// Writes what is left, and gives the whole file.
    ///
    /// # Errors
    /// Something has no form in that format.
    pub fn finish(mut self) -> Result<Vec<u8>, Unwritable> {
        self.step(usize::MAX);
        match self.failed {
            Some(failed) => Err(failed),
            None => self.writer.finish(),
        }
    }
}

/// Writes what is shown in that format.
///
/// # Errors
/// As [`Writing::new`] and [`Writing::finish`].
pub fn write<'a>(
    format: Format,
    context: ExportContext<'a>,
    exported: &ExportContent<'a>,
) -> Result<Vec<u8>, Unwritable> {
    Writing::new(format, context, exported)?.finish()
}

/// The form of a workbook in that format, if it is one.
fn form(format: Format) -> Option<Form> {
    match format {
        Format::Workbook => Some(Form::Workbook),
        Format::CsvFiles => Some(Form::CsvFiles),
        Format::Csv | Format::CsvWithSemicolons | Format::Json | Format::Markdown | Format::Calendar => None,
    }
}
