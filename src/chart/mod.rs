//! A selection as a picture: its dated facts in lanes, and the drawing of them as SVG that stands alone.
//!
//! Knows the query and the layout, but no page: the same picture is drawn on the screen, in a file and in tests.

mod facts;
mod lanes;
mod moving;
mod one_measure;
mod palette;
mod pen;
mod strip;
mod surroundings;
mod svg;
mod words;

pub use facts::{Facts, FactsDraft};
pub use lanes::{LaneHead, NO_VALUE, RowHead, Timeline, timeline};
pub use one_measure::timeline_of_measure;
pub use palette::Ink;
pub use strip::density_svg;
pub use surroundings::{Surroundings, grains, surroundings};
pub use svg::{NAMES_PX, Picture, mark_id};
pub use words::FactWords;
