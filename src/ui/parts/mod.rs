//! The parts that pages are made of. They get finished values and report intent.

mod as_of;
mod choice;
mod copy_text;
mod explained;
mod line_link;
mod long_list;
mod marked;
mod measure_rows;
mod names;
mod overview;
mod part;
mod page_link;
mod plot;
mod route_link;
mod selection;
mod share;
mod status_mark;

pub use as_of::{AsOfBar, AsOfChoice};
pub use choice::Choice;
pub use copy_text::CopyText;
pub use explained::{Explained, Explanations, hide_expansions_on_escape};
pub use line_link::LineLink;
pub use long_list::{Drawn, Rest, named_line};
pub use marked::Marked;
pub use measure_rows::MeasureRows;
pub use names::BodyNames;
pub use overview::{Overview, OverviewFacts};
pub use page_link::PageLink;
pub use part::{part, text_in};
pub use plot::{Motion, Plot};
pub use route_link::RouteLink;
pub use selection::Selection;
pub use share::{ShareDialog, Sharing};
pub use status_mark::{OutcomeMark, StatusMark};
