//! The reader's verbs with the handover brief of a Presidency.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::json;
use std::collections::BTreeSet;

impl Reader {
    /// The Presidencies whose briefs are shown, from left to right.
    pub fn briefs(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-brief]')].map((brief) => brief.dataset.brief)")
    }

    /// The number that the title block of the first brief gives for a section.
    pub fn brief_count(&self, part: &str) -> Result<usize> {
        let count = self.text_of(&format!("[data-brief-count='{part}'] b"))?;
        count.parse().with_context(|| format!("`{count}` is no count"))
    }

    /// Shows all lines of a section such as `HR-inherited`, but for those of which no source speaks.
    pub fn unfold_brief(&self, section: &str) -> Result<()> {
        let body = "const section = document.querySelector(`[data-section='${arguments[0]}']`);
                    for (const button of section.querySelectorAll('[data-fold][aria-expanded=false]'))
                        if (!button.closest('[data-unknown]')) button.click();";
        self.session().script(body, &[json!(section)])?;
        self.wait_until("nothing is folded", |reader| {
            let body = "const section = document.querySelector(`[data-section='${arguments[0]}']`);
                        return [...section.querySelectorAll('[data-fold][aria-expanded=false]')]
                            .filter((button) => !button.closest('[data-unknown]')).length";
            Ok(reader.session().script(body, &[json!(section)])? == json!(0))
        })
    }

    /// The ids of the lines that stand in a section, but for those of which no source speaks.
    pub fn brief_lines(&self, section: &str) -> Result<BTreeSet<String>> {
        let body = format!(
            "return [...document.querySelectorAll(\"[data-section='{section}'] [data-line]\")]
                .filter((line) => !line.closest('[data-unknown]')).map((line) => line.dataset.line)"
        );
        Ok(self.texts(&body)?.into_iter().collect())
    }

    /// The keys of the groups of a section, from top to bottom.
    pub fn brief_groups(&self, section: &str) -> Result<Vec<String>> {
        let body = format!(
            "return [...document.querySelectorAll(\"[data-section='{section}'] [data-group]\")]
                .map((group) => group.dataset.group)"
        );
        self.texts(&body)
    }

    /// Chooses how the brief is arranged.
    pub fn arrange_brief(&self, by: &str) -> Result<()> {
        self.session()
            .click(&format!("select[data-choice=by] option[value='{by}']"), 0)
    }

    /// Sets another Presidency beside the one that is shown, or none where no name is given.
    pub fn set_brief_beside(&self, presidency: &str) -> Result<()> {
        self.session()
            .click(&format!("select[data-choice=beside] option[value='{presidency}']"), 0)
    }

    /// Follows the link of one line of a section.
    pub fn follow_brief_line(&self, section: &str, line: &str) -> Result<()> {
        self.session().click(
            &format!("[data-section='{section}'] [data-line='{line}'] [data-home]"),
            0,
        )
    }

    /// The Presidency whose link in the picker has the focus.
    pub fn focused_brief(&self) -> Result<Option<String>> {
        let body = "return document.activeElement.dataset.briefOf ?? null";
        Ok(self.session().script(body, &[])?.as_str().map(str::to_owned))
    }

    /// Takes the clipboard away from the page.
    pub fn without_clipboard(&self) -> Result<()> {
        let body = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";
        self.session().script(body, &[])?;
        Ok(())
    }

    /// Presses the button that copies the brief.
    pub fn copy_brief(&self) -> Result<()> {
        self.session().click("[data-copy-text=brief]", 0)
    }

    /// The text that is shown for copying by hand.
    pub fn text_to_copy(&self) -> Result<String> {
        self.text("return document.querySelector('#brief-to-copy')?.value ?? ''")
    }
}
