//! The verbs of sharing for those who have keys alone, and what those need who see the dialog enlarged.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use crate::sharing::SavedFile;
use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::Key;

/// More than there are stops in the dialog: who has not come round it by then never will.
const MOST_STOPS: usize = 60;

/// Names a control by what the tests know it by; the dialog itself, which scrolls, is no control.
const NAMED: &str = "
    const named = (element) => Object.entries(element.dataset).map(([key, value]) => value ? `${key}=${value}` : key).join(' ');
    const dialog = document.querySelector('#export');";

impl Reader {
    /// The controls of the dialog that can be used now, from top to bottom.
    pub fn dialog_controls(&self) -> Result<Vec<String>> {
        self.texts(&format!(
            "{NAMED} return [...dialog.querySelectorAll('a[href], button, input, select, textarea')]
                 .filter((control) => !control.disabled).map(named)"
        ))
    }

    /// Presses Tab until it has come round the dialog to where it began, and names the controls it stopped at, in their order.
    /// The focus may go to the browser's own window on the way, and to nothing behind the dialog.
    pub fn tab_round_dialog(&self) -> Result<Vec<String>> {
        let body = format!(
            "{NAMED} const stop = document.activeElement;
             if (!stop || stop === document.body || stop === document.documentElement || stop === dialog) return ['', true];
             return [named(stop), dialog.contains(stop)]"
        );
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            let stop = self.session().script(&body, &[])?;
            let name = stop[0].as_str().unwrap_or_default().to_owned();
            if stop[1] != json!(true) {
                bail!("behind the dialog, {name} has the focus after {stops:?}");
            }
            if stops.first() == Some(&name) {
                return Ok(stops);
            }
            if !name.is_empty() {
                stops.push(name);
            }
            self.press(Key::Tab)?;
        }
        bail!("the Tab key never comes round: {stops:?}")
    }

    /// What is selected of the text that has the focus.
    pub fn selected_text(&self) -> Result<String> {
        self.text(
            "const field = document.activeElement;
             return field.value?.slice(field.selectionStart, field.selectionEnd) ?? ''",
        )
    }

    /// Presses a key, and takes the file that the page saves thereupon.
    pub fn press_to_save(&self, key: Key) -> Result<SavedFile> {
        self.saved_after(|reader| reader.press(key))
    }

    /// How far something in the dialog is wider than its room, or the dialog than the window, in CSS pixels.
    pub fn dialog_overflow_px(&self) -> Result<i64> {
        let body = "const dialog = document.querySelector('#export'), {left, right} = dialog.getBoundingClientRect();
            const wider = [dialog, ...dialog.querySelectorAll('textarea')].map(({scrollWidth, clientWidth}) => scrollWidth - clientWidth);
            return Math.ceil(Math.max(...wider, -left, right - innerWidth))";
        let overflow = self.session().script(body, &[])?;
        overflow.as_i64().context("no dialog")
    }
}
