//! The reader's verbs for those who have keys alone. WebKit's Tab goes to links as the other engines' does, because
//! MiniBrowser sets it so; in Safari it is a setting, or Alt with Tab.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of cannot be reached"
)]

use crate::reader::Reader;
use anyhow::{Result, bail};
use serde_json::json;
use thirtyfour::Key;

/// More than there are stops on any page: who has not come there by then never will.
const MOST_STOPS: usize = 700;

impl Reader {
    /// Presses Tab until an element that matches has the focus. Every stop on the way must show that it has it.
    pub fn tab_to(&self, selector: &str) -> Result<()> {
        for _ in 0..MOST_STOPS {
            self.press(Key::Tab)?;
            let (stop, is_shown) = self.stop()?;
            if !is_shown {
                // On the way round, Firefox's own window has the focus for a moment.
                self.wait_until(&format!("the focus can be seen on {stop}"), |reader| {
                    Ok(reader.stop()?.1)
                })?;
            }
            if self.is_focused(selector)? {
                return Ok(());
            }
        }
        bail!("the Tab key never reaches {selector}")
    }

    /// The element that has the focus, and whether it can be seen that it has it; where none has it nothing has to.
    fn stop(&self) -> Result<(String, bool)> {
        let body = "const element = document.activeElement;
            if (!element || element === document.body) return ['', true];
            const {outlineStyle, outlineWidth} = getComputedStyle(element), {width, height} = element.getBoundingClientRect();
            const isRinged = outlineStyle !== 'none' && 0 < parseFloat(outlineWidth);
            const isSeen = 0 < width && 0 < height && element.checkVisibility({visibilityProperty: true});
            return [element.outerHTML.slice(0, 200), isRinged && isSeen]";
        let stop = self.session().script(body, &[])?;
        Ok((stop[0].as_str().unwrap_or_default().to_owned(), stop[1] == json!(true)))
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

    /// Whether the element that has the focus is in sight.
    pub fn is_focus_in_sight(&self) -> Result<bool> {
        let body = "const {top, bottom, left, right} = document.activeElement.getBoundingClientRect();
            return 0 <= top && bottom <= innerHeight && 0 <= left && right <= innerWidth";
        Ok(self.session().script(body, &[])? == json!(true))
    }
}
