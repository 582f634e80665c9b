//! What is wrong with the cells of a workbook, and what would be right: `[wrong, help]`.

use crate::words::en::counts::number;

/// A cell that must be filled, with what belongs there.
pub fn missing(note: &str) -> [String; 2] {
    pair("is empty", format!("write: {note}"))
}

/// A column that must be filled, in a sheet without it.
pub fn no_column(wrong: &str) -> String {
    format!("{wrong}, because the sheet has no column of that name")
}

/// A cell that must hold a word of a closed list, and is empty.
pub fn unchosen(choices: &[String]) -> [String; 2] {
    pair("is empty", format!("write one of {}", choices.join(", ")))
}

/// A formula whose value is not in the file.
pub fn no_value() -> [String; 2] {
    pair(
        "is a formula without a saved value",
        "open the file in a spreadsheet and save it, or write the value".to_owned(),
    )
}

/// A formula that went wrong.
pub fn wrong_formula() -> [String; 2] {
    pair("is what a formula shows that went wrong", "write the value".to_owned())
}

/// Something else of which a spreadsheet has made a date.
pub fn made_a_date() -> [String; 2] {
    pair(
        "was made a date by the spreadsheet",
        "format the cell as text, and type again what belongs there".to_owned(),
    )
}

/// A word outside a closed list.
pub fn no_choice(choices: &[String]) -> [String; 2] {
    pair(
        "is not one of the allowed values",
        format!("write one of {}", choices.join(", ")),
    )
}

/// Neither yes nor no.
pub fn neither_yes_nor_no() -> [String; 2] {
    pair("is neither yes nor no", "write yes or no".to_owned())
}

/// No whole number.
pub fn no_number() -> [String; 2] {
    pair(
        "is not a whole number",
        "write digits alone, or leave it empty".to_owned(),
    )
}

/// A date that can be read in two ways.
pub fn either(one: &str, other: &str) -> [String; 2] {
    pair("could be either of two days", format!("write {one} or {other}"))
}

/// A row that does not say to which record it belongs.
pub fn unsaid(sheets: &[&str]) -> [String; 2] {
    pair(
        "does not say what this row belongs to",
        format!("write an id from {}", sheets.join(" or ")),
    )
}

/// A row that belongs to a record that is not there.
pub fn unknown(sheet: &str) -> [String; 2] {
    pair(
        "is no id there, so this row belongs to nothing",
        format!("add it to {sheet}, or write an id from {sheet}"),
    )
}

/// A row that says that it belongs to several records.
pub fn several(sheets: &[&str]) -> [String; 2] {
    pair(
        "is one of several things that this row belongs to",
        format!("leave all but one of {} empty", sheets.join(", ")),
    )
}

/// A second row where there can be only one.
pub fn taken() -> [String; 2] {
    pair("has such a row already", "leave one of them".to_owned())
}

/// `Facts, Date: 3 cells could be either of two days. F2 “03/02/2020”: write 2020-02-03 or 2020-03-02. F7 …`
pub fn cause<'a>(
    sheet: Option<&str>,
    column: Option<&str>,
    wrong: &str,
    cells: impl ExactSizeIterator<Item = (&'a str, &'a str, &'a str)>,
) -> String {
    /// So many cells are named.
    const NAMED: usize = 5;
    let place: Vec<&str> = sheet.into_iter().chain(column).collect();
    let count = cells.len();
    let times = if count == 1 {
        "1 cell".to_owned()
    } else {
        format!("{} cells", number(count))
    };
    let each = cells.take(NAMED).map(|(cell, value, help)| {
        let value = if value.is_empty() {
            String::new()
        } else {
            format!(" “{value}”")
        };
        format!(" {cell}{value}: {help}.")
    });
    let rest = if NAMED < count { " …" } else { "" };
    format!(
        "{}: {times}, {wrong}.{}{rest}",
        place.join(", "),
        each.collect::<String>()
    )
}

/// The place of a fault of a dataset in JSON: `31-e2 (measures[30].state_of_play[1].date)`, or only the path where no record has an id.
pub fn in_record(id: &str, path: &str) -> String {
    if id.is_empty() {
        path.to_owned()
    } else {
        format!("{id} ({path})")
    }
}

/// A file that is no JSON, with the message of its reader.
pub fn no_json(message: &str) -> [String; 2] {
    pair("cannot be read as JSON", format!("mend it: {message}"))
}

/// Where in a file.
pub fn line(line: usize, column: usize) -> String {
    format!("line {line}, column {column}")
}

fn pair(wrong: &str, help: String) -> [String; 2] {
    [wrong.to_owned(), help]
}
