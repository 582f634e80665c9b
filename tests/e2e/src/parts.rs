//! The verbs with the page in parts.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::Result;
use serde_json::json;

impl Reader {
    /// What the page of a thing says, without how it was come to.
    pub fn content(&self) -> Result<String> {
        self.text("return document.querySelector('#content')?.innerText ?? ''")
    }

    /// Why texts are missing in the page, or why it has not begun; empty where nothing is said.
    pub fn missing_parts(&self) -> Result<String> {
        self.text("return document.querySelector('[data-not-fetched], [data-not-begun]')?.innerText ?? ''")
    }

    /// Asks for them once more.
    pub fn try_again(&self) -> Result<()> {
        self.click_on("[data-do=\"try-again\"], [data-try-again]")
    }

    /// Whether a character stands in the page that stands for a missing text.
    pub fn shows_signs(&self) -> Result<bool> {
        let body = "return /[\\ue000-\\uf8ff]/.test(document.body.innerText)";
        Ok(self.session().script(body, &[])? == json!(true))
    }
}
