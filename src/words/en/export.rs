//! What is exported: the columns of tables, the properties and items of texts, the entries of calendars.

/// The columns of measures.
pub const MEASURE_COLUMNS: [&str; 19] = [
    "Code",
    "Number",
    "Title",
    "Priority",
    "Status at source date",
    "{Parties}",
    "{Periods}",
    "Latest fact",
    "Latest fact: first day",
    "Latest fact: last day",
    "Next due: first day",
    "Next due: last day",
    "Past due since: first day",
    "Past due since: last day",
    "Due since the record ended: first day",
    "Due since the record ended: last day",
    "Summary",
    "Documents",
    "Editor's note",
];

/// The columns of measures for the latest that public pages report since, where the table shows it.
pub const LATEST_SINCE_COLUMNS: [&str; 5] = [
    "Since then",
    "Since then: first day",
    "Since then: last day",
    "Since then: code",
    "Since then: pages",
];

/// The columns of facts and commitments.
pub const LINE_COLUMNS: [&str; 24] = [
    "Code",
    "Measure",
    "Title",
    "Kind",
    "First day",
    "Last day",
    "Date as printed",
    "Text",
    "Owners",
    "Bodies",
    "{Periods}",
    "State",
    "Least slip in months",
    "Most slip in months",
    "Slip",
    "Outcome",
    "Outcome: first day",
    "Outcome: last day",
    "Planned for: first day",
    "Planned for: last day",
    "Documents",
    "Editor's note",
    "Owner named",
    "Product",
];

/// The columns of later facts.
pub const LATER_COLUMNS: [&str; 22] = [
    "Code",
    "Measure",
    "Title",
    "Kind",
    "What the date means",
    "First day",
    "Last day",
    "Text",
    "Bodies",
    "Information systems",
    "Documents",
    "Commitments",
    "Outcomes",
    "Announced",
    "Announced for: first day",
    "Announced for: last day",
    "Reported by",
    "Pages",
    "Pages read on",
    "Rests on",
    "Editor's note",
    "Disagrees with",
];

/// The columns of the dates in slip charts.
pub const SLIP_COLUMNS: [&str; 14] = [
    "Information system",
    "Promise",
    "What",
    "Said or came: first day",
    "Said or came: last day",
    "Promised for: first day",
    "Promised for: last day",
    "By whom",
    "Code",
    "Measure",
    "Title",
    "Reported by",
    "Pages",
    "Pages read on",
];

/// What a line of a slip chart is: a date that was promised, one on which it came, or what was put into service besides.
pub const SLIP_LINES: [&str; 3] = ["promised", "came", "also put into service"];

/// `the EES going into operation (announced on 5 Mar 2025)`.
pub fn announced_on(of: &str, day: &str) -> String {
    format!("{of} (announced on {day})")
}

/// The columns before those, of the lines of a brief.
pub const BRIEF_COLUMNS: [&str; 6] = [
    "Brief",
    "Section of the brief",
    "Told as of",
    "Foreseen",
    "Groups",
    "Grounds",
];

/// The columns for the place in the source.
pub const PLACE_COLUMNS: [&str; 5] = ["Source", "Source date", "Section", "Page", "Page counted"];

/// The columns of documents.
pub const DOCUMENT_COLUMNS: [&str; 16] = [
    "Number",
    "Kind",
    "Title",
    "Date: first day",
    "Date: last day",
    "Marking",
    "Official Journal",
    "Applies from: first day",
    "Applies from: last day",
    "Transposition by: first day",
    "Transposition by: last day",
    "Register",
    "Cited by, count",
    "Cited by",
    "CELEX number",
    "ELI",
];

/// The last column, and the property of a text: the day as of which it is.
pub const AS_OF: &str = "As of";

/// Whether a page was counted.
pub fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// What a section of a brief foresees.
pub const FORESEEN: &str = "if no more is done than is recorded";

/// The titles of lists: measures, facts, commitments, documents, later facts.
pub const TITLES: [&str; 5] = [
    "Measures",
    "Facts and commitments",
    "Commitments",
    "Documents",
    "Since then: what public sources report",
];

/// The properties of every text, but for the day: selection, edition, address.
pub const PROPERTIES: [&str; 3] = ["Selection", "Edition", "Address"];

/// The properties of a measure.
pub const MEASURE_PROPERTIES: [&str; 6] = ["Code", "Source", "Status", "Summary", "{Parties}", "Documents"];

/// The properties of a document.
pub const DOCUMENT_PROPERTIES: [&str; 11] = [
    "Kind",
    "Title",
    "Date",
    "Official Journal",
    "CELEX number",
    "Applies from",
    "Transposition by",
    "Marking",
    "Register",
    "ELI",
    "Cited by",
];

/// `latest fact 25 May 2020`.
pub fn latest_fact(date: &str) -> String {
    format!("latest fact {date}")
}

/// `next due Jun 2020`.
pub fn next_due(date: &str) -> String {
    format!("next due {date}")
}

/// `cited by ISS-31`.
pub fn cited_by(who: &str) -> String {
    format!("cited by {who}")
}

/// `open (as of 3 February 2020)`.
pub fn state_as_of(state: &str, day: &str) -> String {
    format!("{state} (as of {day})")
}

/// `by 18 September 2019`, `by end of 2019`.
pub fn by(date: &str, is_day: bool) -> String {
    let end = if is_day { "" } else { "end of " };
    format!("by {end}{date}")
}
