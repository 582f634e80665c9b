//! The frame around every page.

/// `Commitments – ISS Follow-up`, the title of the window.
pub fn window_title(subject: &str, name: &str) -> String {
    format!("{subject} – {name}")
}

/// `Commitments: 23 of 400 commitments`, at the head of each sheet of paper.
pub fn on_paper(name: &str, selection: &str) -> String {
    format!("{name}: {selection}")
}

/// The page about this page: on top, in the trail and in the title.
pub const ABOUT: &str = "About";

/// The page of later facts: in the trail, in the title and at the foot.
pub const SINCE: &str = super::later::HEADING;

/// The views of the selection, in the order of the tabs.
pub const TABS: [&str; 6] = ["Table", "Timeline", "{Period}", "Commitments", "Actors", "Documents"];

/// The tabs.
pub const VIEWS: &str = "Views";

/// Goes past what stands before them, to the content, the results, the views and the filters.
pub const SKIPS: [&str; 4] = ["Skip to content", "Skip to results", "Skip to views", "Skip to filters"];

/// Before the status date.
pub const REPORTED_ON: &str = "as reported on ";

/// What is done with the page as a whole.
pub const PAGE: &str = "Page";

/// Turns the colours, and says which there are: `Theme: dark`.
pub const THEME: &str = "Theme";

/// The rest of it.
pub fn theme(name: &str) -> String {
    format!(": {name}")
}

/// Until the app is there.
pub const OPENING: &str = "Opening…";

/// Until there is an answer.
pub const WAITING: &str = "Working out the answer";

/// More notices than are shown.
pub fn more_notices(count: usize) -> String {
    format!("And {count} more.")
}

/// Below a view in a frame of another page: the way to the whole.
pub fn whole(name: &str) -> String {
    format!("Open in {name}")
}

/// Takes the notices away.
pub const DISMISS: &str = "Dismiss";

/// The way from a tab to the page.
pub const TRAIL: &str = "Breadcrumb";

/// Where it begins for a measure.
pub const MEASURES: &str = "Measures";

/// Between two steps of it.
pub const STEP: &str = " › ";

/// For listeners, before the measures beside it.
pub const NEIGHBOURS: [&str; 2] = ["Previous measure, ", "Next measure, "];
