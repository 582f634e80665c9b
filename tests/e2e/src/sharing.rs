//! The reader's verbs in the dialog that shares, cites and exports.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use serde_json::{Value, json};

/// Takes what the page saves and copies instead of the disk and the clipboard, so that a test can read it: `arguments[0]` says
/// whether the clipboard is willing.
const HANDS: &str = "
    window.taken = { files: [], copied: [] };
    // No test can answer the browser's own dialog.
    delete window.showSaveFilePicker;
    const blobs = new Map();
    URL.createObjectURL = (blob) => { const address = `blob:${blobs.size}`; blobs.set(address, blob); return address; };
    HTMLAnchorElement.prototype.click = function () {
        const file = { name: this.download, text: null };
        window.taken.files.push(file);
        blobs.get(this.getAttribute('href')).arrayBuffer().then((bytes) => {
            const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
            file.base64 = btoa(letters.join(''));
            file.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        });
    };
    const isWilling = arguments[0];
    const clipboard = {
        writeText: (text) => isWilling ? (window.taken.copied.push(text), Promise.resolve()) : Promise.reject(new Error('denied')),
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
";

/// A file that the page gave to the reader.
#[derive(Debug)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub text: String,
    /// The same, byte by byte.
    pub bytes: Vec<u8>,
}

impl Reader {
    /// Takes from here on what the page saves and, where the clipboard is willing, what it copies.
    pub fn take_what_is_given(&self, clipboard_is_willing: bool) -> Result<()> {
        self.session().script(HANDS, &[json!(clipboard_is_willing)])?;
        Ok(())
    }

    /// Opens the dialog about the page.
    pub fn share(&self) -> Result<()> {
        self.session().click("[data-share]", 0)?;
        self.wait_until("the dialog is open", Self::is_sharing)
    }

    /// Opens the dialog about one line.
    pub fn cite_line(&self, id: &str) -> Result<()> {
        let button = format!("[data-cite='{id}']");
        // WebKit's driver reckons where to click before the page has come to rest, and may miss the button.
        self.wait_until("the dialog is open", |reader| {
            if !reader.is_sharing()? {
                reader.session().click(&button, 0)?;
            }
            reader.is_sharing()
        })
    }

    /// Whether the button that opens the dialog has the focus.
    pub fn is_at_share_button(&self) -> Result<bool> {
        let answer = self
            .session()
            .script("return document.activeElement.matches('[data-share]')", &[])?;
        Ok(answer == json!(true))
    }

    /// Whether the heading of the page has the focus.
    pub fn is_at_heading(&self) -> Result<bool> {
        let answer = self
            .session()
            .script("return document.activeElement.matches('main h1')", &[])?;
        Ok(answer == json!(true))
    }

    /// Closes the dialog with its button.
    pub fn close_sharing(&self) -> Result<()> {
        self.session().click("[data-share-close]", 0)?;
        // The page is told late that the dialog was closed, and takes no click until then.
        self.wait_until("the dialog is closed", |reader| {
            let body = "const dialog = document.querySelector('#export');
                        return !dialog.matches(':modal') && dialog.childElementCount === 0";
            Ok(reader.session().script(body, &[])? == json!(true))
        })
    }

    /// Whether the dialog is open over the page.
    pub fn is_sharing(&self) -> Result<bool> {
        let answer = self
            .session()
            .script("return document.querySelector('#export').matches(':modal')", &[])?;
        Ok(answer == json!(true))
    }

    /// Everything that stands in the dialog, the values of its fields among it.
    pub fn sharing_text(&self) -> Result<String> {
        self.text(
            "const dialog = document.querySelector('#export');
             return dialog.innerHTML + [...dialog.querySelectorAll('textarea, input')].map((field) => field.value).join(' ')",
        )
    }

    /// The ways of sharing that are offered.
    pub fn ways(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-way]')].map((way) => way.dataset.way)")
    }

    /// Saves a copy of the page that opens where the reader is.
    pub fn save_copy(&self) -> Result<SavedFile> {
        self.saved_by("[data-save-copy]")
    }

    /// Exports what is shown in that format.
    pub fn export(&self, format: &str) -> Result<SavedFile> {
        self.saved_by(&format!("[data-export={format}]"))
    }

    /// The address of the mail that reports an error in the line.
    pub fn report_address(&self) -> Result<String> {
        self.text("return document.querySelector('[data-report-mail]').getAttribute('href')")
    }

    /// Saves a drawing in that form.
    pub fn saved_drawing(&self, form: &str) -> Result<SavedFile> {
        self.saved_by(&format!("[data-save='{form}']"))
    }

    /// Saves the citation that is shown.
    pub fn save_citation(&self) -> Result<SavedFile> {
        self.saved_by("[data-save-citation]")
    }

    /// Begins to export and stops when something is written: how much of how much that was. The clock of the page is made to
    /// run fast, so that a turn of the writing is short on any machine.
    pub fn stop_export(&self, format: &str) -> Result<(f64, f64)> {
        let body = "const [format, done] = [arguments[0], arguments[arguments.length - 1]];
            const now = performance.now.bind(performance);
            let ahead = 0;
            performance.now = () => now() + (ahead += 1000);
            document.querySelector(`[data-export=${format}]`).click();
            const watch = () => {
                const bar = document.querySelector('#export progress');
                if (!bar) { done(null); return; }
                if (bar.value === 0 || bar.max === 1) { setTimeout(watch); return; }
                const reached = [bar.value, bar.max];
                document.querySelector('[data-export-stop]').click();
                delete performance.now;
                done(reached);
            };
            setTimeout(watch);";
        let reached = self.session().script_with_answer(body, &[json!(format)])?;
        self.wait_until("the export has ended", |reader| Ok(!reader.exported()?.is_empty()))?;
        let number = |place: usize| reached[place].as_f64().context("it was never under way");
        Ok((number(0)?, number(1)?))
    }

    /// Exports what has no form in that format; what the page says of it.
    pub fn refused_export(&self, format: &str) -> Result<String> {
        let before = self.files_given()?;
        self.session().click(&format!("[data-export={format}]"), 0)?;
        self.wait_until("the export is refused", |reader| {
            let says = reader.exported()?;
            Ok(!says.is_empty() && !says.starts_with("Handed"))
        })?;
        anyhow::ensure!(self.files_given()? == before, "a file was given all the same");
        self.exported()
    }

    /// How many files the page has given.
    pub fn files_given(&self) -> Result<u64> {
        let count = self.session().script("return window.taken.files.length", &[])?;
        count.as_u64().context("no number")
    }

    /// Begins to export and closes the dialog in the same breath.
    pub fn export_and_close(&self, format: &str) -> Result<()> {
        let body = "document.querySelector(`[data-export=${arguments[0]}]`).click();
                    document.querySelector('[data-share-close]').click();";
        self.session().script(body, &[json!(format)])?;
        Ok(())
    }

    /// What the page says of an export that has come to its end.
    pub fn exported(&self) -> Result<String> {
        self.text("return document.querySelector('[data-exported]')?.textContent ?? ''")
    }

    /// Chooses the form of the citation, and reads it.
    pub fn citation(&self, form: &str) -> Result<String> {
        self.session()
            .click(&format!("[data-choice=citation] option[value='{form}']"), 0)?;
        self.citation_shown()
    }

    /// The citation that is shown.
    pub fn citation_shown(&self) -> Result<String> {
        self.text("return document.querySelector('[data-citation]').value")
    }

    /// Copies the link, the code or the citation, and says what came to the clipboard last.
    pub fn copy(&self, what: &str) -> Result<String> {
        self.session().click(&format!("[data-copy-text='{what}']"), 0)?;
        self.wait_until("it is copied", |reader| {
            Ok(reader.session().script("return window.taken.copied.length", &[])? != json!(0))
        })?;
        self.text("return window.taken.copied.pop()")
    }

    /// Tries to copy where the clipboard is denied: the text that is shown for it, and what of it is selected.
    pub fn copy_by_hand(&self, what: &str) -> Result<(String, String)> {
        self.session().click(&format!("[data-copy-text='{what}']"), 0)?;
        let body = "const field = document.querySelector('[data-by-hand]');
                    if (!field || document.activeElement !== field) return null;
                    return [field.value, field.value.slice(field.selectionStart, field.selectionEnd)]";
        self.wait_until("the text is selected", |reader| {
            let texts = reader.session().script(body, &[])?;
            Ok(!texts.is_null() && texts[1] != json!(""))
        })?;
        let texts = self.session().script(body, &[])?;
        let text = |place: usize| texts[place].as_str().map(str::to_owned).context("no text");
        Ok((text(0)?, text(1)?))
    }

    /// The file that the page gives when a button is pressed.
    pub fn saved_by(&self, button: &str) -> Result<SavedFile> {
        self.saved_after(|reader| reader.session().click(button, 0))
    }

    /// The file that the page gives when the reader does that.
    pub(crate) fn saved_after(&self, act: impl FnOnce(&Reader) -> Result<()>) -> Result<SavedFile> {
        let before = self.session().script("return window.taken.files.length", &[])?;
        act(self)?;
        let file = || -> Result<Value> {
            self.session().script(
                "return window.taken.files[arguments[0]] ?? { text: null }",
                std::slice::from_ref(&before),
            )
        };
        self.wait_until("the file is saved", |_| Ok(!file()?["text"].is_null()))?;
        let file = file()?;
        let field = |name: &str| file[name].as_str().map(str::to_owned).context("no file");
        Ok(SavedFile {
            name: field("name")?,
            text: field("text")?,
            bytes: STANDARD.decode(field("base64")?)?,
        })
    }
}
