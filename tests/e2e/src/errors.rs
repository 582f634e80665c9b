//! The verbs with what the page tells of its own errors.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::Result;
use serde_json::json;

impl Reader {
    /// What the page offers to copy where it has stopped or has not started.
    pub fn report(&self) -> Result<String> {
        self.text("return document.getElementById('seen-errors').value")
    }

    /// What the page about the page tells of errors; nothing where there were none.
    pub fn told_errors(&self) -> Result<Option<String>> {
        let body = "return document.querySelector('[data-seen-errors]')?.value ?? null";
        Ok(self.session().script(body, &[])?.as_str().map(str::to_owned))
    }

    /// Whether the page has loaded itself anew.
    pub fn is_reloaded(&self) -> Result<bool> {
        let body = "return performance.getEntriesByType('navigation')[0].type === 'reload'";
        Ok(self.session().script(body, &[])? == json!(true))
    }

    /// Lets the program hear of a changed address while it writes one: it panics at the next step that the reader takes.
    pub fn break_the_program(&self) -> Result<()> {
        self.end_browser_after_this();
        self.session()
            .script(include_str!("../pages/panicking-later.js"), &[])?;
        Ok(())
    }
}
