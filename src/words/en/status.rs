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
    "Those who decide on it are negotiating.",
    "The source reports that it cannot proceed for now.",
    "The act has been adopted, and no work on its application is reported yet.",
    "It is being put into practice.",
    "A standing task with no end date.",
    "The source reports it as done, with nothing to follow.",
];

/// Each outcome.
pub const OUTCOMES: [&str; 9] = [
    "open",
    "past due, not reported done",
    "met",
    "met late",
    "changed",
    "dropped",
    "not met",
    "continuing",
    "not known",
];

/// Another word for those, under which search finds them.
pub const PAST_DUE_IS_ALSO: &str = "overdue";

/// What each outcome means.
pub const OUTCOME_DEFINITIONS: [&str; 9] = [
    "Not due yet, or, while the record lasts, without a date and not reported as done.",
    "It was due before the record ends, and no source reports it as done. Nor does any say that it was not.",
    "Done: on time, where no date was set, or on a day that no source gives.",
    "Done after it was due.",
    "Replaced by something else, or moved to another date.",
    "Given up.",
    "A page that is later than the due date says that it was not done by then.",
    "A task without an end that is seen to go on.",
    "No source reports the outcome, or it fell due after the record ends.",
];

/// Early enough, or moved to a date that is.
pub const IN_TIME: &str = "in time";

/// A later commitment names a date within the first deadline.
pub const REPLANNED_IN_TIME: &str = "replanned within the original deadline";

/// `1 month past due`.
pub fn past_due(amount: &str) -> String {
    format!("{amount} past due")
}

/// `due since 8 Mar 2020, the record ends 3 February 2020`.
pub fn due_since(due: &str, record_ends: &str) -> String {
    format!("due since {due}, the record ends {record_ends}")
}

/// `past due since 16 Dec 2019, not reported done`.
pub fn past_due_since(date: &str) -> String {
    format!("past due since {date}, not reported done")
}

/// `past due by 5 months, not reported done`.
pub fn past_due_by(amount: &str) -> String {
    format!("past due by {amount}, not reported done")
}

/// `put off by 19 months`.
pub fn put_off(amount: &str) -> String {
    format!("put off by {amount}")
}

/// An outcome among others, which commas part: `past due (not reported done)`.
pub fn in_list(outcome: &str) -> String {
    match outcome.split_once(", ") {
        Some((outcome, more)) => format!("{outcome} ({more})"),
        None => outcome.to_owned(),
    }
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
