//! The handover briefs.

/// Each section.
pub const PARTS: [&str; 4] = ["inherited", "did", "planned", "handed on"];

/// Headings of a section inherited or handed on, before and from the handover.
pub const INHERITED: [&str; 2] = ["To be inherited", "Inherited"];

/// The heading over facts.
pub const DONE: &str = "Done";

/// The heading over plans.
pub const PLANNED: &str = "Planned";

/// The heading over what is handed on: before the end of the term, and after it.
pub const HANDED_ON: [&str; 2] = ["To be handed on", "Handed on"];

/// Why something belongs to a Presidency, the weaker reason first.
pub const GROUNDS: [&str; 3] = ["by date", "in the {report}", "named in the text"];

/// Explains them.
pub const GROUNDS_EXPLAINED: &str = "“Named in the text”: the item itself names the {period}. “By date”: it does not, but \
                                     its date lies within the term; a whole year lies within none.";

/// The group of items without a value, by grouping.
pub const REST: [&str; 2] = ["No priority", "No {party}"];

/// Names of the filters by text and by period.
pub const TEXT_AND_PERIOD: [&str; 2] = ["Text", "Period"];

/// No part in a measure.
pub const NO_PART: &str = "no part";

/// An empty section.
pub const NONE: &str = "none";

/// `acted (by date)`.
pub fn role(role: &str, grounds: &str) -> String {
    format!("{role} ({grounds})")
}

/// `Finnish Presidency and Croatian Presidency`.
pub fn titles(titles: &[String]) -> String {
    titles.join(" and ")
}

/// The term is over.
pub fn ended(day: &str) -> String {
    format!("ended before {day}")
}

/// The term is running.
pub fn in_office(day: &str) -> String {
    format!("in office on {day}")
}

/// The term is to come.
pub fn to_come(day: &str) -> String {
    format!("had not begun on {day}")
}

/// `Owner: Europol or Frontex`.
pub fn filter(name: &str, values: &[String]) -> String {
    format!("{name}: {}", values.join(" or "))
}

/// `228 commitments, 16 of them past due`.
pub fn past_due(commitments: &str, past_due: usize) -> String {
    format!("{commitments}, {past_due} of them past due")
}

/// `1 fact to come and 228 commitments`.
pub fn facts_and_commitments(facts: &str, commitments: &str) -> String {
    format!("{facts} to come and {commitments}")
}

/// What is inherited.
pub fn inherited_rule(day: &str) -> String {
    format!("Promised by {day}, and on that day open, or past due and not reported done.")
}

/// What is handed on.
pub fn handed_on_rule(day: &str) -> String {
    format!("Promised by {day}, the day after its term, and on that day open, or past due and not reported done.")
}

/// A source that reviews progress at the handover.
pub fn stock(source: &str) -> String {
    format!(" {source} takes stock at this handover: what it lists counts as promised by then.")
}

/// The handover is later than the record.
pub fn foreseen(record_ends: &str) -> String {
    format!(
        " The record ends on {record_ends}: what is open here assumes that nothing has been done since, and what fell due since is \
         not known."
    )
}

/// Nothing was done yet.
pub fn not_begun(day: &str) -> String {
    format!("The term had not begun on {day}.")
}

/// What was done.
pub fn done_rule(day: &str) -> String {
    format!("Facts up to {day} that name it or lie within its term.")
}

/// What was planned.
pub fn planned_rule(day: &str) -> String {
    format!("Commitments that name it or are due within its term, as of {day}, and facts after that day.")
}

/// What is listed apart.
pub fn unknown(count: usize, is_foreseen: bool) -> String {
    let noun = if count == 1 { "commitment" } else { "commitments" };
    let why = match (is_foreseen, count) {
        (false, _) => "",
        (true, 1) => ", or it falls due after the record ends",
        (true, _) => ", or they fall due after the record ends",
    };
    format!("For {count} more {noun}, no source reports the outcome{why}.")
}
