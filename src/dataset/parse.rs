//! Bytes to checked dataset. The straight way for a good file; the thorough one for a file with faults.

use serde_json::Value;

use crate::dataset::fault::{DatasetError, Fault};
use crate::dataset::{Dataset, check, repair, wire};

/// Reads and checks the whole dataset.
///
/// # Errors
/// [`DatasetError::Json`] when the bytes are not JSON; [`DatasetError::Records`] with *every* fault, in file order, so
/// that an editor sees the whole list at once.
pub fn parse(json: &[u8]) -> Result<Dataset, DatasetError> {
    match serde_json::from_slice::<wire::Dataset>(json) {
        Ok(records) => check::check(records).map_err(DatasetError::Records),
        Err(_) => Err(diagnose(json)),
    }
}

/// Says everything that is wrong with a file that does not have the shape of a dataset.
///
/// The misshapen places are reported and replaced by neutral ones, so that the rest can be checked as well; what is then
/// found at a replaced place says nothing about the file and is left out.
fn diagnose(json: &[u8]) -> DatasetError {
    let mut value: Value = match serde_json::from_slice(json) {
        Ok(value) => value,
        Err(error) => {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            return DatasetError::Json {
                line: error.line(),
                column: error.column(),
                message,
            };
        }
    };
    let mut faults = repair::repair(&mut value);
    // Written out and read again by the same reader as a good file: a second one for `Value` would cost the page 80 kB.
    match serde_json::from_slice::<wire::Dataset>(value.to_string().as_bytes()) {
        Ok(records) => {
            let misshapen: Vec<String> = faults.iter().map(|fault| fault.path.clone()).collect();
            let further = check::check(records).err().unwrap_or_default();
            faults.extend(
                further
                    .into_iter()
                    .filter(|fault| !misshapen.iter().any(|path| stands_in(&fault.path, path))),
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
    DatasetError::Records(faults)
}

/// Whether `path` is `place` or lies inside it.
fn stands_in(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
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
