//! A page in parts, whose texts come when they are to be seen.

/// While they come.
pub const FETCHING: &str = "Loading texts…";

/// Asks for them once more.
pub const TRY_AGAIN: &str = "Try again";

/// Why a part cannot be used: it is another, missing, nothing answers, it takes too long.
pub const UNUSABLE: [&str; 4] = [
    "A file beside this page is damaged, or of another edition, so some texts are missing here. Nothing of it is shown.",
    "A file beside this page is missing, so some texts are missing here.",
    "The server of this page does not answer, so some texts are missing here.",
    "The server of this page takes too long to answer, so some texts are missing here.",
];

/// The heading where the page cannot begin.
pub const NOT_BEGUN: &str = "The data of this page cannot be shown";

/// The same where the page cannot begin without it.
pub const UNUSABLE_AT_FIRST: [&str; 4] = [
    "The data of this page are damaged, or of another edition: nothing of them is shown.",
    "The data of this page are missing on its server.",
    "The server of this page does not answer, so its data are missing.",
    "The server of this page takes too long to answer, so its data are missing.",
];

/// In place of the record that other pages have.
pub const NO_RECORD: &str = "This page fetches its data in parts, which needs JavaScript and WebAssembly.";

/// While the app takes long to start.
pub const SLOW: &str = "This page is still fetching its data.";

/// The browser cannot run the scripts.
pub const TOO_OLD: &str = "This browser is too old for this page. A current Chrome, Edge, Firefox or Safari shows it.";

/// The browser cannot run the program.
pub const NO_WEB_ASSEMBLY: &str = "WebAssembly is missing or switched off here, and this page needs it. It is on in any current Chrome, \
    Edge, Firefox or Safari.";

/// The app did not start; `%` is the reason.
pub const FAILED: &str = "The app could not start (%). Reload the page; if that does not help, open it in a current Chrome, Edge, \
    Firefox or Safari.";
