//! The database and what Datasette says of it, held against the dataset and against what the page works out of it.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod answers;
mod database;
mod datasette;
mod published_files;
#[path = "../../tests/shipped/mod.rs"]
mod shipped;
