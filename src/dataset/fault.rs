//! What can be wrong with a dataset, in words with which its editor can fix it.

use std::fmt;

use crate::dataset::SCHEMA_VERSION;
use crate::domain::invisible_chars::quoted;
use crate::words::faults as words;

/// One fault: where, what is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its place: `measures[31].follow_up[2].due`.
    pub path: String,
    /// The value there, as JSON, shortened; none where something is missing.
    pub value: Option<String>,
    /// What is wrong with it.
    pub wrong: String,
    /// What would be right.
    pub help: String,
}

impl Fault {
    pub(super) fn new(path: impl Into<String>, value: Option<String>, [wrong, help]: [impl Into<String>; 2]) -> Self {
        Self {
            path: path.into(),
            value,
            wrong: wrong.into(),
            help: help.into(),
        }
    }

    /// Whether the field is one that the format does not have.
    pub fn is_unknown_field(&self) -> bool {
        self.wrong == words::UNKNOWN_FIELD
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.path)?;
        if let Some(value) = &self.value {
            write!(formatter, "{value} ")?;
        }
        write!(formatter, "{}; {}", self.wrong, self.help)
    }
}

/// Why a dataset cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// The bytes are not JSON.
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
        /// The message of the JSON reader.
        message: String,
    },
    /// It is in a later version of the format than this page knows.
    Later {
        /// That version.
        version: u64,
    },
    /// The JSON has faults: all of them, in file order; at most the first ten thousand.
    Records(Vec<Fault>),
}

impl fmt::Display for DatasetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { line, column, message } => formatter.write_str(&words::not_json(message, *line, *column)),
            Self::Later { version } => formatter.write_str(&words::later(*version, SCHEMA_VERSION)),
            Self::Records(faults) => {
                formatter.write_str(&words::count(faults.len(), Faults::MOST < faults.len()))?;
                faults.iter().try_for_each(|fault| write!(formatter, "\n{fault}"))
            }
        }
    }
}

impl std::error::Error for DatasetError {}

/// A value as JSON for a message, cut to about 60 characters.
pub(super) fn shortened(value: &serde_json::Value) -> String {
    const LONGEST: usize = 60;
    quoted(&value.to_string(), LONGEST)
}

/// Faults as they are found. Bounded, because a file of rubbish has a fault for each value.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<Fault>,
    is_more: bool,
}

impl Faults {
    /// The most that are listed: more than anyone fixes in one go.
    const MOST: usize = 10_000;

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether no more are listed.
    pub(super) fn is_full(&self) -> bool {
        Self::MOST <= self.found.len()
    }

    /// Adds a fault, or notes that there are more than are listed.
    pub(super) fn add(&mut self, fault: impl FnOnce() -> Fault) {
        if self.is_full() {
            self.is_more = true;
        } else {
            self.found.push(fault());
        }
    }

    /// The faults in the order in which they were found; if some are left out, the last one says so.
    pub(super) fn into_list(mut self) -> Vec<Fault> {
        let is_more = self.is_more;
        self.found
            .extend(is_more.then(|| Fault::new("dataset", None, words::TOO_MANY)));
        self.found
    }
}
