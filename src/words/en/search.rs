//! The search box.

/// The box.
pub const LABEL: &str = "Search, or go to a measure, document or body";

/// In the empty box: `Search, or go to 31, 9727/19, LEWP`.
pub fn placeholder(examples: &str) -> String {
    format!("Search, or go to {examples}")
}

/// The list below it.
pub const OFFERS: &str = "Go to";

/// The measures of a source.
pub fn measures_of(source: &str) -> String {
    format!("Measures of {source}")
}

/// How many places the box suggests, for those who do not see them; `is_named` is whether Enter goes to one of them.
pub fn offers(count: usize, is_named: bool) -> String {
    let suggestions = match count {
        0 => return String::new(),
        1 => "1 suggestion".to_owned(),
        count => format!("{count} suggestions"),
    };
    if is_named {
        format!("{suggestions}: press Enter to go there, or use the arrow keys to choose.")
    } else {
        format!("{suggestions}: use the arrow keys to choose and Enter to go there.")
    }
}

/// What a document is that no source cites.
pub const NAMED_SINCE: &str = "since then: what later facts say of this document";
