//! The sources of the dataset.

/// `Council document 5618/20, as reported on 3 February 2020`.
pub fn as_reported(what: &str, date: &str) -> String {
    format!("{what}, as reported on {date}")
}

/// The edition and the other sources: `…; A, B and C`.
pub fn with_others(edition: &str, others: &[&str]) -> String {
    match others.split_last() {
        Some((last, [])) => format!("{edition}; {last}"),
        Some((last, others)) => format!("{edition}; {} and {last}", others.join(", ")),
        None => edition.to_owned(),
    }
}
