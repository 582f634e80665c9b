//! The page about the page, but for its definitions.

use crate::words::en::counts::number;

/// The heading.
pub const HEADING: &str = "About this page";

/// The list of its parts.
pub const CONTENTS: &str = "Contents";

/// Over the documents the data was drawn from.
pub const SOURCES: &str = "Sources";

/// Before the issuers of a source.
pub const FROM: &str = "from ";

/// Over how the data was made.
pub const MAKING: &str = "How the data was compiled";

/// The last of what is said of later facts: how a wrong one is reported.
pub const WRONG_FACTS: &str = "If a fact, a later fact or an outcome is wrong, press Cite at its line: under “Report an error” the dialog \
    prepares a mail with the short code, the line, its source and room for your words, or copies the same text. Send it to the person who gave \
    you the file, or to those who publish the page; the page itself sends nothing.";

/// `This copy of the page has loaded 102 measures, and found no errors in them; …`
pub fn loaded(counts: &str) -> String {
    format!(
        "This copy of the page has loaded {counts}, and found no errors in them; had there been any, it would show them instead."
    )
}

/// The report, with its article.
pub const A_REPORT: &str = "a {report}";

/// `74 measures, 10 sections of a general report, 600 facts, 400 commitments`.
pub fn tally(measures: usize, (sections, report): (usize, &str), facts: usize, commitments: usize) -> String {
    let sections = match sections {
        0 => String::new(),
        sections => format!("{} sections of {report}, ", number(sections)),
    };
    let [measures, facts, commitments] = [measures, facts, commitments].map(number);
    format!("{measures} measures, {sections}{facts} facts, {commitments} commitments")
}

/// The tally of everything, with its documents and bodies.
pub fn whole_tally(tally: &str, documents: usize, bodies: usize) -> String {
    let [documents, bodies] = [documents, bodies].map(number);
    format!("{tally}, {documents} documents and {bodies} bodies")
}

/// Over the rule of slips.
pub const SLIPS: &str = "How slips are counted";

/// The rule by which the slip of a commitment is counted.
pub const SLIP_RULE: [&str; 2] = [
    "A commitment due in a given period may be met on any day of it, so a slip is counted from the last day of the period: \
     what was due in the second half of 2016 slips from 31 December 2016. The slip ends on the date on which the commitment was \
     met. What is past due and not reported done has no end yet, so it is counted to the day that is shown, or to the end of the record; it stays past due \
     whatever date a later plan gives. Only where a commitment is open or changed does its slip end on the date given by a later \
     commitment on the same matter: it has then been “put off”.",
    "Slips are counted in whole months or, below one month, in days. A slip is only as exact as the date on which the \
     commitment was met: “10 months late”, but “up to 12 months late” where only the year is known. What has no date, was \
     dropped, is not known to have been done, or fell due after the record ends has no slip; nor has what was met on a date that may be in \
     time.",
];

/// How a measure belongs to a period.
pub const PERIOD_RULE: &str = "A measure belongs to a {period} if the text names that {period}, or if one of the \
    dated facts falls wholly within its term; a date that is longer than a term belongs to none. What a {report} says \
    of the measure counts too, and is told apart. In the column {Periods} of the table, a dark cell means that the text names the \
    {period} for something done, a grey cell that only the date of something done falls within its term, and a hatched cell that \
    only the {report} tells it. An outline stands for plans: broken for plans by date alone, dotted for those of the {report}.";

/// `The rota from 2015 to 2030`.
pub fn rota(first: i16, last: i16) -> String {
    format!("The rota from {first} to {last}")
}

/// The columns of the rota.
pub const ROTA_COLUMNS: [&str; 3] = ["{Period}", "Term", "{Group}"];

/// Over the editors' remarks.
pub const REMARKS: &str = "Contradictions in the sources, and other remarks";

/// What the editors remark on, and on how many of these the data contradicts itself.
pub fn remarks(count: usize, contradictions: usize) -> String {
    let contradictions = match contradictions {
        0 => String::new(),
        1 => " Of these, 1 names the line that says otherwise.".to_owned(),
        count => format!(" Of these, {count} name the line that says otherwise."),
    };
    format!(
        "Nothing was corrected silently. Where a source contradicts itself or another source, contains a mistake, leaves something \
         out or can be read in two ways, the data keeps what is printed and an editor’s remark says so. There are {count} remarks, \
         listed here with the measure or document that each belongs to.{contradictions}"
    )
}

/// The remarks that are not on a source.
pub const ON_DOCUMENTS: &str = "On cited documents";

/// Before the line that a contradiction names.
pub const DISAGREES: &str = "Disagrees with ";

/// Before the document or line that a remark is about.
pub const ON: [&str; 2] = ["on its reference to ", "on "];

/// `the fact (May 2020)`.
pub fn subject(is_fact: bool, time: &str) -> String {
    let kind = if is_fact { "fact" } else { "commitment" };
    format!("the {kind} ({time})")
}

/// Over the checksum.
pub const CHECKSUM: &str = "Is this the published data?";

/// Before the checksum.
pub const CHECKSUM_OF_DATA: &str = "SHA-256 checksum of the data, taken when the page was built:";

/// Where there is none.
pub const NO_CHECKSUM: &str = "This copy of the page does not carry a checksum of its data.";

/// What it is taken of, around the element of the page.
pub const CHECKSUM_RULE: [&str; 2] = [
    "The checksum covers the data as a single JSON text in UTF-8. This file holds it as the content of the element ",
    ": JSON compressed with gzip and encoded in base64. Extract, decode and decompress that content and hash the resulting bytes, \
     and you must arrive at the same checksum. Two pages with the same checksum show the same data.",
];

/// Over how the page is used.
pub const USE: &str = "Keyboard and privacy";

/// How it is used.
pub const HOW_USED: [&str; 3] = [
    "Everything can be reached with the Tab key. The table of actors is a single tab stop: inside it, the arrow keys move among \
     the headings and the cells with a number, Home and End go to the first and last of the row, Ctrl+Home to the heading of the \
     first row, and Ctrl+End to the last cell of the last row. In the search box, the arrow keys move through the suggestions and \
     Enter opens the chosen one, or what was typed by its number, code or short name. An acronym is a tab stop where it first appears on a page, and shows there what it stands for.",
    "Escape closes the suggestions of the search box and then empties it; it closes the filters where they cover the page, a card of the timeline, and the expansion of an acronym. \
     / and Ctrl+K lead to the search box, Escape there back. Ctrl+O opens data of your own, and Ctrl+S then saves a page of them. There are no other shortcuts.",
    "The page is a single file. It makes no network requests: its Content-Security-Policy forbids them. Links to registers open \
     only when you follow them.",
];

/// Over the errors.
pub const ERRORS: &str = "Has anything gone wrong?";

/// Where there are none.
pub const NO_ERRORS: &str = "No errors have occurred since this page was opened.";

/// Before them.
pub const ERRORS_SINCE: &str = "These errors have occurred since this page was opened. If something does not work, send them to \
    the person who gave you the file.";

/// The field that holds them.
pub const ERROR_FIELD: &str = "Errors";
