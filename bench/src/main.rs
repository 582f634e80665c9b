//! Measures pages that stand in a folder already, and writes the report: started by `cargo xtask bench`.

use anyhow::{Context, Result, bail, ensure};
use bench::contestant::Contestant;
use bench::goal::goals;
use bench::run::{Plan, browser};
use bench::{machine, plot, report};
use serde_json::json;
use std::env;
use std::fs;

fn main() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [folder, sizes, repetitions, pages] = words.as_slice() else {
        bail!("start this as `cargo xtask bench`");
    };
    let plan = Plan {
        sizes: listed(sizes, |size| {
            size.parse().with_context(|| format!("`{size}` is no number"))
        })?,
        repetitions: repetitions.parse().context("how often?")?,
        pages: listed(pages, Contestant::named)?,
        folder: folder.into(),
    };
    let mut circumstances = machine::described(&browser()?)?;
    circumstances.push(format!(
        "{} counted repetitions of each page, interleaved; window 1440 × 900; from file://; brotli 11, or 5 for files above 8 MB",
        plan.repetitions
    ));
    let results = plan.run()?;
    let markdown = report::markdown(&results, &circumstances);
    let raw = json!({ "circumstances": circumstances, "goals": goals(&results), "results": results.raw()? });
    fs::write(plan.folder.join("report.md"), &markdown)?;
    fs::write(plan.folder.join("report.json"), serde_json::to_string_pretty(&raw)?)?;
    fs::write(plan.folder.join("cost.svg"), plot::svg(&results)?)?;
    println!("{markdown}");
    let failures = results.0.iter().filter_map(|outcome| outcome.failure.as_ref());
    let wrong: Vec<&str> = failures
        .filter(|failure| failure.is_wrong)
        .map(|failure| failure.says.as_str())
        .collect();
    ensure!(wrong.is_empty(), "a page showed something wrong: {}", wrong.join("; "));
    Ok(())
}

fn listed<T>(text: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
    text.split(',').map(read).collect()
}
