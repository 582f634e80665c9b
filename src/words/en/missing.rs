//! The page for a link that names something that is not there.

/// `No such measure`.
pub fn heading(noun: &str) -> String {
    format!("No such {noun}")
}

/// Around the name that the link has.
pub fn name(noun: &str) -> [String; 2] {
    [
        format!("The link points to the {noun} “"),
        "”, which is not in this edition.".to_owned(),
    ]
}

/// Before what may have been meant.
pub const NEAREST: &str = "Perhaps you meant:";

/// Leads to everything.
pub const ALL_MEASURES: &str = "All measures";
