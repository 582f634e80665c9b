//! The data as a spreadsheet: a workbook with a sheet for each kind of record, written and read.
//!
//! Pure. Knows the dataset's format by its schema; knows nothing of what a page shows.

mod assemble;
mod cell;
mod check;
pub mod csv;
mod data_package;
mod description;
mod kind;
mod origins;
mod read;
mod faulty;
mod rescue;
mod schema;
mod tab;
mod tables;
mod tables_reading;
mod write;
mod xlsx;
mod zip;

pub use assemble::{Assembled, Assembly, Homeless, LeftOut, dataset};
pub use cell::{is_no, items, joined};
pub use check::{Cause, CellFault, Checked};
pub use data_package::NAME as DATA_PACKAGE;
pub use description::{ColumnDescription, SheetDescription, descriptions};
pub use faulty::Faulty;
pub use kind::{Kind, Shape};
pub use origins::{CellPlace, Origins};
pub use read::{
    Found, FoundColumn, FoundSheet, Likeness, Limits, Misfit, Reading, Recognizing, Unreadable, files_in_zip, is_json,
    read,
};
pub use rescue::Rescued;
pub use tables::{empty, lists, sheet, tables, template};
pub use tables_reading::TablesReading;
pub use write::{BookWriter, Form, TooLarge, write};

/// Sheets of text cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Any number of each kind, in the order of the file.
    pub sheets: Vec<Sheet>,
}

/// The records of one kind, a row for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What its rows are.
    pub kind: Kind,
    /// Its name in the file.
    pub name: String,
    /// For each column of its kind the place in the file, counted from 0; none for a column that the file does not have.
    pub places: Vec<Option<usize>>,
    /// What stands below the heads.
    pub rows: Vec<Row>,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, counted from 1; the heads are mostly row 1.
    pub number: usize,
    /// A text for each column of its kind, empty where nothing is said.
    pub cells: Vec<String>,
}

impl Sheet {
    /// A sheet as we write it, with every column of its kind.
    pub fn of(kind: Kind, rows: impl Iterator<Item = Vec<String>>) -> Self {
        let mut sheet = Self {
            kind,
            name: kind.name().to_owned(),
            places: (0..kind.table().columns.len()).map(Some).collect(),
            rows: Vec::new(),
        };
        sheet.add(rows);
        sheet
    }

    /// Adds rows, numbered as we write them.
    fn add(&mut self, rows: impl Iterator<Item = Vec<String>>) {
        let first = self.rows.len() + 2;
        let rows = rows.enumerate();
        self.rows.extend(rows.map(|(place, cells)| Row {
            number: first + place,
            cells,
        }));
    }
}
