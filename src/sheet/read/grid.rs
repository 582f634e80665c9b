//! What a file has in its cells, before anybody knows what it means; and how much of it is taken.

use crate::domain::sort;
use crate::sheet::read::Unreadable;

/// A sheet of any file: only cells that hold something, and only rows that have such cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::sheet) struct Grid {
    /// Its name; of a CSV file that of the file without its ending.
    pub(in crate::sheet) name: String,
    /// Whether the program that wrote it hides it.
    pub(in crate::sheet) is_hidden: bool,
    /// In ascending order.
    pub(in crate::sheet) rows: Vec<GridRow>,
    /// Whether cells were merged.
    pub(in crate::sheet) is_merged: bool,
}

/// A row with something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::sheet) struct GridRow {
    /// Its number, counted from 1.
    pub(in crate::sheet) number: usize,
    /// The cells that hold something, each with its column, counted from 0, in ascending order.
    pub(in crate::sheet) cells: Vec<(usize, Held)>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::sheet) enum Held {
    /// A text, as it was typed.
    Text(String),
    /// A number, in digits.
    Number(String),
    /// A date that the spreadsheet keeps as a number: as precise as it is shown.
    Date(String),
    /// The mark of a formula that went wrong, such as `#REF!`; empty for a formula without a saved value.
    Wrong(String),
}

impl Held {
    /// What is seen in the cell.
    pub(in crate::sheet) fn text(&self) -> &str {
        let (Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Wrong(text)) = self;
        text
    }
}

impl Grid {
    /// Puts rows and cells in order. Of several cells in one place the first counts.
    pub(in crate::sheet) fn order(&mut self) {
        let are_rows = self.rows.is_sorted_by(|one, next| one.number < next.number);
        if !are_rows {
            sort::by_key(&mut self.rows, |row| row.number);
            let rows = std::mem::take(&mut self.rows);
            for row in rows {
                match self.rows.last_mut() {
                    Some(last) if last.number == row.number => last.cells.extend(row.cells),
                    _ => self.rows.push(row),
                }
            }
        }
        for row in &mut self.rows {
            if !row.cells.is_sorted_by(|(one, _), (next, _)| one < next) {
                sort::by_key(&mut row.cells, |(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
    }
}

impl GridRow {
    /// What stands in that column.
    pub(in crate::sheet) fn cell(&self, column: usize) -> Option<&Held> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[place].1)
    }
}

/// The most that is read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of the file, in bytes.
    pub file: usize,
    /// The size of what is unpacked from it, in bytes.
    pub unpacked: u64,
    /// The number of cells that hold something.
    pub cells: usize,
    /// The size of their texts, in bytes.
    pub texts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MB: usize = 1 << 20;
        Self {
            file: 50 * MB,
            unpacked: 512 * MB as u64,
            cells: 1_000_000,
            texts: 256 * MB,
        }
    }
}

/// How much of a file was taken.
#[derive(Clone, Copy, Debug)]
pub(in crate::sheet) struct Tally {
    limits: Limits,
    cells: usize,
    texts: usize,
}

impl Tally {
    pub(in crate::sheet) fn new(limits: Limits) -> Self {
        Self {
            limits,
            cells: 0,
            texts: 0,
        }
    }

    /// Counts a cell with a text of so many bytes.
    pub(in crate::sheet) fn take(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.cells += 1;
        self.take_text(bytes)?;
        if self.limits.cells < self.cells {
            return Err(Unreadable::Cells(self.limits.cells));
        }
        Ok(())
    }

    /// Counts a text of so many bytes that is no cell.
    pub(in crate::sheet) fn take_text(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.texts += bytes;
        if self.limits.texts < self.texts {
            Err(Unreadable::Texts(self.limits.texts))
        } else {
            Ok(())
        }
    }
}
