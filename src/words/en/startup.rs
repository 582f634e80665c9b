//! What the page says before the app is there, or instead of it.

/// What search engines and previews say of the page.
pub const DESCRIPTION: &str = "The follow-up of the renewed EU Internal Security Strategy: every measure, who is responsible, what \
    has happened, and what was promised next. Unofficial.";

/// Where scripts do not run.
pub const WITHOUT_SCRIPT: &str = "JavaScript is switched off here, so filters, search and timelines are missing. The whole record is \
    below. For the rest, switch JavaScript on for this file, or open it in another browser; nothing leaves your computer.";
