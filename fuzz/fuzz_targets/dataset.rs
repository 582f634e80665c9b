//! Any file as a dataset: the bytes themselves, or a sound dataset changed in the places that they say.
#![no_main]

#[path = "../../tests/any_input/mod.rs"]
mod any_input;
#[path = "../../tests/shipped/mod.rs"]
mod shipped;

use std::sync::LazyLock;

use serde_json::Value;

static SMALL: LazyLock<Value> = LazyLock::new(any_input::small);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0..128, edits)) => {
            let changed = any_input::changed(SMALL.clone(), edits);
            any_input::check_dataset(changed.to_string().as_bytes());
        }
        Some((_, file)) => any_input::check_dataset(file),
        None => any_input::check_dataset(bytes),
    }
});
