//! The page of a Presidency, around the briefs.

/// Above the title.
pub const KICKER: &str = "Handover brief";

/// `Handover brief: Croatian Presidency`.
pub fn title(presidency: &str) -> String {
    format!("{KICKER}: {presidency}")
}

/// The choice of a Presidency.
pub const PICKER: &str = "Presidencies by trio";

/// No brief beside.
pub const NO_NEIGHBOUR: &str = "none";

/// Prints it.
pub const PRINT: &str = "Print";

/// Its properties: term, trio and source.
pub const PROPERTIES: [&str; 3] = ["Term", "Trio", "Source"];

/// The properties that only a file has: what narrows it, and how lines belong to it.
pub const MORE_PROPERTIES: [&str; 2] = ["Only", "How lines belong to it"];

/// The counts of the sections.
pub fn sections_of(title: &str) -> String {
    format!("Sections, {title}")
}

/// `16 past due`.
pub fn past_due(count: usize) -> String {
    format!("{count} past due")
}

/// After what the grounds mean: where items are arranged by working party.
pub const SEVERAL: &str = " An item of several working parties appears under each of them.";

/// After what the grounds mean: where two stand side by side.
pub const COMPARED: &str = " Each brief draws only on what had been written by then, so the numbers do not measure one \
    Presidency against another.";

/// There is none of that name.
pub const MISSING: &str = "No such brief";

/// Around the name that a link has.
pub const MISSING_NAME: [&str; 2] = [
    "The link points to the brief of “",
    "”, which does not exist. There is one for each Presidency since 2016 that appears in the data; choose one above.",
];

/// Before the nearest one.
pub const NEAREST: &str = "The nearest is the ";

/// In Markdown, before the rule of a section.
pub fn rule(rule: &str) -> String {
    format!("Rule: {rule}")
}

/// In Markdown, over the lines whose outcome is not known.
pub const NOT_KNOWN: &str = "Not known";
