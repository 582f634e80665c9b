//! The line at the foot of the window of a long page.

/// The ways to the parts of the page.
pub const LABEL: &str = "Parts of this page";

/// Opens the same on a phone.
pub const MENU: &str = "Parts";

/// Opens and closes whatever is folded.
pub const ALL: [&str; 2] = ["Open all", "Close all"];

/// Leads to the beginning.
pub const TOP: &str = "Back to top";
