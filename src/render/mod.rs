//! Views as HTML, and exports as files for other programs. It decides nothing.

mod calendar;
mod cite;
mod copied;
mod csv;
pub mod html;
mod json;
mod markdown;
mod records;
mod writing;

pub use cite::cite;
pub use copied::copied_rows;
pub use markdown::brief_markdown;
pub use writing::{Progress, Unwritable, Writing, write};
