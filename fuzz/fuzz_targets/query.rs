//! Any question in the address bar, asked of the shipped dataset.
#![no_main]

#[path = "../../tests/any_input/mod.rs"]
mod any_input;
#[path = "../../tests/shipped/mod.rs"]
mod shipped;

use std::sync::LazyLock;

use iss_followup::query::Index;

static INDEX: LazyLock<Index<'static>> = LazyLock::new(|| Index::new(shipped::dataset()));

libfuzzer_sys::fuzz_target!(|fragment: &str| any_input::check_query(fragment, &INDEX, shipped::dataset()));
