//! The page of a Presidency, around the briefs.

/// Above the title.
pub const KICKER: &str = "Handover brief";

/// `Handover brief: Croatian Presidency`.
pub fn title(presidency: &str) -> String {
    format!("{KICKER}: {presidency}")
}

/// The choice of a Presidency.
pub const PICKER: &str = "{Periods} by {group}";

/// No brief beside.
pub const NO_NEIGHBOUR: &str = "none";

/// Prints it.
pub const PRINT: &str = "Print";

/// Its properties: term, trio and source.
pub const PROPERTIES: [&str; 3] = ["Term", "{Group}", "Source"];

/// The properties that only a file has: what narrows it, and how lines belong to it.
pub const MORE_PROPERTIES: [&str; 2] = ["Only", "How lines belong to it"];

/// The counts of the sections.
pub fn sections_of(title: &str) -> String {
    format!("Sections, {title}")
}

/// A section among the parts of the page, where two briefs stand side by side: `FI: inherited`.
pub fn section_of(presidency: &str, section: &str) -> String {
    format!("{presidency}: {section}")
}

/// What a brief comes to.
pub const SUMMARY: &str = "Summary";

/// `133 open, 16 past due (not reported done); next 8 Mar 2020`, in one line.
pub fn summary_line(states: &[&str], next: Option<&str>) -> String {
    let states = states.join(", ");
    next.map_or(states.clone(), |next| format!("{states}; next {next}"))
}

/// `240 commitments inherited or planned, as of 3 February 2020:`
pub fn summary_of(count: usize, day: &str) -> String {
    let commitments = super::counts::count(count, super::counts::COMMITMENT);
    format!("{commitments} inherited or planned, as of {day}:")
}

/// `133 open`.
pub fn counted(count: usize, state: &str) -> String {
    format!("{count} {}", super::status::in_list(state))
}

/// `45 of them fall due within the term.`
pub fn due_in_term(count: usize) -> String {
    match count {
        0 => "None of them falls due within the term.".to_owned(),
        1 => "1 of them falls due within the term.".to_owned(),
        count => format!("{count} of them fall due within the term."),
    }
}

/// Over the nearest dates and over the owners, and where there are none.
pub const SUMMARY_PARTS: [[&str; 2]; 2] = [
    ["Nearest dates", "No open commitment has a date that is still to come."],
    ["Asked most", "Nobody is named."],
];

/// Over the rule by which a section has its lines.
pub const RULE: &str = "What stands here";

/// `16 past due`.
pub fn past_due(count: usize) -> String {
    format!("{count} past due")
}

/// After what the grounds mean: where items are arranged by working party.
pub const SEVERAL: &str = " An item of several {parties} appears under each of them.";

/// After what the grounds mean: where two stand side by side.
pub const COMPARED: &str = " Each brief draws only on what had been written by then, so the numbers do not measure one \
    {period} against another.";

/// There is none of that name.
pub const MISSING: &str = "No such brief";

/// Around the name that a link has.
pub const MISSING_NAME: [&str; 2] = [
    "The link points to the brief of “",
    "”, which does not exist. There is one for each {period} that appears in the data, from the first source on; choose one above.",
];

/// Before the nearest one.
pub const NEAREST: &str = "The nearest is the ";

/// In Markdown, before the rule of a section.
pub fn rule(rule: &str) -> String {
    format!("Rule: {rule}")
}

/// In Markdown, over the lines whose outcome is not known.
pub const NOT_KNOWN: &str = "Not known";
