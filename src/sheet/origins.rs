//! From which cell of a workbook each value of a dataset came.

use std::collections::HashMap;

use crate::sheet::Workbook;

/// Where the records of a dataset stood in a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// From the path of a record, such as `measures[31]`, to its sheet and its row there; the dataset itself has no path.
    records: HashMap<String, (usize, usize)>,
}

/// A cell of a workbook, or a whole row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellPlace {
    /// The place of the sheet in the workbook.
    pub sheet: usize,
    /// The place of the row among the rows of the sheet.
    pub row: usize,
    /// The place of the column among those of the sheet's kind; none for the whole row.
    pub column: Option<usize>,
}

impl Origins {
    /// Notes where a record stood.
    pub(super) fn add(&mut self, path: String, sheet: usize, row: usize) {
        self.records.insert(path, (sheet, row));
    }

    /// The cell of a path as the faults of a dataset name it, such as `measures[31].follow_up[2].due`; of something that is not
    /// there the row of what it is missing from. None where the workbook has nothing around it.
    pub fn cell(&self, path: &str, workbook: &Workbook) -> Option<CellPlace> {
        let (record, (sheet, row)) = self.around(path)?;
        let rest = path[record.len()..].trim_start_matches('.');
        let columns = workbook.sheets.get(sheet)?.kind.table().columns;
        let column = columns
            .iter()
            .position(|(field, _)| !field.is_empty() && is_around(field, rest));
        // What is in the dataset itself but in no column of it is a whole list.
        (column.is_some() || !record.is_empty()).then_some(CellPlace { sheet, row, column })
    }

    /// The path of the inmost record in which that path leads, with the sheet of the record and its row there.
    pub(super) fn around<'a>(&self, path: &'a str) -> Option<(&'a str, (usize, usize))> {
        let ends = path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]);
        let mut ends: Vec<usize> = ends.collect();
        ends.reverse();
        // The dataset itself is around them all.
        let mut paths = ends.into_iter().chain([0]).map(|end| &path[..end]);
        paths.find_map(|path| Some((path, *self.records.get(path)?)))
    }
}

/// Whether one of the two is the other or stands in it.
fn is_around(field: &str, path: &str) -> bool {
    let begins = |whole: &str, part: &str| {
        let rest = whole.strip_prefix(part);
        !part.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    begins(field, path) || begins(path, field)
}
