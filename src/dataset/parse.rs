//! Bytes to a checked dataset: a fast reader for good files, a thorough one that lists the faults of others.

use std::collections::HashSet;

use serde_json::Value;

use crate::dataset::check::Draft;
use crate::dataset::fault::{DatasetError, Fault};
use crate::dataset::json::{FromJson, Json};
use crate::dataset::{Dataset, SCHEMA_VERSION, check, repair};
use crate::domain::blank::blank_of;
use crate::domain::invisible_chars::is_invisible;
use crate::domain::measure::Measure;
use crate::domain::sort;
use crate::words::faults as words;

/// Reads and checks the whole dataset.
///
/// # Errors
/// [`DatasetError::Json`] when the bytes are not JSON; [`DatasetError::Records`] with *every* fault, in file order, so
/// that an editor sees the whole list at once.
pub fn parse(json: &[u8]) -> Result<Dataset, DatasetError> {
    let good = Reading::begin(json).and_then(Reading::finish);
    good.map_or_else(|| parse_thoroughly(json), Ok)
}

/// A dataset that is read in parts, so that a page can show progress. Only notices that something is wrong; [`parse`] lists
/// the faults.
pub struct Reading(Draft);

impl Reading {
    /// Begins with a file in which any number of measures may be missing at the end.
    pub fn begin(file: &[u8]) -> Option<Self> {
        let draft = Draft::begin(good(file)?);
        draft.is_good().then_some(Self(draft))
    }

    /// Adds the next measures, a JSON list.
    #[must_use]
    pub fn and(mut self, measures: &[u8]) -> Option<Self> {
        self.0.add(good(measures)?);
        self.0.is_good().then_some(self)
    }

    /// The dataset, once all measures are added.
    pub fn finish(self) -> Option<Dataset> {
        self.0.finish().ok()
    }
}

impl Dataset {
    /// Lets the long texts of the measures come later: what stands in their place is [`blank_of`] each.
    #[must_use]
    pub fn without_texts(mut self) -> Self {
        self.measures.wait();
        self
    }

    /// Takes the texts of the measures from that place on, a JSON list; refuses it where anything else is another than before.
    #[must_use]
    pub fn take_texts(&self, first: usize, measures: &[u8]) -> bool {
        let read = good(measures).and_then(|records| check::measures_of(self, first, records));
        let Some(read) = read else {
            return false;
        };
        let is_same = |(place, measure): (usize, &Measure)| {
            self.measures.outline(place) == Some(&measure.without_texts(&blank_of(place)))
        };
        if !(first..).zip(&read).all(is_same) {
            return false;
        }
        for (place, measure) in (first..).zip(read) {
            self.measures.fill(place, measure);
        }
        true
    }
}

/// The value, if the fast reader can read it.
fn good<'a, Wire: FromJson<'a>>(json: &'a [u8]) -> Option<Wire> {
    // Faster than checking each text for UTF-8.
    let text = str::from_utf8(json).ok().filter(|_| !holds_invisible(json))?;
    Json::read(text)
}

/// Whether a text of the JSON file has an invisible character, itself or as an escape.
///
/// Looks only where one can begin: at an escape, at U+007F, and at the first bytes of U+0080 to U+00BF and of U+2000 to
/// U+2FFF. Line ends between values are not part of a text, and other unescaped controls are not JSON.
fn holds_invisible(json: &[u8]) -> bool {
    let may_begin = |byte: &u8| matches!(byte, b'\\' | 0x7f | 0xc2 | 0xe2);
    let mut rest = json;
    while let Some(place) = rest.iter().position(may_begin) {
        rest = &rest[place..];
        if begins_invisible(rest) {
            return true;
        }
        // A backslash and what it escapes belong together.
        rest = rest.get(2..).unwrap_or_default();
    }
    false
}

fn begins_invisible(text: &[u8]) -> bool {
    let character = match text {
        [b'\\', b'b' | b'f' | b'r', ..] | [0x7f, ..] => return true,
        [b'\\', b'u', digits @ ..] => escaped_character(digits),
        [0xc2, ..] => text.get(..2).and_then(first_character),
        [0xe2, ..] => text.get(..3).and_then(first_character),
        _ => None,
    };
    character.is_some_and(is_invisible)
}

fn escaped_character(digits: &[u8]) -> Option<char> {
    let digits = str::from_utf8(digits.get(..4)?).ok()?;
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

fn first_character(text: &[u8]) -> Option<char> {
    str::from_utf8(text).ok()?.chars().next()
}

/// Reads a faulty file and lists everything that is wrong with it.
///
/// Values that do not fit the schema are reported and replaced by neutral ones, so that the rest can be checked too; further
/// faults at a replaced value say nothing about the file and are left out.
fn parse_thoroughly(json: &[u8]) -> Result<Dataset, DatasetError> {
    let mut value: Value = serde_json::from_slice(json).map_err(|error| not_json(&error))?;
    // What a later format has cannot be judged by this one.
    if let Some(version) = value["schema_version"]
        .as_u64()
        .filter(|version| u64::from(SCHEMA_VERSION) < *version)
    {
        return Err(DatasetError::Later { version });
    }
    let mut faults = repair::repair(&mut value);
    // Written out, to be read again by the same reader as a good file.
    match Json::read(&value.to_string()) {
        Some(records) => {
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
        None => faults.push(Fault::new("dataset", None, words::SHAPE)),
    }
    sort::by_key(&mut faults, |fault| place(&fault.path));
    // Both readers may say that they list only some.
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
    const LISTS: [&str; 12] = [
        "$schema",
        "schema_version",
        "edition",
        "words",
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
