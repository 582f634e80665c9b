//! What the browser complained about: console errors, uncaught exceptions, breaches of the page's policy.
//!
//! `tests/harness.rs` shows that each of the three is noticed in each engine.

use crate::engine::Engine;
use crate::session::{Session, texts};
use anyhow::Result;

/// What went wrong in the page, in the browser's words; Chromium tells each error once.
///
/// In WebKit this needs [`Engine::scripts_in_front`] of the page; without them there is only what the page noted itself.
///
/// # Errors
/// When the window is gone.
pub fn errors(session: &Session, engine: Engine) -> Result<Vec<String>> {
    match engine {
        Engine::Chromium => session.logged_errors(),
        Engine::Firefox => firefox_errors(session),
        Engine::WebKit => Ok(texts(
            &session.script("return window.recordedProblems ?? window.seenErrors ?? []", &[])?,
        )),
    }
}

/// Exceptions and refusals are in the browser's own console; what a page says itself is only printed.
fn firefox_errors(session: &Session) -> Result<Vec<String>> {
    let exceptions = session.privileged_script(
        "return Services.console.getMessageArray()
           .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
           .filter((message) => /^(file|http):/.test(message.sourceName) || message.category.startsWith('CSP'))
           .map((message) => `${message.category}: ${message.errorMessage}`)",
    )?;
    // A quote follows when a page says a text; the browser's own messages have none.
    let said = session
        .printed()
        .into_iter()
        .filter(|line| line.starts_with("console.error: \""));
    Ok(texts(&exceptions).into_iter().chain(said).collect())
}
