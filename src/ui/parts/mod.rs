//! The parts that pages are made of. They get finished values and report intent.

mod commitment_row;
mod copy_link;
mod fact;
mod facet_list;
mod home_link;
mod line_link;
mod marked;
mod measure_row;
mod names;
mod notices;
mod page_link;
mod presidency_strip;
mod register_link;
mod search_box;
mod selection;
mod status_mark;
mod tabs;
mod theme_switch;

pub use commitment_row::{CommitmentRow, OutcomeMark, axis_of};
pub use copy_link::CopyLink;
pub use facet_list::FacetList;
pub use fact::{CommitmentLine, EventLine};
pub use home_link::HomeLink;
pub use line_link::{LineLink, name_of, page_of};
pub use marked::Marked;
pub use measure_row::{MeasureList, MeasureRow};
pub use names::{BodyNames, DocumentNames};
pub use notices::Notices;
pub use page_link::{PageLink, is_plain_click};
pub use presidency_strip::PresidencyStrip;
pub use register_link::RegisterLink;
pub use search_box::SearchBox;
pub use selection::Selection;
pub use status_mark::{PrioritySwatch, StatusGlyph, StatusMark};
pub use tabs::Tabs;
pub use theme_switch::ThemeSwitch;
