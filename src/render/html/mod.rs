//! Pages as HTML.

mod body;
mod brief;
mod brief_head;
mod brief_line;
mod control;
mod document;
mod filters;
mod frame;
mod line;
mod list;
mod measure;
mod missing;
mod plot;
mod selection;
mod strip;
mod text;

pub use body::{body, body_line};
pub use brief::brief_page;
pub use brief_head::{brief_head, brief_tools, presidency_picker};
pub use brief_line::outcome_mark;
pub use control::{choice, choice_of, column_head, sort_choice};
pub use document::{document, document_line};
pub use filters::filter;
pub use frame::{FrameView, frame, notices, offers, running_head, tabs, top_links, trail, waiting};
pub use line::{facts, inside, line, why};
pub use list::{earlier, rest};
pub use measure::{measure_aside, measure_head, measure_line, measure_lines, status_mark};
pub use missing::missing;
pub use plot::{card, heads, ring};
pub use selection::selection;
pub use strip::strip_key;
pub use text::{editor_note, home_link, link, links, marked, runs};
