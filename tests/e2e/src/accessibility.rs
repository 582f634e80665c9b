//! What axe-core finds wrong with the page, by WCAG 2.2 AA and its own best practice.

use crate::session::{Session, texts};
use anyhow::{Context, Result};
use std::fs;
use std::time::Duration;

const AXE_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");

/// The whole record takes half a minute on a busy machine.
const LIMIT: Duration = Duration::from_mins(2);

/// Runs after axe-core's source, in the same script: nothing of it needs to outlive the call.
const RUN: &str = r#"
const answer = arguments[arguments.length - 1];
const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const indented = (text) => "    " + text.replaceAll("\n", "\n    ");
const told = ({ id, help, nodes }) => [
  `${id}: ${help} (${nodes.length} times, such as)`,
  ...nodes.slice(0, 3).flatMap(({ html, failureSummary }) => [indented(html), indented(failureSummary)]),
].join("\n");
axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }).then(
  ({ violations }) => answer(violations.map(told)),
  (error) => answer([`axe-core failed: ${error}`]));
"#;

/// The rules that the page breaks now, each with some of the elements that break it.
///
/// # Errors
/// When axe-core is not installed, or the window is gone.
pub fn violations(session: &Session) -> Result<Vec<String>> {
    let axe = fs::read_to_string(AXE_FILE)
        .with_context(|| format!("no {AXE_FILE}: run `npm ci --ignore-scripts` in tests/e2e"))?;
    session.wait_for_answers(LIMIT)?;
    let found = session.script_with_answer(&format!("{axe}\n{RUN}"), &[])?;
    Ok(texts(&found))
}
