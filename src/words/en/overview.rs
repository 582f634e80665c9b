//! The strip of the whole period.

/// The strip.
pub const LABEL: &str = "The whole period";

/// `512 dated facts; drag to select a period.`; `window` is the period that is selected.
pub fn facts(count: usize, window: Option<&str>) -> String {
    let noun = if count == 1 { "dated fact" } else { "dated facts" };
    match window {
        None => format!("{count} {noun}; drag to select a period."),
        Some(window) => format!("{count} {noun} in all; showing those {window}."),
    }
}

/// Leads back to the whole.
pub const ALL_TIME: &str = "Show all time";
