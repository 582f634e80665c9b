//! What things are called where they are named: measures, sections of a general report, documents, lines.

/// `measure 31`.
pub fn measure(number: &str) -> String {
    format!("measure {number}")
}

/// `measure 3.2 of COM(2016) 602 final`.
pub fn measure_of(number: &str, source: &str) -> String {
    format!("measure {number} of {source}")
}

/// `Measure 31`.
pub fn measure_heading(number: &str) -> String {
    format!("Measure {number}")
}

/// `Measure 3.2 of COM(2016) 602 final`.
pub fn measure_heading_of(number: &str, source: &str) -> String {
    format!("Measure {number} of {source}")
}

/// `Measure 31: Monitoring of the PNR Directive`; the number may be followed by its source.
pub fn measure_titled(heading: &str, title: &str) -> String {
    format!("{heading}: {title}")
}

/// `3.2 of COM(2016) 602 final: Border checks`.
pub fn numbered_of(number: &str, source: &str, title: &str) -> String {
    format!("{number} of {source}: {title}")
}

/// A section of a general report, by its kind.
pub const GENERAL_REPORT: &str = "{report}";

/// The same as a heading.
pub const GENERAL_REPORT_HEADING: &str = "{Report}";

/// What a link calls it.
pub const SECTION: &str = "section of a {report}";

/// `general report, Cybercrime`, of a report as it is called.
pub fn report(report: &str, title: &str) -> String {
    format!("{report}, {title}")
}

/// `General report: Cybercrime`.
pub fn report_titled(report: &str, title: &str) -> String {
    format!("{report}: {title}")
}

/// `General report of 5618/20`.
pub fn report_of(report: &str, source: &str) -> String {
    format!("{report} of {source}")
}

/// What a link calls a measure, a document and a body.
pub const KINDS: [&str; 3] = ["measure", "document", "body"];

/// A commitment, where the kinds of facts stand.
pub const COMMITMENT: &str = "commitment";

/// Where something has no date.
pub const NO_DATE: &str = "no date";

/// A fact that is still to come.
pub const PLANNED: &str = "planned";

/// What stands before a name in a source, and is no part of it.
pub const ARTICLES: [&str; 3] = ["A", "An", "The"];
