//! A dataset as a workbook.

use serde_json::Value;

use crate::domain::keyed::Keyed;
use crate::sheet::kind::{Home, Kind};
use crate::sheet::{Sheet, Workbook, cell};

/// Every record of a dataset, given as its file, in sheets of every kind.
///
/// What says nothing in the file (null, `false` or an empty list) is an empty cell.
pub fn tables(dataset: &Value) -> Workbook {
    Workbook {
        sheets: Kind::ALL.iter().map(|kind| sheet(*kind, dataset)).collect(),
    }
}

/// Those of a dataset, given as the text of its file; none of what is no JSON.
pub fn tables_in(file: &str) -> Option<Workbook> {
    serde_json::from_str(file).ok().map(|dataset| tables(&dataset))
}

/// The same sheets without a row.
pub fn template() -> Workbook {
    Workbook {
        sheets: Kind::ALL.iter().map(|kind| empty(*kind)).collect(),
    }
}

/// One of its sheets.
pub fn sheet(kind: Kind, dataset: &Value) -> Sheet {
    Sheet::of(kind, rows(kind, dataset))
}

/// The same sheet without a row.
pub fn empty(kind: Kind) -> Sheet {
    Sheet::of(kind, std::iter::empty())
}

/// A record in the file, with the column that says to which other it belongs, and the id of that one.
type Found<'a> = (Option<(usize, &'a str)>, &'a Value);

fn rows(kind: Kind, dataset: &Value) -> impl Iterator<Item = Vec<String>> {
    records(kind, dataset).into_iter().map(move |(belongs, record)| {
        let columns = kind.table().columns.iter();
        let mut cells: Vec<String> = columns
            .map(|(path, shape)| cell::text(*shape, at(record, path)))
            .collect();
        if let Some((column, id)) = belongs {
            id.clone_into(&mut cells[column]);
        }
        cells
    })
}

fn records(kind: Kind, dataset: &Value) -> Vec<Found<'_>> {
    let table = kind.table();
    match table.home {
        Home::Whole => vec![(None, dataset)],
        Home::List(path) => each(at(dataset, path)).map(|record| (None, record)).collect(),
        Home::In(field) => {
            let of_parent = |(column, parent)| {
                let parents = records(parent, dataset).into_iter();
                parents.flat_map(move |(_, parent)| {
                    let id = parent["id"].as_str().unwrap_or_default();
                    each(&parent[field]).map(move |record| (Some((column, id)), record))
                })
            };
            table.parents().flat_map(of_parent).collect()
        }
    }
}

/// The value of a field, with dots between fields within fields; a path that is empty leads nowhere.
fn at<'a>(record: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(record, |record, name| &record[name])
}

/// The items of a list, or the one record that is no list.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let items = value.as_array().into_iter().flatten();
    items.chain(value.is_object().then_some(value))
}
