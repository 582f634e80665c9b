//! What is generated is valid, the same for the same seed, and as large as was asked for.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use bench::generate::{TYPED, dataset};
use iss_followup::dataset::{Dataset, parse, schema};
use proptest::prelude::*;
use serde_json::Value;

fn generated(measures: usize, seed: u64) -> String {
    dataset(measures, seed).expect("a text")
}

fn parsed(json: &str) -> Dataset {
    parse(json.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn number_of_dates(json: &str) -> usize {
    json.matches("\"date\":\"").count() + json.matches("\"due\":\"").count()
}

#[test]
fn it_is_valid_by_the_schema_and_by_the_page() {
    let schema: Value = serde_json::from_str(&schema()).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for measures in [74, 300] {
        let json = generated(measures, 1);
        let value: Value = serde_json::from_str(&json).expect("JSON");
        let faults: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(parsed(&json).measures.len(), measures);
    }
}

#[test]
fn it_is_as_large_as_was_promised() {
    for measures in [74, 1_000] {
        let json = generated(measures, 1);
        let dates = number_of_dates(&json);
        assert!((4 * measures..6 * measures).contains(&dates), "{dates} dates");
        let start = json.find("\"measures\":[").expect("measures");
        let each = (json.len() - start) / measures;
        assert!((1_200..1_800).contains(&each), "{each} bytes a measure");
    }
}

#[test]
fn the_shared_lists_grow_more_slowly_than_the_measures() {
    let (small, large) = (parsed(&generated(74, 1)), parsed(&generated(7_400, 1)));
    for (few, many) in [
        (small.bodies.len(), large.bodies.len()),
        (small.documents.len(), large.documents.len()),
    ] {
        assert!((2 * few..20 * few).contains(&many), "{few} and {many}");
    }
}

#[test]
fn every_measure_belongs_to_the_leading_source() {
    let dataset = parsed(&generated(74, 1));
    let leading = &dataset.sources[0].id;
    assert!(dataset.measures.iter().all(|measure| measure.source == *leading));
}

#[test]
fn what_is_typed_stands_only_where_a_word_begins() {
    let mut value: Value = serde_json::from_str(&generated(1_000, 1)).expect("JSON");
    // What things are called is not searched.
    value
        .as_object_mut()
        .and_then(|value| value.remove("words"))
        .expect("words");
    let text = texts(&value).join("\n").to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut counts = BTreeSet::new();
    for length in 1..=TYPED.len() {
        let typed = &TYPED[..length];
        let begun = words.iter().filter(|word| word.starts_with(typed)).count();
        assert_eq!(text.matches(typed).count(), begun, "{typed}");
        counts.insert(begun);
    }
    assert!(
        3 <= counts.len() && !counts.contains(&0),
        "each letter narrows: {counts:?}"
    );
}

/// Every text in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_same_seed_gives_the_same_and_another_one_something_else(measures in 1_usize..120, seed in 0_u64..u64::MAX) {
        let once = generated(measures, seed);
        prop_assert_eq!(&once, &generated(measures, seed));
        prop_assert_ne!(&once, &generated(measures, seed + 1));
        prop_assert_eq!(parsed(&once).measures.len(), measures);
    }
}
