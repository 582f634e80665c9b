//! What is shown, as a text that other programs read.
//!
//! Knows the dataset and what a query gives; knows nothing of the browser.

mod brief;
mod markdown;

pub use brief::brief_markdown;
