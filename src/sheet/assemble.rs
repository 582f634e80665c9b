//! A workbook as a dataset, and where each of its records came from.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::dataset::{SCHEMA_ID, SCHEMA_VERSION};
use crate::domain::keyed::Keyed;
use crate::domain::sort;
use crate::sheet::kind::{Home, Kind};
use crate::sheet::schema::Schema;
use crate::sheet::{CellPlace, Origins, Row, Sheet, Workbook, cell};

/// A dataset made of a workbook. Whether it is a good one says [`crate::dataset::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembled {
    /// The dataset, as its file has it. What is not needed and says nothing (null, `false` or an empty list) is left out.
    pub value: Value,
    /// Where each record stood.
    pub origins: Origins,
    /// The rows that have no place in it.
    pub left_out: Vec<LeftOut>,
}

/// A row that has no place in the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The row, with the cell that should give it a place.
    pub place: CellPlace,
    /// Why it has none.
    pub why: Homeless,
}

/// Why a row has no place in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Homeless {
    /// It does not say to which record it belongs.
    Unsaid,
    /// There is no record with that id.
    Unknown,
    /// It says that it belongs to several.
    Several,
    /// There is one already where there can be only one.
    Taken,
}

/// The dataset that the workbook holds. Rows without a text are no records.
pub fn dataset(workbook: &Workbook) -> Assembled {
    let mut assembly = Assembly::new(workbook);
    while assembly.step(usize::MAX) {}
    assembly.finish()
}

/// A dataset that is made of a workbook in steps. To give it up, drop it.
pub struct Assembly<'a> {
    schema: Schema,
    /// The sheets by kind, each with its place in the workbook.
    sheets: Vec<(usize, &'a Sheet)>,
    /// The next row: its place in these sheets, and in its sheet.
    next: (usize, usize),
    /// The path of the first record of a kind with that id.
    ids: HashMap<(Kind, &'a str), String>,
    whole: Assembled,
}

impl<'a> Assembly<'a> {
    /// Begins with the first row.
    pub fn new(workbook: &'a Workbook) -> Self {
        let schema = Schema::read();
        let mut value = json!({ "$schema": SCHEMA_ID, "schema_version": SCHEMA_VERSION });
        add_lists(Kind::Edition, &schema, &mut value);
        let mut sheets: Vec<_> = workbook.sheets.iter().enumerate().collect();
        sort::by_key(&mut sheets, |(_, sheet)| sheet.kind);
        Self {
            schema,
            sheets,
            next: (0, 0),
            ids: HashMap::new(),
            whole: Assembled {
                value,
                origins: Origins::default(),
                left_out: Vec::new(),
            },
        }
    }

    /// Adds the next rows, as many as given and of one sheet; returns whether any is left.
    pub fn step(&mut self, rows: usize) -> bool {
        let (at, first) = self.next;
        let Some((place, sheet)) = self.sheets.get(at).copied() else {
            return false;
        };
        let end = first.saturating_add(rows).min(sheet.rows.len());
        for (row, cells) in sheet.rows[..end].iter().enumerate().skip(first) {
            if cells.cells.iter().any(|cell| !cell.is_empty()) {
                let place = CellPlace {
                    sheet: place,
                    row,
                    column: None,
                };
                self.add(sheet.kind, cells, place);
            }
        }
        self.next = if end < sheet.rows.len() { (at, end) } else { (at + 1, 0) };
        self.next.0 < self.sheets.len()
    }

    /// How many rows were added, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        let rows = |sheets: &[(usize, &Sheet)]| sheets.iter().map(|(_, sheet)| sheet.rows.len()).sum::<usize>();
        (rows(&self.sheets[..self.next.0]) + self.next.1, rows(&self.sheets))
    }

    /// The dataset, once no row is left.
    pub fn finish(self) -> Assembled {
        self.whole
    }

    fn add(&mut self, kind: Kind, row: &'a Row, place: CellPlace) {
        let added = self.home(kind, row).and_then(|home| self.put(kind, row, &home));
        match added {
            Ok(path) => {
                if let Some(id) = kind.table().id() {
                    self.ids.entry((kind, &row.cells[id])).or_insert_with(|| path.clone());
                }
                self.whole.origins.add(path, place.sheet, place.row);
            }
            Err(why) => {
                let said = |(column, _): &(usize, Kind)| !row.cells[*column].is_empty();
                let mut parents = kind.table().parents();
                let column = parents.find(said).or_else(|| kind.table().parents().next());
                let place = CellPlace {
                    column: column.map(|(column, _)| column),
                    ..place
                };
                self.whole.left_out.push(LeftOut { place, why });
            }
        }
    }

    /// The path of the list or field in which the record of that row stands.
    fn home(&self, kind: Kind, row: &Row) -> Result<String, Homeless> {
        match kind.table().home {
            Home::Whole => Ok(String::new()),
            Home::List(path) => Ok(path.to_owned()),
            Home::In(field) => {
                let said = |(column, _): &(usize, Kind)| !row.cells[*column].is_empty();
                let mut parents = kind.table().parents().filter(said);
                match (parents.next(), parents.next()) {
                    (None, _) => Err(Homeless::Unsaid),
                    (_, Some(_)) => Err(Homeless::Several),
                    (Some((column, parent)), None) => {
                        let path = self.ids.get(&(parent, row.cells[column].as_str()));
                        path.map(|path| format!("{path}.{field}")).ok_or(Homeless::Unknown)
                    }
                }
            }
        }
    }

    /// Puts the record of that row there. Gives its path.
    fn put(&mut self, kind: Kind, row: &Row, home: &str) -> Result<String, Homeless> {
        let table = kind.table();
        let slot = slot(&mut self.whole.value, home);
        let is_list = match table.home {
            Home::Whole => {
                if !slot["edition"].is_null() {
                    return Err(Homeless::Taken);
                }
                slot["edition"] = json!({});
                fill(kind, row, &self.schema, slot);
                return Ok(String::new());
            }
            Home::List(_) => true,
            Home::In(field) => {
                let (_, parent) = table.parents().next().ok_or(Homeless::Unsaid)?;
                self.schema.field(parent.table().record, field).is_list
            }
        };
        let mut record = Value::Object(Map::new());
        add_lists(kind, &self.schema, &mut record);
        fill(kind, row, &self.schema, &mut record);
        match slot {
            Value::Array(list) => {
                list.push(record);
                Ok(format!("{home}[{}]", list.len() - 1))
            }
            Value::Null if is_list => {
                *slot = json!([record]);
                Ok(format!("{home}[0]"))
            }
            Value::Null => {
                *slot = record;
                Ok(home.to_owned())
            }
            _ => Err(Homeless::Taken),
        }
    }
}

/// Adds the lists that a record of that kind must have, empty.
fn add_lists(kind: Kind, schema: &Schema, record: &mut Value) {
    let lists = Kind::ALL.iter().filter_map(|part| match part.table().home {
        Home::List(path) if kind == Kind::Edition => Some(path),
        _ => None,
    });
    for name in lists.chain(kind.parts().map(|(_, field)| field)) {
        let field = schema.field(kind.table().record, name);
        if field.is_needed && field.is_list {
            record[name] = json!([]);
        }
    }
}

/// Writes what the cells of a row say into a record.
fn fill(kind: Kind, row: &Row, schema: &Schema, record: &mut Value) {
    let table = kind.table();
    for ((path, shape), text) in table
        .columns
        .iter()
        .zip(&row.cells)
        .filter(|((path, _), _)| !path.is_empty())
    {
        let value = cell::value(*shape, text);
        let is_said = match &value {
            Value::Array(items) => !items.is_empty() || schema.field(table.record, path).is_needed,
            Value::Bool(is_so) => *is_so,
            _ => !text.is_empty(),
        };
        if is_said {
            *slot(record, path) = value;
        }
    }
}

/// The place of a path such as `measures[31].follow_up`, null if nothing stands there yet. Every list on the way is there.
fn slot<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    let mut slot = value;
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let (name, index) = step.split_once('[').unwrap_or((step, ""));
        slot = &mut slot[name];
        if let Ok(index) = index.trim_end_matches(']').parse::<usize>() {
            slot = &mut slot[index];
        }
    }
    slot
}
