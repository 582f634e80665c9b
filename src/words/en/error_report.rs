//! Reporting an error in a line.

/// Over it.
pub const HEADING: &str = "Report an error";

/// Opens a mail.
pub const MAIL: &str = "Write a mail";

/// What it is and to whom it goes.
pub const WHAT: &str = "The text names this line and its source, and leaves room for what is wrong. Send it to the person who gave you the \
    file, or to those who publish the page; the page itself sends nothing.";

/// `ISS Follow-up: ISS-31-e1`.
pub fn subject(name: &str, code: &str) -> String {
    format!("{name}: {code}")
}

/// The words of the line.
pub fn line(text: &str) -> String {
    format!("It says: {text}")
}

/// Its words, where they are cut off.
pub fn cut(text: &str) -> String {
    format!("{text} …")
}

/// Where the source says so.
pub fn source(place: &str) -> String {
    format!("Source: {place}")
}

/// The public page that says so.
pub fn page(publisher: &str, days: &str, url: &str) -> String {
    format!("Reported by {publisher} ({days}): {url}")
}

/// The edition and the day that is shown.
pub fn edition(name: &str, id: &str, day: &str) -> String {
    format!("{name}, edition {id}, shown as of {day}")
}

/// What the reader is to write.
pub const WRONG: &str = "What is wrong:";

/// What else.
pub const SAYS_OTHERWISE: &str = "Where it says otherwise (place in the source, or a public page):";
