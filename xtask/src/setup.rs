//! What must be installed before the tests, on a fresh Debian or Ubuntu with rustup.

use crate::{program, tools};
use anyhow::{Context, Result, bail};
use e2e::Engine;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Adds what this toolchain lacks: the formatter, the linter and the browser target.
///
/// # Errors
/// When something is missing and there is no rustup, or no network, to add it.
pub fn rust() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let present = tools::output(tools::cargo().args([subcommand, "--version"])).is_ok();
        if !present {
            tools::run(Command::new("rustup").args(["component", "add", component]))
                .with_context(|| format!("{component} is missing"))?;
        }
    }
    program::ensure_target()
}

/// Installs cargo-deny, which checks the dependencies, if it is missing.
///
/// # Errors
/// When it cannot be installed.
pub fn deny() -> Result<()> {
    if tools::output(tools::cargo().args(["deny", "--version"])).is_ok() {
        return Ok(());
    }
    tools::run(tools::cargo().args(["install", "cargo-deny", "--locked"]))
}

/// Installs an engine's browser and driver if they are missing and can be had.
///
/// # Errors
/// What is missing, and why it cannot be installed.
pub fn engine(engine: Engine) -> Result<()> {
    let Err(missing) = engine.find() else { return Ok(()) };
    let packages = packages(engine);
    if packages.is_empty() {
        bail!("{missing:#}; Ubuntu has it as a snap only, so install it and its driver by hand");
    }
    install(packages).with_context(|| format!("{missing:#}"))?;
    if engine == Engine::Firefox && tools::find("geckodriver").is_none() {
        // Debian has no package of it.
        tools::run(tools::cargo().args(["install", "geckodriver", "--locked"]))?;
    }
    engine.find().map(drop)
}

/// Installs axe-core, the one thing that the tests take from npm, if it is not there in the version wanted.
///
/// # Errors
/// When npm is missing and cannot be installed, or fails.
pub fn axe(root: &Path) -> Result<()> {
    let folder = root.join("tests/e2e");
    let wanted = json(&folder.join("package.json"))?;
    let installed = json(&folder.join("node_modules/axe-core/package.json")).unwrap_or_default();
    if wanted["devDependencies"]["axe-core"] == installed["version"] {
        return Ok(());
    }
    if tools::find("npm").is_none() {
        install(&["npm"])?;
    }
    tools::run(
        Command::new("npm")
            .current_dir(folder)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )
}

fn json(file: &Path) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The packages of an engine; none where the system's packages are snaps, which may not read the built page.
fn packages(engine: Engine) -> &'static [&'static str] {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let ubuntu = system.lines().any(|line| line == "ID=ubuntu");
    match engine {
        Engine::Chromium | Engine::Firefox if ubuntu => &[],
        Engine::Chromium => &["chromium", "chromium-driver"],
        Engine::Firefox => &["firefox-esr"],
        Engine::WebKit => &["webkit2gtk-driver", "xvfb"],
    }
}

fn install(packages: &[&str]) -> Result<()> {
    if tools::find("apt-get").is_none() {
        bail!("there is no apt-get to install {} with", packages.join(", "));
    }
    apt_get(&["update", "--quiet"])?;
    apt_get(&[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let is_root = tools::output(Command::new("id").arg("--user"))? == "0";
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        Command::new("sudo")
    };
    if !is_root {
        // Never asks for a password: nobody may be there to type one.
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    }
    tools::run(
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null()),
    )
}
