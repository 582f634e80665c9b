//! What is wrong with a link that was opened.

/// The kinds of pages that a link can name without an id: Presidency, report, measure, document, body.
pub const PAGES: [&str; 5] = ["{period}", "report", "measure", "document", "body"];

/// Longer than any link that the page makes.
pub const TOO_LONG: &str = "The link is far too long; the table is shown instead.";

/// A text is longer than an address can be.
pub fn text_too_long(most: usize) -> String {
    format!("The text to look for is too long for an address: only its first {most} characters count.")
}

/// There is no such page.
pub fn unknown_page(page: &str) -> String {
    format!("There is no page “{page}”; the table is shown instead.")
}

/// A page of something that is not named.
pub fn nothing_named(kind: &str) -> String {
    format!("The link does not say which {kind} it is for; the table is shown instead.")
}

/// There is no such setting.
pub fn unknown_key(key: &str) -> String {
    format!("The link has an unknown setting “{key}”, which was ignored.")
}

/// The setting has no such value.
pub fn unknown_value(key: &str, value: &str) -> String {
    format!("The link sets “{key}” to “{value}”, which is not a possible value; it was ignored.")
}

/// A part that cannot be decoded.
pub fn mangled(piece: &str) -> String {
    format!("A part of the link is damaged and was ignored: “{piece}”.")
}

/// The filter has no such value.
pub fn unknown_filter_value(value: &str, filter: &str) -> String {
    format!("The link selects “{value}” under {filter}, which is not in this edition; it was ignored.")
}

/// The link was made of data that are not shown.
pub fn other_edition(of: &str, shown: &str) -> String {
    format!(
        "The link was made for the edition “{of}”; this page shows “{shown}”, and what has the same number or name there."
    )
}

/// There is no such fact or commitment.
pub fn unknown_line(line: &str) -> String {
    format!("The link points to item “{line}”, which is not in this edition.")
}

/// It is on another page.
pub fn line_elsewhere(line: &str) -> String {
    format!("The link points to item “{line}”, which is not on this page.")
}

/// The Presidency to compare with has no brief.
pub fn no_brief(presidency: &str) -> String {
    format!("The link compares with “{presidency}”, which has no brief; it was ignored.")
}
