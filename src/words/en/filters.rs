//! The filters, and the selection that they make.

/// The filters; also opens them where they cover the page.
pub const LABEL: &str = "Filters";

/// Closes them: `Show 23 measures`.
pub const SHOW: &str = "Show ";

/// What the lines of a brief are called there.
pub const ITEMS: &str = "items";

/// What a Presidency did.
pub const ROLE: &str = "What the {period} did";

/// It does not matter.
pub const EITHER: &str = "either";

/// Takes something out.
pub fn remove(part: &str) -> String {
    format!("Remove {part}")
}

/// Takes everything out.
pub const CLEAR: &str = "Clear all";

/// Before the choice of sources.
pub const SOURCES: &str = "From";

/// `all five documents`.
pub fn all_documents(count: usize) -> String {
    let number = ["two", "three", "four", "five", "six", "seven", "eight", "nine"].get(count.wrapping_sub(2));
    match number {
        Some(number) => format!("all {number} documents"),
        None => format!("all {count} documents"),
    }
}

/// How much more there is in all documents.
pub fn more(count: usize) -> String {
    format!("({count} more)")
}
