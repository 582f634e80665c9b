//! The dataset as one document that reads without the program, and the page around both.
//!
//! The id of each thing is its address in the app, so that links work without the app too. Knows the records and their addresses;
//! knows nothing of Leptos or the browser.

mod dataset_parts;
mod described;
mod document;
mod first_screen;
mod page;

pub use dataset_parts::{DatasetParts, checksum, dataset_in_page};
pub use described::{PublishedFile, dcat, feed, head};
pub use document::{MOST_MEASURES, html};
pub use first_screen::first_screen;
pub use page::{Opening, Parts, page, requests, script, script_in_parts, without_requests};
