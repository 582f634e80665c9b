//! The page on which two editions are compared.

use crate::words::en::counts;

/// The heading, and the name of the page in the trail.
pub const HEADING: &str = "Compare two editions";

/// Below the heading.
pub const SUMMARY: &str = "What was added, removed or changed from one edition to the next, field by field; which commitments are newly past due, \
    and which no longer are, and why.";

/// Before a file is chosen.
pub const HOW: &str = "Choose the other edition: a workbook (.xlsx), CSV files (.zip), a dataset (.json), or another page like this one (.html). It is \
    read and checked here, and compared with what this page shows. Nothing leaves your computer, and this page does not change.";

/// Opens the choice of a file: the first time, and again.
pub const CHOOSE: [&str; 2] = ["Compare with…", "Compare with another file…"];

/// Compares the file that was opened: without faults, and as far as it goes.
pub const WITH_SHOWN: [&str; 2] = [
    "Compare with what is shown",
    "Compare with what is shown, as far as they go",
];

/// While it is compared.
pub fn comparing(file: &str) -> String {
    format!("Comparing with {file} …")
}

/// Why a file is not compared.
pub const FAULTY: &str = "It is not compared: mend its faults first.";

/// The name of a file of which records were left out.
pub fn partly(file: &str, left_out: usize) -> String {
    let left_out = counts::number(left_out);
    match left_out.as_str() {
        "0" => format!("{file}, without the fields that this page does not know"),
        "1" => format!("{file}, without one record because of its faults"),
        _ => format!("{file}, without {left_out} records because of their faults"),
    }
}

/// On the page of own data: the way to the page.
pub const WAY: [&str; 2] = [
    "Compare two editions",
    "See what is different between a file of yours, or another page like this one, and what is shown here.",
];

/// The earlier and the later edition.
pub const EDITIONS: [&str; 2] = ["Before", "After"];

/// An edition: its title, its number, the day as of which it reports.
pub fn edition(title: &str, number: &str, day: &str) -> String {
    format!("{title} ({number}), as of {day}")
}

/// Which of the two is shown.
pub const SHOWN: &str = "what this page shows";

/// The other way round; an end of it; all differences.
pub const SWAP: &str = "Swap before and after";
/// Ends the comparison.
pub const END: &str = "End the comparison";
/// Lists all differences again.
pub const ALL: &str = "Show all";
/// From the page of a measure to all differences.
pub const EVERYTHING: &str = "All differences";

/// What has happened to a record, as a filter.
pub const HAPPENINGS: [&str; 8] = [
    "newly past due",
    "no longer past due",
    "other status or outcome",
    "other due date",
    "added",
    "removed",
    "moved",
    "changed",
];

/// The filters.
pub const FILTERS: [&str; 2] = ["What happened", "What it is"];

/// How many records are different: of all, or of those that the filters leave.
pub fn count(listed: usize, all: usize) -> String {
    let is_all = listed == all;
    let [listed, of_all] = [listed, all].map(counts::number);
    match all {
        1 => "One record is different".to_owned(),
        _ if is_all => format!("{of_all} records are different"),
        _ => format!("{listed} of {of_all} records that are different"),
    }
}

/// Two editions that say the same.
pub const NOTHING: &str = "The two say the same.";
/// The filters leave nothing.
pub const NO_MATCH: &str = "No difference matches.";

/// One of each kind of record, in the order of the kinds.
pub const RECORDS: [&str; 22] = [
    "Edition",
    "Word",
    "Source",
    "Priority",
    "Period",
    "Body",
    "Document",
    "Identifier",
    "Measure",
    "Cited document",
    "Related measure",
    "Section",
    "Fact",
    "Commitment",
    "Outcome",
    "Related line",
    "Later fact",
    "Document",
    "Web page",
    "Later outcome",
    "Nothing found",
    "Term",
];

/// A record by what it is: `Measure 31`.
pub fn record(kind: &str, name: &str) -> String {
    format!("{kind} {name}")
}

/// A field of something that belongs to a record: `Outcome: State`.
pub fn of_part(part: &str, field: &str) -> String {
    format!("{part}: {field}")
}

/// The place of a record in its list, and of a part that only stands elsewhere.
pub const PLACE: &str = "Place in its list";
/// The id of a record.
pub const ID: &str = "Id";

/// Why a commitment is no longer past due.
pub fn because(reason: &str) -> String {
    format!("{}: {reason}", HAPPENINGS[1])
}

/// Reasons: the later edition does not have it; it is due later.
pub const REASONS: [&str; 2] = ["removed", "a later due date"];

/// The fields of a record that came or went.
pub fn fields(count: usize) -> String {
    counts::count(count, ["field", "fields"])
}

/// Before and after, for those who hear it.
pub const SIDES: [&str; 2] = ["before:", "after:"];

/// Records that may be the same.
pub const SAME: &str = "The same under another id?";
/// What to do with them.
pub const SAME_HOW: &str = "These went under one id and came under another. Say which are the same; each counts as removed and added until then.";

/// Takes a record that went and one that came as one.
pub const TAKE: &str = "The same";
/// Its label.
pub fn take(kind: &str, old: &str, new: &str) -> String {
    format!("{kind} {old} and {new} are the same")
}

/// Takes all as one whose words are the same.
pub fn take_all(count: usize) -> String {
    format!("Take all {} with the same words as one", counts::number(count))
}

/// What was taken as one, and what takes it apart.
pub fn taken(count: usize) -> String {
    match count {
        1 => "One record is taken as the same under two ids.".to_owned(),
        count => format!("{} records are taken as the same under two ids.", counts::number(count)),
    }
}
/// Takes them apart.
pub const APART: &str = "Take them apart again";

/// On the page of a measure.
pub const CHANGES: &str = "Changes";
/// What these are.
pub fn changes_from(before: &str, after: &str) -> String {
    format!("From {before} to {after}.")
}

/// The heads of the list of differences as a file.
pub const COLUMNS: [&str; 8] = [
    "Kind",
    "Id",
    "Title",
    "Measure or section",
    "What happened",
    "Field",
    "Before",
    "After",
];
