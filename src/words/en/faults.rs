//! What is wrong with a dataset, and what to do about it: `[wrong, help]`.

use crate::words::en::counts::number;

/// The value is empty.
pub const EMPTY_TEXT: [&str; 2] = ["is empty", "write the text"];

/// A commitment without an owner.
pub const NO_OWNER: [&str; 2] = [
    "is empty",
    "name who was to do it; the working party if nobody else is named",
];

/// A product that is not in the words of the commitment.
pub const PRODUCT: [&str; 2] = [
    "does not stand in the text",
    "copy the words of the text that name it, or leave it out",
];

/// The wrong version of the format.
pub const VERSION: [&str; 2] = ["is not a version that this page can read", "write 2"];

/// A page number of 0.
pub const PAGE: [&str; 2] = ["is not a page number", "pages count from 1; write null if unknown"];

/// A term that ends before it begins.
pub const TERM: [&str; 2] = ["is before `from`", "write the last day of the term"];

/// A document that nobody could name.
pub const NAMELESS_DOCUMENT: [&str; 2] = ["has neither a number nor a title", "write at least one of them"];

/// Short codes begin with something that a search would not find.
pub const CODE: [&str; 2] = [
    "cannot begin a short code",
    "use only letters and digits: readers type codes such as ISS-31",
];

/// An id with characters that a link cannot hold.
pub const ID: [&str; 2] = [
    "is not a valid id",
    "use only letters, digits, hyphens and dots: ids are part of links",
];

/// Evidence that does not exist.
pub const EVIDENCE: [&str; 2] = [
    "is not an event, commitment or document",
    "write the id of what shows the outcome",
];

/// An id that a list has twice.
pub const REPEATED: [&str; 2] = ["is listed twice", "list it once"];

/// A body of another kind among the working parties.
pub const WORKING_PARTY: [&str; 2] = [
    "is not a working party",
    "name a body of kind working-party, or move this one to `bodies`",
];

/// Not a whole day.
pub const DAY: [&str; 2] = ["is not a day", "write a day such as 2020-02-03"];

/// Not a date.
pub const DATE: [&str; 2] = [
    "is not a date",
    "write a date such as 2019-10-17, 2019-10, 2019-Q2, 2019-H1 or 2019",
];

/// An outcome before its commitment.
pub const EARLY_OUTCOME: [&str; 2] = [
    "is before the commitment was made",
    "write the later date, or explain it in the commitment's `note`",
];

/// An address without `https://`.
pub const ADDRESS: [&str; 2] = ["is not a web address", "write an address that begins with https://"];

/// Not even the outline of a dataset.
pub const SHAPE: [&str; 2] = [
    "does not have the structure of a dataset",
    "see the JSON Schema of the dataset",
];

/// The list of faults is cut.
pub const TOO_MANY: [&str; 2] = ["has more faults than are listed here", "fix these first"];

/// The lists of a dataset, in the order of their enum.
pub const LISTS: [&str; 10] = [
    "sources",
    "priorities",
    "presidencies",
    "bodies",
    "documents",
    "reports",
    "measures",
    "events and commitments",
    "glossary",
    "later facts",
];

/// A later fact that no page shows.
pub const NO_PAGE: [&str; 2] = ["names no page that says so", "name at least one"];

/// What a body is without what says so, or the reverse.
pub const ABOUT: [&str; 2] = [
    "does not stand together with what says so",
    "give both the words and a fact, commitment or later fact that says so, or neither",
];

/// A cited document of a later fact without a name, or with two.
pub const CITED_DOCUMENT: [&str; 2] = [
    "names no document, or two",
    "write the id of one that a source cites, or else a number or a title",
];

/// A day on which nothing was looked for.
pub const LOOKED_FOR_NOTHING: [&str; 2] = [
    "is the day of a search that is not described",
    "write what was looked for as `looked`",
];

/// Later facts without a day up to which they were looked for.
pub const NOT_CHECKED: [&str; 2] = [
    "are there, but not up to which day they were looked for",
    "write `afterwards` with the day as `checked`",
];

/// A later fact of a day before the record ends.
pub fn early_fact(status_date: &str) -> [String; 2] {
    pair(
        "is over before the record ends",
        format!("a later fact lies on {status_date} or after it"),
    )
}

/// What was looked for in vain, on a day before the record ends.
pub fn early_search(status_date: &str) -> [String; 2] {
    pair(
        "is before the record ends",
        format!("what came later was looked for on {status_date} or after it"),
    )
}

/// A later fact that is said to disagree with itself.
pub const DISAGREES_WITH_ITSELF: [&str; 2] = ["is the fact itself", "write the id of the fact that says otherwise"];

/// A later fact of a day on which nobody could know of it.
pub fn unknown_future(checked: &str) -> [String; 2] {
    pair(
        "is later than anything that is known",
        format!("the pages were read by {checked}"),
    )
}

/// Another format.
pub fn schema(schema: &str) -> [String; 2] {
    pair(
        "is not the schema of this format",
        format!("write {schema}, or leave it out"),
    )
}

/// Two periods that overlap.
pub fn overlap(one: &str, other: &str) -> [String; 2] {
    let help = "each day belongs to one of them";
    [format!("the terms of {one} and {other} share a day"), help.to_owned()]
}

/// The rule gives another address, or none.
pub fn register_address(address: Option<&str>) -> [String; 2] {
    let help = address.map_or_else(
        || "no register is known for this number: write null".to_owned(),
        |address| format!("write {address}"),
    );
    pair("is not the register's address for this number", help)
}

/// An identifier that does not have the form of its scheme.
pub fn identifier(example: &str) -> [String; 2] {
    pair("is no such identifier", format!("write one such as {example}"))
}

/// An identifier without the place where it was read.
pub const UNSEEN_IDENTIFIER: [&str; 2] = ["is missing", "write where the identifier was read"];

/// A second identifier of one scheme.
pub const SECOND_IDENTIFIER: [&str; 2] = ["is there twice", "keep one identifier of each scheme"];

/// A fact that is later than what reports it.
pub fn late_event(source_date: &str) -> [String; 2] {
    let help = format!("make it a commitment, or explain in `note` why it is after {source_date}");
    pair("is after its source's date", help)
}

/// An id or term that two records have.
pub fn repeated_id(list: &str) -> [String; 2] {
    [format!("occurs twice in {list}"), "make it unique".to_owned()]
}

/// An id that no record has.
pub fn unknown_id(list: &str, nearest: Option<&str>) -> [String; 2] {
    let help = nearest.map_or_else(
        || "add it".to_owned(),
        |nearest| format!("add it, or write an existing id such as {nearest}"),
    );
    [format!("is not in {list}"), help]
}

/// A range with no start.
pub fn no_start(field: &str) -> [String; 2] {
    pair("ends a range that has no start", format!("write `{field}` too"))
}

/// A range that ends before it starts.
pub fn early_end(field: &str) -> [String; 2] {
    [format!("is before `{field}`"), "write the later date here".to_owned()]
}

/// Open, although its due date has passed.
pub fn open_though_due(status_date: &str) -> [String; 2] {
    let help = "write overdue, met, met-late, changed, dropped or unknown";
    [format!("was due before {status_date}"), help.to_owned()]
}

/// Past due, although its due date has not passed.
pub fn overdue_too_early(status_date: &str) -> [String; 2] {
    let help = "write open, met, changed, dropped or unknown";
    [format!("was not due before {status_date}"), help.to_owned()]
}

/// A character that no screen shows.
pub fn invisible(character: u32) -> [String; 2] {
    let help = "remove it: it changes how the text around it is shown";
    [
        format!("contains the invisible character U+{character:04X}"),
        help.to_owned(),
    ]
}

/// A field that the format does not have.
pub const UNKNOWN_FIELD: &str = "is not a field of this record";

/// The same, with the fields that it has.
pub fn unknown_field(known: &[&str]) -> [String; 2] {
    let help = format!("the fields here are {}", known.join(", "));
    pair(UNKNOWN_FIELD, help)
}

/// A field that the format requires.
pub fn missing(expected: String) -> [String; 2] {
    pair("is missing", expected)
}

/// A value of another type, or outside its closed list.
pub fn wrong_type(expected: &str, help: String) -> [String; 2] {
    [format!("is not {expected}"), help]
}

/// `a list or null`, for the types of a schema or one of its closed lists.
pub fn expected(types: &[&str], is_closed_list: bool) -> String {
    if is_closed_list {
        return "one of the allowed values".to_owned();
    }
    let name = |name: &&str| match *name {
        "null" => "null",
        "string" => "a text in quotes",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "a record",
    };
    types.iter().map(name).collect::<Vec<_>>().join(" or ")
}

/// `write a list: The measures`.
pub fn write(expected: &str, meaning: Option<&str>) -> String {
    match meaning {
        Some(meaning) => format!("write {expected}: {meaning}"),
        None => format!("write {expected}"),
    }
}

/// `write one of open, met`.
pub fn write_one_of(values: &[&str]) -> String {
    format!("write one of {}", values.join(", "))
}

/// The file is not JSON.
pub fn not_json(message: &str, line: usize, column: usize) -> String {
    format!("The dataset cannot be read as JSON: {message} (line {line}, column {column}).")
}

/// Why a dataset in a later version of the format cannot be read.
pub fn later(version: u64, known: u32) -> String {
    format!(
        "This page is too old for these data, which are in version {version} of the format (known here: up to {known}). Open them in the page that saved them, \
            or in a newer one."
    )
}

/// `The dataset has 3 faults:`.
pub fn count(count: usize, is_more: bool) -> String {
    let noun = if count == 1 { "fault" } else { "faults" };
    let at_least = if is_more { "at least " } else { "" };
    format!("The dataset has {at_least}{} {noun}:", number(count))
}

fn pair(wrong: &str, help: String) -> [String; 2] {
    [wrong.to_owned(), help]
}
