//! What other machines do with the page: browsers that translate it, mail programs that show it in a frame, and a history that
//! leads away from it and back.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::engine::{Engine, Setting};
use crate::page;
use crate::reader::Reader;
use crate::temporary::TemporaryFolder;
use anyhow::Result;
use serde_json::{Value, json};
use std::fs;

/// A frame as webmail has it, around the built page.
#[derive(Clone, Copy, Debug)]
pub enum Frame {
    /// The page is an attribute of the frame, which may do nothing but run scripts.
    Sandboxed,
    /// The page is an attribute of the frame, which may do whatever the mail program may.
    Srcdoc,
    /// The page is a file that the mail program has made in the browser's memory.
    Blob,
}

impl Reader {
    /// Puts two elements around each text of the app, as a browser does that translates it. Says how many there were.
    pub fn translate(&self) -> Result<u64> {
        let body = "const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), texts = [];
            while (walk.nextNode()) {
                if (!walk.currentNode.parentElement.closest('svg, textarea, option, style, font')) texts.push(walk.currentNode);
            }
            for (const text of texts) {
                const outer = document.createElement('font');
                outer.appendChild(document.createElement('font')).textContent = text.data;
                text.replaceWith(outer);
            }
            return texts.length";
        Ok(self.session().script(body, &[])?.as_u64().unwrap_or_default())
    }

    /// All that the page says, its texts as they follow each other, whatever elements are around them.
    pub fn said(&self) -> Result<String> {
        self.text(
            "const main = document.querySelector('main').cloneNode(true);
             main.querySelectorAll('[data-place=announced], [data-announced]').forEach((part) => part.remove());
             return main.textContent.replace(/\\s+/g, ' ')",
        )
    }

    /// Opens the built page in a frame of another one, and reads on in there once it has started.
    pub fn open_in_frame(engine: Engine, frame: Frame) -> Result<Reader> {
        let folder = TemporaryFolder::new()?;
        let html = page::read(&page::built())?;
        let outer = match frame {
            Frame::Sandboxed | Frame::Srcdoc => {
                let html = html.replace('&', "&amp;").replace('"', "&quot;");
                let sandbox = match frame {
                    Frame::Sandboxed => "sandbox=allow-scripts ",
                    _ => "",
                };
                format!("<iframe {sandbox}srcdoc=\"{html}\"></iframe>")
            }
            Frame::Blob => {
                let html = serde_json::to_string(&html)?.replace('<', "\\u003c");
                format!(
                    "<iframe></iframe><script>document.querySelector('iframe').src =
                     URL.createObjectURL(new Blob([{html}], {{type: 'text/html;charset=utf-8'}}))</script>"
                )
            }
        };
        Self::in_frame(engine, &folder, &outer)
    }

    /// Opens a page with a frame of that size in which what stands at the address is shown alone, and reads on in there once it has
    /// started.
    pub fn open_embedded(engine: Engine, address: &str, (width_px, height_px): (u32, u32)) -> Result<Reader> {
        let size = format!("style='width: {width_px}px; height: {height_px}px; border: 0'");
        Self::in_frame(
            engine,
            &TemporaryFolder::new()?,
            &format!("<iframe {size} src=\"{address}\"></iframe>"),
        )
    }

    fn in_frame(engine: Engine, folder: &TemporaryFolder, outer: &str) -> Result<Reader> {
        let file = folder.path().join("mail.html");
        let style = "<style>iframe { width: 1200px; height: 800px; }</style>";
        fs::write(
            &file,
            format!("<!DOCTYPE html><html data-app=ready><meta charset=utf-8><title>Mail</title>{style}{outer}</html>"),
        )?;
        let reader = Reader::open_file(engine, Setting::Shipped, &file, "")?;
        reader.session().enter_frame()?;
        reader.wait_until("the app has started in the frame", |reader| {
            Ok(!["", "starting", "reading"].contains(&reader.state()?.as_str()))
        })?;
        Ok(reader)
    }

    /// Which of these are seen.
    pub fn seen(&self, selectors: &[&str]) -> Result<Vec<String>> {
        let body = "return arguments[0].filter((one) => [...document.querySelectorAll(one)].some((part) => part.getClientRects().length))";
        let seen = self.session().script(body, &[json!(selectors)])?;
        Ok(serde_json::from_value(seen)?)
    }

    /// Where the first link that matches leads, and into which window.
    pub fn leads(&self, selector: &str) -> Result<(String, String)> {
        let body = "const link = document.querySelector(arguments[0]);
            let kept = null;
            // What the page leaves to the browser is not carried out here.
            addEventListener('click', (event) => { kept = !event.defaultPrevented; event.preventDefault(); }, { once: true });
            link.click();
            return [link.href, kept ? link.target || document.querySelector('base')?.target || '' : 'the page itself']";
        let leads = self.session().script(body, &[json!(selector)])?;
        Ok(serde_json::from_value(leads)?)
    }

    /// Scrolls until the first element that matches stands so many pixels below the top of the window.
    pub fn scroll_until(&self, selector: &str, top_px: f64) -> Result<()> {
        // The rows that are missing come when they are scrolled to.
        self.wait_until(&format!("{selector} can be scrolled to"), |reader| {
            // It must still stand there when it is looked at again: the page may be about to go elsewhere.
            let body = "const part = document.querySelector(arguments[0]);
                const beyond = part ? part.getBoundingClientRect().top - arguments[1] : NaN;
                if (part) scrollBy(0, beyond);
                return Math.abs(beyond) < 2";
            Ok(reader.session().script(body, &[json!(selector), json!(top_px)])? == json!(true))
        })
    }

    /// Closes every group of a list, and opens the one with the first element that matches; where it is in none, what is folded around it.
    pub fn open_its_group_alone(&self, selector: &str) -> Result<()> {
        let press = "const part = document.querySelector(arguments[0]), group = part.closest('.list-group');
            const folded = !group && part.closest('details:not([open])');
            if (folded) folded.querySelector('summary').click();
            if (!group) return !folded;
            const pressed = group.parentElement.querySelector('[open]')
                ? document.querySelector('[data-do=\"all close\"]') : group.querySelector('summary');
            if (!group.open || 1 < group.parentElement.querySelectorAll('[open]').length) pressed?.click();
            return group.open && group.parentElement.querySelectorAll('[open]').length === 1";
        self.wait_until("no other group is open", |reader| {
            Ok(reader.session().script(press, &[json!(selector)])? == json!(true))
        })
    }

    /// The groups of lists that are open, by their ids.
    pub fn open_groups(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('.list-group[open] > summary')].map((head) => head.id)")
    }

    /// How far the first element that matches is below the top of the window, in pixels; none if it is not there.
    pub fn top_px(&self, selector: &str) -> Result<Option<f64>> {
        let body = "return document.querySelector(arguments[0])?.getBoundingClientRect().top ?? null";
        Ok(self.session().script(body, &[json!(selector)])?.as_f64())
    }

    /// Clicks without scrolling to what is clicked.
    pub fn click_in_place(&self, selector: &str) -> Result<()> {
        let body = "const {left, top, height} = document.querySelector(arguments[0]).getClientRects()[0];
            return [left + 4, top + height / 2]";
        let place = self.session().script(body, &[json!(selector)])?;
        let px = |place: &Value| place.as_f64().unwrap_or_default();
        self.session().click_at((px(&place[0]), px(&place[1])))
    }

    /// Follows a link with that address, which is added to the page for that.
    pub fn follow_link_to(&self, address: &str) -> Result<()> {
        let body = "const link = document.createElement('a');
            link.href = arguments[0];
            document.querySelector('main').append(link);
            link.click();
            link.remove()";
        self.session().script(body, &[json!(address)])?;
        Ok(())
    }

    /// What the history keeps of the reader's place.
    pub fn kept(&self) -> Result<String> {
        self.text("return history.state")
    }

    /// Waits until what is kept of the reader's place is known to the history.
    pub fn wait_until_kept(&self) -> Result<()> {
        self.wait_until("the place is kept", |reader| {
            Ok(reader.session().script("return typeof history.state", &[])? == json!("string"))
        })
    }

    /// Leaves for another site, and comes back.
    pub fn leave_and_return(&self) -> Result<()> {
        self.session().go_to("about:blank")?;
        self.back()?;
        self.wait_until("the page is back", |reader| Ok(reader.state()? == "ready"))
    }

    /// Puts a text into the search box as from the clipboard.
    pub fn paste_in_search(&self, text: &str) -> Result<()> {
        let body = "const box = document.querySelector('input[type=search]');
            box.focus();
            box.value = arguments[0];
            box.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}))";
        self.session().script(body, &[json!(text)])?;
        Ok(())
    }

    /// The formats that are offered for what is shown.
    pub fn exports(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-export]')].map((button) => button.dataset.export)")
    }

    /// Selects everything from the first to the second and copies it: what the page puts on the clipboard as plain text and as HTML.
    pub fn copy_selected(&self, from: &str, to: &str) -> Result<(String, String)> {
        let body = "const [from, to] = [...arguments].map((selector) => document.querySelector(selector));
            const last = (node) => node.lastChild ? last(node.lastChild) : node;
            const first = (node) => node.firstChild ? first(node.firstChild) : node;
            getSelection().setBaseAndExtent(first(from), 0, last(to), last(to).length ?? 0);
            const data = new DataTransfer();
            document.activeElement.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));
            getSelection().removeAllRanges();
            return [data.getData('text/plain'), data.getData('text/html')]";
        let copied = self.session().script(body, &[json!(from), json!(to)])?;
        let text = |place: usize| copied[place].as_str().unwrap_or_default().to_owned();
        Ok((text(0), text(1)))
    }

    /// Has Firefox keep the page from recognizing its reader, or no longer.
    pub fn protect_from_being_recognized(&self, is_protected: bool) -> Result<()> {
        let set = format!("Services.prefs.setBoolPref('privacy.resistFingerprinting', {is_protected})");
        self.session().privileged_script(&set)?;
        // It asks the reader for permission where one has clicked: nobody answers here.
        self.session().privileged_script(
            "Services.prefs.setBoolPref('privacy.resistFingerprinting.autoDeclineNoUserInputCanvasPrompts', true)",
        )?;
        Ok(())
    }

    /// Gives the root element a style, as a reader's own style sheet would.
    pub fn style_root(&self, style: &str) -> Result<()> {
        self.session()
            .script("document.documentElement.style.cssText = arguments[0]", &[json!(style)])?;
        Ok(())
    }

    /// By how much strip and timeline are wider than the places where they are drawn, in pixels.
    pub fn drawings_beyond_px(&self) -> Result<Vec<f64>> {
        let body = "return ['[data-overview]', '[data-lines]'].map((selector) => {
            const place = document.querySelector(selector), drawing = place.querySelector('svg');
            return drawing ? drawing.getBoundingClientRect().width - place.getBoundingClientRect().width : 1e6;
        })";
        let found = self.session().script(body, &[])?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect())
    }
}
