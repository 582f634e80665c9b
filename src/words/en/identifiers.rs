//! Identifiers under which others know a body or a document.

use crate::words::measure;

/// What they are called, in the order of the schemes.
pub const SCHEMES: [&str; 5] = ["EU authority table", "Wikidata", "CELEX", "ELI", "Official Journal"];

/// One of each.
pub const EXAMPLES: [&str; 5] = [
    "http://publications.europa.eu/resource/authority/corporate-body/EUROPOL",
    "Q207203",
    "32019R0817",
    "http://data.europa.eu/eli/reg/2019/817/oj",
    "OJ L 135, 22.5.2019, p. 27",
];

/// Where one was read: `read in … on 30 November 2026`.
pub fn seen(place: &str, day: &str) -> String {
    format!("read in {place} on {day}")
}

/// The same where a source prints it too: `printed “OJ L 327, 9.12.2017”; read in …`, or only that it is printed where it is the same.
pub fn printed_too(printed: &str, value: &str, seen: &str) -> String {
    if printed == value {
        format!("as printed; {seen}")
    } else {
        format!("{}; {seen}", measure::printed(printed))
    }
}
