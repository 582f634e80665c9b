//! The heat table counts what its cells lead to.

use iss_followup::query::{self, Facet, HeatAxes, Query, run};
use proptest::prelude::*;

use crate::asked::{any_query, index};

/// Every pair that can stand against each other.
fn all_axes() -> Vec<HeatAxes> {
    let pairs = HeatAxes::ROWS
        .into_iter()
        .flat_map(|rows| HeatAxes::COLUMNS.map(|columns| (rows, columns)));
    pairs
        .filter_map(|(rows, columns)| HeatAxes::new(rows, columns))
        .collect()
}

/// The heat table against the narrowed queries: for every value that may stand there, in the order of the filters.
fn check_heat(query: &Query, axes: HeatAxes) -> Result<(), TestCaseError> {
    let heat = query::heat(query, axes, index());
    let lines = |facet: Facet| -> Vec<(String, usize)> {
        let chosen = query.filters.get(&facet);
        let keys = index().values(facet).iter().map(|value| value.key.clone());
        let allowed = keys.filter(|key| chosen.is_none_or(|chosen| chosen.contains(key)));
        let counted = allowed.map(|key| (key.clone(), run(&query.narrowed(facet, &key), index()).len()));
        counted.filter(|(_, count)| 0 < *count).collect()
    };
    let shown = |lines: &[query::HeatLine]| -> Vec<(String, usize)> {
        lines.iter().map(|line| (line.key.clone(), line.total)).collect()
    };
    prop_assert_eq!(shown(&heat.rows), lines(axes.rows()), "rows of {:?}", axes);
    prop_assert_eq!(shown(&heat.columns), lines(axes.columns()), "columns of {:?}", axes);
    prop_assert_eq!(heat.cells.len(), heat.rows.len());
    for (row, cells) in heat.rows.iter().zip(&heat.cells) {
        prop_assert_eq!(cells.len(), heat.columns.len());
        let in_row = query.narrowed(axes.rows(), &row.key);
        for (column, count) in heat.columns.iter().zip(cells) {
            let both = in_row.narrowed(axes.columns(), &column.key);
            prop_assert_eq!(
                *count,
                run(&both, index()).len(),
                "{} and {} of {:?}",
                row.key,
                column.key,
                axes
            );
        }
    }
    Ok(())
}

#[test]
fn every_heat_table_of_the_whole_counts_what_its_cells_lead_to() {
    for axes in all_axes() {
        if let Err(error) = check_heat(&Query::default(), axes) {
            panic!("{error}");
        }
    }
}

proptest! {
    // Every cell is a query of its own: some thousands for a case that leaves much in.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every number of the heat table is what its link shows, and what it leaves out shows nothing.
    #[test]
    fn a_cell_counts_the_measures_to_which_it_leads(query in any_query(), axes in proptest::sample::select(all_axes())) {
        check_heat(&query, axes)?;
    }
}
