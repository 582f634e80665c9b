//! A dataset in JSON that has faults: each is told at its record, as those of a workbook are at their rows, and as much of it as can be
//! shown is.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::dataset::{self, DatasetError, Fault};
use crate::sheet::check::{Cause, CellFault, Checked, causes};
use crate::sheet::rescue::{ROUNDS, Rescued};
use crate::sheet::tables::{origins, tables};
use crate::sheet::{CellPlace, Workbook};
use crate::words::misfits as words;

/// A dataset with faults.
#[derive(Debug)]
pub struct Faulty {
    /// Its records in sheets.
    pub workbook: Workbook,
    /// What is wrong, by causes, in the order of the sheets.
    pub causes: Vec<Cause>,
    value: Value,
    faults: Vec<Fault>,
}

impl Faulty {
    /// The dataset in a file, and the error that it gave.
    pub fn new(file: &str, error: &DatasetError) -> Self {
        let (value, faults) = match error {
            DatasetError::Records(faults) => (serde_json::from_str(file).unwrap_or_default(), faults.clone()),
            DatasetError::Json { .. } | DatasetError::Later { .. } => (Value::Null, Vec::new()),
        };
        let workbook = tables(&value);
        let origins = origins(&value);
        let (mut in_records, mut nowhere) = (Vec::new(), Vec::new());
        for fault in faults.iter().cloned() {
            match origins.cell(&fault.path, &workbook) {
                Some(place) => {
                    let path = words::in_record(own_id(place, &workbook), &fault.path);
                    let at = [path, fault.value.unwrap_or_default(), String::new()];
                    in_records.push((place, at, [fault.wrong, fault.help]));
                }
                None => nowhere.push(fault),
            }
        }
        let mut causes = causes(in_records, nowhere, &workbook);
        if let DatasetError::Json { line, column, message } = error {
            causes.push(no_json(*line, *column, message));
        }
        Self {
            workbook,
            causes,
            value,
            faults,
        }
    }

    /// The dataset without each record in which a fault is, and without the fields that the format does not have; none where that does not
    /// lead to one, because what is wrong is in no record.
    pub fn rescued(&self) -> Option<Rescued> {
        let before = record_count(&self.workbook);
        let (mut value, mut faults) = (self.value.clone(), self.faults.clone());
        for _ in 0..ROUNDS {
            if !drop_faulty(&mut value, &faults) {
                break;
            }
            let json = value.to_string();
            faults = match dataset::parse(json.as_bytes()) {
                Ok(dataset) => {
                    return Some(Rescued {
                        left_out: before - record_count(&tables(&value)),
                        checked: Checked {
                            json,
                            dataset: Some(dataset),
                            causes: Vec::new(),
                            left_out: 0,
                        },
                    });
                }
                Err(DatasetError::Records(faults)) => faults,
                Err(DatasetError::Json { .. } | DatasetError::Later { .. }) => break,
            };
        }
        None
    }
}

fn no_json(line: usize, column: usize, message: &str) -> Cause {
    let [wrong, help] = words::no_json(message);
    Cause {
        sheet: None,
        column: None,
        wrong,
        cells: vec![CellFault {
            place: None,
            cell: words::line(line, column),
            value: String::new(),
            help,
            above: String::new(),
        }],
    }
}

/// The id of the record in that row, or of the one to which it belongs.
fn own_id(place: CellPlace, workbook: &Workbook) -> &str {
    let sheet = &workbook.sheets[place.sheet];
    let table = sheet.kind.table();
    let ids = table.id().into_iter().chain(table.parents().map(|(column, _)| column));
    let mut ids = ids.map(|column| sheet.rows[place.row].cells[column].as_str());
    ids.find(|id| !id.is_empty()).unwrap_or_default()
}

fn record_count(workbook: &Workbook) -> usize {
    workbook.sheets.iter().map(|sheet| sheet.rows.len()).sum()
}

/// Takes out each record in which a fault is, and each field that the format does not have. Says whether there was any.
fn drop_faulty(value: &mut Value, faults: &[Fault]) -> bool {
    let origins = origins(value);
    let mut is_any = false;
    let mut lists = BTreeSet::new();
    for fault in faults {
        if fault.is_unknown_field() && take_field(value, &fault.path) {
            is_any = true;
            continue;
        }
        let record = origins.around(&fault.path).map_or("", |(record, _)| record);
        match record.rfind('[').filter(|_| record.ends_with(']')) {
            // Only emptied, so that the others keep their places.
            Some(end) => {
                if let Some(slot) = at(value, record) {
                    *slot = Value::Null;
                    is_any = true;
                    lists.insert(&fault.path[..end]);
                }
            }
            None => is_any |= take_field(value, record),
        }
    }
    // The inner lists first, while the places in the outer ones are what they were.
    for list in lists.into_iter().rev() {
        if let Some(Value::Array(list)) = at(value, list) {
            list.retain(|record| !record.is_null());
        }
    }
    is_any
}

/// Takes a field out of its record.
fn take_field(value: &mut Value, path: &str) -> bool {
    let (record, field) = path.rsplit_once('.').unwrap_or(("", path));
    let fields = at(value, record).and_then(Value::as_object_mut);
    fields.is_some_and(|fields| fields.remove(field).is_some())
}

/// What stands at a path such as `measures[31].follow_up[2]`.
fn at<'a>(value: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    if path.is_empty() {
        return Some(value);
    }
    value.pointer_mut(&format!("/{}", path.replace(['.', '['], "/").replace(']', "")))
}
