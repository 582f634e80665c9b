//! Generates datasets of any size, and measures the page beside what people would use instead.
//!
//! Read the modules in this order. What drives the browser stands behind the feature `drive`.

pub mod generate; // a number of measures and a seed -> a dataset of our own format
pub mod contestant; // the pages that are measured, and how those beside ours are put together
pub mod right; // what every page must show after each event, worked out natively
pub mod statistics; // median, 95th percentile, ratio
pub mod metric; // what is measured, and what was
pub mod cost; // what an event costs
pub mod goal; // what is to be reached, held against what was
pub mod report; // the table as Markdown
#[cfg(feature = "drive")]
pub mod plot; // cost against measures, as SVG
#[cfg(feature = "drive")]
pub mod machine; // on what it was measured
#[cfg(feature = "drive")]
pub mod visit; // one page opened once, with everything done to it
#[cfg(feature = "drive")]
pub mod run; // every page as often as asked, one after the other
