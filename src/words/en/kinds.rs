//! The kinds of bodies, documents, facts and ties, and the roles in which they stand.

/// Each kind of body.
pub const BODIES: [&str; 11] = [
    "agency",
    "institution",
    "Presidency",
    "working party",
    "office",
    "network",
    "programme, project or operation",
    "international organisation",
    "Member State",
    "partner country or region",
    "information system",
];

/// What a commitment names: an owner, a date, a product, all of these, none of these.
pub const NAMINGS: [&str; 5] = ["owner", "date", "product", "all three", "none of the three"];

/// What each means.
pub const NAMING_DEFINITIONS: [&str; 5] = [
    "The source says who is to do it. Where it does not, those who stand in say so.",
    "The source says by when.",
    "It says what is to be there when it is done: an act, a report, a decision, a system, a post, a meeting.",
    "It names an owner, a date and a product.",
    "It names neither an owner nor a date nor a product.",
];

/// Each kind of document.
pub const DOCUMENTS: [&str; 16] = [
    "Council document",
    "working paper",
    "Commission document",
    "staff working document",
    "joint communication",
    "Commission act",
    "regulation",
    "directive",
    "decision",
    "framework decision",
    "recommendation",
    "convention",
    "agreement",
    "UN resolution",
    "Official Journal",
    "other document",
];

/// The heading over the documents of each kind.
pub const DOCUMENT_HEADINGS: [&str; 16] = [
    "Council documents",
    "Council working papers",
    "Commission documents",
    "Staff working documents",
    "Joint communications",
    "Commission acts",
    "Regulations",
    "Directives",
    "Decisions",
    "Framework decisions",
    "Recommendations",
    "Conventions",
    "Agreements",
    "UN resolutions",
    "Cited by Official Journal reference",
    "Other documents",
];

/// Each kind of fact.
pub const EVENTS: [&str; 16] = [
    "proposal",
    "mandate",
    "negotiation",
    "agreement",
    "adoption",
    "publication",
    "entry into force",
    "application",
    "conclusions",
    "report",
    "meeting",
    "operation",
    "deployment",
    "court",
    "deadline",
    "other",
];

/// What each kind of fact means.
pub const EVENT_DEFINITIONS: [&str; 16] = [
    "A proposal was tabled.",
    "A mandate to negotiate was given, or a general approach reached.",
    "Negotiations took place.",
    "A political or formal agreement was reached.",
    "An act or text was adopted or approved.",
    "Something was published.",
    "An act entered into force.",
    "An act began to apply.",
    "Conclusions were adopted.",
    "A report, study, questionnaire or assessment.",
    "A meeting, discussion, workshop or conference.",
    "An operation or exercise.",
    "A system or function was put into service.",
    "A court gave a ruling or an opinion, or heard a case.",
    "A deadline passed.",
    "None of the other kinds.",
];

/// What a Presidency did for a measure.
pub const PRESIDENCY_ROLES: [&str; 2] = ["acted", "plans"];

/// Where in a measure a document is cited.
pub const DOCUMENT_ROLES: [&str; 4] = ["main document", "state of play", "follow-up", "footnote"];

/// What each of them means.
pub const DOCUMENT_ROLE_DEFINITIONS: [&str; 4] = [
    "Listed under “Main documents”.",
    "Cited in the state of play.",
    "Cited in the envisaged follow-up.",
    "Cited in a footnote.",
];

/// How something related is tied to this.
pub const RELATIONS: [&str; 5] = ["same subject", "later report", "outcome", "duplicate", "contradiction"];

/// How this is tied to it.
pub const INVERSE_RELATIONS: [&str; 5] = [
    "same subject",
    "earlier report",
    "commitment",
    "duplicate",
    "contradiction",
];

/// What each tie means.
pub const RELATION_DEFINITIONS: [&str; 5] = [
    "Both are about the same thing.",
    "The other is a later report on this one.",
    "The other reports the outcome of what this one planned.",
    "Both say the same.",
    "The two disagree.",
];

/// A tie as both sides name it: `later report / earlier report`.
pub fn both_relations(relation: &str, inverse: &str) -> String {
    if relation == inverse {
        relation.to_owned()
    } else {
        format!("{relation} / {inverse}")
    }
}

/// `Croatian Presidency`.
pub fn presidency(adjective: &str, period: &str) -> String {
    format!("{adjective} {period}")
}

/// The colours of priorities.
pub const COLORS: [&str; 9] = [
    "red", "amber", "violet", "blue", "teal", "green", "olive", "steel", "slate",
];

/// `II.31, p. 62`.
pub fn page_of(section: &str, page: u32) -> String {
    format!("{section}, p. {page}")
}
