//! The reader's verbs with paper: printing, and reading what stands on each sheet.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or the engine's driver cannot print"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use lopdf::Document;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

/// A sheet of A4 upright, in centimetres.
pub const A4: (f64, f64) = (21.0, 29.7);
/// A sheet of A4 across.
pub const A4_ACROSS: (f64, f64) = (29.7, 21.0);
/// A sheet of A3 across.
pub const A3_ACROSS: (f64, f64) = (42.0, 29.7);

impl Reader {
    /// Prints the page, and reads each sheet back; the texts are [`squeezed`].
    pub fn print(&self, size_cm: (f64, f64)) -> Result<Vec<String>> {
        let printed = Document::load_mem(&self.session().print(size_cm)?)?;
        let sheets = printed.get_pages().into_keys();
        sheets
            .map(|sheet| Ok(squeezed(&printed.extract_text(&[sheet])?)))
            .collect()
    }

    /// Tells the page that it is about to be printed, and says how many elements match at once in the copy that is made.
    pub fn copy_for_paper(&self, selector: &str) -> Result<usize> {
        let body = "dispatchEvent(new Event('beforeprint'));
                    return document.querySelectorAll(`.paper ${arguments[0]}`).length";
        let count = self.session().script(body, &[json!(selector)])?;
        Ok(usize::try_from(count.as_u64().context("no number")?)?)
    }

    /// Tells the page that it has been printed, and says whether the copy is gone at once.
    pub fn end_printing(&self) -> Result<bool> {
        let body = "dispatchEvent(new Event('afterprint')); return !document.querySelector('.paper')";
        Ok(self.session().script(body, &[])? == json!(true))
    }
}

/// A text without its spaces and with its ligatures taken apart: a PDF holds glyphs in their places, and each engine
/// has its own way to tell the spaces between them.
pub fn squeezed(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace()).collect()
}
