//! The page of later facts.

use crate::words::counts;

/// Leads there, with what is there.
pub const LINK: &str = "Since then: all later facts, and what became of the commitments";

/// The same from the commitments, and from the page of a measure or section.
pub const ALL: &str = "All that is known since then";

/// Of which sources the facts are, where the reader has chosen none: `From all five documents …`.
pub fn of_sources(documents: &str) -> String {
    format!("From {documents}, whichever of them the views show: a later fact belongs to none of them.")
}

/// Where nothing was looked for.
pub const NOT_LOOKED_FOR: &str = "This edition holds nothing that was reported after it.";

/// Over the counts of outcomes.
pub const OUTCOMES: &str = "What became of the commitments";

/// Around the count in `Of 400 commitments in all five documents, as of 29 November 2026:`; `documents` where all count.
pub fn of_all(documents: Option<&str>, day: &str) -> [String; 2] {
    let which = documents.map_or(" of the selection".to_owned(), |documents| format!(" in {documents}"));
    ["Of ".to_owned(), format!(" commitments{which}, as of {day}:")]
}

/// On the status date, and before it.
pub fn as_reported(day: &str) -> String {
    format!(
        "These are the outcomes as reported on {day}; nothing that came later counts yet. What became of them since is shown "
    )
}

/// On a later day, before the one up to which later facts were looked for.
pub fn as_known_then(day: &str) -> String {
    format!("These are the outcomes as known on {day}. All that was found is shown ")
}

/// After the day up to which later facts were looked for.
pub fn past_horizon(checked: &str) -> String {
    format!(
        "Nothing was looked for after {checked}: what was under way then is not known any more. What is known is shown "
    )
}

/// The way to the day up to which later facts were looked for.
pub fn on(checked: &str) -> String {
    format!("as known, {checked}")
}

/// Over how each outcome was decided.
pub const HOW: &str = "How each was decided";

/// What holds of each, after how the data say that it was decided.
pub const RULES: [&str; 2] = [
    "A later fact needs at least one public page that says so, named with the day on which it was read, and a date after the paper that made the \
     commitment; a start is not full operation, a part is not the whole, and what is announced or signed is not done.",
    "“Not known” means that nothing was found that settles the commitment: neither that it was done nor that it was not.",
];

/// Over the facts.
pub const FACTS: &str = "Later facts";

/// One of them, and several.
const FACT: [&str; 2] = ["later fact", "later facts"];

/// `All 345 later facts`, or `23 of 345 later facts`.
pub fn count(count: usize, all: usize) -> String {
    let [_, noun] = FACT;
    if count == all {
        counts::all_of(all, noun)
    } else {
        counts::some_of(count, all, noun)
    }
}

/// Between the count and the filters, which are on measures.
pub const ON_MEASURES: &str = " on measures";

/// After the count, on a later day.
pub fn known_by(day: &str) -> String {
    format!(", as known by {day}")
}

/// Before `193 commitments`, and between that and the information systems of which nothing was found either.
pub const IN_VAIN: [&str; 2] = ["Nothing was found of ", ", and of these information systems: "];

/// Of how many commitments nothing was found.
pub fn commitments(count: usize) -> String {
    counts::count(count, counts::COMMITMENT)
}

/// Where none are found.
pub const NOTHING: &str = "No later facts match.";

/// The way to the same selection of measures.
pub const IN_TABLE: &str = "Show the selection in the table of measures";

/// The last group: of a priority, and of an information system.
pub const WITHOUT: [&str; 2] = ["Under no priority", "On no information system"];
