//! The page on which readers open data of their own.

use crate::words::en::counts::number;

/// The heading, and the name of the page in the trail.
pub const HEADING: &str = "Make your own";

/// Below the heading.
pub const SUMMARY: &str = "This page can show any follow-up, not only the one it came with. Keep yours in a spreadsheet, open it here, and save a new \
    page that shows it. Everything happens in this file: nothing is installed, and nothing leaves your computer.";

/// The steps: what each is called.
pub const STEPS: [&str; 3] = ["1. Take a template", "2. Open your file", "3. Save it as a page"];

/// What to do first.
pub const TEMPLATE: &str =
    "A sheet for each kind of record, with notes on what belongs in each column. Or begin with the data of this page.";

/// The templates by their formats, and the data of this page as a workbook.
pub const TEMPLATES: [&str; 3] = [
    "Empty workbook (.xlsx)",
    "Empty CSV files (.zip)",
    "This page’s data (.xlsx)",
];

/// What can be opened.
pub const FORMS: &str = "A workbook (.xlsx), a CSV file or a zip of several, a dataset (.json), or another page like this one (.html). Choose it, drop it \
    anywhere on the page, or press Ctrl+O. You are told what was found before anything changes.";

/// Opens the choice of a file.
pub const CHOOSE: &str = "Open data…";

/// What is saved in the end.
pub const SAVE: [&str; 2] = [
    "Once your data are shown, Share saves a copy of the page with your data in it: one file, to send or to publish.",
    "The page shows your data now. Save them as a page of their own, here or with Ctrl+S. Where the browser lets you choose the file, the next time writes to it \
        again.",
];

/// Saves the page with the data that are shown: the first time, and to another file.
pub const SAVE_PAGE: [&str; 2] = ["Save as a page", "Save as another page"];

/// Saves it to the same file again.
pub fn save_to(file: &str) -> String {
    format!("Save to {file}")
}

/// A page was written.
pub fn saved_to(file: &str) -> String {
    format!("Saved to {file}.")
}

/// A page could not be written to its file; what became of it instead.
pub fn not_saved(instead: &str) -> String {
    format!("The browser could not write to the file, so the page is saved as a download. {instead}")
}

/// Asks before data go that were not saved as a page.
pub fn unsaved(file: &str) -> String {
    format!("The data in {file}, which are shown now, are not saved as a page. Show the others all the same?")
}

/// Shows the others all the same.
pub const SHOW_UNSAVED: &str = "Show the others";

/// While a file is read.
pub fn reading(name: &str) -> String {
    format!("Reading {name} …")
}

/// While tables are checked that were read.
pub fn checking(name: &str) -> String {
    format!("Checking {name} …")
}

/// While everything that is wrong is listed.
pub fn listing_faults(name: &str) -> String {
    format!("Listing the faults in {name} …")
}

/// Stops that, and says that it was stopped.
pub const STOP: [&str; 2] = ["Stop", "Stopped. Nothing has changed."];

/// Why a file cannot be opened, a sentence; nothing that is open is lost.
pub fn refused(name: &str, why: &str) -> String {
    format!("{name} cannot be opened. {why} Nothing has changed.")
}

/// Several files at once.
pub const SEVERAL: &str =
    "Open one file at a time; several CSV files can be put into one zip file. Nothing has changed.";

/// The browser does not hand it over.
pub const NOT_GIVEN: &str = "The browser could not read it.";

/// A page without a dataset.
pub const NO_DATASET: &str = "It is a web page without a dataset.";

/// A dataset that is not in UTF-8.
pub const NO_TEXT: &str = "It is not text in UTF-8.";

/// Over what was found: `What was found in follow-up.xlsx`.
pub fn found(name: &str) -> String {
    format!("What was found in {name}")
}

/// How many sheets were recognized, with how many rows in all; of how many there is something to know.
pub fn recognized(sheets: usize, rows: usize, remarkable: usize) -> String {
    let of = match sheets {
        1 => "One sheet was recognised".to_owned(),
        sheets => format!("{sheets} sheets were recognised"),
    };
    let rows = count_of_rows(rows);
    let remarkable = match remarkable {
        0 => String::new(),
        1 => "; one has something to know".to_owned(),
        several => format!("; {several} have something to know"),
    };
    format!("{of}, with {rows}{remarkable}")
}

/// What a sheet is read as, and how many rows it has, after its name.
pub fn sheet(kind: &str, rows: usize) -> String {
    format!("is read as {kind}, with {}", count_of_rows(rows))
}

fn count_of_rows(rows: usize) -> String {
    match rows {
        0 => "no row".to_owned(),
        1 => "one row".to_owned(),
        rows => format!("{} rows", number(rows)),
    }
}

/// A sheet whose name is not quite that of its kind.
pub const NEARLY: &str = "read by its columns or by a similar name";

/// A hidden sheet.
pub const HIDDEN: &str = "it was hidden";

/// Merged cells.
pub const MERGED: &str = "of merged cells the first counts for each row";

/// Columns with other heads: `“Titel” is read as Title`.
pub fn renamed(head: &str, column: &str) -> String {
    format!("“{head}” is read as {column}")
}

/// Columns that are not there.
pub fn missing(columns: &[&str]) -> String {
    format!("without {}", columns.join(", "))
}

/// Columns that are not read.
pub fn extra(columns: &[String]) -> String {
    format!("not read: {}", columns.join(", "))
}

/// Sheets that are not read.
pub fn ignored(sheets: &[String]) -> String {
    format!("Not read, because they hold no records: {}.", sheets.join(", "))
}

/// Cells that only say that there is nothing.
pub fn emptied(count: usize) -> String {
    match count {
        1 => "One cell says only that there is nothing, such as n/a; it counts as empty.".to_owned(),
        count => format!(
            "{} cells say only that there is nothing, such as n/a; they count as empty.",
            number(count)
        ),
    }
}

/// What this page adds to data of an older one.
pub const ADDED: &str = "It was made for an older page (version 1 of the format), and opens as it is. What can be added now: names for the page, its periods, \
    statuses, outcomes and bodies; colours of priorities; what was reported since; identifiers under which others know documents and \
    bodies. Until then, general names stand there.";

/// Over the first measures.
pub const FIRST: &str = "The first measures, as they will look";

/// Over the faults.
pub fn faults(count: usize) -> String {
    match count {
        0 => "No faults".to_owned(),
        1 => "One fault".to_owned(),
        count => format!("{} faults", number(count)),
    }
}

/// Before the faults.
pub const HOW_TO_MEND: &str = "Mend them in your file and open it again. Press one to see its row or record.";

/// The heads of the list of faults, on the page and in its file.
pub const FAULT_HEADS: [&str; 6] = [
    "Sheet",
    "Cell",
    "Value",
    "What is wrong",
    "What would be right",
    "Row above",
];

/// Where a fault is in no sheet.
pub const IN_DATASET: &str = "The dataset";

/// A cell with nothing in it.
pub const EMPTY: &str = "(empty)";

/// The row above a fault, for orientation.
pub fn below(above: &str) -> String {
    format!("below {above}")
}

/// Further cells with the same fault.
pub fn more(count: usize) -> String {
    match count {
        1 => "and one more, which is in the saved list".to_owned(),
        count => format!("and {} more, which are in the saved list", number(count)),
    }
}

/// Saves the list of faults; the name of its file.
pub const SAVE_FAULTS: [&str; 2] = ["Save the list (.csv)", "faults"];

/// Shows the data: without faults, and as far as they go.
pub const SHOW: [&str; 2] = ["Show these data", "Show them as far as they go"];

/// How much is left out then.
pub fn left_out(records: usize) -> String {
    match records {
        0 => "Only the fields that this page does not know are left out.".to_owned(),
        1 => "One record with a fault is left out.".to_owned(),
        records => format!(
            "{} records with faults, or that belong to such records, are left out.",
            number(records)
        ),
    }
}

/// Why the data cannot be shown as they are.
pub const NOT_YET: &str = "They cannot be shown before this is mended: something is wrong that is in no single record.";

/// The bar above every page that shows other data.
pub fn shown(name: &str) -> String {
    format!("This page shows the data in {name}, which were opened here. They are not the ones it was published with.")
}

/// Goes back to the data of the page.
pub const BACK: &str = "Back to the page’s own data";
