//! What is shown, as a text that other programs read: a table, a dataset, a calendar, a text, or what cites it.
//!
//! Knows the dataset and what a query gives; knows nothing of the browser.

mod bibtex;
mod brief;
mod calendar;
mod cell;
mod cite;
mod csv;
mod format;
mod json;
mod line_row;
mod list;
mod markdown;
mod measure_row;
mod ris;
mod rows;
mod shown;
mod text;
mod writing;

pub use crate::domain::id::short_code;
pub use brief::brief_markdown;
pub use cite::{CitationStyle, Cited, cite};
pub use format::{Format, Unwritable, file_name, name_of_copy};
pub use shown::{Shown, Told};
pub use writing::{Progress, Writing, write};
