//! Any text in the address bar.
#![no_main]

#[path = "../../tests/any_input/mod.rs"]
mod any_input;
#[path = "../../tests/shipped/mod.rs"]
mod shipped;

libfuzzer_sys::fuzz_target!(|fragment: &str| any_input::check_address(fragment));
