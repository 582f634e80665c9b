//! The record as a document.

/// The heading.
pub const HEADING: &str = "The record as a document";

/// Below the heading.
pub fn about(title: &str, status_date: &str, disclaimer: &str) -> String {
    format!("{title}, as reported on {status_date}. {disclaimer}")
}

/// There are too many measures.
pub fn too_long(measures: usize) -> String {
    format!("With {measures} measures the record is too long to be shown here as a document. It needs the app.")
}

/// `1 measure`.
pub fn measures(count: usize) -> String {
    match count {
        1 => "1 measure".to_owned(),
        count => format!("{count} measures"),
    }
}

/// Over the lists of documents and of bodies.
pub const LISTS: &str = "Lists";

/// These lists.
pub const LIST_NAMES: [&str; 2] = ["Documents", "Bodies, systems and partners"];

/// Before the link to what a copy of the page was saved at.
pub const SAVED_AT: &str = "This copy was saved at: ";
