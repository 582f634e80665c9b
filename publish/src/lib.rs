//! The record as an SQLite database, and what Datasette needs to show it: started by `cargo xtask publish --sqlite`.
//!
//! A package of its own, because nothing else should wait until SQLite is compiled. Read the modules in this order.

pub mod table; // a kind of record -> a table, its columns and keys
pub mod list; // a column that holds several things -> a table of its own
pub mod read; // the JSON of a dataset -> its records, one after the other
pub mod fill; // a record -> rows
pub mod full_text; // what is found by its words
pub mod views; // the common questions as views and queries
pub mod yaml; // JSON as YAML that people can read
pub mod metadata; // what Datasette says of the database
pub mod write; // all of it -> two files
