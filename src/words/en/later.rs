//! What public sources report after the record ends.

/// What the date of a later fact means.
pub const DATE_MEANINGS: [&str; 16] = [
    "proposed",
    "announced",
    "planned",
    "put off",
    "agreed",
    "adopted",
    "signed",
    "published",
    "in force",
    "applies",
    "in service",
    "delivered",
    "held",
    "reported",
    "withdrawn",
    "lapsed",
];

/// How far the pages bear a later fact out.
pub const CERTAINTIES: [&str; 2] = [
    "an official or scholarly page, or two independent ones",
    "one page, neither official nor scholarly",
];

/// What was found of a measure or commitment.
pub const FOUND: [&str; 3] = ["a later fact", "nothing found", "not looked for"];

/// What that means.
pub const FOUND_DEFINITIONS: [&str; 3] = [
    "Public sources report something on it after the record ends.",
    "It was looked for, and public sources report nothing.",
    "It has no due date, was not looked for by itself, and nothing came up.",
];

/// Over what is reported since.
pub const HEADING: &str = "Since then";

/// What it is and what it is not.
pub fn about(status_date: &str, checked: &str) -> String {
    format!(
        "What public sources report since {status_date}, as found by {checked}. It is no part of the sources: each fact \
         names the pages that say so."
    )
}

/// Before the commitments of which nothing was found.
pub const NOTHING_FOUND: &str = "Nothing was found of:";

/// The same on the page of an information system, with what was looked for, and when.
pub fn nothing_found(what: &str, on: &str) -> String {
    format!("Nothing was found on {on}. {what}")
}

/// What was looked for in vain, and when: `29 Nov 2026: Figures were looked for.`
pub fn looked_for(what: &str, on: &str) -> String {
    format!("{on}: {what}")
}

/// `Announced for May 2022: the start of the EES.`
pub fn announced(due: &str, of: &str) -> String {
    format!("Announced for {due}: {of}.")
}

/// Before a fact that says otherwise of the same.
pub const DISAGREES_WITH: &str = "Another source says otherwise: ";

/// A fact by its date and the beginning of its text: `21 Dec 2020: The Council adopted…`
pub fn dated(when: &str, text: &str) -> String {
    format!("{when}: {text}")
}

/// Before a commitment that a fact bears on without settling it.
pub const BEARS_ON: &str = "Bears on: ";

/// Before the pages that say so.
pub const PAGES: &str = "Reported by ";

/// `31 Aug 2020, read 29 Nov 2026`.
pub fn days(dated: Option<&str>, read: &str) -> String {
    match dated {
        Some(dated) => format!("{dated}, read {read}"),
        None => format!("read {read}"),
    }
}

/// `Rests on one page, neither official nor scholarly.`
pub fn doubt(doubt: &str) -> String {
    format!("Rests on {doubt}.")
}

/// `CELEX 32021R0784`.
pub fn celex(celex: &str) -> String {
    format!("CELEX {celex}")
}
