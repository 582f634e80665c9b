//! A viewer for the follow-up of the renewed EU Internal Security Strategy.
//!
//! Read the modules in this order; `tests/architecture.rs` checks who may use whom.
#![doc = include_str!("../docs/library.md")]

pub mod words; // every sentence and label that the reader sees
pub mod domain; // what the records mean
pub mod dataset; // bytes -> checked records
pub mod sheet; // records <-> a spreadsheet, with the cell of every fault
pub mod compare; // two editions -> what is different between them
pub mod index; // how it is found fast
pub mod query; // what the reader asked -> the measures to show
pub mod route; // what a link restores <-> the URL fragment
pub mod timeline; // days -> places on an axis
pub mod chart; // a selection -> lanes of facts, and their drawing
pub mod view; // what a page says, in the reader's words
pub mod render; // what a page says -> HTML, and files for other programs
pub mod record; // the dataset -> one readable document, and the page around it
pub mod parts; // a dataset in an outline and blocks of texts, for a page that is served
#[cfg(target_arch = "wasm32")]
pub mod browser; // the only module that touches the browser
#[cfg(target_arch = "wasm32")]
pub mod app; // the state, what an action does, and the parts that move
