//! What can be wrong with a dataset, said so that its editor can mend it.

use std::fmt;

use crate::domain::invisible_chars::quoted;

/// One thing that is wrong, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands: `measures[31].follow_up[2].due`.
    pub path: String,
    /// What stands there, as JSON, shortened; nothing where something is missing.
    pub value: Option<String>,
    /// What is wrong with it.
    pub wrong: String,
    /// What would be right.
    pub help: String,
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
        /// What the JSON reader says.
        message: String,
    },
    /// The JSON holds faults: all of them, in file order; of more than ten thousand the first.
    Records(Vec<Fault>),
}

impl fmt::Display for DatasetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { line, column, message } => {
                write!(
                    formatter,
                    "The dataset cannot be read as JSON: {message} (line {line}, column {column})."
                )
            }
            Self::Records(faults) => {
                let noun = if faults.len() == 1 { "fault" } else { "faults" };
                let at_least = if Faults::MOST < faults.len() { "at least " } else { "" };
                write!(formatter, "The dataset has {at_least}{} {noun}:", faults.len())?;
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

/// Faults as they are found. Bounded, because a file of rubbish has as many as it has values.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<Fault>,
    is_more: bool,
}

impl Faults {
    /// The most that are told at once: more than anyone mends at one go.
    const MOST: usize = 10_000;

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether no more are taken.
    pub(super) fn is_full(&self) -> bool {
        Self::MOST <= self.found.len()
    }

    /// Adds a fault, or notes that there are more than are told.
    pub(super) fn add(&mut self, fault: impl FnOnce() -> Fault) {
        if self.is_full() {
            self.is_more = true;
        } else {
            self.found.push(fault());
        }
    }

    /// What was found, in the order in which it was found; a last line says when that is not all.
    pub(super) fn into_list(mut self) -> Vec<Fault> {
        self.found.extend(self.is_more.then(|| Fault {
            path: "dataset".into(),
            value: None,
            wrong: "has more faults than are listed here".into(),
            help: "mend these first".into(),
        }));
        self.found
    }
}
