//! The table of actors.

/// Over the facts and commitments that are counted, after how many they are.
pub const IN_ORDER: &str = "in order of time; those without a date come last";

/// What is counted.
pub const UNITS: [&str; 2] = ["facts and commitments", "measures"];

/// `Facts and commitments by Body and Presidency`.
pub fn title(unit: &str, rows: &str, columns: &str) -> String {
    let rest = unit.get(1..).unwrap_or_default();
    let first = unit.chars().take(1).flat_map(char::to_uppercase);
    format!("{}{rest} by {rows} and {columns}", first.collect::<String>())
}

/// How it is read, by what is counted.
pub const LEGENDS: [&str; 2] = [
    "Each cell counts the facts and commitments that concern both its row and its column, and leads to them. One can count in several cells.",
    "Each cell counts the measures in which its row and its column both occur, be it in different facts, and leads to them in the table. \
     A measure can count in several cells.",
];

/// The shades.
pub const SHADES: &str = "The numbers, from the lightest shade to the darkest";

/// The counts of the darkest shade.
pub fn or_more(from: usize) -> String {
    format!("{from} or more")
}

/// The column of totals, and what it counts.
pub const TOTAL: [&str; 2] = ["All", "All of the row, each counted once"];

/// The same in a file, by what is counted.
pub const TOTALS_IN_FILE: [&str; 2] = ["All facts and commitments", "All measures"];

/// Nothing matches.
pub const NOTHING: &str = "No measures match. Remove a filter to see more.";

/// The measures that match have nothing for the rows.
pub const NO_ROWS: &str = "The selected measures name none of these. Choose something else for the rows.";

/// What a cell counts: facts and commitments, or measures.
pub fn unit(is_facts: bool, count: usize) -> &'static str {
    match (is_facts, count) {
        (true, 1) => "fact or commitment",
        (true, _) => "facts and commitments",
        (false, 1) => "measure",
        (false, _) => "measures",
    }
}

/// `Europol, Finland: 12 measures`.
pub fn cell(name: &str, count: usize, unit: &str) -> String {
    format!("{name}: {count} {unit}")
}
