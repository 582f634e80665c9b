//! What the reader chooses from: filters and their values, columns, groupings, lanes.

/// Each filter.
pub const FACETS: [&str; 15] = [
    "Source",
    "{Period}",
    "Priority",
    "{Party}",
    "Body",
    "Information system",
    "Partner",
    "Status",
    "Document",
    "Kind of document",
    "Owner",
    "Outcome",
    "Due",
    "Since then",
    "What it names",
];

/// The value of measures without a follow-up, and what it means.
pub const NO_FOLLOW_UP: [&str; 2] = ["no follow-up", super::measure::NOTHING[1]];

/// The value of every source.
pub const ALL_SOURCES: &str = "all documents";

/// Each column of the table of measures.
pub const COLUMNS: [&str; 10] = [
    "No.",
    "Measure",
    "Priority",
    "{Party}",
    "{Periods}",
    "Status",
    "Latest fact",
    "Next due",
    "Docs",
    "Since then",
];

/// Each column of the list of documents.
pub const DOCUMENT_COLUMNS: [&str; 4] = ["Document", "Kind", "Date", "Cited by"];

/// By what the table can be grouped.
pub const GROUPINGS: [&str; 5] = ["priority", "{period}", "{party}", "status", "nothing"];

/// How high the rows of the table can be.
pub const DENSITIES: [&str; 2] = ["roomy", "compact"];

/// Whether the table has the column of later facts.
pub const LATER_COLUMN: [&str; 2] = ["hidden", "shown"];

/// By what commitments can be grouped.
pub const COMMITMENT_GROUPINGS: [&str; 7] = [
    "information system",
    "owner",
    "outcome",
    "due date",
    "source",
    "priority",
    "nothing",
];

/// How later facts can be arranged.
pub const LATER_ARRANGEMENTS: [&str; 3] = ["newest first", "by priority", "by information system"];

/// What the lanes of the timeline can stand for.
pub const LANES: [&str; 5] = ["priority", "{period}", "{party}", "body", "information system"];

/// The lane of measures without a value, for each kind of lanes.
pub const LANES_WITHOUT_VALUE: [&str; 5] = [
    "No priority",
    "No single {period}",
    "No {party} named",
    "No body",
    "No information system",
];

/// By what a brief can be grouped.
pub const BRIEF_GROUPINGS: [&str; 2] = ["priority", "{party}"];

/// The ends of the selected period.
pub const PERIOD_ENDS: [&str; 2] = ["Start of the selected period", "End of the selected period"];
