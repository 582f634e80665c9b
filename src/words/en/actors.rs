//! The table of actors.

/// `Measures by body and Presidency`.
pub fn title(rows: &str, columns: &str) -> String {
    format!("Measures by {rows} and {columns}")
}

/// How it is read.
pub const LEGEND: &str = "Each cell counts the selected measures that its row and column share, and links to them in the table. \
    A measure can count in several cells.";

/// The shades.
pub const SHADES: &str = "Number of measures, from the lightest shade to the darkest";

/// The counts of the darkest shade.
pub fn or_more(from: usize) -> String {
    format!("{from} or more")
}

/// The column of totals, and what it counts.
pub const TOTAL: [&str; 2] = ["All", "The measures of the row, each counted once"];

/// The same in a file.
pub const TOTAL_IN_FILE: &str = "All measures";

/// Nothing matches.
pub const NOTHING: &str = "No measures match. Remove a filter to see more.";

/// The measures that match have nothing for the rows.
pub const NO_ROWS: &str = "The selected measures name none of these. Choose something else for the rows.";

/// What a cell counts.
pub fn unit(count: usize) -> &'static str {
    if count == 1 { "measure" } else { "measures" }
}

/// `Europol, Finland: 12 measures`.
pub fn cell(name: &str, count: usize) -> String {
    format!("{name}: {count} {}", unit(count))
}
