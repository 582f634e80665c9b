//! Which browsers there are, where they are installed, and how each is started.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Keeps the page's problems where WebDriver can read them.
const RECORDER: &str = include_str!("../pages/recorder.js");

/// Takes away what an engine of two years ago had not, or refused.
const OLDER_ENGINE: &str = include_str!("../pages/older-engine.js");

/// Holds every program back until `letStart` is called.
const WAITING_START: &str = include_str!("../pages/waiting-start.js");

/// Notes in `sawRecord` whether the record has been a part of the document.
const WATCHED: &str = include_str!("../pages/watched.js");

/// Lets every program fail to start.
const FAILING_START: &str = include_str!("../pages/failing-start.js");

/// Lets the program trap where it starts for the first time.
const TRAPPING_START: &str = include_str!("../pages/trapping-start.js");

/// Lets it trap wherever it starts; stands before that.
const TRAPS_ALWAYS: &str = "var trapsAlways = true;";

/// Lets the program panic as it starts.
const PANICKING_START: &str = include_str!("../pages/panicking-start.js");

/// Takes away what the page cannot do without, as of before 2023.
const BYGONE_ENGINE: &str = include_str!("../pages/bygone-engine.js");

/// The same as of before 2017.
const EARLY_ENGINE: &str = include_str!("../pages/early-engine.js");

/// Refuses every call to the history.
const NO_HISTORY: &str = include_str!("../pages/no-history.js");

/// Tells what a reader could do next.
const WALKED: &str = include_str!("../pages/walked.js");

/// Lets the clock of the page run ahead.
const SLOW_CLOCK: &str = include_str!("../pages/slow-clock.js");

/// A browser engine that the page must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink: Chrome, Edge and their kin.
    Chromium,
    /// Gecko.
    Firefox,
    /// WebKitGTK, the nearest relative of Safari that runs on Linux.
    WebKit,
}

/// A circumstance that a reader may open the page in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The browser as it is installed, with a light colour scheme.
    Light,
    /// The engine lacks what has come in the last two years.
    Older,
    /// The engine is older than the page can do with: it cannot decompress.
    Bygone,
    /// The engine is older still, and has no WebAssembly either.
    Early,
    /// The browser refuses to let the page write into its history.
    NoHistory,
    /// The reader prefers dark colours.
    Dark,
    /// WebAssembly is switched off, as on some locked-down machines.
    NoWebAssembly,
    /// WebAssembly is there, but the program does not start.
    FailingStart,
    /// The program traps, without a panic, at its first start.
    TrappingStart,
    /// The program traps at every start.
    TrappingStarts,
    /// The program panics as it starts.
    PanickingStart,
    /// The untouched file in every engine: WebKit tells then only what the page itself has noted.
    Shipped,
    /// The program starts when the test lets it.
    WaitingStart,
    /// Every step of the page takes a second by its clock; how far the page says that it is opened is noted.
    Slow,
    /// Whether the record is ever made a document is noted.
    Watched,
    /// The page tells what a reader could do next, and nothing leads out of it.
    Walked,
    /// JavaScript is switched off.
    NoJavaScript,
    /// The browser refuses to store anything for the page.
    NoStorage,
    /// The reader has asked for no motion.
    Still,
}

impl Setting {
    /// The setting with which the browser itself is started; the others are scripts in a copy of the page.
    #[must_use]
    pub fn of_the_browser(self) -> Setting {
        use Setting::{Dark, Light, NoJavaScript, NoStorage, NoWebAssembly, Still};
        match self {
            Dark | NoWebAssembly | NoJavaScript | NoStorage | Still => self,
            _ => Light,
        }
    }

    /// Whether the program is made to end in the middle of its work.
    pub fn breaks_the_program(self) -> bool {
        use Setting::{PanickingStart, TrappingStart, TrappingStarts};
        matches!(self, PanickingStart | TrappingStart | TrappingStarts)
    }
}

/// The programs that one engine needs, as found on this machine.
#[derive(Clone, Debug)]
pub struct Installation {
    engine: Engine,
    driver: PathBuf,
    browser: PathBuf,
}

impl Engine {
    /// Every engine, in the order in which they are tested.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name used in test filters and in `REQUIRE_BROWSERS`.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// What a copy of the page must have in front; nothing where the built file itself will do.
    pub fn scripts_in_front(self, setting: Setting) -> Vec<&'static str> {
        let mut scripts = Vec::new();
        // WebKitGTK keeps the console messages of an automated window to itself.
        let untouched = [Setting::Shipped, Setting::NoJavaScript, Setting::NoWebAssembly];
        if self == Engine::WebKit && !untouched.contains(&setting) {
            scripts.push(RECORDER);
        }
        if setting == Setting::TrappingStarts {
            scripts.push(TRAPS_ALWAYS);
        }
        scripts.extend(match setting {
            Setting::TrappingStart | Setting::TrappingStarts => Some(TRAPPING_START),
            Setting::PanickingStart => Some(PANICKING_START),
            Setting::Older => Some(OLDER_ENGINE),
            Setting::Bygone => Some(BYGONE_ENGINE),
            Setting::Early => Some(EARLY_ENGINE),
            Setting::FailingStart => Some(FAILING_START),
            Setting::WaitingStart => Some(WAITING_START),
            Setting::Slow => Some(SLOW_CLOCK),
            Setting::Watched => Some(WATCHED),
            Setting::Walked => Some(WALKED),
            Setting::NoHistory => Some(NO_HISTORY),
            _ => None,
        });
        scripts
    }

    /// Finds the driver and the browser.
    ///
    /// # Errors
    /// Names the first program that is missing.
    pub fn find(self) -> Result<Installation> {
        let (driver, browser) = match self {
            Engine::Chromium => (
                program(&["chromedriver"])?,
                program(&["chromium", "chromium-browser", "google-chrome"])?,
            ),
            Engine::Firefox => (program(&["geckodriver"])?, program(&["firefox-esr", "firefox"])?),
            Engine::WebKit => {
                program(&["Xvfb"])?;
                (program(&["WebKitWebDriver"])?, mini_browser()?)
            }
        };
        if [&driver, &browser].iter().any(|path| is_snap(path)) {
            bail!("{} is a snap, which may not read the built page", browser.display());
        }
        Ok(Installation {
            engine: self,
            driver,
            browser,
        })
    }
}

impl Installation {
    /// Whether the browser must be given a screen.
    pub fn needs_display(&self) -> bool {
        self.engine == Engine::WebKit
    }

    /// The command that starts the driver on `port` of the loopback interface.
    pub fn driver_command(&self, port: u16, setting: Setting) -> Command {
        let mut command = Command::new(&self.driver);
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                // Its console messages and its narrowest width are known to privileged scripts only.
                command.args(["--websocket-port=0", "--allow-system-access"]);
            }
            Engine::WebKit => {
                command.env("XDG_CONFIG_HOME", concat!(env!("CARGO_MANIFEST_DIR"), "/webkit"));
                // On a screen that nobody sees, drawing through the memory of a graphics card that is not there, and the last
                // step of compiling, take a third of all its time.
                command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
                if !crate::is_thorough() {
                    command.env("JSC_useOMGJIT", "false");
                }
                match setting {
                    Setting::Dark => command.env("GTK_THEME", "Adwaita:dark"),
                    Setting::NoWebAssembly => command.env("JSC_useWasm", "false"),
                    Setting::Still => {
                        command.env("XDG_CONFIG_HOME", concat!(env!("CARGO_MANIFEST_DIR"), "/webkit-still"))
                    }
                    _ => &mut command,
                };
            }
        }
        command.arg(format!("--port={port}"));
        command
    }

    /// What the driver is asked for when the session is opened.
    pub fn capabilities(&self, setting: Setting) -> Value {
        match self.engine {
            Engine::Chromium => json!({
                "goog:chromeOptions": { "binary": self.browser, "args": chromium_arguments(setting), "prefs": chromium_preferences(setting) },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Engine::Firefox => json!({
                "moz:firefoxOptions": { "binary": self.browser, "args": ["-headless"], "prefs": firefox_preferences(setting) },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": self.browser, "args": webkit_arguments(setting) },
            }),
        }
    }
}

fn chromium_arguments(setting: Setting) -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    match setting {
        Setting::Dark => arguments.push("--blink-settings=preferredColorScheme=0"),
        Setting::NoWebAssembly => arguments.push("--js-flags=--jitless"),
        Setting::Still => arguments.push("--force-prefers-reduced-motion"),
        _ => {}
    }
    arguments
}

fn chromium_preferences(setting: Setting) -> Value {
    match setting {
        Setting::NoJavaScript => json!({ "profile.managed_default_content_settings.javascript": 2 }),
        Setting::NoStorage => json!({ "profile.managed_default_content_settings.cookies": 2 }),
        _ => json!({}),
    }
}

fn firefox_preferences(setting: Setting) -> Value {
    let mut preferences = json!({
        "devtools.console.stdout.content": true,
        "ui.systemUsesDarkTheme": 0,
        // The list of what was saved takes the focus away from the next test.
        "browser.download.alwaysOpenPanel": false,
    });
    if !crate::is_thorough() {
        // Of all that it does, it draws most.
        preferences["layout.frame_rate"] = json!(20);
    }
    match setting {
        Setting::Dark => preferences["ui.systemUsesDarkTheme"] = json!(1),
        Setting::NoWebAssembly => preferences["javascript.options.wasm"] = json!(false),
        Setting::NoJavaScript => preferences["javascript.enabled"] = json!(false),
        Setting::NoStorage => preferences["dom.storage.enabled"] = json!(false),
        Setting::Still => preferences["ui.prefersReducedMotion"] = json!(1),
        _ => {}
    }
    preferences
}

fn webkit_arguments(setting: Setting) -> Vec<&'static str> {
    let mut arguments = vec!["--automation"];
    match setting {
        Setting::NoJavaScript => arguments.push("--enable-javascript=false"),
        Setting::NoStorage => arguments.push("--enable-html5-local-storage=false"),
        _ => {}
    }
    arguments
}

/// The first of `names` that is on the search path, or among the tools that the tests built for themselves.
fn program(names: &[&str]) -> Result<PathBuf> {
    const BUILT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/bin");
    let path = env::var_os("PATH").unwrap_or_default();
    let candidates = names.iter().flat_map(|name| {
        let folders = env::split_paths(&path).chain([PathBuf::from(BUILT)]);
        folders.map(move |folder| folder.join(name))
    });
    match candidates.into_iter().find(|candidate| candidate.is_file()) {
        Some(found) => Ok(found),
        None => bail!("{} is not installed", names.join(" or ")),
    }
}

/// MiniBrowser comes with the WebKitGTK library and stands beside it, not on the search path.
fn mini_browser() -> Result<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec"].map(Path::new);
    let libraries = folders
        .iter()
        .flat_map(|folder| folder.read_dir().into_iter().flatten().flatten());
    let places = folders
        .iter()
        .map(|folder| folder.to_path_buf())
        .chain(libraries.map(|entry| entry.path()));
    let mut candidates = places.flat_map(|place| {
        ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].map(|library| place.join(library).join("MiniBrowser"))
    });
    match candidates.find(|candidate| candidate.is_file()) {
        Some(found) => Ok(found),
        None => bail!("MiniBrowser of WebKitGTK is not installed"),
    }
}

/// Whether the program is a snap, directly or through the script that Ubuntu puts in its place.
fn is_snap(program: &Path) -> bool {
    let target = program.canonicalize().unwrap_or_else(|_| program.to_path_buf());
    let script = std::fs::read(&target).unwrap_or_default();
    target.starts_with("/snap") || (script.starts_with(b"#!") && script.windows(9).any(|part| part == b"/snap/bin"))
}
