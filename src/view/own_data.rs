//! What becomes of a file in which a reader has data of their own: what was found in it, and every fault at its cell.

use crate::dataset::{Dataset, SCHEMA_VERSION};
use crate::domain::invisible_chars::quoted;
use crate::sheet::csv::{add_row, harmless};
use crate::sheet::{Cause, CellPlace, Checked, Faulty, Found, FoundSheet, Likeness, Rescued, Sheet, Workbook};
use crate::view::Export;
use crate::view::about::counts;
use crate::view::action_keys::{key_of, with_key};
use crate::words::own_data as words;

/// How many cells of one cause are shown; the saved list has all of them.
const MOST_CELLS: usize = 50;
/// How many measures are shown as they will look.
const FIRST: usize = 3;
/// The most characters of a text that is shown.
const LONGEST: usize = 200;

/// What is done with data of the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnDataAction {
    /// Lets the reader choose a file.
    Choose,
    /// Stops reading it.
    Stop,
    /// Shows what is in it.
    Show,
    /// Compares what is in it with what is shown.
    Compare,
    /// Saves the list of its faults.
    SaveFaults,
    /// Goes back to the data of the page.
    Close,
    /// Saves the page with the data that it shows: to the file to which they were saved before, if there is one.
    SavePage,
    /// The same to another file.
    SavePageAs,
    /// Shows what is in the file although what is shown was not saved.
    ShowUnsaved,
    /// Saves an empty file to begin with, or the data of the page.
    Save(Export),
}

impl OwnDataAction {
    const KEYS: [(&str, Self); 9] = [
        ("choose", Self::Choose),
        ("stop", Self::Stop),
        ("show", Self::Show),
        ("compare", Self::Compare),
        ("save-faults", Self::SaveFaults),
        ("close", Self::Close),
        ("save-page", Self::SavePage),
        ("save-page-as", Self::SavePageAs),
        ("show-unsaved", Self::ShowUnsaved),
    ];

    /// Its key; that of what is saved is the export's.
    pub fn key(self) -> String {
        match self {
            Self::Save(export) => export.key(),
            action => key_of(&Self::KEYS, &action).to_owned(),
        }
    }

    /// The action with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        with_key(&Self::KEYS, key).or_else(|| Export::from_key(key).map(Self::Save))
    }
}

/// The data of the reader's own that the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnShown {
    /// The name of the file that they were in.
    pub file: String,
    /// The file of the page to which they can be saved again without being asked.
    pub saves_to: Option<String>,
    /// Whether the reader is asked if they may go unsaved.
    pub is_asked: bool,
}

/// Whether leaving the page, or showing other data, loses a page that the reader has not saved: `shown` is the name of the file in which
/// they have opened data.
pub fn is_unsaved(shown: Option<&str>, is_saved: bool) -> bool {
    shown.is_some() && !is_saved
}

/// How far a file has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// None was opened.
    #[default]
    None,
    /// Something takes its time: what, and how much of how much is done.
    Working(String, usize, usize),
    /// It came to nothing, for this reason.
    Ended(String),
    /// It was read.
    Read(Box<FileView>),
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// The sheets that were recognised; none of a dataset in JSON.
    pub sheets: Vec<SheetView>,
    /// What else there is to know.
    pub notes: Vec<String>,
    /// How much there will be, and the first measures, by number and title.
    pub contents: Option<(String, Vec<String>)>,
    /// What is wrong, by causes.
    pub causes: Vec<CauseView>,
    /// How many faults there are.
    pub faults: usize,
    /// How much of it can be shown.
    pub shows: Shows,
}

/// How much of a file can be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// Nothing.
    #[default]
    Nothing,
    /// All but so many records.
    AllBut(usize),
    /// All.
    All,
}

/// A sheet that was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetView {
    /// Its name in the file.
    pub name: String,
    /// The name of what it holds.
    pub kind: &'static str,
    /// How many rows it has.
    pub rows: usize,
    /// What there is to know of it.
    pub notes: Vec<String>,
}

/// One cause of faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseView {
    /// The sheet, the column and what is wrong.
    pub heading: String,
    /// Where.
    pub cells: Vec<CellView>,
    /// How many more there are.
    pub more: usize,
}

/// A fault at its cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellView {
    /// The cell, the row or the place in the dataset.
    pub cell: String,
    /// What stands there.
    pub value: String,
    /// What would be right.
    pub help: String,
    /// What stands in the first column of the row above.
    pub above: String,
    /// The row, as heads and texts; empty where it has none.
    pub row: Vec<(&'static str, String)>,
}

impl FileView {
    /// What was found in tables.
    pub fn of_tables(name: String, found: &Found, checked: &Checked, rescued: Option<&Rescued>) -> Self {
        let sheets = found.workbook.sheets.iter().zip(&found.sheets);
        let mut notes = Vec::new();
        if !found.ignored.is_empty() {
            let ignored: Vec<String> = found.ignored.iter().map(|name| quoted(name, LONGEST)).collect();
            notes.push(words::ignored(&ignored));
        }
        if 0 < found.emptied {
            notes.push(words::emptied(found.emptied));
        }
        let (dataset, shows) = match &checked.dataset {
            Some(dataset) => (Some(dataset), Shows::All),
            None => as_far_as_it_goes(rescued),
        };
        Self {
            name,
            sheets: sheets.map(|(sheet, found)| SheetView::new(sheet, found)).collect(),
            notes,
            contents: dataset.map(contents),
            shows,
            ..Self::of_causes(&checked.causes, &found.workbook)
        }
    }

    /// What was found in a dataset in JSON.
    pub fn of_dataset(name: String, dataset: &Dataset) -> Self {
        let is_older = dataset.version < SCHEMA_VERSION;
        Self {
            name,
            notes: is_older.then(|| words::ADDED.to_owned()).into_iter().collect(),
            contents: Some(contents(dataset)),
            shows: Shows::All,
            ..Self::default()
        }
    }

    /// What was found in one with faults.
    pub fn of_faulty(name: String, faulty: &Faulty, rescued: Option<&Rescued>) -> Self {
        let (dataset, shows) = as_far_as_it_goes(rescued);
        Self {
            name,
            contents: dataset.map(contents),
            shows,
            ..Self::of_causes(&faulty.causes, &faulty.workbook)
        }
    }

    fn of_causes(causes: &[Cause], workbook: &Workbook) -> Self {
        Self {
            causes: causes.iter().map(|cause| CauseView::new(cause, workbook)).collect(),
            faults: causes.iter().map(|cause| cause.cells.len()).sum(),
            ..Self::default()
        }
    }
}

/// What is left of a file with faults, and how much of it can be shown.
fn as_far_as_it_goes(rescued: Option<&Rescued>) -> (Option<&Dataset>, Shows) {
    match rescued {
        Some(rescued) => (rescued.checked.dataset.as_ref(), Shows::AllBut(rescued.left_out)),
        None => (None, Shows::Nothing),
    }
}

/// How much a dataset holds, and its first measures.
fn contents(dataset: &Dataset) -> (String, Vec<String>) {
    let measures = dataset.measures.iter().take(FIRST);
    let first = measures.map(|measure| format!("{} {}", measure.number, measure.title));
    (counts(dataset), first.collect())
}

impl SheetView {
    fn new(sheet: &Sheet, found: &FoundSheet) -> Self {
        let heads = sheet.kind.heads();
        let mut notes = Vec::new();
        if Likeness::Written < found.likeness {
            notes.push(words::NEARLY.to_owned());
        }
        if found.is_hidden {
            notes.push(words::HIDDEN.to_owned());
        }
        if found.is_merged {
            notes.push(words::MERGED.to_owned());
        }
        let renamed = found
            .columns
            .iter()
            .filter(|column| Likeness::Written < column.likeness);
        notes.extend(renamed.map(|column| words::renamed(&quoted(&column.head, LONGEST), heads[column.column])));
        if !found.missing.is_empty() {
            let missing: Vec<&str> = found.missing.iter().map(|column| heads[*column]).collect();
            notes.push(words::missing(&missing));
        }
        let extra: Vec<String> = found
            .extra
            .iter()
            .filter(|head| !head.is_empty())
            .map(|head| quoted(head, LONGEST))
            .collect();
        if !extra.is_empty() {
            notes.push(words::extra(&extra));
        }
        Self {
            name: quoted(&sheet.name, LONGEST),
            kind: sheet.kind.name(),
            rows: sheet.rows.len(),
            notes,
        }
    }
}

impl CauseView {
    fn new(cause: &Cause, workbook: &Workbook) -> Self {
        let place = [cause.sheet.as_deref().unwrap_or(words::IN_DATASET)]
            .into_iter()
            .chain(cause.column);
        let place: Vec<&str> = place.collect();
        let cells = cause.cells.iter().take(MOST_CELLS).map(|fault| CellView {
            cell: fault.cell.clone(),
            value: fault.value.clone(),
            help: fault.help.clone(),
            above: fault.above.clone(),
            row: fault.place.map(|place| row(workbook, place)).unwrap_or_default(),
        });
        Self {
            heading: format!("{}: {}", place.join(", "), cause.wrong),
            more: cause.cells.len().saturating_sub(MOST_CELLS),
            cells: cells.collect(),
        }
    }
}

/// What stands in a row, cell by cell.
fn row(workbook: &Workbook, place: CellPlace) -> Vec<(&'static str, String)> {
    let sheet = &workbook.sheets[place.sheet];
    let cells = sheet.kind.heads().iter().zip(&sheet.rows[place.row].cells);
    let filled = cells.filter(|(_, cell)| !cell.is_empty());
    filled.map(|(head, cell)| (*head, quoted(cell, LONGEST))).collect()
}

/// Every fault as a CSV file: sheet, cell, value, what is wrong, what would be right, and the row above.
pub fn faults_as_csv(causes: &[Cause]) -> String {
    let mut text = String::from('\u{feff}');
    add_row(&mut text, ',', words::FAULT_HEADS.into_iter().map(str::to_owned));
    for cause in causes {
        for fault in &cause.cells {
            let cells = [
                cause.sheet.as_deref().unwrap_or(words::IN_DATASET),
                &fault.cell,
                &fault.value,
                &cause.wrong,
                &fault.help,
                &fault.above,
            ];
            add_row(&mut text, ',', cells.into_iter().map(|cell| harmless(cell.to_owned())));
        }
    }
    text
}
