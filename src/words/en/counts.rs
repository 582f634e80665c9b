//! How many of what.

/// Measures, as a count names them.
pub const MEASURES: &str = "measures";

/// Commitments, as a count names them.
pub const COMMITMENTS: &str = "commitments";

/// Documents, as a count names them.
pub const DOCUMENTS: &str = "documents";

/// `All 74 measures`.
pub fn all_of(all: usize, noun: &str) -> String {
    format!("All {all} {noun}")
}

/// `23 of 74 measures`.
pub fn some_of(count: usize, all: usize, noun: &str) -> String {
    format!("{count} of {all} {noun}")
}
