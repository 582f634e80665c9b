//! The table of measures.

/// The table: `Measures of the renewed EU Internal Security Strategy`.
pub fn caption(of_subject: &str) -> String {
    format!("Measures{of_subject}")
}

/// The group of measures without what the groups are.
pub const WITHOUT: &str = "None";

/// A measure without a dated fact.
pub const NO_FACT: &str = "none dated";

/// A measure of which no later fact is told.
pub const NOTHING_SINCE: &str = "none known";

/// The order of a search where no other is chosen.
pub const BEST_FIRST: &str = "best match";

/// Leads back to that order.
pub const BEST_MATCH_FIRST: &str = "Best match first";

/// Turns the order round.
pub const REVERSE: &str = "Reverse the order";

/// What the cells of the Presidencies mean.
pub const CELLS: &str = "Marks in the column {Periods}";

/// Unfolds them.
pub const KEY: &str = "Key";

/// Each of them.
pub const CELL_NAMES: [&str; 6] = [
    "acted",
    "acted, in the {report}",
    "acted, by date only",
    "has plans",
    "has plans, in the {report}",
    "has plans, by date only",
];
