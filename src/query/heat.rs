//! The heat table of actors: facts or measures counted by the values of two filters.

use crate::dataset::{Home, Record};
use crate::domain::keyed::keyed;
use crate::domain::sort;
use crate::index::Index;
use crate::query::brief::BriefFilter;
use crate::query::groups::are_groups;
use crate::query::matches::run;
use crate::query::{Facet, FacetKey, Query};
use crate::words::actors as words;

keyed! {
    /// What the heat table counts.
    #[derive(Default)]
    HeatUnit, words::UNITS {
        /// Facts and commitments that name both themselves.
        #[default]
        Facts = "facts";
        /// Measures in which both occur, be it in different lines.
        Measures = "measures";
    }
}

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

/// The selected facts or measures, counted by two filters at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// What is counted.
    pub unit: HeatUnit,
    /// The columns that have one, in the order of their filter.
    pub columns: Vec<HeatLine>,
    /// The rows that have one, in the order of their filter.
    pub rows: Vec<HeatLine>,
    /// For each row, how many it shares with each column.
    pub cells: Vec<Vec<usize>>,
}

/// How many shades of the table's colour there are.
pub const SHADES: usize = 5;

/// The head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatLine {
    /// The key of its value.
    pub key: FacetKey,
    /// How many have the value.
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

/// Counts the matching facts or measures. If the filter of an axis is set, only its chosen values are shown, so that each cell
/// counts what the selection narrowed to its row and column contains.
///
/// Facts and commitments match as in a brief, those of the general reports among them.
pub fn heat(query: &Query, axes: HeatAxes, unit: HeatUnit, index: &Index) -> Heat {
    let mut counts = Counts::new(query, axes, index);
    match unit {
        HeatUnit::Measures => {
            let as_of = index.as_of(query.day(index.dataset()));
            let measures = index.measures_as_of(&as_of);
            for measure in run(query, index) {
                counts.add(|facet| measures.values_of(measure, facet, query.role).collect());
            }
        }
        HeatUnit::Facts => each_line(query, index, |_, values, terms| {
            counts.add(|facet| match facet {
                Facet::Presidency => terms.clone(),
                facet => index.values.places(facet, values).collect(),
            });
        }),
    }
    counts.finish(unit)
}

/// The facts and commitments that a heat table of facts counts, in order of time; those without a date last.
///
/// With a value chosen for the rows and one for the columns, these are the ones of a cell.
pub fn heat_facts<'a>(query: &Query, index: &Index<'a>) -> Vec<(Home, Record<'a>)> {
    let mut found = Vec::new();
    each_line(query, index, |line, _, _| found.push(line));
    sort::by_number(&mut found, |(_, record)| record.order());
    found
}

/// Every fact and commitment that matches, with the numbers of its values and the places of the Presidencies to which it belongs.
fn each_line<'a>(query: &Query, index: &Index<'a>, mut found: impl FnMut((Home, Record<'a>), &[u32], Vec<usize>)) {
    let (dataset, day) = (index.dataset(), query.day(index.dataset()));
    let filter = BriefFilter::new(query, index);
    let worded = (!filter.terms.is_empty()).then(|| index.fact_words().with_all(&filter.terms));
    let has_words = |fact: usize| worded.as_ref().is_none_or(|worded| worded.contains(fact));
    let chosen = query.filters.get(&Facet::Presidency);
    let is_chosen =
        |term: &usize| chosen.is_none_or(|chosen| chosen.contains(&index.values(Facet::Presidency)[*term].key));
    let is_any_term = chosen.is_none() && query.role.is_none();
    let every_line = index.every_line();
    let (mut facts, mut commitments) = (0, 0);
    for (line, (home, record)) in dataset.records().enumerate() {
        let values = every_line.of(line);
        let fits = match record {
            Record::Event(event) => {
                facts += 1;
                filter.fits_event(event, values) && has_words(facts - 1)
            }
            Record::Commitment(_) => {
                commitments += 1;
                filter.commitments.contains(commitments - 1)
            }
        };
        if !fits {
            continue;
        }
        let terms = index.terms_of(record, day, query.role);
        if is_any_term || terms.iter().any(is_chosen) {
            found((home, record), values, terms);
        }
    }
}

/// Counts by two filters.
struct Counts<'a> {
    facets: [Facet; 2],
    keys: [Vec<&'a FacetKey>; 2],
    is_shown: [Vec<bool>; 2],
    cells: Vec<Vec<usize>>,
    totals: [Vec<usize>; 2],
}

impl<'a> Counts<'a> {
    fn new(query: &Query, axes: HeatAxes, index: &'a Index) -> Self {
        let facets = [axes.rows, axes.columns];
        let keys = facets.map(|facet| index.values(facet).iter().map(|value| &value.key).collect::<Vec<_>>());
        Self {
            facets,
            is_shown: facets.map(|facet| are_groups(facet, query, index)),
            cells: vec![vec![0; keys[1].len()]; keys[0].len()],
            totals: [0, 1].map(|axis: usize| vec![0; keys[axis].len()]),
            keys,
        }
    }

    /// Counts one thing by the places of its values, each once.
    fn add(&mut self, values: impl Fn(Facet) -> Vec<usize>) {
        let own = [0, 1].map(|axis: usize| -> Vec<usize> {
            let own = values(self.facets[axis]).into_iter();
            own.filter(|place| self.is_shown[axis][*place]).collect()
        });
        for (totals, own) in self.totals.iter_mut().zip(&own) {
            for place in own {
                totals[*place] += 1;
            }
        }
        for row in &own[0] {
            for column in &own[1] {
                self.cells[*row][*column] += 1;
            }
        }
    }

    fn finish(self, unit: HeatUnit) -> Heat {
        let has_some = |axis: usize| {
            let totals = self.totals[axis].iter().enumerate();
            totals.filter(|(_, total)| 0 < **total).map(|(place, _)| place)
        };
        let lines = |axis: usize| {
            let line = |place: usize| HeatLine {
                key: self.keys[axis][place].clone(),
                total: self.totals[axis][place],
            };
            has_some(axis).map(line).collect()
        };
        let row = |row: usize| has_some(1).map(|column| self.cells[row][column]).collect();
        Heat {
            unit,
            cells: has_some(0).map(row).collect(),
            rows: lines(0),
            columns: lines(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_most(most: usize) -> Heat {
        Heat {
            unit: HeatUnit::Facts,
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
