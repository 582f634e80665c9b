//! The heat table of actors: measures counted by the values of two filters.

use crate::index::Index;
use crate::query::groups::are_groups;
use crate::query::matches::run;
use crate::query::{Facet, FacetKey, Query};

/// The filters whose values are the rows and columns of the heat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatAxes {
    // Invariant: one of ROWS and one of COLUMNS, and not the same: a filter's own values would mean *or*.
    rows: Facet,
    columns: Facet,
}

impl HeatAxes {
    /// The filters allowed for the rows.
    pub const ROWS: [Facet; 4] = [Facet::Body, Facet::WorkingParty, Facet::System, Facet::Partner];

    /// The filters allowed for the columns.
    pub const COLUMNS: [Facet; 4] = [Facet::Presidency, Facet::Priority, Facet::System, Facet::Status];

    /// The axes; `None` if these filters do not go together.
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

    /// The lowest count of each shade. They double, so that small counts remain distinguishable beside large ones, and
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

/// Counts the matching measures. If the filter of an axis is set, only its chosen values are shown, so that each cell counts
/// what the selection narrowed to its row and column contains.
pub fn heat(query: &Query, axes: HeatAxes, index: &Index) -> Heat {
    let as_of = index.as_of(query.day(index.dataset()));
    let measures = index.measures_as_of(&as_of);
    let facets = [axes.rows, axes.columns];
    let values = facets.map(|facet| index.values(facet));
    let is_shown = facets.map(|facet| are_groups(facet, query, index));
    let mut cells = vec![vec![0; values[1].len()]; values[0].len()];
    let mut totals = values.map(|values| vec![0; values.len()]);
    for measure in run(query, index) {
        let own = [0, 1].map(|axis: usize| -> Vec<usize> {
            let own = measures.values_of(measure, facets[axis], query.role);
            own.filter(|place| is_shown[axis][*place]).collect()
        });
        for (totals, own) in totals.iter_mut().zip(&own) {
            for place in own {
                totals[*place] += 1;
            }
        }
        for row in &own[0] {
            for column in &own[1] {
                cells[*row][*column] += 1;
            }
        }
    }
    let has_some = |axis: usize| {
        let totals = totals[axis].iter().enumerate();
        totals.filter(|(_, total)| 0 < **total).map(|(place, _)| place)
    };
    let lines = |axis: usize| {
        let line = |place: usize| HeatLine {
            key: values[axis][place].key.clone(),
            total: totals[axis][place],
        };
        has_some(axis).map(line).collect()
    };
    let row = |row: usize| has_some(1).map(|column| cells[row][column]).collect();
    Heat {
        cells: has_some(0).map(row).collect(),
        rows: lines(0),
        columns: lines(1),
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
