//! One file for each page.

mod about;
mod body;
mod document;
pub mod faults;
mod measure;
mod measure_ties;
mod missing;
mod table;

pub use about::AboutPage;
pub use body::BodyPage;
pub use document::DocumentPage;
pub use measure::MeasurePage;
pub use missing::MissingPage;
pub use table::TablePage;
