//! Workbooks in Office Open XML, as Excel, `LibreOffice` and Gnumeric write and read them.

mod book;
mod cells;
mod number;
pub(super) mod write;
mod xml;

use std::collections::VecDeque;
use std::rc::Rc;

use crate::sheet::read::Unreadable;
use crate::sheet::read::grid::{Grid, Tally};
use crate::sheet::read::unzip::Parts;
use book::{Book, BookSheet, Texts};
use cells::Cells;

/// A workbook that is read piece by piece: first the texts that its cells share, then sheet after sheet.
pub(super) struct BookReading {
    parts: Parts,
    book: Book,
    shared: Option<Texts>,
    texts: Rc<[String]>,
    rest: VecDeque<BookSheet>,
    cells: Option<Cells>,
}

impl BookReading {
    /// Begins with what the workbook says of its sheets.
    pub(super) fn new(parts: Parts) -> Result<Self, Unreadable> {
        let mut book = Book::read(&parts)?;
        let rest = std::mem::take(&mut book.sheets).into();
        Ok(Self {
            shared: book.texts.as_ref().map(|part| Texts::new(&parts, part)),
            texts: Rc::default(),
            parts,
            book,
            rest,
            cells: None,
        })
    }

    /// How many packed bytes are left.
    pub(super) fn left(&self) -> usize {
        let rest: usize = self.rest.iter().map(|sheet| sheet.part.size()).sum();
        let shared = self.shared.as_ref().map_or(0, Texts::left);
        rest + shared + self.cells.as_ref().map_or(0, Cells::left)
    }

    /// Reads so many tags more; adds a sheet that is whole to the others. Whether it was the last one.
    pub(super) fn step(&mut self, tags: usize, tally: &mut Tally, grids: &mut Vec<Grid>) -> Result<bool, Unreadable> {
        if let Some(shared) = &mut self.shared {
            if let Some(texts) = shared.step(tags, tally)? {
                self.texts = texts.into();
                self.shared = None;
            }
            return Ok(false);
        }
        if self.cells.is_none() {
            let Some(sheet) = self.rest.pop_front() else {
                return Ok(true);
            };
            self.cells = Some(Cells::new(&self.parts, &self.book, Rc::clone(&self.texts), &sheet));
        }
        if let Some(cells) = &mut self.cells
            && let Some(grid) = cells.step(tags, tally)?
        {
            grids.push(grid);
            self.cells = None;
        }
        Ok(self.cells.is_none() && self.rest.is_empty())
    }
}
