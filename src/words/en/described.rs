//! What is said of the data to programs and catalogues.

/// `ISS Follow-up – Implementation of …`: the page and its edition.
pub fn title(name: &str, edition: &str) -> String {
    format!("{name} – {edition}")
}

/// `5618/20, Implementation of …`: a source.
pub fn source(number: &str, title: &str) -> String {
    format!("{number}, {title}")
}

/// The files that are published beside the page, each with what it is: the dataset, the data package, the schema, the feed, the record
/// for catalogues.
pub const FILES: [&str; 5] = [
    "All data as JSON, in the page’s own format",
    "All data as CSV files with their description, a data package",
    "The JSON Schema of the data",
    "What public sources report since, newest first",
    "The description of the data for catalogues, in DCAT",
];

/// The page itself, as one of them.
pub const PAGE: &str = "The page, with all data in it";

/// The feed of later facts.
pub fn feed(name: &str) -> String {
    format!("{name}: since then")
}

/// `12 October 2025 · 12A Entry/Exit System`: an entry of the feed.
pub fn entry(date: &str, home: &str) -> String {
    format!("{date} · {home}")
}

/// The language of all of it, for programs and as the EU's catalogues write it.
pub const LANGUAGE: [&str; 2] = ["en", "ENG"];
