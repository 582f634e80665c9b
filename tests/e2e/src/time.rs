//! The reader's verbs for the day as of which everything is told.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::json;

impl Reader {
    /// Goes into the field, chooses the day as a calendar would, or leaves in the field what is no whole day, and goes on.
    /// Keys are not typed: each engine has an order of its own for the parts of a date.
    pub fn choose_day(&self, value: &str) -> Result<()> {
        // A real click: without one, WebKit's way back passes over what a page adds to the history.
        self.session().click("[data-as-of]", 0)?;
        let body = "const field = document.querySelector('[data-as-of]');
                    if (!field) return false;
                    field.value = arguments[0];
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    field.dispatchEvent(new Event('change', { bubbles: true }));
                    field.blur();
                    return true";
        let found = self.session().script(body, &[json!(value)])?;
        found
            .as_bool()
            .filter(|found| *found)
            .map(|_| ())
            .context("there is no choice of the day")
    }

    /// The day that stands in the field, as `2019-06-30`.
    pub fn chosen_day(&self) -> Result<String> {
        self.text("return document.querySelector('[data-as-of]')?.value ?? ''")
    }

    /// What the page says of the day that was left in the field.
    pub fn day_hint(&self) -> Result<String> {
        self.text_of(".as-of-hint")
    }

    /// Goes back to the edition's date with the page's own button.
    pub fn return_to_status_date(&self) -> Result<()> {
        self.session().click("[data-status-date]", 0)
    }

    /// The line that says as of which other day the page is told; empty at the edition's date.
    pub fn as_of_line(&self) -> Result<String> {
        self.text_of("[data-as-of-line]")
    }

    /// Which edition the bar on top names.
    pub fn edition(&self) -> Result<String> {
        self.text_of(".edition")
    }

    /// The outcome that the row or line of a commitment shows.
    pub fn outcome_of(&self, id: &str) -> Result<String> {
        let body = "return document.querySelector(arguments[0])?.dataset.outcome ?? ''";
        let selector = format!(":is([data-commitment='{id}'], .fact[id='{id}'])");
        let outcome = self.session().script(body, &[json!(selector)])?;
        Ok(outcome.as_str().unwrap_or_default().to_owned())
    }

    /// The ids of the facts that are shown as planned.
    pub fn planned_facts(&self) -> Result<Vec<String>> {
        self.texts(
            "const planned = [...document.querySelectorAll('.fact[data-planned]')];
             return planned.filter((fact) => fact.querySelector('.fact-mark.is-planned')
                && fact.querySelector('.fact-details').textContent.startsWith('planned')).map((fact) => fact.id)",
        )
    }
}
