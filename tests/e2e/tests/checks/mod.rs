//! What several tests check in the same way.
#![allow(dead_code, reason = "each test file uses some of these checks")]

use anyhow::{Context, Result};
use e2e::{Reader, page};
use serde_json::Value;
use std::collections::BTreeSet;

/// The measures of 5618/20.
pub const MEASURES: usize = 74;

/// The title of measure 31.
pub const PNR: &str = "Monitoring of the PNR Directive";

/// The rows come to be these measures, and the sentence above them counts them.
pub fn check_selection(reader: &Reader, expected: &BTreeSet<String>) -> Result<()> {
    reader.wait_until("the rows are the selection", |reader| {
        Ok(BTreeSet::from_iter(reader.rows()?) == *expected)
    })?;
    let count = expected.len().to_string();
    reader.wait_until("the sentence counts the rows", |reader| {
        Ok(reader
            .status()?
            .split(|letter: char| !letter.is_ascii_digit())
            .find(|number| !number.is_empty())
            == Some(&count))
    })
}

/// The address bar comes to show this fragment.
pub fn check_fragment(reader: &Reader, expected: &str) -> Result<()> {
    reader.wait_until(&format!("the address is {expected}"), |reader| {
        Ok(reader.fragment()? == expected)
    })
}

/// Opens one of the pages and waits until it is the one that is shown.
pub fn open_page(reader: &Reader, fragment: &str) -> Result<()> {
    // Two views of one selection have the same heading, but not the same title.
    let shown = |reader: &Reader| Ok::<_, anyhow::Error>((reader.main_heading()?, reader.window_title()?));
    let before = shown(reader)?;
    let is_other = !reader.fragment()?.starts_with(fragment);
    reader.go_to(fragment)?;
    check_fragment(reader, fragment)?;
    reader.wait_until(&format!("{fragment} is shown"), |reader| {
        Ok(!is_other || shown(reader)? != before)
    })
}

/// The address bar comes to show this measure, out of whichever selection.
pub fn check_measure_address(reader: &Reader, id: &str) -> Result<()> {
    let address = format!("#/measure/{id}");
    reader.wait_until(&format!("the address is {address}"), |reader| {
        Ok(reader.fragment()?.split('?').next() == Some(&address))
    })
}

/// The page of the measure with this title comes to be open.
pub fn check_heading(reader: &Reader, expected: &str) -> Result<()> {
    reader.wait_until(&format!("the heading is {expected}"), |reader| {
        Ok(reader.heading()? == expected)
    })
}

/// The ids of the measures of 5618/20 that fit, counted without the app's own code.
pub fn measures(fits: impl Fn(&Value) -> bool) -> Result<BTreeSet<String>> {
    let dataset = page::dataset()?;
    let measures = dataset["measures"].as_array().context("the dataset has no measures")?;
    let listed = measures
        .iter()
        .filter(|measure| measure["source"] == "5618-20" && fits(measure));
    Ok(listed
        .filter_map(|measure| measure["id"].as_str())
        .map(str::to_owned)
        .collect())
}

/// The facts, or the commitments, of the general reports that concern a measure.
pub fn reported(dataset: &'static Value, measure: &Value, list: &str) -> Vec<&'static Value> {
    let reports = dataset["reports"].as_array().into_iter().flatten();
    let lines = reports.flat_map(|report| report[list].as_array().into_iter().flatten());
    let concerns = |line: &&Value| {
        let mut measures = line["measures"].as_array().into_iter().flatten();
        measures.any(|id| *id == measure["id"])
    };
    lines.filter(concerns).collect()
}

/// The ids of the commitments of all sources and reports that fit, counted without the app's own code.
pub fn every_commitment(fits: impl Fn(&Value) -> bool) -> Result<BTreeSet<String>> {
    let dataset = page::dataset()?;
    let homes = ["measures", "reports"].map(|list| dataset[list].as_array().cloned().unwrap_or_default());
    let commitments = homes
        .iter()
        .flatten()
        .flat_map(|home| home["follow_up"].as_array().into_iter().flatten());
    Ok(commitments
        .filter(|commitment| fits(commitment))
        .filter_map(|commitment| commitment["id"].as_str())
        .map(str::to_owned)
        .collect())
}
