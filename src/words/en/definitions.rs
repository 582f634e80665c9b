//! What is said before each list of definitions.

/// Over all of them.
pub const HEADING: &str = "What the terms mean";

/// Over the statuses, and below that.
pub const STATUSES: [&str; 2] = [
    "Status of a measure",
    "This is the editors’ reading of the source. Each measure says what its status is based on.",
];

/// Over the outcomes, and below that.
pub const OUTCOMES: [&str; 2] = [
    "Outcome of a commitment",
    "A commitment is anything that somebody was to do, with or without a date. Its outcome is only as certain as the later \
     documents make it; each outcome says what it is based on.",
];

/// Over what a commitment names, and below that.
pub const NAMINGS: [&str; 2] = [
    "What a commitment names",
    "To check whether a commitment was kept, one must know who was to do it, by when, and what it was to produce. Each commitment says \
     which of the three its source names. This is a count, not a score: much that matters has no end date.",
];

/// Over the kinds of facts.
pub const EVENTS: &str = "Kinds of fact";

/// Over the roles of documents.
pub const DOCUMENT_ROLES: &str = "Where a measure cites a document";

/// Over the relations.
pub const RELATIONS: &str = "How two measures, facts or commitments are related";
