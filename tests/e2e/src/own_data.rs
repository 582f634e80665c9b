//! The verbs with data that readers open.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;

/// Makes a file of its bytes, in base64, and its name.
const FILE: &str = "const bytes = Uint8Array.from(atob(arguments[1]), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], arguments[0]));";

/// Stands for the dialog in which the browser lets a reader choose where to save, which no test can reach: notes what is asked and written.
/// `picker.refuses` is why the reader gets no file, `picker.fails` why it is not written.
const PICKER: &str = "const picker = { asked: [], written: [], refuses: '', fails: '' };
    const error = (name) => new DOMException('by the test', name);
    const file = (name) => ({
        name,
        createWritable: async () => {
            let text = '';
            return {
                write: async (part) => { text += part; },
                close: async () => { if (picker.fails) throw error(picker.fails); picker.written.push(text); },
            };
        },
    });
    window.picker = picker;
    window.showSaveFilePicker = async (options) => {
        picker.asked.push(options.suggestedName);
        if (picker.refuses) throw error(picker.refuses);
        return file(`chosen-${picker.asked.length}.html`);
    };";

impl Reader {
    /// From here on the browser lets the reader choose where to save.
    pub fn let_choose_where_to_save(&self) -> Result<()> {
        self.session().script(PICKER, &[])?;
        Ok(())
    }

    /// From here on no file is chosen, or the one that is chosen is not written, for these reasons; for none, all is well.
    pub fn refuse_to_save(&self, refuses: &str, fails: &str) -> Result<()> {
        let body = "[picker.refuses, picker.fails] = arguments";
        self.session().script(body, &[json!(refuses), json!(fails)])?;
        Ok(())
    }

    /// The names under which the reader was asked to save.
    pub fn asked_to_save(&self) -> Result<Vec<String>> {
        self.texts("return picker.asked")
    }

    /// The checksums of the data in the pages that were written.
    pub fn written(&self) -> Result<Vec<String>> {
        self.texts("return picker.written.map((page) => page.match(/dataset-sha256\" content=\"([^\"]*)/)[1])")
    }

    /// What is said of the page that was saved last.
    pub fn said_of_saved(&self) -> Result<String> {
        self.text("return document.querySelector('[data-own-saved]')?.textContent ?? ''")
    }

    /// The address of the link with that address once its menu was opened.
    pub fn link_when_copied(&self, address: &str) -> Result<String> {
        let body = "const link = document.querySelector(`main a[href='${arguments[0]}']`);
            link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
            return link.getAttribute('href')";
        let address = self.session().script(body, &[json!(address)])?;
        Ok(address.as_str().unwrap_or_default().to_owned())
    }

    /// Whether the browser asks before it leaves the page.
    pub fn is_held(&self) -> Result<bool> {
        let body = "const leaving = new Event('beforeunload', { cancelable: true });
            dispatchEvent(leaving);
            return leaving.defaultPrevented";
        Ok(self.session().script(body, &[])? == json!(true))
    }

    /// Presses the button that lets a reader choose a file; no test can answer the browser's own dialog, which does not come.
    pub fn press_to_choose(&self) -> Result<()> {
        let body = "const field = document.querySelector('#own-file');
            field.addEventListener('click', (event) => event.preventDefault(), { once: true });
            document.querySelector('[data-choose-file]').click()";
        self.session().script(body, &[])?;
        Ok(())
    }

    /// Chooses a file of that name and content.
    pub fn choose_file(&self, name: &str, content: &[u8]) -> Result<()> {
        let body = format!(
            "{FILE}
            const field = document.querySelector('#own-file');
            field.files = data.files;
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        self.hand_over(&body, name, content)
    }

    /// Drops it on the page.
    pub fn drop_file(&self, name: &str, content: &[u8]) -> Result<()> {
        let body = format!(
            "{FILE}
            const drop = (name) => new DragEvent(name, {{ dataTransfer: data, bubbles: true, cancelable: true }});
            document.body.dispatchEvent(drop('dragover'));
            document.body.dispatchEvent(drop('drop'));"
        );
        self.hand_over(&body, name, content)
    }

    fn hand_over(&self, body: &str, name: &str, content: &[u8]) -> Result<()> {
        let content = BASE64.encode(content);
        self.session().script(body, &[json!(name), json!(content)])?;
        Ok(())
    }

    /// What the page says of the file: that it was refused, or how many faults it has.
    pub fn said_of_file(&self) -> Result<String> {
        self.text("return document.querySelector('[data-refused], [data-own-faults]')?.textContent ?? ''")
    }

    /// Opens everything that is folded on the page.
    pub fn unfold(&self) -> Result<()> {
        let body = "document.querySelectorAll('main details').forEach((part) => { part.open = true; })";
        self.session().script(body, &[])?;
        Ok(())
    }

    /// The cells with faults.
    pub fn faulty_cells(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-cause] li b')].map((cell) => cell.textContent)")
    }

    /// The records that are told to be different, each by its kind and id.
    pub fn differences(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-difference]')].map((one) => one.dataset.difference)")
    }

    /// What is said of one of them.
    pub fn said_of_difference(&self, record: &str) -> Result<String> {
        self.text(&format!(
            "return document.querySelector('[data-difference=\"{record}\"]')?.textContent ?? ''"
        ))
    }

    /// What stands above every page that shows other data; empty where it shows its own.
    pub fn told_of_other_data(&self) -> Result<String> {
        self.text("return document.querySelector('#app [data-own-data]')?.textContent ?? ''")
    }
}
