//! The status of a measure and the outcome of a commitment.

/// Each status.
pub const STATUSES: [&str; 7] = [
    "proposed",
    "negotiating",
    "blocked",
    "adopted",
    "implementing",
    "continuous",
    "completed",
];

/// What each status means.
pub const STATUS_DEFINITIONS: [&str; 7] = [
    "A proposal is on the table, and no negotiations are reported.",
    "The Council or the co-legislators are negotiating it.",
    "The source reports that it cannot proceed for now.",
    "The act has been adopted, and no work on its application is reported yet.",
    "It is being put into practice.",
    "A standing task with no end date.",
    "The source reports it as done, with nothing to follow.",
];

/// Each outcome.
pub const OUTCOMES: [&str; 7] = ["open", "overdue", "met", "met late", "changed", "dropped", "not known"];

/// What each outcome means.
pub const OUTCOME_DEFINITIONS: [&str; 7] = [
    "Not due yet, or without a date and not reported as done.",
    "Its due date has passed, and no source reports it as done.",
    "Done on time, or done where no date was set.",
    "Done after it was due.",
    "Replaced by something else, or moved to another date.",
    "Given up.",
    "No source reports the outcome.",
];

/// Early enough, or moved to a date that is.
pub const IN_TIME: &str = "in time";

/// A later commitment names a date within the first deadline.
pub const REPLANNED_IN_TIME: &str = "replanned within the original deadline";

/// `1 month past due`.
pub fn past_due(amount: &str) -> String {
    format!("{amount} past due")
}

/// `put off by 19 months`.
pub fn put_off(amount: &str) -> String {
    format!("put off by {amount}")
}

/// `10 months late`.
pub fn late(amount: &str) -> String {
    format!("{amount} late")
}

/// `1 day`, `10 months`.
fn count(number: i32, is_months: bool) -> String {
    let unit = if is_months { "month" } else { "day" };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{plural}")
}

/// `10 months`, `up to 5 months` from 0, `19 to 20 months`; days where they are not months.
pub fn amount(least: i32, most: i32, is_months: bool) -> String {
    let most_in_words = count(most, is_months);
    match least {
        least if least == most => most_in_words,
        ..=0 => format!("up to {most_in_words}"),
        least => format!("{least} to {most_in_words}"),
    }
}
