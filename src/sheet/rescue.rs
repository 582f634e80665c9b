//! As much of a workbook with faults as can be shown.

use std::collections::HashSet;

use crate::sheet::check::Checked;
use crate::sheet::read::Found;

/// Without one row another may have a fault, and so on; what is not right after so many rounds is given up.
const ROUNDS: usize = 12;

/// What can be shown of a workbook with faults.
#[derive(Debug)]
pub struct Rescued {
    /// The dataset, and its file.
    pub checked: Checked,
    /// How many rows were left out: those with faults, and those that belong to one of them.
    pub left_out: usize,
}

impl Found {
    /// The dataset without each row in which a fault is; `checked` is what [`Found::check`] gave. None where that does not lead to one,
    /// because what is wrong is in no row.
    pub fn rescued(mut self, mut checked: Checked) -> Option<Rescued> {
        let mut left_out = 0;
        for _ in 0..ROUNDS {
            let cells = checked.causes.iter().flat_map(|cause| &cause.cells);
            let rows: HashSet<(usize, usize)> = cells
                .filter_map(|fault| fault.place)
                .map(|place| (place.sheet, place.row))
                .collect();
            if rows.is_empty() {
                break;
            }
            left_out += rows.len();
            self.drop_rows(&rows);
            checked = self.check();
            if checked.dataset.is_some() {
                return Some(Rescued { checked, left_out });
            }
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
