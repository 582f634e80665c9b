//! The records of one edition, found by kind and id.

use std::collections::HashMap;
use std::sync::Arc;

use crate::compare::Same;
use crate::domain::date::{Day, PartialDate};
use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Wording;
use crate::sheet::{self, Kind, Row, Shape, TablesReading, Workbook};

/// The records of one edition. A copy costs nothing.
#[derive(Clone, Debug)]
pub struct Edition(Arc<Records>);

#[derive(Debug)]
struct Records {
    workbook: Workbook,
    /// The place of the record of a kind with that id among those of its kind.
    places: HashMap<(Kind, String), usize>,
}

impl Edition {
    /// The one in those sheets, which are those of every kind in their order.
    pub fn new(workbook: Workbook) -> Self {
        let mut places = HashMap::new();
        for sheet in &workbook.sheets {
            let Some(id) = id_column(sheet.kind) else { continue };
            for (place, row) in sheet.rows.iter().enumerate() {
                places.insert((sheet.kind, row.cells[id].clone()), place);
            }
        }
        Self(Arc::new(Records { workbook, places }))
    }

    /// The one in a file, in which *no* is the same as nothing; none of what is no JSON.
    pub fn in_file(file: &str) -> Option<Self> {
        let mut reading = TablesReading::new(file, usize::MAX);
        while reading.step() {}
        reading.finish().map(Self::of_file)
    }

    /// The same in the sheets of a file.
    pub fn of_file(mut workbook: Workbook) -> Self {
        for sheet in &mut workbook.sheets {
            let columns = sheet.kind.columns();
            for row in &mut sheet.rows {
                let cells = columns.iter().zip(&mut row.cells);
                cells
                    .filter(|((_, shape), cell)| *shape == Shape::YesNo && sheet::is_no(cell))
                    .for_each(|(_, cell)| cell.clear());
            }
        }
        Self::new(workbook)
    }

    /// All of it.
    pub fn workbook(&self) -> &Workbook {
        &self.0.workbook
    }

    /// The records of a kind.
    pub fn rows(&self, kind: Kind) -> &[Row] {
        let sheet = self.0.workbook.sheets.get(kind as usize);
        sheet.map_or(&[], |sheet| &sheet.rows)
    }

    /// The place of the record of a kind with that id.
    pub fn place(&self, kind: Kind, id: &str) -> Option<usize> {
        self.0.places.get(&(kind, id.to_owned())).copied()
    }

    /// The record of a kind with that id.
    pub fn record(&self, kind: Kind, id: &str) -> Option<&[String]> {
        self.place(kind, id)
            .map(|place| self.rows(kind)[place].cells.as_slice())
    }

    /// What a field of the edition itself says.
    fn own(&self, field: &str) -> &str {
        let row = self.rows(Kind::Edition).first();
        let cell = Kind::Edition.column(field).and_then(|column| row?.cells.get(column));
        cell.map_or("", String::as_str)
    }

    /// Its number.
    pub fn number(&self) -> &str {
        self.own("edition.id")
    }

    /// Its title.
    pub fn title(&self) -> &str {
        self.own("edition.title")
    }

    /// The day as of which it reports.
    pub fn status_date(&self) -> Option<Day> {
        self.own("edition.status_date").parse().ok().and_then(PartialDate::day)
    }

    /// What it calls a thing, named as in [`Wording`]; nothing where it has no word of its own for it.
    pub fn word(&self, what: &str) -> Option<&str> {
        let [of, text] = ["what", "text"].map(|field| Kind::Words.column(field).unwrap_or_default());
        let row = self.rows(Kind::Words).iter().find(|row| row.cells[of] == what)?;
        Some(row.cells[text].as_str())
    }

    /// The code of a line: `ISS-31-e1`.
    pub fn code(&self, id: &str) -> String {
        let code = self.word(Wording::Code.key());
        format!("{}-{id}", code.unwrap_or(Wording::Code.label()))
    }

    /// The same edition in which the records that are taken as one have their later id.
    #[must_use]
    pub fn renamed(&self, same: &[Same]) -> Self {
        if same.is_empty() {
            return self.clone();
        }
        Self::new(renamed(self.workbook().clone(), same))
    }
}

/// Gives the records that are taken as one their later id, wherever a cell names them.
pub(super) fn renamed(mut workbook: Workbook, same: &[Same]) -> Workbook {
    let ids: HashMap<(Kind, &str), &str> = same
        .iter()
        .map(|same| ((same.kind, same.old.as_str()), same.new.as_str()))
        .collect();
    let later = |kinds: &[Kind], id: &str| {
        let found = kinds.iter().find_map(|kind| ids.get(&(*kind, id)));
        found.map_or_else(|| id.to_owned(), |id| (*id).to_owned())
    };
    for sheet in &mut workbook.sheets {
        let kind = sheet.kind;
        for row in &mut sheet.rows {
            for ((_, shape), cell) in kind.columns().iter().zip(&mut row.cells) {
                *cell = match shape {
                    Shape::Id => later(&[kind], cell),
                    Shape::Parent(parent) => later(&[*parent], cell),
                    Shape::Ref(kinds) => later(kinds, cell),
                    Shape::Refs(kinds) => sheet::joined(sheet::items(*shape, cell).iter().map(|id| later(kinds, id))),
                    _ => continue,
                };
            }
        }
    }
    workbook
}

/// The column of the id of a kind.
pub(super) fn id_column(kind: Kind) -> Option<usize> {
    kind.columns().iter().position(|(_, shape)| *shape == Shape::Id)
}
