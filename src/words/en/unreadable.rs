//! Why a file cannot be read as tables.

use crate::words::en::counts::number;

/// More bytes than are read.
pub fn file(most_mb: usize) -> String {
    format!("The file is larger than the {most_mb} MB that this page reads.")
}

/// More cells than are read.
pub fn cells(most: usize) -> String {
    format!(
        "The file has more than {} cells with something in them, the most that this page reads.",
        number(most)
    )
}

/// More text than is read.
pub fn texts(most_mb: usize) -> String {
    format!("The texts of the file are longer than the {most_mb} MB that this page reads.")
}

/// More parts than are read.
pub fn parts(most: usize) -> String {
    format!(
        "The file is a zip of more than {} files, the most that this page reads.",
        number(most)
    )
}

/// More merged areas than are read.
pub fn merged(most: usize) -> String {
    format!(
        "A sheet has more than {} merged cells, the most that this page reads.",
        number(most)
    )
}

/// A method of packing that is not known.
pub fn packing(part: &str) -> String {
    format!(
        "“{part}” in the file is packed in a way that this page does not know. Save the file again as .xlsx or CSV."
    )
}

/// A zip file that is broken.
pub fn zip(reason: &str) -> String {
    format!("The file is not whole: it cannot be opened as a zip file ({reason}). Save or send it again.")
}

/// XML that is broken.
pub fn xml(reason: &str) -> String {
    format!("The workbook is broken: its XML cannot be read ({reason}). Open it in a spreadsheet and save it again.")
}

/// Much more in it than its size shows.
pub const BOMB: &str = "The file holds far more than its size shows, as no workbook does, so it was not read.";

/// A tag or text without an end.
pub const LONG: &str = "The workbook is broken: a tag or text in it has no end.";

/// A password.
pub const LOCKED: &str = "The file is protected by a password. Save it without one.";

/// The old form of Excel, in which protected workbooks come too.
pub const OLD_EXCEL: &str =
    "The file is a workbook of the old Excel (.xls), or protected by a password. Save it as .xlsx without a password.";

/// The form of `LibreOffice`.
pub const OPEN_DOCUMENT: &str = "The file is an OpenDocument (.ods). Save it as .xlsx or CSV.";

/// Tags in each other without measure.
pub const DEEP: &str =
    "The tags of the workbook stand in each other more deeply than in any workbook, so it was not read.";

/// Own names in XML.
pub const ENTITY: &str = "The workbook declares names of its own in XML, as no spreadsheet does, so it was not read.";

/// Something is missing.
pub const DAMAGED: &str =
    "The file is damaged: it ends too early, or names what it does not have. Save or send it again.";

/// No tables.
pub const NO_SHEETS: &str = "There is no sheet and no CSV file in the file.";
