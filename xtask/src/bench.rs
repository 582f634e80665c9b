//! The page beside what people would use instead: datasets, pages with them, and the program that measures these.

use crate::page::assemble;
use crate::{dist, generate, tools};
use ::bench::contestant::{Contestant, install_libraries};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be measured.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    measures: Vec<usize>,
    repetitions: usize,
    pages: Vec<Contestant>,
    seed: u64,
    out: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            measures: vec![74, 1_000, 10_000, 100_000],
            repetitions: 7,
            pages: Contestant::ALL.to_vec(),
            seed: 1,
            out: None,
        }
    }
}

impl Options {
    /// Reads the words after `bench`.
    ///
    /// # Errors
    /// When one is unknown or says nothing.
    pub fn parse(words: &[&str]) -> Result<Options> {
        let mut options = Options::default();
        for pair in words.chunks(2) {
            let [option, value] = pair else {
                bail!("`{}` needs a value", pair.join(" "));
            };
            match *option {
                "--measures" => options.measures = value.split(',').map(number).collect::<Result<_>>()?,
                "--repetitions" => options.repetitions = number(value)?,
                "--pages" => options.pages = value.split(',').map(Contestant::named).collect::<Result<_>>()?,
                "--seed" => options.seed = number(value)?,
                "--out" => options.out = Some(value.into()),
                unknown => {
                    bail!("bench knows --measures, --repetitions, --pages, --seed and --out FOLDER, not `{unknown}`")
                }
            }
        }
        Ok(options)
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T> {
    text.parse().ok().with_context(|| format!("`{text}` is no number"))
}

/// Builds every page with every dataset, and measures them.
///
/// # Errors
/// When a page cannot be built, the browser does not start, or a page shows something wrong.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let folder = options.out.clone().unwrap_or_else(|| root.join("target/bench"));
    let of_npm = |page: &Contestant| !matches!(page, Contestant::Ours | Contestant::Plain);
    if options.pages.iter().any(of_npm) {
        install_libraries(&root.join("bench"))?;
    }
    for measures in &options.measures {
        build(root, &folder, *measures, options)?;
    }
    measure(root, &folder, options)
}

/// A dataset, and every page with it.
fn build(root: &Path, folder: &Path, measures: usize, options: &Options) -> Result<()> {
    let dataset = folder.join(format!("data/{measures}.json"));
    generate::run(&generate::Options {
        measures,
        seed: options.seed,
        file: dataset.clone(),
    })?;
    let pages = folder.join(format!("pages/{measures}"));
    fs::create_dir_all(&pages)?;
    for page in &options.pages {
        let html = match page {
            Contestant::Ours => assemble(&dist::ingredients(root, Some(&dataset), None)?)?,
            other => other.html(&fs::read_to_string(&dataset)?, &root.join("bench/node_modules"))?,
        };
        fs::write(pages.join(format!("{}.html", page.name())), html)?;
    }
    Ok(())
}

/// Starts the program that drives the browser: it is built with what packing a page must not depend on.
fn measure(root: &Path, folder: &Path, options: &Options) -> Result<()> {
    let measures: Vec<String> = options.measures.iter().map(usize::to_string).collect();
    let pages: Vec<&str> = options.pages.iter().map(|page| page.name()).collect();
    let words = [
        "run",
        "--quiet",
        "--profile",
        "bench-tool",
        "--package",
        "bench",
        "--features",
        "drive",
        "--",
    ];
    tools::run(tools::cargo().current_dir(root).args(words).arg(folder).args([
        measures.join(","),
        options.repetitions.to_string(),
        pages.join(","),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_as_usual() {
        assert_eq!(Options::parse(&[]).unwrap(), Options::default());
        let some = Options::parse(&["--measures", "74,1000", "--pages", "ours,plain"]).unwrap();
        assert_eq!(some.measures, [74, 1_000]);
        assert_eq!(some.pages, [Contestant::Ours, Contestant::Plain]);
        assert_eq!(some.repetitions, 7);
    }

    #[test]
    fn what_is_unknown_or_says_nothing_is_refused() {
        for words in [
            &["--measures"][..],
            &["--measures", "many"],
            &["--pages", "excel"],
            &["--page", "ours"],
        ] {
            assert!(Options::parse(words).is_err(), "{words:?}");
        }
    }
}
