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

impl Reader {
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
