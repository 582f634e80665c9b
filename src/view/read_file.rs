//! A file in which a reader has data of their own, read and checked: what is said of it, and what of it can be shown.

use std::mem;

use crate::dataset::{self, Dataset, DatasetError, SCHEMA_VERSION};
use crate::sheet::{Cause, Checked, Faulty, Found};
use crate::view::{FileState, FileView};
use crate::words::{faults, own_data as words};

/// A file that was read.
#[derive(Debug)]
pub struct ReadFile {
    /// What is said of it.
    pub state: FileState,
    /// Everything that is wrong with it.
    pub causes: Vec<Cause>,
    /// What of it can be shown: the file of a dataset, and the dataset.
    pub shows: Option<(String, Dataset)>,
}

impl ReadFile {
    /// Tables that were checked.
    pub fn of_tables(name: String, found: &Found, mut checked: Checked) -> Self {
        let rescued = match checked.dataset {
            Some(_) => None,
            None => found.clone().rescued(&checked.causes),
        };
        let view = FileView::of_tables(name, found, &checked, rescued.as_ref());
        let causes = mem::take(&mut checked.causes);
        let Checked { json, dataset, .. } = rescued.map_or(checked, |rescued| rescued.checked);
        Self {
            state: FileState::Read(Box::new(view)),
            causes,
            shows: dataset.map(|dataset| (json, dataset)),
        }
    }

    /// The text of a file; nothing where it is none.
    pub fn text(file: Vec<u8>) -> Option<String> {
        let mut text = String::from_utf8(file).ok()?;
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Some(text)
    }

    /// A dataset that was read from that file.
    pub fn of_dataset(name: String, file: String, dataset: Dataset) -> Self {
        Self {
            state: FileState::Read(Box::new(FileView::of_dataset(name, &dataset))),
            causes: Vec::new(),
            shows: Some((file, dataset)),
        }
    }

    /// A dataset in JSON. One of a newer page is refused.
    pub fn of_json(name: String, file: Vec<u8>) -> Self {
        let Some(file) = Self::text(file) else {
            return Self::refused(&name, words::NO_TEXT);
        };
        let error = match dataset::parse(file.as_bytes()) {
            Ok(dataset) => return Self::of_dataset(name, file, dataset),
            Err(DatasetError::Later { version }) => {
                return Self::refused(&name, &faults::later(version, SCHEMA_VERSION));
            }
            Err(error) => error,
        };
        let faulty = Faulty::new(&file, &error);
        let rescued = faulty.rescued();
        Self {
            state: FileState::Read(Box::new(FileView::of_faulty(name, &faulty, rescued.as_ref()))),
            causes: faulty.causes,
            shows: rescued.and_then(|rescued| Some((rescued.checked.json, rescued.checked.dataset?))),
        }
    }

    /// One that cannot be read.
    pub fn refused(name: &str, why: &str) -> Self {
        Self {
            state: FileState::Ended(words::refused(name, why)),
            causes: Vec::new(),
            shows: None,
        }
    }
}
