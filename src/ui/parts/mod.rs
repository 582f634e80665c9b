//! The parts that pages are made of. They get finished values and report intent.

mod as_of;
mod measure_rows;
mod overview;
mod part;
mod plot;
mod selection;

pub use as_of::{AsOfBar, AsOfChoice};
pub use measure_rows::MeasureRows;
pub use overview::{Overview, OverviewFacts};
pub use part::{part, text_in};
pub use plot::{Motion, Plot};
pub use selection::Selection;
