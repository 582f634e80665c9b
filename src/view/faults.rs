//! The page for a dataset that cannot be used.

use crate::dataset::{DatasetError, Fault};

/// What is wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultsView {
    /// It cannot be parsed, for this reason.
    Unreadable(String),
    /// Everything that its editor must correct, one line for each fault.
    Faults(Vec<String>),
}

impl FaultsView {
    /// What there is to say of an error.
    pub fn of(error: &DatasetError) -> Self {
        match error {
            DatasetError::Json { .. } | DatasetError::Later { .. } => Self::Unreadable(error.to_string()),
            DatasetError::Records(faults) => Self::Faults(faults.iter().map(Fault::to_string).collect()),
        }
    }
}
