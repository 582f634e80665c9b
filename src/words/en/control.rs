//! The names of controls.

/// What is set with a list of values, in the order of the settings.
pub const SETTINGS: [&str; 13] = [
    "Group by",
    "Rows",
    "Since then",
    "Sort by",
    "Group by",
    "Facts",
    "Arrange by",
    "Compare with",
    "Rows",
    "Columns",
    "Count",
    "Lanes",
    "Style",
];

/// Copies a brief, the errors, a link, a code, a citation, the report on an error, a frame.
pub const COPIES: [&str; 7] = [
    "Copy as Markdown",
    "Copy the errors",
    "Copy the link",
    "Copy the short code",
    "Copy",
    "Copy the text",
    "Copy the frame",
];

/// Moves the timeline.
pub const MOVES: [&str; 5] = ["Earlier", "Later", "Zoom in", "Zoom out", "Fit"];

/// Saves the timeline.
pub const FILE_FORMS: [&str; 2] = ["Save as SVG", "PNG"];

/// The formats of exports.
pub const FORMATS: [&str; 7] = [
    "CSV",
    "CSV with semicolons",
    "JSON",
    "Markdown",
    "iCalendar",
    "Spreadsheet",
    "CSV files",
];

/// How much is exported.
pub const EXTENTS: [&str; 3] = ["Export what is shown", "Export everything", "Empty template"];

/// The styles of citations.
pub const CITATION_STYLES: [&str; 3] = ["Footnote", "BibTeX", "RIS"];
