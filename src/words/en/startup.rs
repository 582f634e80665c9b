//! What the page says before the app is there, or instead of it.

/// Where scripts do not run.
pub const WITHOUT_SCRIPT: &str = "JavaScript is switched off here, so filters, search and timelines are missing. The whole record is \
    below. For the rest, switch JavaScript on for this file, or open it in another browser; nothing leaves your computer.";

/// While the app takes long to start.
pub const SLOW: &str = "Filters, search and timelines are still starting. Meanwhile, here is the whole record.";

/// The browser cannot run the scripts.
pub const TOO_OLD: &str = "This browser is too old, so filters, search and timelines are missing. The whole record is below; a \
    current Chrome, Edge, Firefox or Safari shows the rest.";

/// The browser cannot run the program.
pub const NO_WEB_ASSEMBLY: &str = "WebAssembly is missing or switched off here, so filters, search and timelines are missing. The \
    whole record is below. WebAssembly is on in any current Chrome, Edge, Firefox or Safari: open this file in one of these, or ask \
    the person who looks after this computer to allow it.";

/// The app did not start; `%` is the reason.
pub const FAILED: &str = "The app could not start (%), so filters, search and timelines are missing. The whole record is below. \
    Reload the page; if that does not help, open it in a current Chrome, Edge, Firefox or Safari.";

/// The app did not start the first time; `%` is the reason.
pub const STARTED_AGAIN: &str = "%, before the app was ready; it was started again";

/// The app has ended.
pub const BROKEN: &str = "An error has stopped this page. Reload it to carry on where you were.";

/// The page asked for something that its policy forbids.
pub const REFUSED: &str = "The policy of this page refuses %";

/// The link leads to a view, which the record does not have.
pub const NEEDS_APP: &str = "This link leads to a view that needs the app.";
