//! What the words find besides what a view lists.

use crate::words::counts;

/// Over the list.
pub const HEADING: &str = "Also found";

/// The same where the view itself has nothing.
pub const HEADING_ALONE: &str = "Found elsewhere";

/// One hit of each kind, and several: measures, lines of the general report, later facts, commitments, documents, bodies, terms.
pub const KINDS: [[&str; 2]; 7] = [
    ["other measure", "other measures"],
    ["place in the {report}", "places in the {report}"],
    ["fact since then", "facts since then"],
    ["commitment of another measure", "commitments of other measures"],
    ["document", "documents"],
    ["body", "bodies"],
    ["term of the glossary", "terms of the glossary"],
];

/// The way to all measures, later facts, commitments or documents that have the words.
pub const ALL: &str = "List all of them";

/// The way to the list; `is_alone` is whether the view itself has nothing.
pub fn more(count: usize, is_alone: bool) -> String {
    let nouns = [["more hit", "more hits"], ["hit", "hits"]];
    format!("{} elsewhere", counts::count(count, nouns[usize::from(is_alone)]))
}

/// Before and behind another spelling of a word.
pub const DID_YOU_MEAN: [&str; 2] = ["Did you mean ", "?"];

/// Goes to the next hit on the page.
pub const NEXT: &str = "Next hit";

/// Which of the hits on the page it is.
pub fn place(place: usize, count: usize) -> String {
    match count {
        0 => "No hit on this page".to_owned(),
        _ => format!("{place} of {count}"),
    }
}
