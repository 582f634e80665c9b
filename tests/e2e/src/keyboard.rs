//! The reader's verbs for those who have keys alone. WebKit's Tab goes to links as the other engines' does, because
//! MiniBrowser sets it so; in Safari it is a setting, or Alt with Tab.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of cannot be reached"
)]

use crate::reader::Reader;
use anyhow::{Result, bail, ensure};
use serde_json::json;
use thirtyfour::Key;

/// More than there are stops on any page: who has not come there by then never will.
const MOST_STOPS: usize = 700;

impl Reader {
    /// Presses Tab until an element that matches has the focus. Every stop on the way must show that it has it.
    pub fn tab_to(&self, selector: &str) -> Result<()> {
        self.go_by_stops(selector, |reader| reader.press(Key::Tab))
    }

    /// The same against the order of reading, with Shift.
    pub fn tab_back_to(&self, selector: &str) -> Result<()> {
        self.go_by_stops(selector, |reader| reader.session().press_with_shift(Key::Tab))
    }

    fn go_by_stops(&self, selector: &str, press: impl Fn(&Reader) -> Result<()>) -> Result<()> {
        let body = "const [selector] = arguments, element = document.activeElement;
            if (!element || element === document.body) return ['', document.hasFocus(), false];
            const {outlineStyle, outlineWidth} = getComputedStyle(element), {width, height} = element.getBoundingClientRect();
            const isRinged = outlineStyle !== 'none' && 0 < parseFloat(outlineWidth);
            const isSeen = 0 < width && 0 < height && element.checkVisibility({visibilityProperty: true});
            return [element.outerHTML.slice(0, 200), isRinged && isSeen, element.matches(selector)]";
        for _ in 0..MOST_STOPS {
            press(self)?;
            let stop = self.session().script(body, &[json!(selector)])?;
            let html = stop[0].as_str().unwrap_or_default();
            ensure!(
                stop[1] == json!(true),
                "on the way to {selector} the focus cannot be seen, or has left the page: {html}"
            );
            if stop[2] == json!(true) {
                return Ok(());
            }
        }
        bail!("the Tab key never reaches {selector}")
    }

    /// Whether the element that has the focus matches.
    pub fn is_focused(&self, selector: &str) -> Result<bool> {
        let body = "return document.activeElement?.matches(arguments[0]) ?? false";
        Ok(self.session().script(body, &[json!(selector)])? == json!(true))
    }

    /// Waits until an element that matches has the focus.
    pub fn wait_for_focus(&self, selector: &str) -> Result<()> {
        self.wait_until(&format!("the focus is on {selector}"), |reader| {
            reader.is_focused(selector)
        })
    }

    /// Presses the keys of a text, one after the other.
    pub fn press_text(&self, text: &str) -> Result<()> {
        text.chars().try_for_each(|letter| self.press_character(letter))
    }

    /// Presses the key of a character with Ctrl.
    pub fn press_with_ctrl(&self, character: char) -> Result<()> {
        self.session().press_chord(Key::Control, character)
    }

    /// Whether the element that has the focus is in sight.
    pub fn is_focus_in_sight(&self) -> Result<bool> {
        let body = "const {top, bottom, left, right} = document.activeElement.getBoundingClientRect();
            return 0 <= top && bottom <= innerHeight && 0 <= left && right <= innerWidth";
        Ok(self.session().script(body, &[])? == json!(true))
    }
}
