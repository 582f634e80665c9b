//! What can be wrong with a dataset, said so that its editor can mend it.

use std::fmt;

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
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.path)?;
        if let Some(value) = &self.value {
            write!(formatter, "{value} ")?;
        }
        write!(formatter, "{}; {}", self.wrong, self.remedy)
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
    /// The JSON holds faults: all of them, in file order.
    Records(Vec<Fault>),
}

impl fmt::Display for DatasetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { line, column, message } => {
                write!(
                    formatter,
                    "The dataset is not JSON: {message} (line {line}, column {column})."
                )
            }
            Self::Records(faults) => {
                let noun = if faults.len() == 1 { "fault" } else { "faults" };
                write!(formatter, "The dataset has {} {noun}:", faults.len())?;
                faults.iter().try_for_each(|fault| write!(formatter, "\n{fault}"))
            }
        }
    }
}

impl std::error::Error for DatasetError {}

/// A value as JSON for a message, cut to about 60 characters.
pub(super) fn shortened(value: &serde_json::Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text,
    }
}
