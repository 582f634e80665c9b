//! A fact or a commitment as a line.

/// Before its owners.
pub const OWNER: &str = "owner ";

/// Before what a commitment names: `names owner, no date, product`.
pub const NAMES: &str = "names ";

/// What it does not name.
pub fn unnamed(what: &str) -> String {
    format!("no {what}")
}

/// `Cite 31-e1`.
pub fn cite(id: &str, text: &str) -> String {
    format!("Cite {id}: {text}")
}

/// Its page is not printed.
pub const PAGE_COUNTED: &str = "This page has no printed number; it was counted from the nearest printed ones.";

/// Before what shows an outcome.
pub const SHOWN_BY: &str = " Shown by ";

/// Evidence of the same measure and day as another.
pub const ANOTHER_LINE: &str = "another line";

/// `, now May 2020`, or for what had no date `, planned for May 2020`.
pub fn new_date(had_date: bool, date: &str) -> String {
    let word = if had_date { "now" } else { "planned for" };
    format!(", {word} {date}")
}

/// Before a reason that holds for another day: `At 3 February 2020: `.
pub fn at(day: &str) -> String {
    format!("At {day}: ")
}

/// In quotation marks.
pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// Before an editor's remark.
pub const NOTE: &str = "Editor’s note. ";

/// Leads to the official register.
pub const REGISTER: &str = "register ↗";

/// `9727/19 in the official register`.
pub fn in_register(document: &str) -> String {
    format!("{document} in the official register")
}
