//! The page of a section of a general report.

/// Over the facts, and over the commitments.
pub const SECTIONS: [&str; 2] = ["What it reports ", "Envisaged follow-up "];

/// Over the measures under its priority.
pub const MEASURES: &str = "Measures under this priority ";

/// The other sections.
pub const LIST: &str = "Sections of the {report}";
