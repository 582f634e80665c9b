//! The dialog in which what is shown is shared, cited and exported, and what becomes of a file.

/// Over the dialog.
pub const HEADING: &str = "Share, cite, export";

/// Closes it.
pub const CLOSE: &str = "Close";

/// Over the ways to send it; also opens the dialog.
pub const SHARE: &str = "Share";

/// Saves a copy, and what that is.
pub const COPY: [&str; 2] = [
    "Save a copy that opens here",
    "A single file with everything in it, to send or to keep: it needs no server and no network.",
];

/// Around the short code.
pub const CODE: [&str; 2] = ["Type ", " into the search box of any copy to come here."];

/// What the frame is for.
pub const FRAME: &str =
    "The HTML of a frame for a page of your own: it shows this view alone, with its source and a link to the whole.";

/// Why there is no link.
pub const NO_LINK: &str = "This page was opened from a file, so there is no link to copy: a link to a file on this computer would \
    work for nobody else.";

/// On a page that lists nothing, and of a selection that nothing matches.
pub const NOTHING: &str = "There is nothing on this page to cite, and nothing of it to export.";

/// Over the citations.
pub const CITE: &str = "Cite";

/// `20 citations`.
pub fn citations(count: usize) -> String {
    format!("{count} citations")
}

/// Saves them.
pub const SAVE: &str = "Save as a file";

/// Not all of them stand in the field.
pub fn first(first: usize, count: usize) -> String {
    format!("The field and the copied text hold the first {first}; the file holds all {count}.")
}

/// The field.
pub const CITATION: &str = "Citation";

/// The part of the dialog that exports.
pub const EXPORT: &str = "Export";

/// `Export what is shown: CSV`.
pub fn export_as(extent: &str, format: &str) -> String {
    format!("{extent}: {format}")
}

/// What the formats of what is shown, of everything and of a template are for.
pub const FORMATS: [&str; 3] = [
    "CSV as the table that is shown, with semicolons for spreadsheets that write 1,5 rather than 1.5; Markdown for notes; iCalendar for \
        the due dates. JSON, spreadsheet and CSV files hold the records whole.",
    "Every record: a spreadsheet with a sheet for each kind, the same as CSV files in a zip, or a dataset in this page’s own format.",
    "The same sheets with heads, notes and drop-downs, and without a row, for data of your own.",
];

/// The name of a file with everything, and of an empty template.
pub const FILE_WORDS: [&str; 2] = ["everything", "template"];

/// Before the bar.
pub const WRITING: &str = "Writing ";

/// Before the bar of citations.
pub fn writing_citations(count: usize) -> String {
    format!("Writing {count} citations.")
}

/// Stops it, and says so.
pub const STOP: [&str; 2] = ["Stop", "Stopped. Nothing was saved."];

/// A file was offered to the browser, which alone knows what becomes of it.
pub fn handed_over(name: &str) -> String {
    format!("Handed to the browser as {name}.")
}

/// The same of a copy of the page.
pub fn copy_handed_over(name: &str) -> String {
    format!("{} It opens here, and can save copies itself.", handed_over(name))
}

/// The browser did not take a file.
pub const REFUSED: &str = "The browser did not accept the file.";

/// The same of a copy of the page.
pub const COPY_REFUSED: &str =
    "The browser did not accept the file. Send the file that you have, and say where to look in it.";

/// The same of a drawing: in SVG, and in PNG, for which the browser must let the page read what it has drawn.
pub const DRAWING_REFUSED: [&str; 2] = [
    "The browser did not accept the file. Print the page instead.",
    "The browser does not let the page read what it has drawn, so nothing was saved. Save the drawing as SVG, or print the page.",
];

/// Nothing could be copied.
pub const COPY_DENIED: &str = "The browser does not allow the page to copy. The text is selected: copy it by hand.";

/// So many lines were copied.
pub fn copied(lines: usize) -> String {
    match lines {
        1 => "Copied.".to_owned(),
        lines => format!("Copied, {lines} lines."),
    }
}

/// Closes the field with a text to copy by hand.
pub const DONE: &str = "Done";

/// What is shown cannot be written in a format.
pub fn unwritable(format: &str, reason: &str) -> String {
    format!("This cannot be written as {format}: {reason}")
}

/// The data in the page is no dataset.
pub const NO_DATASET: &str = "the dataset's file holds no dataset";

/// There is no calendar.
pub const NO_DUE_DATE: &str = "None of what is shown has a due date, so there is no calendar to save.";
