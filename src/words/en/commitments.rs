//! The view of commitments.

use crate::words::status::in_list;

/// The filters by outcome.
pub const OUTCOMES: &str = "Outcomes";

/// Around the count in `Of 400 commitments as of 3 February 2020:`
pub fn of_all(day: &str) -> [String; 2] {
    ["Of ".to_owned(), format!(" commitments as of {day}:")]
}

/// The table.
pub const CAPTION: &str = "Commitments, their due dates and outcomes";

/// Its columns, but for the drawing.
pub const COLUMNS: [&str; 3] = ["Due", "Commitment", "Outcome"];

/// The column with the drawing.
pub fn course(first_year: i16) -> String {
    format!("Course, from {first_year} on")
}

/// The group of those without a value: of an information system, of a priority, of anything else.
pub const WITHOUT: [&str; 3] = ["No information system named", "Under no priority", "None named"];

/// `3 open`.
pub fn counted(count: usize, state: &str) -> String {
    format!("{count} {}", in_list(state))
}

/// No commitment has a date.
pub const NO_DATES: &str = "This edition has no dated commitments.";

/// What the marks mean.
pub const MARKS: &str = "Marks of the course";

/// Each mark: the time that was given, its end, done, the date that is still to come or new, the slip.
pub const MARK_NAMES: [&str; 5] = [
    "time allowed",
    "its end",
    "done",
    "still to come, or rescheduled",
    "slip",
];
