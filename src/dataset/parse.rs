//! Bytes to checked dataset. The straight way for a good file; the thorough one for a file with faults.

use std::collections::HashSet;

use serde_json::Value;

use crate::dataset::fault::{DatasetError, Fault};
use crate::dataset::{Dataset, check, repair, wire};
use crate::domain::unseen::is_unseen;

/// Reads and checks the whole dataset.
///
/// # Errors
/// [`DatasetError::Json`] when the bytes are not JSON; [`DatasetError::Records`] with *every* fault, in file order, so
/// that an editor sees the whole list at once.
pub fn parse(json: &[u8]) -> Result<Dataset, DatasetError> {
    match serde_json::from_slice::<wire::Dataset>(json) {
        Ok(records) if !may_hold_unseen(json) => check::check(records).map_err(DatasetError::Records),
        _ => parse_thoroughly(json),
    }
}

/// Whether a character that nobody sees may stand in the file, itself or as an escape. A file that only seems to hold one
/// is read thoroughly and found good.
fn may_hold_unseen(json: &[u8]) -> bool {
    let escaped = json.windows(6).filter(|window| window.starts_with(b"\\u"));
    let mut escaped = escaped.filter_map(|window| u32::from_str_radix(str::from_utf8(&window[2..]).ok()?, 16).ok());
    let is_unseen_number = |number| char::from_u32(number).is_some_and(is_unseen);
    // Line ends between the values are no part of a text; a control within one is no JSON.
    let is_unseen_letter = |character: char| ' ' < character && is_unseen(character);
    escaped.any(is_unseen_number) || str::from_utf8(json).is_ok_and(|text| text.contains(is_unseen_letter))
}

/// Reads a file that is not simply good, and says everything that is wrong with it.
///
/// The misshapen places are reported and replaced by neutral ones, so that the rest can be checked as well; what is then
/// found at a replaced place says nothing about the file and is left out.
fn parse_thoroughly(json: &[u8]) -> Result<Dataset, DatasetError> {
    let mut value: Value = serde_json::from_slice(json).map_err(|error| not_json(&error))?;
    let mut faults = repair::repair(&mut value);
    // Written out and read again by the same reader as a good file: a second one for `Value` would cost the page 80 kB.
    match serde_json::from_slice::<wire::Dataset>(value.to_string().as_bytes()) {
        Ok(records) => {
            let misshapen: HashSet<String> = faults.iter().map(|fault| fault.path.clone()).collect();
            let further = match check::check(records) {
                Ok(dataset) if faults.is_empty() => return Ok(dataset),
                checked => checked.err().unwrap_or_default(),
            };
            faults.extend(
                further
                    .into_iter()
                    .filter(|fault| !stands_in_one_of(&misshapen, &fault.path)),
            );
        }
        Err(error) => faults.push(Fault {
            path: "dataset".into(),
            value: None,
            wrong: error.to_string(),
            remedy: "see the JSON Schema of the dataset".into(),
        }),
    }
    faults.sort_by_cached_key(|fault| place(&fault.path));
    // Both readers may say that there is more than they tell.
    faults.dedup();
    Err(DatasetError::Records(faults))
}

fn not_json(error: &serde_json::Error) -> DatasetError {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    DatasetError::Json {
        line: error.line(),
        column: error.column(),
        message,
    }
}

/// Whether `path` is one of the places or lies inside one.
fn stands_in_one_of(places: &HashSet<String>, path: &str) -> bool {
    let around = path.match_indices(['.', '[']).map(|(end, _)| &path[..end]);
    around.chain([path]).any(|place| places.contains(place))
}

/// Sorts `measures[2]` before `measures[10]`, and the lists in the order of the file.
fn place(path: &str) -> (usize, u32) {
    const LISTS: [&str; 11] = [
        "$schema",
        "schema_version",
        "edition",
        "sources",
        "priorities",
        "presidencies",
        "bodies",
        "documents",
        "reports",
        "measures",
        "glossary",
    ];
    let list = path.split(['.', '[']).next().unwrap_or_default();
    let index = path
        .split(['[', ']'])
        .nth(1)
        .and_then(|index| index.parse().ok())
        .unwrap_or_default();
    (
        LISTS.iter().position(|name| *name == list).unwrap_or(LISTS.len()),
        index,
    )
}
