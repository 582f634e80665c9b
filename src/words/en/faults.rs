//! What is wrong with a dataset, and how to mend it.

/// The forms of a date.
pub const DATE_FORMS: &str = "a date such as 2019-10-17, 2019-10, 2019-Q2, 2019-H1 or 2019";
