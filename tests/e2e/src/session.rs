//! The few commands of the WebDriver protocol that the reader's verbs are made of.
//!
//! Must not know: what stands in the page.

use crate::display::Display;
use crate::driver::{Driver, signal_process_group};
use crate::engine::{Engine, Setting};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::Duration;

/// The longest that one command may take; starting a browser on a busy machine is the slowest.
const COMMAND_LIMIT: Duration = Duration::from_mins(1);

/// The name under which the protocol wraps a reference to an element.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A key that is not a letter; the value is the letter that the protocol writes for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Key {
    /// Moves the focus on.
    Tab = 0xe004,
    /// Follows the link or presses the button that has the focus.
    Enter = 0xe007,
    /// Closes what is open.
    Escape = 0xe00c,
    /// Moves down in a list.
    ArrowDown = 0xe015,
}

/// One open browser window.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    address: String,
    browser_process: Option<u32>,
    driver: Driver,
    // Held so that the browser has it; goes after the driver.
    _display: Option<Display>,
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
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(COMMAND_LIMIT))
            .build()
            .into();
        let mut session = Session {
            agent,
            address: format!("{}/session", driver.address()),
            browser_process: None,
            driver,
            _display: display,
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": installation.capabilities(setting) } });
        let opened = session
            .post("", &wanted)
            .with_context(|| format!("{} opens no window", engine.name()))?;
        let id = opened["sessionId"].as_str().context("the driver names no session")?;
        session.address = format!("{}/{id}", session.address);
        let process = ["goog:processID", "moz:processID"]
            .iter()
            .find_map(|key| opened["capabilities"][key].as_u64());
        session.browser_process = process.and_then(|id| u32::try_from(id).ok());
        Ok(session)
    }

    /// The lines that the driver and its browser have printed so far.
    pub fn printed(&self) -> Vec<String> {
        self.driver.printed()
    }

    /// Sends a command that needs data, and returns its answer.
    ///
    /// # Errors
    /// When the driver cannot be reached or refuses the command.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let response = self.agent.post(format!("{}{command}", self.address)).send_json(body);
        value_of(command, response)
    }

    /// Sends a command that needs no data, and returns its answer.
    ///
    /// # Errors
    /// When the driver cannot be reached or refuses the command.
    pub fn get(&self, command: &str) -> Result<Value> {
        value_of(command, self.agent.get(format!("{}{command}", self.address)).call())
    }

    /// What a script in the page returns; `arguments` are its `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// What a script in the page hands to the function that is its last argument.
    ///
    /// # Errors
    /// When the script throws or does not answer in time.
    pub fn script_with_answer(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// What a script with Firefox's own privileges returns.
    ///
    /// # Errors
    /// When the script throws, or the engine is another one.
    pub fn privileged_script(&self, body: &str) -> Result<Value> {
        self.post("/moz/context", &json!({ "context": "chrome" }))?;
        let answer = self.script(body, &[]);
        self.post("/moz/context", &json!({ "context": "content" }))?;
        answer
    }

    /// Presses and releases one key, wherever the focus is.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn press(&self, key: Key) -> Result<()> {
        let key = char::from_u32(key as u32);
        let strokes = ["keyDown", "keyUp"].map(|stroke| json!({ "type": stroke, "value": key }));
        self.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }),
        )?;
        Ok(())
    }

    /// Clicks in the middle of the element at `index` among those that match, as a pointer would.
    ///
    /// # Errors
    /// When there is none, or something else covers it.
    pub fn click(&self, selector: &str, index: usize) -> Result<()> {
        let element = self.element(selector, index)?;
        self.post(&format!("/element/{element}/click"), &json!({}))?;
        Ok(())
    }

    /// Types into the first element that matches.
    ///
    /// # Errors
    /// When there is none, or it takes no keys.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.element(selector, 0)?;
        self.post(&format!("/element/{element}/value"), &json!({ "text": text }))?;
        Ok(())
    }

    /// The visible text of the first element that matches. Works without JavaScript in the page.
    ///
    /// # Errors
    /// When there is none.
    pub fn text_of(&self, selector: &str) -> Result<String> {
        let element = self.element(selector, 0)?;
        let text = self.get(&format!("/element/{element}/text"))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    fn element(&self, selector: &str, index: usize) -> Result<String> {
        let found = self.post("/elements", &json!({ "using": "css selector", "value": selector }))?;
        found[index][ELEMENT_KEY]
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("there is no {selector} ({index})"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The polite way first; the driver itself ends after this.
        let _ = self.agent.delete(&self.address).call();
        if let Some(process) = self.browser_process {
            signal_process_group("-KILL", process);
        }
    }
}

fn value_of(command: &str, response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    let mut response = response.with_context(|| format!("no answer to {command}"))?;
    let mut answer: Value = response.body_mut().with_config().limit(u64::MAX).read_json()?;
    let value = answer["value"].take();
    if !response.status().is_success() {
        bail!(
            "{command}: {}: {}",
            value["error"].as_str().unwrap_or("refused"),
            value["message"].as_str().unwrap_or_default()
        );
    }
    Ok(value)
}
