//! The reader's verbs about what is said aloud, what moves, and what can be told apart.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::json;

impl Reader {
    /// What a screen reader was last told of the results of the view.
    pub fn announced(&self) -> Result<String> {
        self.text_of(".view-side > [data-announced]")
    }

    /// Keeps from now on everything that a screen reader is told of the results of the view.
    pub fn begin_listening(&self) -> Result<()> {
        let body = "window.heard = [];
            const speaker = document.querySelector('.view-side > [data-announced]');
            new MutationObserver(() => window.heard.push(speaker.textContent))
                .observe(speaker, {childList: true, characterData: true, subtree: true})";
        self.session().script(body, &[]).map(|_| ())
    }

    /// Types into the search box letter by letter without a rest between them, however busy the machine is.
    pub fn type_without_rest(&self, text: &str) -> Result<()> {
        let body = "const box = document.querySelector('input[type=search]');
            box.focus();
            for (const letter of arguments[0]) {
                box.value += letter;
                box.dispatchEvent(new InputEvent('input', {bubbles: true, data: letter, inputType: 'insertText'}));
            }";
        self.session().script(body, &[json!(text)]).map(|_| ())
    }

    /// All that it was told since then, one after the other.
    pub fn heard(&self) -> Result<Vec<String>> {
        self.texts("return window.heard")
    }

    /// Scrolls to the top of the page: what is half behind the bar that stays there would seem to be too small a target.
    pub fn scroll_to_top(&self) -> Result<()> {
        self.session().script("scrollTo(0, 0)", &[]).map(|_| ())
    }

    /// Lets the page as a whole change its look in that way, or as its style sheet says.
    pub fn set_motion(&self, transition: &str) -> Result<()> {
        let body = "document.body.style.transition = arguments[0]";
        self.session().script(body, &[transition.into()]).map(|_| ())
    }

    /// The longest time that anything in the page takes to move or to change its look, in seconds.
    pub fn longest_motion(&self) -> Result<f64> {
        let body = "const longest = (text) => Math.max(...text.split(',').map(parseFloat));
            return Math.max(...[...document.querySelectorAll('*')].flatMap((element) => [null, '::before', '::after'].map((part) => {
                const {transitionDuration, animationDuration} = getComputedStyle(element, part);
                return Math.max(longest(transitionDuration), longest(animationDuration));
            })))";
        let seconds = self.session().script(body, &[])?;
        seconds.as_f64().context("no number")
    }

    /// Has Chromium show the page in the few colours that a reader has chosen, light or dark.
    pub fn force_colours(&self, scheme: &str) -> Result<()> {
        let features = json!([
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": scheme },
        ]);
        let parameters = json!({ "features": features });
        self.session()
            .developer_command("Emulation.setEmulatedMedia", &parameters)
            .map(|_| ())
    }

    /// How the elements that a script returns are filled and edged.
    pub fn looks(&self, elements: &str) -> Result<Vec<String>> {
        self.texts(&format!(
            "const elements = (() => {{ {elements} }})();
             return elements.map((element) => {{
                 const style = getComputedStyle(element);
                 return [style.backgroundColor, style.backgroundImage, style.borderBlockEndStyle, style.borderBlockEndColor].join(' ');
             }})"
        ))
    }
}
