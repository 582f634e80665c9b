//! The filters, and the selection that they make.

/// The filters; also opens them where they cover the page.
pub const LABEL: &str = "Filters";

/// Closes them: `Show 23 measures`.
pub const SHOW: &str = "Show ";

/// What the lines of a brief are called there.
pub const ITEMS: &str = "items";

/// What a Presidency did.
pub const ROLE: &str = "What the Presidency did";

/// It does not matter.
pub const EITHER: &str = "either";

/// Takes something out.
pub fn remove(part: &str) -> String {
    format!("Remove {part}")
}

/// Takes everything out.
pub const CLEAR: &str = "Clear all";

/// How much more there is in other documents than that of the edition.
pub fn elsewhere(edition: &str, more: usize) -> String {
    format!("of {edition}; {more} more in other documents.")
}

/// Shows that too.
pub const SHOW_ALL: &str = "Show all";
