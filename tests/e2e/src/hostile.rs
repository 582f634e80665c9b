//! Pages with other data in them, and the verbs of a reader who is in a hurry or up to no good.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::engine::{Engine, Setting};
use crate::page;
use crate::reader::Reader;
use crate::temporary::TemporaryFolder;
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;

/// The built page with another dataset in it; gone when dropped.
#[derive(Debug)]
pub struct OtherPage {
    folder: TemporaryFolder,
}

impl OtherPage {
    /// Puts that text in the place of the dataset, as somebody would who edits the file by hand: the policy names scripts and styles only, so the page still starts.
    pub fn with_dataset(text: &str) -> Result<OtherPage> {
        let html = page::read(&page::built())?;
        let (before, rest) = html.split_once("id=\"dataset\">").context("the page has no dataset")?;
        let (_, after) = rest.split_once("</script>").context("the dataset does not end")?;
        // It must not end the element: in JSON the escape is the same letter.
        let text = text.replace('<', "\\u003c");
        let folder = TemporaryFolder::new()?;
        fs::write(
            folder.path().join("other.html"),
            format!("{before}id=\"dataset\">{text}</script>{after}"),
        )?;
        Ok(OtherPage { folder })
    }

    /// Opens it, and waits until it has started.
    pub fn open(&self, engine: Engine, fragment: &str) -> Result<Reader> {
        Reader::open_file(engine, Setting::Light, &self.folder.path().join("other.html"), fragment)
    }
}

impl Reader {
    /// Whether something ran that came from the data: all of it would set this.
    pub fn is_hacked(&self) -> Result<bool> {
        Ok(self.session().script("return 'hacked' in window", &[])? == json!(true))
    }

    /// What is told of a dataset that cannot be used, a line for each fault.
    pub fn faults(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-fault]')].map((fault) => fault.textContent)")
    }

    /// Puts a fragment into the address bar that no driver would carry.
    pub fn set_fragment(&self, fragment: &str) -> Result<()> {
        self.session()
            .script("location.hash = arguments[0]", &[json!(fragment)])?;
        Ok(())
    }

    /// Goes to these fragments one after the other without waiting for any. An engine may refuse to go on.
    pub fn hurry_through(&self, fragments: &[String]) -> Result<()> {
        let body = "for (const fragment of arguments[0]) { try { location.hash = fragment } catch {} }";
        self.session().script(body, &[json!(fragments)])?;
        Ok(())
    }

    /// Goes back and forward that many times without waiting.
    pub fn hurry_back_and_forward(&self, times: u32) -> Result<()> {
        let body = "for (let step = 0; step < arguments[0]; step += 1) {
                        try { step % 3 === 2 ? history.forward() : history.back() } catch {}
                    }";
        self.session().script(body, &[json!(times)])?;
        Ok(())
    }

    /// How many steps back there are, and one.
    pub fn history_length(&self) -> Result<u64> {
        let length = self.session().script("return history.length", &[])?;
        length.as_u64().context("no length")
    }
}
