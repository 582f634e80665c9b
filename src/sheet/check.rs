//! What is wrong with a workbook, each fault at its cell and all of one cause together.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::dataset::{self, Dataset, DatasetError, Fault};
use crate::domain::invisible_chars::quoted;
use crate::domain::sort;
use crate::sheet::assemble::{Assembled, Homeless, LeftOut, dataset};
use crate::sheet::kind::{Kind, Shape};
use crate::sheet::read::Found;
use crate::sheet::schema::Schema;
use crate::sheet::tab::described;
use crate::sheet::xlsx::write::letters;
use crate::sheet::{CellPlace, Sheet, Workbook};
use crate::words::misfits as words;

/// The most characters of a value that are shown.
const LONGEST: usize = 60;

/// A workbook that was checked.
#[derive(Debug)]
pub struct Checked {
    /// The dataset as its file has it, without the rows that have no place in it.
    pub json: String,
    /// The dataset, if nothing is wrong.
    pub dataset: Option<Dataset>,
    /// What is wrong, by causes, in the order of the workbook.
    pub causes: Vec<Cause>,
    /// How many rows have no place in the dataset.
    pub left_out: usize,
}

/// What is wrong in one way with one column, in any number of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The name of the sheet; none for what no sheet has.
    pub sheet: Option<String>,
    /// The head of the column; none for whole rows.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub wrong: String,
    /// Where, in the order of the sheet.
    pub cells: Vec<CellFault>,
}

/// A fault at its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Where it is in the workbook.
    pub place: Option<CellPlace>,
    /// The cell as spreadsheets name it, or the number of its row, or the place in the dataset: `F12`, `12`, `measures`.
    pub cell: String,
    /// What stands there, shortened; empty where nothing does.
    pub value: String,
    /// What would be right.
    pub help: String,
    /// What stands in the first column of the row above, for orientation.
    pub above: String,
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cells = self
            .cells
            .iter()
            .map(|fault| (fault.cell.as_str(), fault.value.as_str(), fault.help.as_str()));
        formatter.write_str(&words::cause(self.sheet.as_deref(), self.column, &self.wrong, cells))
    }
}

impl Found {
    /// Makes a dataset of it, and says everything that is wrong.
    pub fn check(&self) -> Checked {
        let assembled = dataset(&self.workbook);
        let json = assembled.value.to_string();
        let read = dataset::parse(json.as_bytes());
        self.checked(&assembled, json, read)
    }

    /// The same of the dataset that was made of it and written as that file, and read again.
    pub fn checked(&self, assembled: &Assembled, json: String, read: Result<Dataset, DatasetError>) -> Checked {
        let workbook = &self.workbook;
        let own = self.misfits.iter().map(|misfit| (misfit.place, misfit.fault.clone()));
        let schema = Schema::read();
        let missing = workbook
            .sheets
            .iter()
            .enumerate()
            .flat_map(|(place, sheet)| missing(place, sheet, &schema));
        let left_out = assembled
            .left_out
            .iter()
            .map(|left_out| (left_out.place, why(left_out, workbook)));
        let mut faults: Vec<(CellPlace, [String; 2])> = own.chain(missing).chain(left_out).collect();
        let at_cells: HashSet<CellPlace> = faults.iter().map(|(place, _)| *place).collect();
        let (dataset, found) = match read {
            Ok(dataset) => (Some(dataset), Vec::new()),
            Err(DatasetError::Records(faults)) => (None, faults),
            // What was written here is JSON, and in the version of this page.
            Err(DatasetError::Json { .. } | DatasetError::Later { .. }) => (None, Vec::new()),
        };
        let mut nowhere = Vec::new();
        for fault in found {
            match assembled.origins.cell(&fault.path, workbook) {
                // One fault at a cell is enough: the first says what it is.
                Some(place) if at_cells.contains(&place) => {}
                Some(place) => faults.push((place, [fault.wrong, fault.help])),
                None => nowhere.push(fault),
            }
        }
        let in_cells = faults
            .into_iter()
            .map(|(place, fault)| (place, in_cell(place, workbook), fault));
        let causes = causes(in_cells.collect(), nowhere, workbook);
        let dataset = dataset.filter(|_| causes.is_empty());
        Checked {
            json,
            dataset,
            causes,
            left_out: assembled.left_out.len(),
        }
    }
}

/// What is said of a fault where it stands: its cell, what stands there, and the row above.
pub(super) type Where = [String; 3];

fn in_cell(place: CellPlace, workbook: &Workbook) -> Where {
    let sheet = &workbook.sheets[place.sheet];
    let row = &sheet.rows[place.row];
    let letter = place.column.and_then(|column| sheet.places[column]).map(letters);
    let value = place.column.map_or("", |column| row.cells[column].as_str());
    let above = place
        .row
        .checked_sub(1)
        .map_or("", |above| sheet.rows[above].cells[0].as_str());
    [
        format!("{}{}", letter.unwrap_or_default(), row.number),
        quoted(value, LONGEST),
        quoted(above, LONGEST),
    ]
}

/// All of one cause together: those that have a cell in the order of the workbook, then those of what has none.
pub(super) fn causes(
    mut faults: Vec<(CellPlace, Where, [String; 2])>,
    nowhere: Vec<Fault>,
    workbook: &Workbook,
) -> Vec<Cause> {
    sort::by_key(&mut faults, |(place, ..)| (place.sheet, place.column, place.row));
    let mut all = Causes {
        workbook,
        found: Vec::new(),
        known: HashMap::new(),
    };
    for (place, at, fault) in faults {
        all.add(place, at, fault);
    }
    for fault in nowhere {
        all.add_elsewhere(fault);
    }
    all.found
}

/// The place of a sheet, and that of one of its columns; none for whole rows.
type Column = (usize, Option<usize>);

/// The causes, as they are found.
struct Causes<'a> {
    workbook: &'a Workbook,
    found: Vec<Cause>,
    /// The place of each cause, by sheet and column and what is wrong.
    known: HashMap<(Option<Column>, String), usize>,
}

impl Causes<'_> {
    fn add(&mut self, place: CellPlace, [cell, value, above]: Where, [wrong, help]: [String; 2]) {
        let sheet = &self.workbook.sheets[place.sheet];
        let fault = CellFault {
            place: Some(place),
            cell,
            value,
            help,
            above,
        };
        let column = place.column.map(|column| sheet.kind.heads()[column]);
        let name = quoted(&sheet.name, LONGEST);
        self.put(Some((place.sheet, place.column)), Some(name), column, wrong, fault);
    }

    /// A fault of what has no cell.
    fn add_elsewhere(&mut self, fault: Fault) {
        let Fault {
            path,
            value,
            wrong,
            help,
        } = fault;
        let fault = CellFault {
            place: None,
            cell: path,
            value: value.unwrap_or_default(),
            help,
            above: String::new(),
        };
        self.put(None, None, None, wrong, fault);
    }

    fn put(
        &mut self,
        place: Option<Column>,
        sheet: Option<String>,
        column: Option<&'static str>,
        wrong: String,
        fault: CellFault,
    ) {
        let next = self.found.len();
        let at = *self.known.entry((place, wrong.clone())).or_insert(next);
        if at == next {
            self.found.push(Cause {
                sheet,
                column,
                wrong,
                cells: Vec::new(),
            });
        }
        self.found[at].cells.push(fault);
    }
}

/// The cells of a sheet that must be filled and are not.
fn missing(place: usize, sheet: &Sheet, schema: &Schema) -> Vec<(CellPlace, [String; 2])> {
    let table = sheet.kind.table();
    let needed = table.columns.iter().enumerate().filter(|(_, (path, _))| {
        let field = schema.field(table.record, path);
        !path.is_empty() && field.is_needed && !field.is_list
    });
    let needed: Vec<(usize, [String; 2])> = needed
        .map(|(column, (_, shape))| {
            let described = described(sheet.kind, column, schema);
            let fault = match shape {
                Shape::Choice => words::unchosen(&described.choices),
                _ => words::missing(described.note.trim_end_matches('.')),
            };
            let [wrong, help] = fault;
            let wrong = match sheet.places[column] {
                Some(_) => wrong,
                None => words::no_column(&wrong),
            };
            (column, [wrong, help])
        })
        .collect();
    let rows = sheet.rows.iter().enumerate();
    let of_row = rows.flat_map(|(at, row)| {
        let empty = needed.iter().filter(|(column, _)| row.cells[*column].is_empty());
        empty.map(move |(column, fault)| {
            (
                CellPlace {
                    sheet: place,
                    row: at,
                    column: Some(*column),
                },
                fault.clone(),
            )
        })
    });
    of_row.collect()
}

/// Why a row has no place in the dataset.
fn why(left_out: &LeftOut, workbook: &Workbook) -> [String; 2] {
    let table = workbook.sheets[left_out.place.sheet].kind.table();
    let parents: Vec<&str> = table.parents().map(|(_, kind)| Kind::name(kind)).collect();
    match left_out.why {
        Homeless::Unsaid => words::unsaid(&parents),
        Homeless::Several => words::several(&parents),
        Homeless::Taken => words::taken(),
        Homeless::Unknown => {
            let own = table
                .parents()
                .find(|(column, _)| Some(*column) == left_out.place.column);
            words::unknown(own.map_or("", |(_, kind)| kind.name()))
        }
    }
}
