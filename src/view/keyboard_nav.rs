//! Moving through the heat table by keyboard: the Tab key stops at one cell, the arrow keys go on to the next filled one.

use crate::view::HeatView;

/// A cell of the heat table that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellPosition {
    /// 0 for the column heads, then the rows that are shown.
    pub line: usize,
    /// 0 for the row heads, 1 for the totals of the rows, then the columns.
    pub column: usize,
}

/// A move through the heat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellMove {
    /// To the filled cell before, in the same row.
    Left,
    /// To the filled cell after, in the same row.
    Right,
    /// To the filled cell above, in the same column.
    Up,
    /// To the filled cell below, in the same column.
    Down,
    /// To the head of the row.
    RowStart,
    /// To the last filled cell of the row.
    RowEnd,
    /// To the head of the first row.
    First,
    /// To the last filled cell of the last row.
    Last,
}

/// How many cells a row has before those of its columns: its head and its total.
pub const BEFORE_CELLS: usize = 2;

/// The head of the first row.
const FIRST_HEAD: CellPosition = CellPosition { line: 1, column: 0 };

impl CellPosition {
    /// The value of `data-stop`: `3-14`.
    pub fn to_attribute(self) -> String {
        format!("{}-{}", self.line, self.column)
    }

    /// Parses `data-stop`; none if it is no position.
    pub fn from_attribute(text: &str) -> Option<Self> {
        let (line, column) = text.split_once('-')?;
        Some(Self {
            line: line.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

impl CellMove {
    /// What a key means in the table, by its DOM name.
    pub fn of_key(key: &str, has_ctrl: bool) -> Option<Self> {
        Some(match (key, has_ctrl) {
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            _ => return None,
        })
    }
}

impl HeatView {
    /// Where the Tab key stops: at the cell that had the focus last while it is there, else at the first filled cell, or at the
    /// head of the first row where no cell is filled.
    pub fn tab_stop(&self, focused: Option<CellPosition>) -> CellPosition {
        let lines = (1..=self.rows.len()).flat_map(|line| self.columns_of(line).skip(BEFORE_CELLS));
        let mut stops = focused.into_iter().chain(lines);
        stops.find(|stop| self.is_filled(*stop)).unwrap_or(FIRST_HEAD)
    }

    /// Where a move leads. Empty cells are skipped; without a filled cell in that direction, the focus stays.
    pub fn moved(&self, from: CellPosition, step: CellMove) -> CellPosition {
        let CellPosition { line, column } = from;
        let row = || self.columns_of(line);
        let in_column = |line: usize| CellPosition { line, column };
        let found = match step {
            CellMove::Left => self.first_filled(row().take(column).rev()),
            CellMove::Right => self.first_filled(row().skip(column + 1)),
            CellMove::Up => self.first_filled((0..line).rev().map(in_column)),
            CellMove::Down => self.first_filled((line + 1..=self.rows.len()).map(in_column)),
            CellMove::RowStart => self.first_filled(row()),
            CellMove::RowEnd => self.first_filled(row().rev()),
            CellMove::First => Some(FIRST_HEAD),
            CellMove::Last => self.first_filled(self.columns_of(self.rows.len()).rev()),
        };
        found.unwrap_or(from)
    }

    /// Every cell of a line, from left to right.
    fn columns_of(&self, line: usize) -> impl DoubleEndedIterator<Item = CellPosition> + ExactSizeIterator {
        (0..BEFORE_CELLS + self.columns.len()).map(move |column| CellPosition { line, column })
    }

    fn first_filled(&self, mut stops: impl Iterator<Item = CellPosition>) -> Option<CellPosition> {
        stops.find(|stop| self.is_filled(*stop))
    }

    /// Heads and totals are always filled; the heads of the row heads and of the totals lead nowhere.
    fn is_filled(&self, stop: CellPosition) -> bool {
        match (stop.line.checked_sub(1), stop.column.checked_sub(BEFORE_CELLS)) {
            (None, column) => column.is_some_and(|column| column < self.columns.len()),
            (Some(row), None) => row < self.rows.len(),
            (Some(row), Some(column)) => {
                let cell = self.rows.get(row).and_then(|row| row.cells.get(column));
                cell.is_some_and(Option::is_some)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{FacetKey, Query};
    use crate::route::Route;
    use crate::view::{HeatColumn, HeatCount, HeatRow, Link, ListPart};

    /// A table whose filled cells are drawn as `#`.
    fn drawn(picture: &str) -> HeatView {
        let link = || Link {
            text: "1".to_owned(),
            route: Route::table(Query::default()),
        };
        let count = || HeatCount {
            link: link(),
            unit: "measure",
            label: String::new(),
        };
        let column = |_| HeatColumn {
            key: FacetKey::Nothing,
            code: None,
            label: String::new(),
            title: None,
            total: count(),
        };
        let row = |row: &str| HeatRow {
            key: FacetKey::Nothing,
            body: link(),
            full_name: None,
            total: count(),
            cells: row.chars().map(|cell| (cell == '#').then(|| (1, count()))).collect(),
        };
        let rows: Vec<HeatRow> = picture.lines().map(row).collect();
        HeatView {
            meaning: "",
            title: String::new(),
            row_heading: "Body".to_owned(),
            width: "few",
            columns: rows[0].cells.iter().map(column).collect(),
            list: ListPart {
                name: "heat".to_owned(),
                lines: 0..rows.len(),
                count: rows.len(),
                previous: 0,
                next: 0,
                fold: None,
                is_on_paper: false,
            },
            rows,
            slips: link(),
            legend: Vec::new(),
        }
    }

    #[track_caller]
    fn check(picture: &str, from: (usize, usize), step: CellMove, to: (usize, usize)) {
        let heat = drawn(picture);
        let (line, column) = from;
        let reached = heat.moved(CellPosition { line, column }, step);
        assert_eq!(
            (reached.line, reached.column),
            to,
            "{step:?} from {from:?} in\n{picture}"
        );
    }

    #[test]
    fn arrows_pass_over_empty_cells() {
        check("#..#\n....", (1, 2), CellMove::Right, (1, 5));
        check("#..#\n....", (1, 5), CellMove::Left, (1, 2));
        check("#\n.\n#", (1, 2), CellMove::Down, (3, 2));
        check("#\n.\n#", (3, 2), CellMove::Up, (1, 2));
    }

    #[test]
    fn arrows_reach_totals_and_heads() {
        check(".#", (1, 3), CellMove::Left, (1, 1));
        check(".#", (1, 1), CellMove::Left, (1, 0));
        check(".#", (1, 3), CellMove::Up, (0, 3));
        check("..\n.#", (0, 3), CellMove::Down, (2, 3));
        check("..\n.#", (0, 2), CellMove::Right, (0, 3));
    }

    #[test]
    fn at_an_edge_the_reader_stays() {
        check(".#", (1, 3), CellMove::Right, (1, 3));
        check(".#", (1, 3), CellMove::Down, (1, 3));
        check(".#", (1, 0), CellMove::Left, (1, 0));
        check(".#", (1, 0), CellMove::Up, (1, 0));
        check("#.", (0, 3), CellMove::Down, (0, 3));
    }

    #[test]
    fn home_and_end_go_to_the_ends_of_a_row_or_of_the_table() {
        let picture = "#.#\n##.";
        check(picture, (1, 4), CellMove::RowStart, (1, 0));
        check(picture, (2, 0), CellMove::RowEnd, (2, 3));
        check(picture, (2, 3), CellMove::First, (1, 0));
        check(picture, (1, 0), CellMove::Last, (2, 3));
        check(picture, (0, 4), CellMove::RowStart, (0, 2));
        check("..", (1, 0), CellMove::RowEnd, (1, 1));
    }

    #[test]
    fn the_tab_key_stops_where_the_focus_was_or_at_the_first_filled_cell() {
        let at = |line, column| CellPosition { line, column };
        assert_eq!(drawn("..\n.#").tab_stop(None), at(2, 3));
        assert_eq!(drawn("..\n.#").tab_stop(Some(at(2, 1))), at(2, 1));
        assert_eq!(drawn("..\n.#").tab_stop(Some(at(0, 2))), at(0, 2));
        // A cell that is empty by now, or in a row that is folded.
        assert_eq!(drawn("..\n.#").tab_stop(Some(at(1, 2))), at(2, 3));
        assert_eq!(drawn("..\n.#").tab_stop(Some(at(3, 0))), at(2, 3));
        assert_eq!(drawn("..").tab_stop(None), at(1, 0));
    }

    #[test]
    fn a_key_is_a_move_and_a_position_is_read_as_it_was_written() {
        assert_eq!(CellMove::of_key("End", false), Some(CellMove::RowEnd));
        assert_eq!(CellMove::of_key("End", true), Some(CellMove::Last));
        assert_eq!(CellMove::of_key("ArrowUp", true), None);
        assert_eq!(CellMove::of_key("Enter", false), None);
        let position = CellPosition { line: 3, column: 14 };
        assert_eq!(CellPosition::from_attribute(&position.to_attribute()), Some(position));
        for text in ["", "3", "-", "a-1", "1-"] {
            assert_eq!(CellPosition::from_attribute(text), None, "{text}");
        }
    }

    #[test]
    fn a_cell_that_is_not_there_leads_nowhere() {
        let far = CellPosition { line: 9, column: 99 };
        for step in [CellMove::Left, CellMove::Right, CellMove::Down, CellMove::RowEnd] {
            assert_eq!(drawn("#").moved(far, step), far);
        }
    }
}
