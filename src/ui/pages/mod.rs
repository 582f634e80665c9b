//! One file for each page.

mod about;
mod actors;
mod body;
mod commitments;
mod document;
mod documents;
mod measure;
mod measure_timeline;
mod missing;
mod presidency;
mod report;
mod table;
mod timeline;
mod views;

pub use about::AboutPage;
pub use body::BodyPage;
pub use document::DocumentPage;
pub use measure::MeasurePage;
pub use missing::MissingPage;
pub use report::ReportPage;
pub use views::Views;
