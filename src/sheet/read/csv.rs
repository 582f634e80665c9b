//! CSV as any program writes it: cells between commas, semicolons or tabs.

use crate::sheet::csv::harmless;
use crate::sheet::read::Unreadable;
use crate::sheet::read::grid::{Grid, GridRow, Held, Tally};

/// What may stand between two cells.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// A CSV file that is read row by row.
pub(in crate::sheet) struct CsvReading {
    text: String,
    place: usize,
    separator: char,
    line: usize,
    grid: Grid,
}

impl CsvReading {
    /// Begins with the first row.
    pub(in crate::sheet) fn new(name: &str, text: String) -> Self {
        // Excel writes what separates the cells into a line of its own.
        let said = text.get(..5).and_then(|line| line.strip_prefix("sep="));
        let said = said
            .and_then(|rest| rest.chars().next())
            .filter(|character| SEPARATORS.contains(character));
        let first = if said.is_some() {
            text.find('\n').map_or(text.len(), |end| end + 1)
        } else {
            0
        };
        let separator = said.unwrap_or_else(|| separator(&text));
        let grid = Grid {
            name: name.to_owned(),
            ..Grid::default()
        };
        Self {
            separator,
            place: first,
            line: 1 + usize::from(0 < first),
            text,
            grid,
        }
    }

    /// How many bytes are left.
    pub(in crate::sheet) fn left(&self) -> usize {
        self.text.len() - self.place
    }

    /// Reads so many rows more. Gives the sheet once it is whole.
    pub(in crate::sheet) fn step(&mut self, rows: usize, tally: &mut Tally) -> Result<Option<Grid>, Unreadable> {
        for _ in 0..rows {
            if self.left() == 0 {
                return Ok(Some(std::mem::take(&mut self.grid)));
            }
            self.row(tally)?;
        }
        Ok(None)
    }

    fn row(&mut self, tally: &mut Tally) -> Result<(), Unreadable> {
        let mut row = GridRow {
            number: self.line,
            cells: Vec::new(),
        };
        let mut column = 0;
        loop {
            let (cell, ends) = self.cell();
            if !cell.is_empty() {
                tally.take(cell.len())?;
                row.cells.push((column, Held::Text(cell)));
            }
            column += 1;
            if ends {
                break;
            }
        }
        self.line += 1;
        if !row.cells.is_empty() {
            self.grid.rows.push(row);
        }
        Ok(())
    }

    /// The next cell, and whether it ends its row.
    fn cell(&mut self) -> (String, bool) {
        let rest = &self.text[self.place..];
        let (cell, after) = quoted(rest, self.separator).unwrap_or_else(|| {
            let end = rest.find([self.separator, '\r', '\n']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        let (after, ends) = if let Some(after) = after.strip_prefix(self.separator) {
            (after, false)
        } else {
            let after = after.strip_prefix('\r').unwrap_or(after);
            (after.strip_prefix('\n').unwrap_or(after), true)
        };
        self.place = self.text.len() - after.len();
        (bare(cell), ends)
    }
}

/// The cell in quotation marks that begins the text, with what follows; none where it has no end.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        let Some(again) = after.strip_prefix('"') else {
            let ends = after.is_empty() || after.starts_with([separator, '\r', '\n']);
            return ends.then_some((cell, after));
        };
        cell.push('"');
        rest = again;
    }
}

/// The text without the apostrophe that only keeps spreadsheets from reckoning with it.
fn bare(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(bare) if harmless(bare.to_owned()) == cell => bare.to_owned(),
        _ => cell,
    }
}

/// What stands most often between the cells of the first row.
fn separator(text: &str) -> char {
    // A quotation mark that is never closed opens nothing.
    let counts = counts(text, true).or_else(|| counts(text, false)).unwrap_or_default();
    // Of several the last one: prose has commas rather than semicolons, and hardly ever tabs.
    let most = SEPARATORS.iter().zip(counts).max_by_key(|(_, count)| *count);
    most.map_or(',', |(separator, _)| *separator)
}

/// How often each separator stands in the first row, outside of quotation marks where these count; none where one is not closed.
fn counts(text: &str, has_quotations: bool) -> Option<[usize; SEPARATORS.len()]> {
    let mut counts = [0; SEPARATORS.len()];
    let mut is_quoted = false;
    for character in text.chars() {
        match character {
            '"' if has_quotations => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\n' => break,
            _ => {
                for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
                    *count += usize::from(character == separator);
                }
            }
        }
    }
    (!is_quoted).then_some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::read::grid::Limits;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let mut reading = CsvReading::new("a", text.to_owned());
        let mut tally = Tally::new(Limits::default());
        let grid = reading.step(100, &mut tally).expect("few cells").expect("few rows");
        let rows: Vec<(usize, Vec<&str>)> = grid
            .rows
            .iter()
            .map(|row| {
                let last = row.cells.last().map_or(0, |(column, _)| column + 1);
                (
                    row.number,
                    (0..last)
                        .map(|column| row.cell(column).map_or("", Held::text))
                        .collect(),
                )
            })
            .collect();
        let expected: Vec<(usize, Vec<&str>)> = expected
            .iter()
            .map(|(number, cells)| (*number, cells.to_vec()))
            .collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn cells_stand_between_whatever_separates_them() {
        check("a,b\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a;b,c\r\n1;2\r\n", &[(1, &["a", "b,c"]), (2, &["1", "2"])]);
        check("a\tb\n\"1\t\"\t\n", &[(1, &["a", "b"]), (2, &["1\t"])]);
        check("sep=;\na,b;c\n", &[(2, &["a,b", "c"])]);
        check("a,b\n\n\n,2", &[(1, &["a", "b"]), (4, &["", "2"])]);
        check("a", &[(1, &["a"])]);
        check("", &[]);
    }

    #[test]
    fn quotation_marks_are_read_where_they_are_ends() {
        check("\"a\"\"b\",\"c\nd\"\n1", &[(1, &["a\"b", "c\nd"]), (2, &["1"])]);
        check("\"a\" b,c", &[(1, &["\"a\" b", "c"])]);
        check("\"a,b\nc", &[(1, &["\"a", "b"]), (2, &["c"])]);
    }

    #[test]
    fn an_apostrophe_that_was_added_is_taken_away() {
        check("'=1,'3.1,'a,''=1", &[(1, &["=1", "3.1", "'a", "'=1"])]);
    }
}
