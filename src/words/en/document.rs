//! Documents: their pages and their list.

/// What is known of one, in this order: date, Official Journal, application, transposition, marking, other names.
pub const PROPERTIES: [&str; 6] = [
    "Date",
    "Official Journal",
    "Applies from",
    "Transposition",
    "Marking",
    "Also printed as",
];

/// Its page in the official register.
pub const REGISTER: &str = "Register";

/// The European Legislation Identifier of an act.
pub const ELI: &str = "ELI";

/// Why there is none: it is not public, or its number gives no address.
pub const NO_REGISTER: [&str; 2] = ["not public", "no public page follows from its number"];

/// `by 25 May 2020`.
pub fn by(date: &str) -> String {
    format!("by {date}")
}

/// Over those who cite it.
pub const CITED_BY: &str = "Cited by ";

/// Where nobody does.
pub const NOT_CITED: &str = "No measure and no {report} cites it.";

/// `applies from 29 Dec 2017`.
pub fn applies(date: &str) -> String {
    format!("applies from {date}")
}

/// `transposition by 25 May 2020`.
pub fn transposition(date: &str) -> String {
    format!("transposition by {date}")
}

/// `to be transposed by 25 May 2020`.
pub fn to_be_transposed(by: &str) -> String {
    format!("to be transposed {by}")
}

/// `marked LIMITE`.
pub fn marked(marking: &str) -> String {
    format!("marked {marking}")
}

/// Before the document that it continues.
pub const CONTINUES: &str = "continues ";

/// The group of a year or some: `2019`, `2010–2014`.
pub fn years(first: u32, last: u32) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// The groups of those whose number says no year, without a number, and without a date.
pub const WITHOUT: [&str; 3] = ["No year in the number", "No number", "No date"];

/// The list.
pub const CAPTION: &str = "Documents that are cited";

/// For listeners, before the number of a measure.
pub const MEASURE: &str = "measure ";

/// `of 5754/20, legal basis`.
pub fn role_in(source: &str, role: &str) -> String {
    format!("of {source}, {role}")
}

/// What the documents of later facts are: `168 documents that later facts name and none of the sources cites, the newest first.`
pub fn named_since(count: usize) -> String {
    match count {
        1 => "1 document that later facts name and none of the sources cites.".to_owned(),
        count => format!("{count} documents that later facts name and none of the sources cites, the newest first."),
    }
}

/// Before the facts that name one.
pub const NAMED_BY: &str = "Named by ";
