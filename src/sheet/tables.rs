//! A dataset as a workbook.

use serde_json::Value;

use crate::domain::keyed::Keyed;
use crate::sheet::kind::{Home, Kind};
use crate::sheet::{Origins, Sheet, Workbook, cell};

/// Every record of a dataset, given as its file, in sheets of every kind.
///
/// What says nothing in the file (null, `false` or an empty list) is an empty cell.
pub fn tables(dataset: &Value) -> Workbook {
    let mut workbook = template();
    workbook.sheets[Kind::Edition as usize] = sheet(Kind::Edition, dataset);
    add_records(&mut workbook, dataset);
    workbook
}

/// Adds every record of a dataset, or of a part of it, to those sheets. The edition itself is left out.
pub(super) fn add_records(workbook: &mut Workbook, dataset: &Value) {
    for sheet in workbook.sheets.iter_mut().filter(|sheet| sheet.kind != Kind::Edition) {
        sheet.add(rows(sheet.kind, dataset));
    }
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

/// Where each record of a dataset stands in those sheets.
pub(super) fn origins(dataset: &Value) -> Origins {
    let mut origins = Origins::default();
    for (sheet, kind) in Kind::ALL.iter().enumerate() {
        for (row, record) in records(*kind, dataset).into_iter().enumerate() {
            origins.add(record.path, sheet, row);
        }
    }
    origins
}

/// The lists of a dataset that hold records: each of their items can be told by itself.
pub fn lists() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().filter_map(|kind| match kind.table().home {
        Home::List(path) => Some(path).filter(|path| !path.contains('.')),
        Home::Whole | Home::In(_) => None,
    })
}

/// A record in the file.
struct Found<'a> {
    /// Where it stands: `measures[31]`.
    path: String,
    /// The column that says to which other it belongs, and the id of that one.
    belongs: Option<(usize, &'a str)>,
    record: &'a Value,
}

fn rows(kind: Kind, dataset: &Value) -> impl Iterator<Item = Vec<String>> {
    records(kind, dataset).into_iter().map(move |found| {
        let columns = kind.table().columns.iter();
        let mut cells: Vec<String> = columns
            .map(|(path, shape)| cell::text(*shape, at(found.record, path)))
            .collect();
        if let Some((column, id)) = found.belongs {
            id.clone_into(&mut cells[column]);
        }
        cells
    })
}

fn records(kind: Kind, dataset: &Value) -> Vec<Found<'_>> {
    let table = kind.table();
    match table.home {
        Home::Whole => vec![Found {
            path: String::new(),
            belongs: None,
            record: dataset,
        }],
        Home::List(path) => each(path.to_owned(), at(dataset, path), None).collect(),
        Home::In(field) => {
            let of_parent = |(column, parent)| {
                let parents = records(parent, dataset).into_iter();
                parents.flat_map(move |parent| {
                    let id = parent.record["id"].as_str().unwrap_or_default();
                    each(
                        format!("{}.{field}", parent.path),
                        &parent.record[field],
                        Some((column, id)),
                    )
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
fn each<'a>(path: String, value: &'a Value, belongs: Option<(usize, &'a str)>) -> impl Iterator<Item = Found<'a>> {
    let single = value.is_object().then(|| (path.clone(), value));
    let items = value.as_array().into_iter().flatten().enumerate();
    let items = items.map(move |(place, item)| (format!("{path}[{place}]"), item));
    items
        .chain(single)
        .map(move |(path, record)| Found { path, belongs, record })
}
