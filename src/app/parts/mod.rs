//! The parts of pages that move.

mod measure_rows;
mod overview;
mod plot;

pub use measure_rows::MeasureRows;
pub use overview::{OverviewFacts, overview};
pub use plot::{Motion, Plot};
