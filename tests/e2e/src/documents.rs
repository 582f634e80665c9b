//! The reader's verbs with the readable record, which is there where the app is not.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

impl Reader {
    /// The addresses of the measures that stand in the record, from top to bottom.
    pub fn recorded_measures(&self) -> Result<Vec<String>> {
        self.texts(
            "return [...document.querySelectorAll('#record article[id^=\"/measure/\"]')].map((measure) => measure.id)",
        )
    }

    /// All that the record says of the thing with that address.
    pub fn recorded(&self, address: &str) -> Result<String> {
        let body = "return document.getElementById(arguments[0])?.innerText ?? null";
        let text = self.session().script(body, &[json!(address)])?;
        let text = text.as_str().map(str::to_owned);
        text.with_context(|| format!("nothing stands at {address}"))
    }

    /// Whether the top of the thing with that address is in the window.
    pub fn is_in_window(&self, address: &str) -> Result<bool> {
        let body = "const top = document.getElementById(arguments[0])?.getBoundingClientRect().top;
                    return top !== undefined && 0 <= top && top < innerHeight";
        Ok(self.session().script(body, &[json!(address)])? == json!(true))
    }

    /// Lets a start go on that was held back, and waits until the page has started.
    pub fn let_start(&self) -> Result<()> {
        self.session().script("window.letStart()", &[])?;
        self.wait_until("the page has started", |reader| Ok(reader.state()? == "ready"))
    }

    /// Marks the rows that stand in the page, so that they are known again.
    pub fn mark_rows(&self) -> Result<()> {
        let body = "document.querySelectorAll('.measure-row').forEach((row) => { row.isMarked = true; })";
        self.session().script(body, &[])?;
        Ok(())
    }

    /// The measures whose rows are those that were marked.
    pub fn marked_rows(&self) -> Result<Vec<String>> {
        self.texts(
            "return [...document.querySelectorAll('.measure-row')].filter((row) => row.isMarked).map((row) => row.dataset.measure)",
        )
    }

    /// Whether the record has ever been a part of the document, in a page that is watched.
    pub fn saw_record(&self) -> Result<bool> {
        Ok(self.session().script("return window.sawRecord", &[])? == json!(true))
    }

    /// What the page says where JavaScript is switched off.
    pub fn told_without_script(&self) -> Result<String> {
        self.text_of(".without-app")
    }

    /// All that the readable record says under an address. Works without JavaScript.
    pub fn record_text(&self, address: &str) -> Result<String> {
        self.text_of(&format!("[id='{address}']"))
    }

    /// Whether something stands in the page under an address.
    pub fn is_in_page(&self, address: &str) -> Result<bool> {
        let body = "return document.getElementById(arguments[0]) !== null";
        Ok(self.session().script(body, &[json!(address)])? == json!(true))
    }

    /// Leaves of each source and each list of the readable record, and of the table above it, what stands there first.
    pub fn shorten_record(&self) -> Result<()> {
        let body =
            "document.querySelectorAll('#record article:nth-of-type(n + 4), #record .record-list li:nth-child(n + 11), tbody tr:nth-child(n + 11)')
                        .forEach((part) => part.remove());
                    return document.querySelectorAll('#record article').length";
        let left = self.session().script(body, &[])?;
        ensure!(
            left.as_u64().is_some_and(|left| 0 < left),
            "the record holds no measure"
        );
        Ok(())
    }

    /// Leaves of the readable record its heading alone.
    pub fn empty_record(&self) -> Result<()> {
        let body = "const record = document.getElementById('record');
                    record.replaceChildren(record.querySelector('h1'))";
        self.session().script(body, &[])?;
        Ok(())
    }

    /// How far the page said that it was opened, from 0 to 1, each time that it was seen to say so, in a page that is slow.
    pub fn opened(&self) -> Result<Vec<f64>> {
        let shares = self.session().script("return window.opened", &[])?;
        let shares = shares.as_array().context("nothing was noted")?;
        shares.iter().map(|share| share.as_f64().context("no share")).collect()
    }

    /// What the page says on why there is no app.
    pub fn why_not(&self) -> Result<String> {
        self.text_of("#opening[role=alert]")
    }

    /// Where the name and the edition stand in the bar on top, in CSS pixels from the top left of the page.
    pub fn bar_places(&self) -> Result<Value> {
        let body = "return ['.top-bar .name', '.top-bar .edition'].map((part) => {
                        const place = document.querySelector(part).getBoundingClientRect();
                        return [place.left + scrollX, place.top + scrollY, place.height].map(Math.round);
                    })";
        self.session().script(body, &[])
    }
}
