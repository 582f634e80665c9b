//! The cells of a sheet, read row by row.

use std::rc::Rc;

use crate::sheet::read::Unreadable;
use crate::sheet::read::grid::{Grid, GridRow, Held, Tally};
use crate::sheet::read::unzip::Parts;
use crate::sheet::xlsx::book::{Book, BookSheet};
use crate::sheet::xlsx::number::{Shown, date, meant};
use crate::sheet::xlsx::write::{LAST_ROW, escape};
use crate::sheet::xlsx::xml::{Attributes, Node, Xml};

/// The number of the last column, counted from 0.
const LAST_COLUMN: usize = 16_383;

/// A sheet that is read row by row.
pub(in crate::sheet) struct Cells {
    xml: Xml,
    texts: Rc<[String]>,
    styles: Rc<[Option<Shown>]>,
    is_1904: bool,
    grid: Grid,
    /// The number of the row that is read, and the column of the cell before, counted from 1.
    row: usize,
    column: usize,
    merges: Vec<Area>,
}

/// Rows and columns, counted as in the grid, the last ones included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    rows: (usize, usize),
    columns: (usize, usize),
}

impl Cells {
    /// Begins with the first row.
    pub(super) fn new(parts: &Parts, book: &Book, texts: Rc<[String]>, sheet: &BookSheet) -> Self {
        Self {
            xml: Xml::new(parts.open(&sheet.part)),
            texts,
            styles: Rc::clone(&book.styles),
            is_1904: book.is_1904,
            grid: Grid {
                name: sheet.name.clone(),
                is_hidden: sheet.is_hidden,
                ..Grid::default()
            },
            row: 0,
            column: 0,
            merges: Vec::new(),
        }
    }

    /// How many packed bytes are left.
    pub(in crate::sheet) fn left(&self) -> usize {
        self.xml.left()
    }

    /// Reads so many tags more. Gives the sheet once it is whole.
    pub(in crate::sheet) fn step(&mut self, tags: usize, tally: &mut Tally) -> Result<Option<Grid>, Unreadable> {
        for _ in 0..tags {
            match self.xml.next()? {
                Node::Open(name, attributes) => match name.as_str() {
                    "row" => {
                        self.row = attributes.number("r").unwrap_or(self.row + 1);
                        self.column = 0;
                    }
                    "c" => self.cell(&attributes, tally)?,
                    "mergeCell" => self.merge(attributes.get("ref").and_then(area))?,
                    _ => {}
                },
                Node::Close(_) | Node::Text(_) => {}
                Node::End => {
                    self.fill(tally)?;
                    return Ok(Some(std::mem::take(&mut self.grid)));
                }
            }
        }
        Ok(None)
    }

    fn cell(&mut self, attributes: &Attributes, tally: &mut Tally) -> Result<(), Unreadable> {
        let said = attributes.get("r").and_then(place);
        let (row, column) = said.unwrap_or((self.row, self.column));
        self.column = column + 1;
        let (mut value, mut has_formula) = (None, false);
        loop {
            match self.xml.next()? {
                Node::Open(name, _) if name == "v" || name == "is" => value = Some(self.xml.text(&name)?),
                Node::Open(name, _) => has_formula |= name == "f",
                Node::Close(name) if name == "c" => break,
                Node::Close(_) | Node::Text(_) => {}
                Node::End => return Err(Unreadable::Damaged),
            }
        }
        let style = attributes
            .number("s")
            .and_then(|style| self.styles.get(style).copied())
            .flatten();
        let held = match (attributes.get("t").unwrap_or("n"), value) {
            (_, None) if has_formula => Held::Wrong(String::new()),
            (_, None) => return Ok(()),
            ("s", Some(place)) => {
                let text = place.trim().parse().ok().and_then(|place: usize| self.texts.get(place));
                Held::Text(unescaped(text.ok_or(Unreadable::Damaged)?))
            }
            ("inlineStr" | "str", Some(text)) => Held::Text(unescaped(&text)),
            ("b", Some(truth)) => Held::Text((if truth.trim() == "1" { "true" } else { "false" }).to_owned()),
            ("e", Some(mark)) => Held::Wrong(mark),
            ("d", Some(day)) => Held::Date(day.split('T').next().unwrap_or_default().to_owned()),
            (_, Some(number)) => {
                let number = number.trim();
                match style.and_then(|shown| date(number, self.is_1904, shown)) {
                    Some(date) => Held::Date(date),
                    None => Held::Number(meant(number)),
                }
            }
        };
        // A text that is empty is as good as none; a formula without a value is not.
        if held.text().is_empty() && !matches!(held, Held::Wrong(_)) {
            return Ok(());
        }
        if row == 0 || LAST_ROW < row || LAST_COLUMN < column {
            return Err(Unreadable::Damaged);
        }
        tally.take(held.text().len())?;
        self.put(row, column, held);
        Ok(())
    }

    /// Puts a cell behind all others. Those that belong before them are put in order at the end.
    fn put(&mut self, row: usize, column: usize, held: Held) {
        let rows = &mut self.grid.rows;
        if rows.last().is_none_or(|last| last.number != row) {
            rows.push(GridRow {
                number: row,
                cells: Vec::new(),
            });
        }
        if let Some(last) = rows.last_mut() {
            last.cells.push((column, held));
        }
    }

    fn merge(&mut self, area: Option<Area>) -> Result<(), Unreadable> {
        /// More than anybody merges by hand.
        const MOST: usize = 100_000;
        self.merges.extend(area);
        if MOST < self.merges.len() {
            Err(Unreadable::Merged(MOST))
        } else {
            Ok(())
        }
    }

    /// Gives each row that an area of merged cells spans the text of the area. Only rows that hold something: an area may reach
    /// down to the last row there can be.
    fn fill(&mut self, tally: &mut Tally) -> Result<(), Unreadable> {
        self.grid.order();
        self.grid.is_merged = !self.merges.is_empty();
        let mut filled = Vec::new();
        for area in std::mem::take(&mut self.merges) {
            let rows = &self.grid.rows;
            let first = rows.partition_point(|row| row.number < area.rows.0);
            let last = rows.partition_point(|row| row.number <= area.rows.1);
            let column = area.columns.0;
            let held = rows
                .get(first)
                .filter(|row| row.number == area.rows.0)
                .and_then(|row| row.cell(column));
            let Some(held) = held else { continue };
            for (at, row) in rows.iter().enumerate().take(last).skip(first + 1) {
                // As it is with the number of cells, so it is with the number of times that one is looked for.
                tally.take(held.text().len())?;
                if row.cell(column).is_none() {
                    filled.push((at, (column, held.clone())));
                }
            }
        }
        for (at, cell) in filled {
            self.grid.rows[at].cells.push(cell);
        }
        self.grid.order();
        Ok(())
    }
}

/// The row, counted from 1, and the column, counted from 0, of `B7`.
fn place(cell: &str) -> Option<(usize, usize)> {
    let digits = cell.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let mut column: usize = 0;
    for letter in letters.bytes().filter(|letter| *letter != b'$') {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(usize::from(value) + 1)?;
    }
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

/// The cells of `A1:B2`.
fn area(range: &str) -> Option<Area> {
    let (first, last) = range.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (place(first)?, place(last)?);
    Some(Area {
        rows: (first_row, last_row),
        columns: (first_column, last_column),
    })
}

/// The text with what is written as `_x000D_`, and with line ends as a line feed each.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = rest.find("_x") {
        unescaped.push_str(&rest[..found]);
        rest = &rest[found..];
        let length = if let Some(character) = escape(rest) {
            unescaped.push(character);
            "_x000D_".len()
        } else {
            unescaped.push_str("_x");
            "_x".len()
        };
        rest = &rest[length..];
    }
    unescaped.push_str(rest);
    if unescaped.contains('\r') {
        unescaped.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        unescaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_letters_and_digits() {
        for (cell, expected) in [
            ("A1", Some((1, 0))),
            ("$B$7", Some((7, 1))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("1", None),
            ("A", None),
            ("AÄ1", None),
            ("ZZZZZZZZZZZZZZZZZZZZ1", None),
        ] {
            assert_eq!(place(cell), expected, "{cell}");
        }
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(unescaped("a_x000D__x000A_b_x005F_x000D_ _x"), "a\nb_x000D_ _x");
    }
}
