//! The page for a dataset that cannot be used.

/// The heading.
pub const HEADING: &str = "The data in this file cannot be used";

/// What to do.
pub const WHAT_NOW: &str = "Nothing is lost: the file has not been changed. Correct the faults listed below, or ask the person who \
    sent you the file for an intact copy. The record below is as it was when the file was made.";
