//! The day as of which everything is shown.

/// Before the field for the day.
pub const FIELD: &str = "As of ";

/// `As of 30 June 2019`.
pub fn as_of(day: &str) -> String {
    format!("As of {day}")
}

/// What it means that another day is shown than the record's own, which is `status_date`; `is_earlier` than that.
pub fn meaning(is_earlier: bool, status_date: &str, readings: &str) -> String {
    let later = if is_earlier {
        "anything later is shown as planned, and anything due but not done by then as overdue"
    } else {
        "anything due by then and not reported as done is shown as overdue"
    };
    format!(": {later}. The record itself ends on {status_date}.{readings}")
}

/// What of the table and of a measure stays as it is.
pub const READINGS: [&str; 2] = [
    " The status of a measure is the editors’ reading as of that date and does not change.",
    " The measure’s summary and status are the editors’ reading as of that date and do not change.",
];

/// Another day than the status date, in a sentence about a source.
pub fn told(day: &str) -> String {
    format!(", shown as of {day}")
}

/// Leads back.
pub const BACK: &str = "Back to the status date";

/// What was typed is no date.
pub fn incomplete(day: &str) -> String {
    format!("Not a complete date; still as of {day}.")
}

/// What was typed is out of range.
pub fn out_of_range(first: &str, last: &str, day: &str) -> String {
    format!("The record covers {first} to {last}; still as of {day}.")
}
