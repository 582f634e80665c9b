//! Every check there is, in order, each announced in one line and counted in the summary.

use crate::{data, dist, program, reproduce, setup, tools};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use e2e::Engine;
use std::env;
use std::path::Path;

/// Which checks are run.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Run every check, however long it takes
    #[arg(long)]
    pub all: bool,
    /// Run one part of the checks
    #[arg(long, value_enum)]
    pub only: Option<Part>,
    /// Run the tests whose name contains this
    pub filter: Option<String>,
}

/// A part of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names are what is typed")]
pub enum Part {
    Native,
    Lint,
    Data,
    Page,
    Chromium,
    Firefox,
    Webkit,
}

/// What became of the checks so far.
#[derive(Debug, Default)]
struct Report {
    passed: Vec<String>,
    skipped: Vec<String>,
    failed: Vec<String>,
}

impl Report {
    /// Runs one check; a failure is kept, so that the others still run. Says whether it passed.
    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<()>) -> bool {
        println!("== {name}");
        match check() {
            Ok(()) => {
                self.passed.push(name.to_owned());
                true
            }
            Err(error) => {
                eprintln!("{error:#}");
                self.failed.push(format!("{name}: {error:#}"));
                false
            }
        }
    }

    fn finish(&self) -> Result<()> {
        println!("== Summary");
        for (outcome, names) in [
            ("passed", &self.passed),
            ("skipped", &self.skipped),
            ("FAILED", &self.failed),
        ] {
            for name in names {
                println!("{outcome}: {name}");
            }
        }
        println!(
            "{} passed, {} failed, {} skipped",
            self.passed.len(),
            self.failed.len(),
            self.skipped.len()
        );
        if !self.failed.is_empty() {
            bail!("not everything passed");
        }
        Ok(())
    }
}

/// Runs every check.
///
/// # Errors
/// When a check fails, a browser of `REQUIRE_BROWSERS` cannot be had, or no browser at all could run.
pub fn run(root: &Path, _options: &Options) -> Result<()> {
    let required = required_engines(&env::var("REQUIRE_BROWSERS").unwrap_or_default())?;
    let mut report = Report::default();
    report.step("set-up: formatter, linter, browser target", setup::rust);
    report.step("set-up: axe-core", || setup::axe(root));
    check_dependencies(root, &mut report);
    report.step("format", || cargo(root, &["fmt", "--all", "--check"]));
    report.step("lint", || {
        cargo(
            root,
            &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
        )
    });
    report.step("lint of the benchmark", || {
        let words = [
            "clippy",
            "--package",
            "bench",
            "--all-features",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ];
        cargo(root, &words)
    });
    report.step("lint for the browser", || {
        cargo(
            root,
            &[
                "clippy",
                "--package",
                "iss-followup",
                "--target",
                program::TARGET,
                "--",
                "-D",
                "warnings",
            ],
        )
    });
    report.step("native tests", || {
        cargo(root, &["test", "--no-fail-fast", "--workspace", "--exclude", "e2e"])
    });
    report.step("fuzz targets compile", || {
        // Without libFuzzer itself, which needs a C++ compiler.
        let words = [
            "check",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--no-default-features",
            "--locked",
        ];
        cargo(root, &words)
    });
    report.step("data", || data::check(root));
    report.step("schema up to date", || data::schema(root, true));
    let built = report.step("page", || dist::run(root, &dist::Options::default()));
    report.step("reproducible build", || reproduce::run(root));
    if built {
        test_engines(root, &required, &mut report);
    } else {
        report
            .skipped
            .push("every browser: there is no page to open".to_owned());
    }
    report.finish()
}

/// Licences, sources and duplicates need no more than what stands here; advisories need their database.
fn check_dependencies(root: &Path, report: &mut Report) {
    const ADVISORIES: &str = "advisories on dependencies";
    if !report.step("set-up: cargo-deny", setup::deny) {
        return;
    }
    report.step("dependencies", || {
        let rules = ["check", "--deny", "warnings", "bans", "licenses", "sources"];
        cargo(root, &[&["deny", "--workspace"], rules.as_slice()].concat())
    });
    match cargo(root, &["deny", "fetch", "db"]) {
        Ok(()) => {
            report.step(ADVISORIES, || {
                cargo(root, &["deny", "--workspace", "check", "advisories"])
            });
        }
        Err(error) => report
            .skipped
            .push(format!("{ADVISORIES}: their database cannot be fetched: {error:#}")),
    }
}

fn test_engines(root: &Path, required: &[Engine], report: &mut Report) {
    let mut ran = false;
    for engine in Engine::ALL {
        let name = engine.name();
        match setup::engine(engine) {
            Ok(()) => {
                ran = true;
                // One browser at a time: a busy machine would make the waiting times of the others mean nothing.
                let filter = format!("{name}::");
                let words = [
                    "test",
                    "--no-fail-fast",
                    "--package",
                    "e2e",
                    "--",
                    &filter,
                    "--test-threads=1",
                ];
                report.step(&format!("the page in {name}"), || cargo(root, &words));
            }
            Err(error) if required.contains(&engine) => report.failed.push(format!("{name} is required: {error:#}")),
            Err(error) => report.skipped.push(format!("{name}: {error:#}")),
        }
    }
    if !ran {
        report.failed.push("the page was opened in no browser".to_owned());
    }
}

/// The engines named in a list such as `chromium,firefox`.
fn required_engines(list: &str) -> Result<Vec<Engine>> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names
        .map(
            |name| match Engine::ALL.into_iter().find(|engine| engine.name() == name) {
                Some(engine) => Ok(engine),
                None => bail!("REQUIRE_BROWSERS knows chromium, firefox and webkit, not `{name}`"),
            },
        )
        .collect()
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    // The errors of the tests speak of the page; where in the harness they arose only hides that.
    tools::run(
        tools::cargo()
            .current_dir(root)
            .args(arguments)
            .env("RUST_LIB_BACKTRACE", "0"),
    )
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
        let mut report = Report::default();
        assert!(!report.step("first", || bail!("no")));
        assert!(report.step("second", || Ok(())));
        assert!(report.finish().is_err());
    }
}
