//! The page of a measure.

/// Where no fact is reported, and where no follow-up is.
pub const NOTHING: [&str; 2] = ["The source reports no facts.", "The source mentions no follow-up."];

/// Over the timeline.
pub const TIMELINE: &str = "Timeline";

/// The timeline itself.
pub const TIMELINE_LABEL: &str = "Timeline of the measure";

/// Beside the lines.
pub const ASIDE: &str = "Facts about the measure";

/// The same among the parts of the page.
pub const ASIDE_PART: &str = "Actors and documents";

/// Over the facts, the commitments, and the lines of the general report.
pub const SECTIONS: [&str; 3] = ["State of play", "Envisaged follow-up", "In the {report}"];

/// Over the editors' remark.
pub const NOTE: &str = "Editor’s note";

/// Over those responsible, and where there is none.
pub const WORKING_PARTY: [&str; 2] = ["{Party}", "none named"];

/// Over its Presidencies.
pub const PRESIDENCIES: &str = "{Periods}";

/// Over those it names.
pub const ACTORS: &str = "Actors";

/// Over those it names, by each kind of body.
pub const ACTORS_BY_KIND: [&str; 11] = [
    "Agencies",
    "Institutions",
    "Presidencies",
    "Working parties",
    "Offices",
    "Networks",
    "Programmes, projects and operations",
    "International organisations",
    "Member States",
    "Partners",
    "Information systems",
];

/// Over what it cites, and where it cites nothing.
pub const DOCUMENTS: [&str; 2] = ["Documents", "none cited"];

/// Over other measures on the same subject.
pub const RELATED: &str = "Related measures";

/// Over its place in the source.
pub const SOURCE: &str = "Source";

/// After a page number.
pub const PAGE_COUNTED: &str = " (page counted, not printed)";

/// `Short code ISS-31`.
pub fn code(code: &str) -> String {
    format!("Short code {code}")
}

/// After the status, as of the day where it is not the day that is shown.
pub fn reading(status_date: Option<&str>) -> String {
    match status_date {
        Some(day) => format!("(the editors’ reading as of {day})"),
        None => "(the editors’ reading)".to_owned(),
    }
}

/// `printed “13433/18”`.
pub fn printed(number: &str) -> String {
    format!("printed “{number}”")
}
