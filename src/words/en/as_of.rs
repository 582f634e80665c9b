//! The day as of which everything is shown.

/// Before the field for the day.
pub const FIELD: &str = "As of ";

/// `As of 30 June 2019`.
pub fn as_of(day: &str) -> String {
    format!("As of {day}")
}

/// What it means that a day before the record's own is shown, which is `status_date`.
pub fn earlier(status_date: &str, readings: &str) -> String {
    format!(
        ": anything later is shown as planned, and what was due and is not reported done by then as past due. \
         The record itself ends on {status_date}.{readings}"
    )
}

/// What it means that a day after the record's own is shown, where nothing later was looked for.
pub fn later(status_date: &str, readings: &str) -> String {
    format!(": the record ends on {status_date}; whether what fell due since was done is not known.{readings}")
}

/// The same where public sources were searched up to the day `checked`.
pub fn later_as_known(status_date: &str, checked: &str, readings: &str) -> String {
    format!(
        ": the record ends on {status_date}. What became of a commitment since is told as public sources reported it by this \
         day, as found by {checked}; where they report nothing, what has fallen due since is not known, and what was past due then stays so.{readings}"
    )
}

/// What of the table and of a measure stays as it is.
pub const READINGS: [&str; 2] = [
    " The summary and status of a measure are the editors’ reading of the record and do not change.",
    " The measure’s summary and status are the editors’ reading of the record and do not change.",
];

/// What cannot follow another day, in its place: `as of 3 Feb 2020`.
pub fn set_back(status_date: &str) -> String {
    format!("as of {status_date}")
}

/// Above the summary and the status of a measure, which cannot follow another day.
pub fn readings_set_back(status_date: &str) -> String {
    format!("Summary and status as of {status_date}, whatever day is chosen:")
}

/// Another day than the status date, in a sentence about a source.
pub fn told(day: &str) -> String {
    format!(", shown as of {day}")
}

/// Begins the ways to the two days that matter.
pub const AS: &str = "As ";

/// Leads back to what the record says, before that day.
pub const REPORTED: &str = "reported";

/// Leads on to what is known, before that day.
pub const KNOWN: &str = "known";

/// What can be typed.
pub fn help(first: &str, last: &str, example: &str) -> String {
    format!("A day from {first} to {last}, such as {example}")
}

/// What was typed is no date.
pub fn incomplete(example: &str, day: &str) -> String {
    format!("Not a complete date, such as {example}; still as of {day}.")
}

/// What was typed is out of range.
pub fn out_of_range(first: &str, last: &str, day: &str) -> String {
    format!("The record covers {first} to {last}; still as of {day}.")
}
