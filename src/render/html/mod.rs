//! Pages as HTML.

mod control;
mod filters;
mod frame;
mod line;
mod list;
mod measure;
mod plot;
mod text;

pub use control::{choice, choice_of, column_head, sort_choice};
pub use filters::filter;
pub use frame::{FrameView, frame, notices, offers, running_head, tabs, top_links, trail, waiting};
pub use line::{facts, inside, line, why};
pub use list::{earlier, rest};
pub use measure::{measure_aside, measure_head, measure_lines, status_mark};
pub use plot::{card, heads, ring};
pub use text::{home_link, link, links, marked, runs};
