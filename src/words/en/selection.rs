//! The selection as a sentence: `23 of 74 measures that the Croatian Presidency acted on, naming Europol or Frontex`.

/// After a count of all measures: ` of the renewed EU Internal Security Strategy`.
pub fn of_subject(subject: &str) -> String {
    if subject.is_empty() {
        String::new()
    } else {
        format!(" of {subject}")
    }
}

/// Between two choices of a filter, and between two Presidencies.
pub const OR: [&str; 2] = [" or ", " or the "];

/// Before periods with names of their own, such as quarters: in any role, then by role; for measures, commitments and documents.
pub const BEFORE_PERIOD_NAMES: [[&str; 3]; 3] = [
    [
        "with something done or planned in",
        "with something done in",
        "with something planned in",
    ],
    ["for", "for", "for"],
    [
        "cited by measures with something done or planned in",
        "cited by measures with something done in",
        "cited by measures with something planned in",
    ],
];

/// Before the roles of Presidencies, where no Presidency is chosen.
pub const BEFORE_ROLE: &str = "for which a {period}";

/// What a Presidency did for them, by role.
pub const ROLES: [&str; 2] = ["acted", "has plans"];

/// Before the selected period: for measures, commitments and documents.
pub const BEFORE_PERIOD: [&str; 3] = [
    "with a fact or due date",
    "due or done",
    "cited by measures with a fact or due date",
];

/// Around the text that was typed.
pub const AROUND_TEXT: [&str; 2] = ["containing", ""];

/// The same of a text without a word.
pub const AROUND_SIGNS: [&str; 2] = ["because", " has no word to search for"];

/// After a Presidency: in any role, then by role.
pub const AFTER_PRESIDENCY: [&str; 3] = [" acted on or has plans for", " acted on", " has plans for"];

/// Before the chosen values of each filter: for measures, commitments and documents. Documents are described by the measures
/// that cite them.
pub const BEFORE_VALUES: [[&str; 15]; 3] = [
    [
        "of",
        "that the",
        "under",
        "handled by",
        "naming",
        "naming",
        "naming",
        "with the status",
        "citing",
        "citing a document of the kind",
        "with a commitment of",
        "with a commitment that is",
        "with a commitment due in",
        "of which is known since then:",
        "with a commitment that names:",
    ],
    [
        "of",
        "for the",
        "under",
        "of measures handled by",
        "naming",
        "naming",
        "naming",
        "of measures with the status",
        "citing",
        "citing a document of the kind",
        "owned by",
        "that are",
        "due in",
        "of which is known since then:",
        "that name:",
    ],
    [
        "cited in",
        "cited by measures that the",
        "cited by measures under",
        "cited by measures handled by",
        "cited by measures naming",
        "cited by measures naming",
        "cited by measures naming",
        "cited by measures with the status",
        "",
        "of the kind",
        "cited by measures with a commitment of",
        "cited by measures with a commitment that is",
        "cited by measures with a commitment due in",
        "cited by measures of which is known since then:",
        "cited by measures with a commitment that names:",
    ],
];

/// Before `no follow-up` and `no date`: for measures, commitments and documents.
pub const BEFORE_NO_VALUE: [[&str; 2]; 3] = [
    ["with", "with a commitment with"],
    ["with", "with"],
    ["cited by measures with", "cited by measures with"],
];

/// Where a search hit is that the row does not show: summary, state of play, follow-up, document, body, status, note, priority.
pub const HIT_PLACES: [&str; 8] = [
    "Summary",
    "State of play",
    "Follow-up",
    "Document",
    "Named",
    "Status",
    "Editor’s note",
    "Priority",
];
