//! The page of a body.

use crate::words::status::in_list;

/// Leads to the views that list the same: table, timeline, commitments.
pub const VIEWS: [&str; 3] = [
    "Show its measures in the table",
    "Show its measures on the timeline",
    "Show its commitments on a time axis",
];

/// The sections.
pub const SECTIONS: &str = "On this page";

/// The facts of a body that acts.
pub const FACTS_INVOLVED: &str = "Facts it was involved in";

/// The facts of a body that is only named.
pub const FACTS_NAMING: &str = "Facts that name it";

/// The commitments that it owes.
pub const COMMITMENTS: &str = "Its commitments";

/// The commitments that name it, where it owes some itself, or none.
pub fn commitments_naming(owes_some: bool) -> &'static str {
    if owes_some {
        "Commitments of others that name it"
    } else {
        "Commitments that name it"
    }
}

/// The bodies that are named with it: heading and introduction.
pub const PARTNERS: [&str; 2] = [
    "Named together with",
    "How many of these facts and commitments also name:",
];

/// The documents that are cited: heading and introduction.
pub const DOCUMENTS: [&str; 2] = ["Documents cited", "How many of these facts and commitments cite:"];

/// The measures that it is responsible for.
pub const RESPONSIBLE: &str = "Measures it is responsible for";

/// The measures that name it.
pub const NAMED: &str = "Measures that name it";

/// Its other names, and its address.
pub const PROPERTIES: [&str; 2] = ["Also printed as", "Website"];

/// Where what a body is stands: a source with a place in it, or the later facts with a day.
pub fn place(of: &str, place: &str) -> String {
    format!("{of}, {place}")
}

/// Precedes these places.
pub const SAID_IN: &str = "Said in ";

/// Around the sentence `Of 46 commitments, 30 are open and 16 not known as of 3 February 2020.`
pub const OUTCOMES: [&str; 2] = ["Of ", " and "];

/// `commitments` in that sentence.
pub fn noun(count: usize) -> &'static str {
    if count == 1 { "commitment" } else { "commitments" }
}

/// ` as of 3 February 2020.`
pub fn outcomes_as_of(day: &str) -> String {
    format!(" as of {day}.")
}

/// `are open` for the first of the outcomes, `past due (not reported done)` for the others.
pub fn outcome(is_first: bool, count: usize, state: &str) -> String {
    let verb = match (is_first, count) {
        (true, 1) => "is ",
        (true, _) => "are ",
        _ => "",
    };
    format!("{verb}{}", in_list(state))
}
