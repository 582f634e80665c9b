//! The data as a spreadsheet: its sheets, heads and notes.

/// The sheets, in the order of the kinds of records.
pub const NAMES: [&str; 22] = [
    "Edition",
    "Words",
    "Sources",
    "Priorities",
    "Periods",
    "Bodies",
    "Documents",
    "Identifiers",
    "Measures",
    "Cited documents",
    "Related measures",
    "Sections",
    "Facts",
    "Commitments",
    "Outcomes",
    "Related lines",
    "Later facts",
    "Later documents",
    "Web pages",
    "Later outcomes",
    "Nothing found",
    "Glossary",
];

/// The heads of the edition.
pub const EDITION: [&str; 4] = ["Id", "Title", "Status date", "Later facts checked"];

/// The heads of what things are called.
pub const WORDS: [&str; 3] = ["What", "Words", "Several"];

/// The heads of sources.
pub const SOURCES: [&str; 9] = [
    "Id", "Number", "Title", "Date", "Issuer", "Marking", "Previous", "Address", "Note",
];

/// The heads of priorities.
pub const PRIORITIES: [&str; 6] = ["Id", "Number", "Group", "Title", "Short title", "Colour"];

/// The heads of periods.
pub const PRESIDENCIES: [&str; 6] = ["Id", "Name", "Adjective", "From", "To", "Group"];

/// The heads of bodies.
pub const BODIES: [&str; 11] = [
    "Id",
    "Kind",
    "Short name",
    "Name",
    "What it is",
    "Lines that say so",
    "Later facts that say so",
    "Other names",
    "Address",
    "Looked for",
    "Looked for on",
];

/// The heads of documents.
pub const DOCUMENTS: [&str; 12] = [
    "Id",
    "Number",
    "Kind",
    "Title",
    "Date",
    "Marking",
    "Official Journal",
    "Applies from",
    "Transposition by",
    "Other numbers",
    "Address",
    "Note",
];

/// The heads of identifiers.
pub const IDENTIFIERS: [&str; 6] = ["Body", "Document", "Scheme", "Identifier", "Read in", "Checked"];

/// The heads of measures.
pub const MEASURES: [&str; 15] = [
    "Id",
    "Source",
    "Number",
    "Priority",
    "Title",
    "Summary",
    "Status",
    "Status reason",
    "Working parties",
    "Bodies",
    "Periods",
    "Section",
    "Page",
    "Page counted",
    "Note",
];

/// The heads of citations.
pub const CITATIONS: [&str; 5] = ["Measure", "Document", "Role", "Printed as", "Note"];

/// The heads of ties between measures.
pub const RELATED_MEASURES: [&str; 4] = ["Measure", "Related measure", "Relation", "Note"];

/// The heads of the sections of general reports.
pub const SECTIONS: [&str; 4] = ["Id", "Source", "Priority", "Title"];

/// The heads of facts.
pub const FACTS: [&str; 16] = [
    "Id",
    "Measure",
    "Report section",
    "Date",
    "End",
    "Date in words",
    "Kind",
    "Text",
    "Bodies",
    "Period",
    "Documents",
    "Concerned measures",
    "Section",
    "Page",
    "Page counted",
    "Note",
];

/// The heads of commitments.
pub const COMMITMENTS: [&str; 18] = [
    "Id",
    "Measure",
    "Report section",
    "Due",
    "Due end",
    "Due in words",
    "Owners",
    "Owners stand in",
    "Text",
    "Product",
    "Bodies",
    "Period",
    "Documents",
    "Concerned measures",
    "Section",
    "Page",
    "Page counted",
    "Note",
];

/// The heads of outcomes.
pub const OUTCOMES: [&str; 5] = ["Commitment", "State", "Date", "Evidence", "Text"];

/// The heads of ties between facts and commitments.
pub const RELATED_LINES: [&str; 5] = ["Fact", "Commitment", "Related line", "Relation", "Note"];

/// The heads of later facts.
pub const LATER_FACTS: [&str; 17] = [
    "Id",
    "Measure",
    "Report section",
    "Date",
    "Date meaning",
    "Kind",
    "Text",
    "Bodies",
    "Systems",
    "Concerned measures",
    "Concerned sections",
    "New due date",
    "New due date of",
    "New due date for",
    "Disagrees with",
    "Certainty",
    "Note",
];

/// The heads of the documents of later facts.
pub const LATER_DOCUMENTS: [&str; 9] = [
    "Later fact",
    "Document",
    "Number",
    "Title",
    "Date",
    "CELEX number",
    "Official Journal",
    "ELI",
    "ELI read in",
];

/// The heads of the pages that show later facts.
pub const WEB_PAGES: [&str; 5] = ["Later fact", "Address", "Publisher", "Dated", "Checked"];

/// The heads of what later facts say of commitments.
pub const LATER_OUTCOMES: [&str; 4] = ["Later fact", "Commitment", "State", "Text"];

/// The heads of the commitments of which nothing was found.
pub const NOTHING_FOUND: [&str; 3] = ["Commitment", "Looked for", "Looked for on"];

/// The heads of the glossary.
pub const GLOSSARY: [&str; 2] = ["Term", "Meaning"];

/// The sheet of notes, and the name of its file.
pub const HOW_TO: [&str; 2] = ["How to", "how-to"];

/// The heads of the sheet of notes.
pub const HOW_TO_HEADS: [&str; 4] = ["Sheet", "Column", "What belongs there", "Needed"];

/// The first rows of the sheet of notes, each for all sheets.
pub const HOW_TO_USE: [&str; 5] = [
    "Each sheet holds one kind of record, a row for each. The first row says what stands in each column; the columns may be moved.",
    "Every cell is a text. A date is written as 2020-02-03, or less exactly as 2020-02, 2020-Q1, 2020-H1 or 2020.",
    "An id names a record and never changes: links lead to it. It has only letters, digits, hyphens and dots.",
    "Several things in one cell are separated by semicolons: europol; frontex. A name that has a semicolon stands in double quotes.",
    "An empty cell says nothing. The page says of every cell what is wrong with it when it opens the file.",
];

/// A column that must be filled.
pub const NEEDED: &str = "yes";

/// The separator of things in a cell.
pub const SEPARATOR: &str = "; ";

/// The two values of a cell that says whether something is so.
pub const YES_OR_NO: [&str; 2] = ["yes", "no"];

/// To which record a row belongs, of the sheets that it may be in.
pub fn belongs_to(sheet: &str, is_only_one: bool) -> String {
    let or_else = if is_only_one { "" } else { "; or else leave this empty" };
    format!("The id of the one in {sheet} that this belongs to{or_else}.")
}

/// How ids are written; `sheets` are those that have them.
pub fn of_ids(sheets: &[&str], are_many: bool) -> String {
    let sheets = sheets.join(", ");
    if are_many {
        format!("Ids from {sheets}, separated by semicolons.")
    } else {
        format!("An id from {sheets}.")
    }
}

/// How a date is written: a day, or less exactly.
pub const DATE_FORMS: [&str; 2] = [
    "Written as 2020-02-03.",
    "Written as 2020-02-03, 2020-02, 2020-Q1, 2020-H1 or 2020.",
];

/// How several texts are written.
pub const TEXTS_FORM: &str = "Separated by semicolons; one that has a semicolon stands in double quotes.";

/// How the periods of a measure are written.
pub const PAIRS_FORM: &str = "Ids, each followed by acted or plans: FI acted; HR plans.";

/// How a page is written.
pub const NUMBER_FORM: &str = "A whole number.";

/// How a cell is written that says whether something is so.
pub const YES_OR_NO_FORM: &str = "yes or no.";

/// The values of a closed list.
pub fn one_of(values: &[&str]) -> String {
    format!("One of: {}.", values.join(", "))
}

/// Describes a data package: its data, and the apostrophes in its cells.
pub fn package_description(summary: &str, disclaimer: &str) -> String {
    format!(
        "{summary} {disclaimer} An apostrophe before a cell that a spreadsheet would take for a formula, a number or a date is no part of what it says. The sheet {} says the same for people.",
        HOW_TO[0]
    )
}

/// A sheet has more rows than a workbook can hold.
pub fn too_many_rows(sheet: &str, most: usize) -> String {
    format!("the sheet {sheet} would have more than the {most} rows that a sheet can have; save CSV files or JSON")
}

/// A text is longer than a cell can hold.
pub fn too_long(sheet: &str, cell: &str, most: usize) -> String {
    format!(
        "the text of cell {cell} in the sheet {sheet} is longer than the {most} characters that a cell can hold; save CSV files or JSON"
    )
}
