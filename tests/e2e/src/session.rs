//! One open browser window, and the few things of the WebDriver protocol that the reader's verbs are made of.
//!
//! Must not know: what stands in the page.

use crate::display::{Display, SCREEN_PX};
use crate::driver::{Driver, signal_process_group};
use crate::engine::{Engine, Setting};
use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::Method;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::Duration;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::error::WebDriverResult;
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{By, Capabilities, Key, RequestData, SessionId, WebDriver, WebElement};
use tokio::runtime::{self, Runtime};

/// The longest that one command may take; starting a browser on a busy machine is the slowest.
const COMMAND_LIMIT: Duration = Duration::from_mins(3);

/// How long a script that answers later may take, unless a test says otherwise: the protocol's own default.
const SCRIPT_LIMIT: Duration = Duration::from_secs(30);

/// How long an element may take to appear, and how often it is looked for.
const ELEMENT_LIMIT: Duration = Duration::from_secs(20);
const ELEMENT_PAUSE: Duration = Duration::from_millis(20);

/// One open browser window.
///
/// The WebDriver library is asynchronous, but a reader does one thing after another, and a test that reads so needs no
/// `await` at each step. So each session has a runtime of its own, which runs on the thread of the test while a command
/// does, and at no other time: it starts no thread, and sessions share nothing.
#[derive(Debug)]
pub struct Session {
    engine: Engine,
    runtime: Runtime,
    browser_process: Option<u32>,
    driver: Driver,
    // How many lines were printed before the tab that is open now.
    printed_before: Cell<usize>,
    // Held so that the browser has it; goes after the driver.
    _display: Option<Display>,
    // Goes last: should the window not close, it tries again, and must not wait for a driver that hangs.
    window: WebDriver,
}

impl Session {
    /// Starts the engine's driver and opens a window.
    ///
    /// # Errors
    /// When the engine is not installed or does not start.
    pub fn open(engine: Engine, setting: Setting) -> Result<Session> {
        let installation = engine.find()?;
        let display = if installation.needs_display() {
            Some(Display::start()?)
        } else {
            None
        };
        let driver = Driver::start(|port| {
            let mut command = installation.driver_command(port, setting);
            command.envs(display.iter().map(|display| ("DISPLAY", display.name())));
            command
        })?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let wanted: Capabilities = serde_json::from_value(installation.capabilities(setting))?;
        let opening = WebDriver::builder(driver.address(), wanted).request_timeout(COMMAND_LIMIT);
        let window = runtime
            .block_on(opening.connect())
            .with_context(|| format!("{} opens no window", engine.name()))?;
        let process = ["goog:processID", "moz:processID"]
            .iter()
            .find_map(|key| window.capabilities().get(key)?.as_u64());
        Ok(Session {
            engine,
            runtime,
            browser_process: process.and_then(|id| u32::try_from(id).ok()),
            driver,
            printed_before: Cell::new(0),
            _display: display,
            window,
        })
    }

    /// The lines that the driver and its browser have printed since the tab was opened.
    pub fn printed(&self) -> Vec<String> {
        self.driver.printed().split_off(self.printed_before.get())
    }

    /// Leaves the tab that is open for a new one, in which nothing is stored and of which nothing is on record.
    ///
    /// # Errors
    /// When the browser opens no tab.
    pub fn open_fresh_tab(&self) -> Result<()> {
        // A page that may not store anything has nothing to clear, and its refusal is no failure.
        // Nor does one that asks before it is left hold anybody up.
        let clear = "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
            try { localStorage.clear(); sessionStorage.clear(); } catch {}";
        let _ = self.script(clear, &[]);
        let tabs = self.wait(self.window.windows())?;
        let fresh = self.wait(self.window.new_tab())?;
        for tab in tabs {
            self.wait(self.window.switch_to_window(tab))?;
            self.wait(self.window.close_window())?;
        }
        self.wait(self.window.switch_to_window(fresh))?;
        self.wait_for_answers(SCRIPT_LIMIT)?;
        self.wait(self.actions().move_to(0, 0).perform())?;
        match self.engine {
            Engine::Chromium => {
                // A tab behind has no focus to give.
                self.developer_command("Page.bringToFront", &json!({}))?;
                self.logged_errors()?;
            }
            Engine::Firefox => {
                self.privileged_script("Services.console.reset()")?;
            }
            Engine::WebKit => {}
        }
        self.printed_before.set(self.driver.printed().len());
        Ok(())
    }

    /// Opens an address in the window, or another fragment of the one that is open.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub fn go_to(&self, address: &str) -> Result<()> {
        self.wait(self.window.goto(address))
    }

    /// Goes back one page.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn back(&self) -> Result<()> {
        self.wait(self.window.back())
    }

    /// Goes forward one page.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn forward(&self) -> Result<()> {
        self.wait(self.window.forward())
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn reload(&self) -> Result<()> {
        self.wait(self.window.refresh())
    }

    /// Goes on in the first frame of the page.
    ///
    /// # Errors
    /// When there is none.
    pub fn enter_frame(&self) -> Result<()> {
        self.wait(self.window.enter_frame(0))
    }

    /// Gives the window a size, in CSS pixels.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn resize(&self, width_px: u32, height_px: u32) -> Result<()> {
        // In the middle, where the pointer of an unseen screen rests: the window below it is the one that has the focus.
        let margin = |screen_px: u32, px: u32| i64::from(screen_px.saturating_sub(px) / 2);
        let (left, top) = (margin(SCREEN_PX.0, width_px), margin(SCREEN_PX.1, height_px));
        self.wait(self.window.set_window_rect(left, top, width_px, height_px))
    }

    /// The errors in the browser's own log since it was last asked, in its words.
    ///
    /// # Errors
    /// When the engine is not Chromium, which alone keeps such a log.
    pub fn logged_errors(&self) -> Result<Vec<String>> {
        let log = self.wait(self.window.browser_log())?;
        let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(severe.map(|entry| entry.message).collect())
    }

    /// What a script in the page returns; `arguments` are its `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let answer = self.wait(self.window.execute(body, arguments))?;
        Ok(answer.json().clone())
    }

    /// What a script in the page hands to the function that is its last argument.
    ///
    /// # Errors
    /// When the script throws or does not answer in time.
    pub fn script_with_answer(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let answer = self.wait(self.window.execute_async(body, arguments))?;
        Ok(answer.json().clone())
    }

    /// How long a script that answers later may take.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn wait_for_answers(&self, limit: Duration) -> Result<()> {
        self.wait(self.window.set_script_timeout(limit))
    }

    /// The id of the browser's own process, where its driver tells.
    pub fn browser_process(&self) -> Option<u32> {
        self.browser_process
    }

    /// What a script with Firefox's own privileges returns.
    ///
    /// # Errors
    /// When the script throws, or the engine is another one.
    pub fn privileged_script(&self, body: &str) -> Result<Value> {
        self.wait(self.window.cmd(ScriptsRunIn("chrome")))?;
        let answer = self.script(body, &[]);
        self.wait(self.window.cmd(ScriptsRunIn("content")))?;
        answer
    }

    /// The page as it is printed, as a PDF on sheets of that size in centimetres. WebKit's driver cannot print.
    ///
    /// # Errors
    /// When the engine is WebKit, or the window is gone.
    pub fn print(&self, (width, height): (f64, f64)) -> Result<Vec<u8>> {
        // Chromium's driver itself waits for ten seconds at most, and the whole record takes longer on a busy machine.
        if self.engine == Engine::Chromium {
            const CENTIMETRES_IN_AN_INCH: f64 = 2.54;
            let [width, height] = [width, height].map(|length| length / CENTIMETRES_IN_AN_INCH);
            let size = json!({ "paperWidth": width, "paperHeight": height });
            let answer = self.developer_command("Page.printToPDF", &size)?;
            let printed = answer["data"].as_str().context("nothing is printed")?;
            return Ok(BASE64.decode(printed)?);
        }
        let parameters = PrintParameters {
            page: PrintPage { width, height },
            ..PrintParameters::default()
        };
        self.wait(self.window.print_page(parameters))
    }

    /// What a command of Chromium's own tools for developers answers.
    ///
    /// # Errors
    /// When the engine is another one, or refuses.
    pub fn developer_command(&self, name: &'static str, parameters: &Value) -> Result<Value> {
        let answer = self.wait(self.window.cmd(DeveloperCommand(name, parameters.clone())))?;
        Ok(answer.value_json()?)
    }

    /// Presses and releases one key, wherever the focus is.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn press(&self, key: Key) -> Result<()> {
        let stroke = self.actions().send_keys(key);
        self.wait(stroke.perform())
    }

    /// The same with the shift key held.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn press_with_shift(&self, key: Key) -> Result<()> {
        let chain = self.actions().key_down(Key::Shift);
        self.wait(chain.send_keys(key).key_up(Key::Shift).perform())
    }

    /// The same with the key of a character while another is held.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn press_chord(&self, held: Key, character: char) -> Result<()> {
        let chain = self.actions().key_down(held.clone());
        self.wait(chain.send_keys(character).key_up(held).perform())
    }

    /// The same with the key of a character.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn press_character(&self, character: char) -> Result<()> {
        let stroke = self.actions().send_keys(character);
        self.wait(stroke.perform())
    }

    /// Clicks in the middle of the element at `index` among those that match, as a pointer would.
    ///
    /// # Errors
    /// When there is none, or something else covers it.
    pub fn click(&self, selector: &str, index: usize) -> Result<()> {
        let element = self.element(selector, index)?;
        let Err(refused) = self.wait(element.click()) else {
            return Ok(());
        };
        // A driver scrolls without regard to the line that stays at the foot of a long page; WebKit's does not say what is in the way.
        let why = format!("{refused:#}");
        if !["page-parts", "not interactable"]
            .iter()
            .any(|in_the_way| why.contains(in_the_way))
        {
            return Err(refused);
        }
        let aside = "arguments[0].scrollIntoView({block: 'nearest'})";
        self.script(aside, &[element.to_json()?])?;
        self.wait(element.click())
    }

    /// Clicks twice on the first element that matches, which is in the window.
    ///
    /// # Errors
    /// When there is none.
    pub fn double_click(&self, selector: &str) -> Result<()> {
        let element = self.element(selector, 0)?;
        let clicks = self.actions().double_click_element(&element);
        self.wait(clicks.perform())
    }

    /// Presses the pointer at one place of the window, moves it to another in a few steps, and lets go.
    ///
    /// # Errors
    /// When a place lies outside the window.
    pub fn drag(&self, from_px: (f64, f64), to_px: (f64, f64)) -> Result<()> {
        const STEPS: u8 = 6;
        #[expect(clippy::cast_possible_truncation, reason = "places in a window")]
        let at = |share: f64| {
            let between = |from: f64, to: f64| (from + share * (to - from)) as i64;
            (between(from_px.0, to_px.0), between(from_px.1, to_px.1))
        };
        let begin = at(0.0);
        let mut chain = self
            .window
            .action_chain_with_delay(None, Some(Duration::from_millis(20)))
            .move_to(begin.0, begin.1)
            .click_and_hold();
        for step in 1..=STEPS {
            let (x, y) = at(f64::from(step) / f64::from(STEPS));
            chain = chain.move_to(x, y);
        }
        self.wait(chain.release().perform())
    }

    /// Clicks at one place of the window.
    ///
    /// # Errors
    /// When the place lies outside the window.
    pub fn click_at(&self, place_px: (f64, f64)) -> Result<()> {
        #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
        let (x, y) = (place_px.0 as i64, place_px.1 as i64);
        let click = self.actions().move_to(x, y).click();
        self.wait(click.perform())
    }

    /// Types into the first element that matches.
    ///
    /// # Errors
    /// When there is none, or it takes no keys.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.wait(self.element(selector, 0)?.send_keys(text))
    }

    /// The visible text of the first element that matches. Works without JavaScript in the page.
    ///
    /// # Errors
    /// When there is none.
    pub fn text_of(&self, selector: &str) -> Result<String> {
        self.wait(self.element(selector, 0)?.text())
    }

    fn element(&self, selector: &str, index: usize) -> Result<WebElement> {
        // The page may still be putting itself together on a busy machine.
        let query = self.window.query(By::Css(selector)).wait(ELEMENT_LIMIT, ELEMENT_PAUSE);
        let found = self.wait(query.all_from_selector())?;
        found
            .into_iter()
            .nth(index)
            .with_context(|| format!("there is no {selector} ({index})"))
    }

    /// What pointer and keys do, without the pauses that the library makes between them.
    fn actions(&self) -> ActionChain {
        self.window
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Runs one command to its end.
    fn wait<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> Result<T> {
        Ok(self.runtime.block_on(command)?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The polite way first; the driver itself ends after this.
        let _ = self.wait(self.window.clone().quit());
        if let Some(process) = self.browser_process {
            signal_process_group("-KILL", process);
        }
    }
}

/// The texts in a list that a script returned.
pub(crate) fn texts(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Firefox's own command that says where scripts run: in the page (`content`) or in the browser around it (`chrome`).
#[derive(Debug)]
struct ScriptsRunIn(&'static str);

impl FormatRequestData for ScriptsRunIn {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(Method::POST, format!("session/{session}/moz/context"));
        request.add_body(json!({ "context": self.0 }))
    }
}

/// Chromium's own way to its tools for developers: the name of a command, and what it is given.
#[derive(Debug)]
struct DeveloperCommand(&'static str, Value);

impl FormatRequestData for DeveloperCommand {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(Method::POST, format!("session/{session}/goog/cdp/execute"));
        request.add_body(json!({ "cmd": self.0, "params": self.1 }))
    }
}
