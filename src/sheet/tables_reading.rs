//! The sheets of a dataset in a file, made in steps: of some of its measures at a time, then of everything else.

use std::ops::Range;

use serde_json::{Value, json};

use crate::dataset::Chunks;
use crate::sheet::{Kind, Workbook, tables};

/// The sheets of a dataset that is being read. To give it up, drop it.
pub struct TablesReading<'a> {
    file: &'a str,
    chunks: Chunks,
    done: usize,
    workbook: Workbook,
    is_json: bool,
}

impl<'a> TablesReading<'a> {
    /// Begins to read a file, about that many bytes in each step.
    pub fn new(file: &'a str, bytes: usize) -> Self {
        Self {
            file,
            chunks: Chunks::of(file, bytes).unwrap_or_default(),
            done: 0,
            workbook: tables::template(),
            is_json: true,
        }
    }
    /// Reads the next part; returns whether any is left.
    pub fn step(&mut self) -> bool {
        let copy = |bytes: Range<usize>| self.file.as_bytes()[bytes].to_vec();
        if let Some(measures) = self.chunks.list(self.done, copy) {
            self.add(&measures, |workbook, measures| {
                tables::add_records(workbook, &json!({ "measures": measures }));
            });
        } else {
            self.add(&self.chunks.rest(self.file.len(), copy), |workbook, rest| {
                workbook.sheets[Kind::Edition as usize] = tables::sheet(Kind::Edition, &rest);
                tables::add_records(workbook, &rest);
            });
        }
        self.done += 1;
        self.is_json && self.done <= self.chunks.len()
    }

    fn add(&mut self, part: &[u8], add: impl FnOnce(&mut Workbook, Value)) {
        match serde_json::from_slice(part) {
            Ok(part) => add(&mut self.workbook, part),
            Err(_) => self.is_json = false,
        }
    }

    /// How many parts are read, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.chunks.len() + 1)
    }

    /// The sheets, once no part is left; none of what is no JSON.
    pub fn finish(self) -> Option<Workbook> {
        self.is_json.then_some(self.workbook)
    }
}
