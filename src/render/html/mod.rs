//! Pages as HTML.

mod line;
mod measure;
mod text;

pub use line::{facts, inside, line, why};
pub use measure::{measure_aside, measure_head, measure_lines, status_mark};
pub use text::{home_link, link, links, marked, runs};
