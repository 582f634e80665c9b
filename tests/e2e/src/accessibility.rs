//! What axe-core finds wrong with the page, by WCAG 2.2 AA and its own best practice.

use crate::session::{Session, texts};
use crate::{Setting, is_thorough};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::time::Duration;

const AXE_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");

/// The whole record takes half a minute on a busy machine.
const LIMIT: Duration = Duration::from_mins(2);

/// Which of its rules are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// All of them.
    All,
    /// The one about colours, which takes most of the time.
    Contrast,
    /// All others.
    AllButContrast,
}

impl Rules {
    /// What is to be asked in such colours and at such a width: of dark ones contrast alone, once, because no colour depends on the
    /// width; of light ones the rest, because every contrast is worked out from the style sheet too (`tests/style.rs`). Before a
    /// release everything, everywhere.
    pub fn at(setting: Setting, is_first_width: bool) -> Option<Self> {
        match (setting == Setting::Dark, is_first_width) {
            _ if is_thorough() => Some(Self::All),
            (false, _) => Some(Self::AllButContrast),
            (true, true) => Some(Self::Contrast),
            (true, false) => None,
        }
    }
}

/// Asks axe-core, which stays in the page for the next time.
const RUN: &str = r#"
const answer = arguments[arguments.length - 1];
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const indented = (text) => "    " + text.replaceAll("\n", "\n    ");
const told = ({ id, help, nodes }) => [
  `${id}: ${help} (${nodes.length} times, such as)`,
  ...nodes.slice(0, 3).flatMap(({ html, failureSummary }) => [indented(html), indented(failureSummary)]),
].join("\n");
const [rules] = arguments;
const runOnly = rules === "Contrast" ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: levels };
const options = rules === "AllButContrast" ? { rules: { "color-contrast": { enabled: false } } } : {};
axe.run(document, { ...options, runOnly, resultTypes: ["violations"] }).then(
  ({ violations }) => answer(violations.map(told)),
  (error) => answer([`axe-core failed: ${error}`]));
"#;

/// The rules that the page breaks now, each with some of the elements that break it; of those that are asked.
///
/// # Errors
/// When axe-core is not installed, or the window is gone.
pub fn violations(session: &Session, rules: Rules) -> Result<Vec<String>> {
    let axe = fs::read_to_string(AXE_FILE)
        .with_context(|| format!("no {AXE_FILE}: run `npm ci --ignore-scripts` in tests/e2e"))?;
    session.wait_for_answers(LIMIT)?;
    if session.script("return !window.axe", &[])? == json!(true) {
        session.script(&format!("{axe}\nwindow.axe = axe;"), &[])?;
    }
    let found = session.script_with_answer(RUN, &[json!(format!("{rules:?}"))])?;
    Ok(texts(&found))
}
