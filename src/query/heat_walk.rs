//! How the keyboard goes through the heat table: from one filled place to the next.

use crate::query::heat::Heat;

/// A place of the heat table where the reader can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HeatStop {
    /// 0 for the column heads, then the rows.
    pub line: usize,
    /// 0 for the row heads, 1 for the totals of the rows, then the columns.
    pub column: usize,
}

/// A step through the heat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatStep {
    /// To the filled place before, in the same row.
    Left,
    /// To the filled place after, in the same row.
    Right,
    /// To the filled place above, in the same column.
    Up,
    /// To the filled place below, in the same column.
    Down,
    /// To the head of the row.
    RowStart,
    /// To the last filled place of the row.
    RowEnd,
    /// To the head of the first row.
    First,
    /// To the last filled place of the last row.
    Last,
}

/// How many places a row has before its cells: its head and its total.
pub const BEFORE_CELLS: usize = 2;

impl Heat {
    /// Where the reader comes in: the first filled cell, or the first row's head where there is none.
    pub fn first_stop(&self) -> HeatStop {
        let filled = |(row, cells): (usize, &Vec<usize>)| {
            let column = cells.iter().position(|count| 0 < *count)?;
            Some(HeatStop {
                line: 1 + row,
                column: BEFORE_CELLS + column,
            })
        };
        let first = self.cells.iter().enumerate().find_map(filled);
        first.unwrap_or(HeatStop { line: 1, column: 0 })
    }

    /// Where a step leads while only the first `rows` rows are shown. Empty cells are passed over; where nothing is
    /// left in that direction, the reader stays.
    pub fn step(&self, from: HeatStop, step: HeatStep, rows: usize) -> HeatStop {
        let HeatStop { line, column } = from;
        let last_line = rows.min(self.rows.len());
        let last_column = BEFORE_CELLS + self.columns.len() - 1;
        let in_line = |line: usize, column: usize| HeatStop { line, column };
        let last_of = |line: usize| {
            let mut stops = (0..=last_column).rev().map(|column| in_line(line, column));
            stops.find(|stop| self.is_filled(*stop))
        };
        let found = match step {
            HeatStep::Left => self.first_filled((0..column).rev().map(|column| in_line(line, column))),
            HeatStep::Right => self.first_filled((column + 1..=last_column).map(|column| in_line(line, column))),
            HeatStep::Up => self.first_filled((0..line).rev().map(|line| in_line(line, column))),
            HeatStep::Down => self.first_filled((line + 1..=last_line).map(|line| in_line(line, column))),
            HeatStep::RowStart => self.first_filled((0..=last_column).map(|column| in_line(line, column))),
            HeatStep::RowEnd => last_of(line),
            HeatStep::First => Some(in_line(1, 0)),
            HeatStep::Last => last_of(last_line),
        };
        found.unwrap_or(from)
    }

    fn first_filled(&self, mut stops: impl Iterator<Item = HeatStop>) -> Option<HeatStop> {
        stops.find(|stop| self.is_filled(*stop))
    }

    /// Heads and totals are always filled; the heads of the row heads and of the totals lead nowhere.
    fn is_filled(&self, stop: HeatStop) -> bool {
        match (stop.line, stop.column.checked_sub(BEFORE_CELLS)) {
            (0, column) => column.is_some(),
            (_, None) => true,
            (line, Some(column)) => 0 < self.cells[line - 1][column],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::heat::HeatLine;

    /// A table whose filled cells are drawn as `#`.
    fn drawn(picture: &str) -> Heat {
        let line = |_| HeatLine {
            key: String::new(),
            total: 1,
        };
        let cells: Vec<Vec<usize>> = picture
            .lines()
            .map(|row| row.chars().map(|cell| usize::from(cell == '#')).collect())
            .collect();
        Heat {
            columns: (0..cells[0].len()).map(line).collect(),
            rows: (0..cells.len()).map(line).collect(),
            cells,
        }
    }

    #[track_caller]
    fn check(picture: &str, from: (usize, usize), step: HeatStep, to: (usize, usize)) {
        let heat = drawn(picture);
        let (line, column) = from;
        let reached = heat.step(HeatStop { line, column }, step, heat.rows.len());
        assert_eq!(
            (reached.line, reached.column),
            to,
            "{step:?} from {from:?} in\n{picture}"
        );
    }

    #[test]
    fn arrows_pass_over_empty_cells() {
        check("#..#\n....", (1, 2), HeatStep::Right, (1, 5));
        check("#..#\n....", (1, 5), HeatStep::Left, (1, 2));
        check("#\n.\n#", (1, 2), HeatStep::Down, (3, 2));
        check("#\n.\n#", (3, 2), HeatStep::Up, (1, 2));
    }

    #[test]
    fn arrows_reach_totals_and_heads() {
        check(".#", (1, 3), HeatStep::Left, (1, 1));
        check(".#", (1, 1), HeatStep::Left, (1, 0));
        check(".#", (1, 3), HeatStep::Up, (0, 3));
        check("..\n.#", (0, 3), HeatStep::Down, (2, 3));
        check("..\n.#", (0, 2), HeatStep::Right, (0, 3));
    }

    #[test]
    fn at_an_edge_the_reader_stays() {
        check(".#", (1, 3), HeatStep::Right, (1, 3));
        check(".#", (1, 3), HeatStep::Down, (1, 3));
        check(".#", (1, 0), HeatStep::Left, (1, 0));
        check(".#", (1, 0), HeatStep::Up, (1, 0));
        check("#.", (0, 3), HeatStep::Down, (0, 3));
    }

    #[test]
    fn home_and_end_go_to_the_ends_of_a_row_or_of_the_table() {
        let picture = "#.#\n##.";
        check(picture, (1, 4), HeatStep::RowStart, (1, 0));
        check(picture, (2, 0), HeatStep::RowEnd, (2, 3));
        check(picture, (2, 3), HeatStep::First, (1, 0));
        check(picture, (1, 0), HeatStep::Last, (2, 3));
        check(picture, (0, 4), HeatStep::RowStart, (0, 2));
        check("..", (1, 0), HeatStep::RowEnd, (1, 1));
    }

    #[test]
    fn hidden_rows_are_out_of_reach() {
        let heat = drawn("#\n#");
        let from = HeatStop { line: 1, column: 2 };
        assert_eq!(heat.step(from, HeatStep::Down, 1), from);
        assert_eq!(heat.step(from, HeatStep::Last, 1), from);
    }

    #[test]
    fn the_reader_comes_in_at_the_first_filled_cell() {
        assert_eq!(drawn("..\n.#").first_stop(), HeatStop { line: 2, column: 3 });
        assert_eq!(drawn("..").first_stop(), HeatStop { line: 1, column: 0 });
    }
}
