//! The reader's verbs: everything a test does or sees goes through here.
//!
//! The selectors are the contract with the app: if one changes, it changes in this file only. Every verb
//! fails alike: when the window is gone, or what the verb speaks of is not in the page.
#![expect(clippy::missing_errors_doc, reason = "said once, above")]

use crate::accessibility::{self, Rules};
use crate::engine::{Engine, Setting};
use crate::pool::{self, PooledSession};
use crate::session::{Session, texts};
use crate::temporary::TemporaryFolder;
use crate::{console, page};
use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};
use thirtyfour::Key;

/// How long anything may take to show; generous, because only a failure waits that long.
const LIMIT: Duration = Duration::from_secs(20);
/// A window in which everything is shown; the engines' own differ.
const WINDOW_PX: (u32, u32) = (1440, 900);
const PAUSE: Duration = Duration::from_millis(20);

/// A reader with the page open in one browser window.
#[derive(Debug)]
pub struct Reader {
    session: PooledSession,
    engine: Engine,
    address: String,
    // Held so that a copy of the page stays as long as the window.
    folder: Option<TemporaryFolder>,
}

impl Reader {
    /// Opens the built page from disk at a fragment such as `#/table`, and waits until it has started.
    pub fn open(engine: Engine, fragment: &str) -> Result<Reader> {
        Reader::open_in(engine, Setting::Light, fragment)
    }

    /// The same under another circumstance.
    pub fn open_in(engine: Engine, setting: Setting, fragment: &str) -> Result<Reader> {
        Reader::open_file(engine, setting, &page::built(), fragment)
    }

    /// The same with the file as it is shipped: in WebKit too nothing is put into it, so what went wrong is only known from
    /// what the page itself has noted.
    pub fn open_shipped(engine: Engine, fragment: &str) -> Result<Reader> {
        Reader::open_in(engine, Setting::Shipped, fragment)
    }

    /// The same with another page of this project.
    pub fn open_file(engine: Engine, setting: Setting, file: &Path, fragment: &str) -> Result<Reader> {
        let scripts = engine.scripts_in_front(setting);
        let folder = if scripts.is_empty() {
            None
        } else {
            Some(TemporaryFolder::new()?)
        };
        let is_broken = file == page::broken();
        let file = match &folder {
            Some(folder) => page::copy_with_scripts(file, &scripts, folder.path())?,
            None => page::existing(file)?,
        };
        let mut reader = Reader::start(engine, setting, page::address(&file))?;
        reader.folder = folder;
        if is_broken {
            reader.end_browser_after_this();
        }
        reader.go_to(fragment)?;
        if ![Setting::NoJavaScript, Setting::WaitingStart].contains(&setting) {
            reader.wait_until_started()?;
            if setting != Setting::TrappingStart {
                reader.started_at_once()?;
            }
        }
        Ok(reader)
    }

    /// Opens the page at an http address, and waits until it has started.
    pub fn open_over_http(engine: Engine, address: &str, fragment: &str) -> Result<Reader> {
        let reader = Reader::start(engine, Setting::Light, address.to_owned())?;
        reader.go_to(fragment)?;
        reader.wait_until_started()?;
        Ok(reader)
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// Has the browser ended after this test, because its program ends in the middle of its work.
    pub(crate) fn end_browser_after_this(&self) {
        self.session.end_after_this();
    }

    fn start(engine: Engine, setting: Setting, address: String) -> Result<Reader> {
        let session = PooledSession::take(engine, setting)?;
        let reader = Reader {
            session,
            engine,
            address,
            folder: None,
        };
        reader.resize(WINDOW_PX.0, WINDOW_PX.1)?;
        Ok(reader)
    }

    /// Types another fragment into the address bar of the open page.
    pub fn go_to(&self, fragment: &str) -> Result<()> {
        self.session.go_to(&format!("{}{fragment}", self.address))
    }

    /// Goes from one fragment to the next with so many milliseconds between them, whether a page stands by then or not.
    pub fn pass_through(&self, fragments: &[&str], pause_ms: u32) -> Result<()> {
        let body = "const [fragments, pause] = arguments;
                    const step = (place) => {
                        location.hash = fragments[place];
                        if (place + 1 < fragments.length) setTimeout(() => step(place + 1), pause);
                    };
                    step(0);";
        self.session.script(body, &[json!(fragments), json!(pause_ms)])?;
        Ok(())
    }

    /// The part of the address from `#` on, as the browser writes it.
    pub fn fragment(&self) -> Result<String> {
        self.text("return location.hash")
    }

    /// Goes back one page.
    pub fn back(&self) -> Result<()> {
        self.session.back()
    }

    /// Goes forward one page.
    pub fn forward(&self) -> Result<()> {
        self.session.forward()
    }

    /// The ids of the measures in the table, from top to bottom; of a long one, those that stand in the page.
    pub fn rows(&self) -> Result<Vec<String>> {
        self.wait_for_rows()?;
        self.texts("return [...document.querySelectorAll('[data-measure]')].map((row) => row.dataset.measure)")
    }

    /// Waits until every row of a table stands in the page, if it is so short that all of them will.
    pub(crate) fn wait_for_rows(&self) -> Result<()> {
        const LONG: usize = 401;
        let body = "return Number(document.querySelector('table.measures')?.getAttribute('aria-rowcount'))";
        self.wait_until("the rows stand in the page", |reader| {
            let missing = reader.session.script(body, &[])?.as_u64().unwrap_or_default();
            Ok(missing == 0 || LONG < usize::try_from(missing)?)
        })
    }

    /// All that one row says.
    pub fn row_text(&self, id: &str) -> Result<String> {
        self.wait_for_rows()?;
        self.text_of(&format!("[data-measure='{id}']"))
    }

    /// The sentence that counts the selection, such as `23 of 74 measures`.
    pub fn status(&self) -> Result<String> {
        self.text_of("[data-count]")
    }

    /// Checks or clears one box of a filter.
    pub fn toggle(&self, facet: &str, value: &str) -> Result<()> {
        self.session.click(&facet_box(facet, value), 0)
    }

    /// The number that stands beside one value of a filter.
    pub fn facet_count(&self, facet: &str, value: &str) -> Result<usize> {
        let count = self.text_of(&format!("label:has({}) .facet-count", facet_box(facet, value)))?;
        count.parse().with_context(|| format!("`{count}` is no count"))
    }

    /// Opens a measure from its row.
    pub fn follow_measure(&self, id: &str) -> Result<()> {
        self.wait_for_rows()?;
        self.session.click(&format!("[data-measure='{id}'] a"), 0)
    }

    /// Clicks on the first element that matches.
    pub fn click_on(&self, selector: &str) -> Result<()> {
        self.session.click(selector, 0)
    }

    /// Clicks twice there, and waits longer than the page would wait for the second click.
    pub fn double_click(&self, selector: &str) -> Result<()> {
        self.wait_for_rows()?;
        self.session.double_click(selector)?;
        thread::sleep(Duration::from_millis(400));
        Ok(())
    }

    /// Selects the text of the whole page, as Ctrl+A does.
    pub fn mark_everything(&self) -> Result<()> {
        let body = "getSelection().selectAllChildren(document.body)";
        self.session.script(body, &[]).map(|_| ())
    }

    /// The text that is selected on the page.
    pub fn marked_text(&self) -> Result<String> {
        let text = self.session.script("return getSelection().toString()", &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The title of the measure whose page is open.
    pub fn heading(&self) -> Result<String> {
        self.text_of("[data-measure-page] h1")
    }

    /// Types into the search box.
    pub fn type_in_search(&self, text: &str) -> Result<()> {
        self.session.type_into("input[type=search]", text)
    }

    /// What the search box offers to go to.
    pub fn offers(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[role=option]')].map((offer) => offer.textContent)")
    }

    /// Takes the offer at `index`.
    pub fn take_offer(&self, index: usize) -> Result<()> {
        self.session.click("[role=option]", index)
    }

    /// The words that are highlighted as hits.
    pub fn highlights(&self) -> Result<Vec<String>> {
        self.wait_for_rows()?;
        self.texts("return [...document.querySelectorAll('[data-measure] mark')].map((hit) => hit.textContent)")
    }

    /// What the page tells the reader about the link that was opened.
    pub fn notices(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-notice]')].map((notice) => notice.textContent)")
    }

    /// Removes the part at `index` of the sentence that states the selection.
    pub fn remove_chip(&self, index: usize) -> Result<()> {
        self.session.click("button[data-remove]", index)
    }

    /// Clicks on the heading of a column.
    pub fn sort_by(&self, column: &str) -> Result<()> {
        self.session.click(&format!("th button[data-sort='{column}']"), 0)
    }

    /// How a column says it is sorted: `ascending`, `descending` or `none`.
    pub fn sorted(&self, column: &str) -> Result<String> {
        let body = "return document.querySelector(arguments[0]).closest('th').ariaSort ?? 'none'";
        let sort = self
            .session
            .script(body, &[json!(format!("button[data-sort='{column}']"))])?;
        Ok(sort.as_str().unwrap_or_default().to_owned())
    }

    /// Presses one key, wherever the focus is.
    pub fn press(&self, key: Key) -> Result<()> {
        self.session.press(key)
    }

    /// The measure whose row has the focus, if a row has it.
    pub fn focused_measure(&self) -> Result<Option<String>> {
        let body = "return document.activeElement.closest('[data-measure]')?.dataset.measure ?? null";
        Ok(self.session.script(body, &[])?.as_str().map(str::to_owned))
    }

    /// Switches the colour scheme with the page's own button.
    pub fn switch_theme(&self) -> Result<()> {
        self.session.click("button[data-theme-switch]", 0)
    }

    /// The colour behind the page, as the browser computes it.
    pub fn background(&self) -> Result<String> {
        self.text(
            "const colours = [document.body, document.documentElement].map((part) => getComputedStyle(part).backgroundColor);
             return colours.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? ''",
        )
    }

    /// Everything that is visible in the page. Works without JavaScript too.
    pub fn visible_text(&self) -> Result<String> {
        self.session.text_of("body")
    }

    /// What is visible of the app: the driver takes seconds for the text of a page in which the record stands too.
    pub fn visible_text_of_app(&self) -> Result<String> {
        self.text("return document.getElementById('app').innerText")
    }

    /// `ready` or `failed` once the page has tried to start.
    pub fn state(&self) -> Result<String> {
        self.text("return document.documentElement.dataset.app ?? ''")
    }

    /// Gives the page a width and the window a height, in CSS pixels.
    pub fn resize(&self, width_px: u32, height_px: u32) -> Result<()> {
        if self.engine == Engine::Firefox {
            self.session
                .privileged_script("document.documentElement.style.setProperty('min-width', '0', 'important')")?;
        }
        self.session.resize(width_px, height_px)?;
        self.wait_until("the page has its width", |reader| {
            Ok(reader.session.script("return innerWidth", &[])? == json!(width_px))
        })
    }

    /// How far the page is wider than its window, in CSS pixels; above 0 the reader must scroll sideways.
    pub fn overflow_px(&self) -> Result<i64> {
        let body = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        Ok(self.session.script(body, &[])?.as_i64().unwrap_or_default())
    }

    /// What went wrong in the page, in the browser's words; Chromium tells each error once.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        console::errors(&self.session, self.engine)
    }

    /// What went wrong since the page was opened, as the page itself has noted it; a first start before this one included.
    pub fn noted_errors(&self) -> Result<Vec<String>> {
        self.texts("return globalThis.seenErrors ?? []")
    }

    /// An app that is there has come without a fault.
    fn started_at_once(&self) -> Result<()> {
        let noted = self.noted_errors()?;
        if self.state()? != "ready" || noted.is_empty() {
            return Ok(());
        }
        let is_known = |error: &String| is_restart(error) || is_damage(error);
        if self.engine == Engine::WebKit && noted.iter().all(is_known) && noted.iter().any(|error| is_damage(error)) {
            // The program is there, but may be broken: it is opened once more.
            pool::restarts().fetch_add(1, Ordering::Relaxed);
            println!("opened once more: {}", noted.join("\n"));
            self.reload()?;
            let noted = self.noted_errors()?;
            ensure!(
                noted.is_empty(),
                "the page has started with a fault twice: {}",
                noted.join("\n")
            );
            return Ok(());
        }
        if self.engine != Engine::WebKit || !noted.iter().all(|error| is_restart(error)) {
            bail!("the page has started with a fault: {}", noted.join("\n"));
        }
        // How often is too often, `tests/page.rs` decides.
        pool::restarts().fetch_add(1, Ordering::Relaxed);
        println!("started a second time: {}", noted.join("\n"));
        Ok(())
    }

    /// The addresses that the page has loaded or tried to load.
    pub fn requests(&self) -> Result<Vec<String>> {
        self.texts("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    }

    /// The rules of accessibility that the page breaks now.
    pub fn axe_violations(&self) -> Result<Vec<String>> {
        accessibility::violations(&self.session, Rules::All)
    }

    /// What it breaks of the rules that [`Rules::at`] asks for.
    pub fn axe_violations_in(&self, setting: Setting, is_first_width: bool) -> Result<Vec<String>> {
        match Rules::at(setting, is_first_width) {
            Some(rules) => accessibility::violations(&self.session, rules),
            None => Ok(Vec::new()),
        }
    }

    /// Waits until something holds; when it does not in time, the error says how the page stands and what the browser
    /// complained about.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Reader) -> Result<bool>) -> Result<()> {
        let deadline = Instant::now() + LIMIT;
        loop {
            let answer = holds(self);
            if matches!(answer, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let text = self.visible_text().unwrap_or_default();
                let page = text.chars().take(600).collect::<String>();
                let cause = answer.err().map(|error| format!(" ({error:#})")).unwrap_or_default();
                let complaints = self.console_errors().unwrap_or_default().join("\n");
                bail!(
                    "never came true: {what}{cause}\nat {}\n{page}\n{complaints}",
                    self.fragment().unwrap_or_default()
                );
            }
            thread::sleep(PAUSE);
        }
    }

    pub(crate) fn wait_until_started(&self) -> Result<()> {
        self.wait_until("the page has started", |reader| {
            Ok(!["", "starting", "reading"].contains(&reader.state()?.as_str()))
        })
    }

    pub(crate) fn text_of(&self, selector: &str) -> Result<String> {
        let body = "return document.querySelector(arguments[0])?.textContent ?? null";
        let text = self.session.script(body, &[json!(selector)])?;
        text.as_str()
            .map(|text| text.trim().to_owned())
            .with_context(|| format!("there is no {selector}"))
    }

    pub(crate) fn text(&self, body: &str) -> Result<String> {
        Ok(self.session.script(body, &[])?.as_str().unwrap_or_default().to_owned())
    }

    pub(crate) fn texts(&self, body: &str) -> Result<Vec<String>> {
        let list = self.session.script(body, &[])?;
        Ok(texts(&list).iter().map(|text| text.trim().to_owned()).collect())
    }
}

/// Whether the page tells there that it was started again, because the engine damaged its first start.
pub fn is_restart(error: &str) -> bool {
    error.contains("it was started again")
}

/// Whether an error is that of WebKitGTK, which now and then damages the memory of a program (see `public/boot.js`): a trap of
/// which the program itself told nothing, or a length that no list has. Of what a script from disk has thrown, this engine does
/// not tell what it was.
pub fn is_damage(error: &str) -> bool {
    let is_trap = error.contains("Out of bounds memory access") || error.starts_with("Script error");
    error.contains("capacity overflow") || (is_trap && !error.contains("panicked"))
}

fn facet_box(facet: &str, value: &str) -> String {
    format!("input[data-facet='{facet}'][data-value='{value}']")
}
