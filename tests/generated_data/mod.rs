//! A generated dataset in the place of the shipped one, for the tests that ask it the same.

use std::sync::OnceLock;

use iss_followup::dataset::{self, Dataset};
use serde_json::Value;

/// How many measures there are: enough that a word or value stands in many, or in one of many.
const MEASURES: usize = 300;

fn written() -> &'static str {
    static WRITTEN: OnceLock<String> = OnceLock::new();
    WRITTEN.get_or_init(|| bench::generate::dataset(MEASURES, 6).expect("a dataset"))
}

/// The whole dataset as JSON.
pub fn json() -> &'static Value {
    static JSON: OnceLock<Value> = OnceLock::new();
    JSON.get_or_init(|| serde_json::from_str(written()).expect("JSON"))
}

/// The whole dataset, checked.
pub fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| match dataset::parse(written().as_bytes()) {
        Ok(dataset) => dataset,
        Err(error) => panic!("{error}"),
    })
}
