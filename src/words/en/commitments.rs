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

/// Around the count in `Of 400 commitments: 231 name an owner`.
pub const THAT_NAME: [&str; 2] = ["Of ", " commitments:"];

/// What they name, after a count of them.
pub const NAMED: [&str; 5] = [
    "name an owner",
    "name a date",
    "name a product",
    "name all three",
    "name none of them",
];

/// The filters by what a commitment names.
pub const NAMINGS: &str = "What the commitments name";

/// No commitment has a date.
pub const NO_DATES: &str = "This edition has no dated commitments.";

/// What the marks mean, in a file.
pub const KEY_IN_FILE: &str = "bar and flag: time allowed and its end · diamond: done · hollow flag: still to come, or rescheduled · line: slip · \
    dashed flag: announced since";

/// The name of the file, without its end.
pub const FILE: &str = "commitments";

/// Before the dates that were announced after the record ends.
pub const ANNOUNCED_SINCE: &str = "Announced since: ";

/// `said 5 Mar 2025, eu-LISA`.
pub fn said(day: &str, by: &str) -> String {
    format!("said {day}, {by}")
}

/// `Announced for Oct 2025: the EES going into operation (said 5 Mar 2025, eu-LISA)`.
pub fn announced(due: &str, of: &str, said: &str) -> String {
    format!("Announced for {due}: {of} ({said})")
}

/// What the marks mean.
pub const MARKS: &str = "Marks of the course";

/// Each mark: the time that was given, its end, done, the date that is still to come or new, the slip, a date announced since.
pub const MARK_NAMES: [&str; 6] = [
    "time allowed",
    "its end",
    "done",
    "still to come, or rescheduled",
    "slip",
    "announced since",
];

/// Below the drawing in a file.
pub fn source(source: &str, day: &str) -> String {
    format!("{source}; outcomes as of {day}")
}
