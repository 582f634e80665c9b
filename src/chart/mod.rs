//! A selection as a picture: its dated facts in lanes, and their drawing as SVG.
//!
//! Knows the query and the layout, but no page: the same picture is drawn on the screen, in a file and in tests.

mod commitment_sheet;
mod context;
mod drag_preview;
mod fact;
mod histogram;
mod lanes;
mod one_measure;
mod palette;
mod slip;
mod slip_numbers;
mod slip_sheet;
mod slip_square;
mod svg;
mod svg_writer;
mod timeline;
mod words;

pub use commitment_sheet::{CommitmentLine, CommitmentSheet, DIAMOND, FLAG};
pub use context::{Backdrop, backdrop, histogram_facts};
pub use histogram::histogram_svg;
pub use lanes::Facts;
pub use one_measure::timeline_of_measure;
pub use palette::Ink;
pub use slip::{SlipChart, slip_axis, stated_by};
pub use slip_sheet::slip_sheet;
pub use svg::{Picture, mark_id};
pub use timeline::{LaneHead, RowHead, Timeline};
pub use words::{FactWords, fact_words};
