//! As much of a workbook with faults as can be shown.

use std::collections::HashSet;

use crate::sheet::check::{Cause, Checked};
use crate::sheet::read::Found;

/// Without one row another may have a fault, and so on; what is not right after so many rounds is given up.
pub(super) const ROUNDS: usize = 12;

/// What can be shown of a workbook with faults.
#[derive(Debug)]
pub struct Rescued {
    /// The dataset, and its file.
    pub checked: Checked,
    /// How many rows were left out: those with faults, and those that belong to one of them.
    pub left_out: usize,
}

/// The rows with faults, by sheet and row.
fn faulty_rows(causes: &[Cause]) -> HashSet<(usize, usize)> {
    let faults = causes.iter().flat_map(|cause| &cause.cells);
    let places = faults.filter_map(|fault| fault.place);
    places.map(|place| (place.sheet, place.row)).collect()
}

impl Found {
    /// The dataset without each row in which a fault is; `causes` are those that [`Found::check`] gave. None where that does not lead to
    /// one, because what is wrong is in no row.
    pub fn rescued(mut self, causes: &[Cause]) -> Option<Rescued> {
        let mut left_out = 0;
        let mut rows = faulty_rows(causes);
        for _ in 0..ROUNDS {
            if rows.is_empty() {
                break;
            }
            left_out += rows.len();
            self.drop_rows(&rows);
            let checked = self.check();
            if checked.dataset.is_some() {
                return Some(Rescued { checked, left_out });
            }
            rows = faulty_rows(&checked.causes);
        }
        None
    }

    fn drop_rows(&mut self, rows: &HashSet<(usize, usize)>) {
        for (sheet, of_sheet) in self.workbook.sheets.iter_mut().enumerate() {
            let mut place = 0;
            of_sheet.rows.retain(|_| {
                let is_right = !rows.contains(&(sheet, place));
                place += 1;
                is_right
            });
        }
        // Each is in a row that is gone.
        self.misfits.clear();
    }
}
