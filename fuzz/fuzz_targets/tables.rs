//! Any file as tables: the bytes themselves, or what they say in the XML of a workbook's sheet and texts.
#![no_main]

#[path = "../../tests/any_input/mod.rs"]
mod any_input;
#[path = "../../tests/shipped/mod.rs"]
mod shipped;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((first @ 0..128, rest)) => {
            let (sheet, texts) = rest.split_at(rest.len().min(usize::from(*first) * 16));
            any_input::check_tables("data.xlsx", any_input::workbook_of(sheet, texts));
        }
        Some((_, file)) => any_input::check_tables("facts.csv", file.to_vec()),
        None => any_input::check_tables("data", Vec::new()),
    }
});
