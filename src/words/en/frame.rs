//! The frame around every page.

/// The page about this page: in the tabs, the trail and the title.
pub const ABOUT: &str = "About";
