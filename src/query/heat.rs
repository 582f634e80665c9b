//! How many measures two filters share, value by value: the heat table of actors.

use crate::index::FacetValues;
use crate::index::Index;
use crate::query::matches::run;
use crate::query::{Facet, FacetKey, Query};

/// Which filter gives the rows of the heat table, and which the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatAxes {
    // Invariant: one of ROWS and one of COLUMNS, and not the same: a filter's own values would mean *or*.
    rows: Facet,
    columns: Facet,
}

impl HeatAxes {
    /// What can stand in the rows.
    pub const ROWS: [Facet; 4] = [Facet::Body, Facet::WorkingParty, Facet::System, Facet::Partner];

    /// What can stand in the columns.
    pub const COLUMNS: [Facet; 4] = [Facet::Presidency, Facet::Priority, Facet::System, Facet::Status];

    /// Those two; nothing where they cannot stand against each other.
    pub fn new(rows: Facet, columns: Facet) -> Option<Self> {
        let fit = Self::ROWS.contains(&rows) && Self::COLUMNS.contains(&columns) && rows != columns;
        fit.then_some(Self { rows, columns })
    }

    /// The filter whose values are the rows.
    pub fn rows(self) -> Facet {
        self.rows
    }

    /// The filter whose values are the columns.
    pub fn columns(self) -> Facet {
        self.columns
    }
}

impl Default for HeatAxes {
    fn default() -> Self {
        Self {
            rows: Facet::Body,
            columns: Facet::Presidency,
        }
    }
}

/// The selected measures, counted by two filters at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The columns that have a measure, in the order of their filter.
    pub columns: Vec<HeatLine>,
    /// The rows that have a measure, in the order of their filter.
    pub rows: Vec<HeatLine>,
    /// For each row, how many measures it shares with each column.
    pub cells: Vec<Vec<usize>>,
}

/// How many shades of the table's colour there are.
pub const SHADES: usize = 5;

/// The head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatLine {
    /// The key of its value.
    pub key: FacetKey,
    /// How many selected measures have the value.
    pub total: usize,
}

impl Heat {
    /// The greatest count of a cell.
    pub fn most(&self) -> usize {
        self.cells.iter().flatten().copied().max().unwrap_or_default()
    }

    /// The least count of each shade. They double, so that small counts can still be told apart beside great ones, and
    /// are powers of two, so that a shade seldom changes its meaning with the selection: 1, 2, 4, 8, 16 unless a cell
    /// counts 32 or more.
    pub fn bounds(&self) -> [usize; SHADES] {
        let top = match self.most() {
            most if most < 32 => 16,
            most => 1 << most.ilog2(),
        };
        [1, top / 8, top / 4, top / 2, top]
    }

    /// The shade of that count, from 1; 0 for none.
    pub fn shade(&self, count: usize) -> usize {
        self.bounds().iter().filter(|bound| **bound <= count).count()
    }
}

/// Counts the measures that match. Where a filter of an axis is set, only its chosen values stand there, so that each
/// cell counts just what the selection narrowed to its row and column would hold.
pub fn heat(query: &Query, axes: HeatAxes, index: &Index) -> Heat {
    let as_of = index.as_of(query.day(index.dataset()));
    let rows = Axis::new(axes.rows, query, index);
    let columns = Axis::new(axes.columns, query, index);
    let mut cells = vec![vec![0; columns.len()]; rows.len()];
    let mut totals = (vec![0; rows.len()], vec![0; columns.len()]);
    let values = index.measures_as_of(&as_of);
    for measure in run(query, index) {
        let own_columns: Vec<usize> = columns.of(measure, values).collect();
        for row in rows.of(measure, values) {
            totals.0[row] += 1;
            for column in &own_columns {
                cells[row][*column] += 1;
            }
        }
        for column in own_columns {
            totals.1[column] += 1;
        }
    }
    let shown = |totals: &[usize]| (0..totals.len()).filter(|place| 0 < totals[*place]).collect::<Vec<_>>();
    let (shown_rows, shown_columns) = (shown(&totals.0), shown(&totals.1));
    let line = |axis: &Axis, totals: &[usize], place: usize| HeatLine {
        key: axis.keys[place].clone(),
        total: totals[place],
    };
    Heat {
        cells: shown_rows
            .iter()
            .map(|row| shown_columns.iter().map(|column| cells[*row][*column]).collect())
            .collect(),
        rows: shown_rows.iter().map(|row| line(&rows, &totals.0, *row)).collect(),
        columns: shown_columns
            .iter()
            .map(|column| line(&columns, &totals.1, *column))
            .collect(),
    }
}

/// The values of one filter that may stand in the table.
struct Axis<'a> {
    facet: Facet,
    query: &'a Query,
    keys: Vec<FacetKey>,
    /// For each value of the filter, whether it may be shown.
    allowed: Vec<bool>,
}

impl<'a> Axis<'a> {
    fn new(facet: Facet, query: &'a Query, index: &Index) -> Self {
        let values = index.values(facet);
        let chosen = query.filters.get(&facet);
        let is_allowed = |key: &FacetKey| chosen.is_none_or(|chosen| chosen.contains(key));
        Self {
            facet,
            query,
            keys: values.iter().map(|value| value.key.clone()).collect(),
            allowed: values.iter().map(|value| is_allowed(&value.key)).collect(),
        }
    }

    fn len(&self) -> usize {
        self.keys.len()
    }

    /// The places of the values that a measure has.
    fn of(&self, measure: usize, values: FacetValues<'_>) -> impl Iterator<Item = usize> {
        let own = values.values_of(measure, self.facet, self.query.role);
        own.filter(|place| self.allowed[*place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_most(most: usize) -> Heat {
        Heat {
            columns: Vec::new(),
            rows: Vec::new(),
            cells: vec![vec![most]],
        }
    }

    #[track_caller]
    fn check_bounds(most: usize, expected: [usize; SHADES]) {
        assert_eq!(with_most(most).bounds(), expected, "{most}");
    }

    #[test]
    fn the_bounds_of_the_shades_double() {
        check_bounds(0, [1, 2, 4, 8, 16]);
        check_bounds(31, [1, 2, 4, 8, 16]);
        check_bounds(32, [1, 4, 8, 16, 32]);
        check_bounds(74, [1, 8, 16, 32, 64]);
    }

    #[test]
    fn a_greater_count_is_never_paler_and_the_greatest_bound_is_used() {
        let heat = with_most(23);
        let shades: Vec<usize> = [0, 1, 2, 3, 4, 8, 16, 23].map(|count| heat.shade(count)).into();
        assert_eq!(shades, [0, 1, 2, 2, 3, 4, 5, 5]);
    }

    #[test]
    fn a_filter_never_stands_against_itself() {
        assert_eq!(HeatAxes::new(Facet::System, Facet::System), None);
        for rows in HeatAxes::ROWS {
            for columns in HeatAxes::COLUMNS {
                assert_eq!(HeatAxes::new(rows, columns).is_some(), rows != columns);
            }
        }
    }
}
