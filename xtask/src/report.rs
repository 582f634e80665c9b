//! What became of the checks: each is announced, timed, and counted in the summary.

use anyhow::{Result, bail};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What became of the checks so far. Checks that run side by side share it.
#[derive(Debug, Default)]
pub struct Report(Mutex<Outcomes>);

#[derive(Debug, Default)]
struct Outcomes {
    passed: Vec<(String, Duration)>,
    skipped: Vec<String>,
    failed: Vec<String>,
}

impl Report {
    fn add(&self, change: impl FnOnce(&mut Outcomes)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Runs one check; a failure is kept, so that the others still run. Says whether it passed.
    pub fn step(&self, name: &str, check: impl FnOnce() -> Result<()>) -> bool {
        println!("== {name}");
        let begin = Instant::now();
        let result = check();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        self.add(|outcomes| match &result {
            Ok(()) => outcomes.passed.push((name.to_owned(), begin.elapsed())),
            Err(error) => outcomes.failed.push(format!("{name}: {error:#}")),
        });
        result.is_ok()
    }

    /// Keeps what was passed over, and why.
    pub fn skip(&self, why: String) {
        self.add(|outcomes| outcomes.skipped.push(why));
    }

    /// Keeps what failed.
    pub fn fail(&self, why: String) {
        self.add(|outcomes| outcomes.failed.push(why));
    }

    /// Prints what became of the checks.
    ///
    /// # Errors
    /// When one failed.
    pub fn finish(&self) -> Result<()> {
        let outcomes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        println!("== Summary");
        for (name, duration) in &outcomes.passed {
            println!("passed: {name} ({} s)", duration.as_secs());
        }
        for (outcome, names) in [("skipped", &outcomes.skipped), ("FAILED", &outcomes.failed)] {
            for name in names {
                println!("{outcome}: {name}");
            }
        }
        println!(
            "{} passed, {} failed, {} skipped",
            outcomes.passed.len(),
            outcomes.failed.len(),
            outcomes.skipped.len()
        );
        if !outcomes.failed.is_empty() {
            bail!("not everything passed");
        }
        Ok(())
    }
}
