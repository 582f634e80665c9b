//! Records whole, as a workbook or CSV files: those that are shown, all of them, or none.

use serde_json::Value;

use crate::dataset::SCHEMA_ID;
use crate::domain::keyed::Keyed;
use crate::render::json::{self, JsonWriter};
use crate::render::writing::{Unwritable, Writer};
use crate::sheet::{self, BookWriter, Form, Kind, TooLarge, Workbook};
use crate::view::Format;

/// In so many pieces rows are written, however many there are.
const PIECES: usize = 1000;

/// A whole dataset.
pub(super) struct WholeWriter(Value);

impl WholeWriter {
    /// The one in that file.
    pub(super) fn new(file: &str) -> Result<Self, Unwritable> {
        json::read(file).map(Self)
    }
}

impl Writer for WholeWriter {
    fn count(&self) -> usize {
        1
    }

    fn write(&mut self, _: usize) -> Result<(), Unwritable> {
        self.0["$schema"] = SCHEMA_ID.into();
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        Ok(json::printed(&self.0))
    }
}

/// Takes the records over, puts them in sheets, and writes the rows.
pub(super) struct RecordsWriter {
    form: Form,
    stage: Stage,
    /// How many pieces the records have.
    records: usize,
}

enum Stage {
    Records(Box<JsonWriter>),
    Sheets(Value, Workbook),
    Rows(Box<BookWriter>, usize),
    /// Something went wrong.
    Given,
}

impl RecordsWriter {
    /// Those that are shown.
    pub(super) fn shown(form: Form, records: JsonWriter) -> Self {
        Self {
            form,
            records: records.count(),
            stage: Stage::Records(Box::new(records)),
        }
    }

    /// All of a dataset.
    pub(super) fn whole(form: Form, whole: WholeWriter) -> Self {
        Self {
            form,
            records: 0,
            stage: Stage::Sheets(whole.0, Workbook::default()),
        }
    }

    /// None: heads and notes alone.
    pub(super) fn empty(form: Form) -> Self {
        Self {
            form,
            records: 0,
            stage: Stage::Sheets(Value::Null, Workbook::default()),
        }
    }

    fn sheet(&mut self, place: usize) -> Result<(), Unwritable> {
        if let Stage::Records(_) = self.stage
            && let Stage::Records(records) = std::mem::replace(&mut self.stage, Stage::Given)
        {
            self.stage = Stage::Sheets(records.into_dataset(), Workbook::default());
        }
        if let Stage::Sheets(dataset, workbook) = &mut self.stage {
            let kind = Kind::ALL[place];
            workbook.sheets.push(if dataset.is_null() {
                sheet::empty(kind)
            } else {
                sheet::sheet(kind, dataset)
            });
            if workbook.sheets.len() == Kind::ALL.len() {
                let book =
                    BookWriter::new(self.form, std::mem::take(workbook)).map_err(|error| self.unwritable(&error))?;
                let rows = book.rows_left().div_ceil(PIECES);
                self.stage = Stage::Rows(Box::new(book), rows);
            }
        }
        Ok(())
    }

    fn unwritable(&self, error: &TooLarge) -> Unwritable {
        let format = match self.form {
            Form::Workbook => Format::Workbook,
            Form::CsvFiles => Format::CsvFiles,
        };
        Unwritable::new(format.label(), error)
    }
}

impl Writer for RecordsWriter {
    fn count(&self) -> usize {
        self.records + Kind::ALL.len() + PIECES
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        match &mut self.stage {
            Stage::Records(records) if piece < self.records => records.write(piece),
            Stage::Rows(book, rows) => {
                let rows = *rows;
                book.write(rows).map_err(|error| self.unwritable(&error))
            }
            _ => self.sheet(piece - self.records),
        }
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        match std::mem::replace(&mut self.stage, Stage::Given) {
            Stage::Rows(book, _) => book.finish().map_err(|error| self.unwritable(&error)),
            Stage::Records(_) | Stage::Sheets(..) | Stage::Given => Ok(Vec::new()),
        }
    }
}
