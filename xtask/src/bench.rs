//! The page beside what people would use instead: datasets, pages with them, and the program that measures these.

use crate::page::assemble;
use crate::program::{self, Build};
use crate::tools::{self, BadInput};
use crate::{dist, generate};
use ::bench::contestant::{Contestant, install_libraries};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be measured.
#[derive(clap::Args, Debug)]
pub struct Options {
    /// How many measures the datasets hold
    #[arg(long, value_name = "N,…", value_delimiter = ',', value_parser = tools::count, allow_hyphen_values = true)]
    #[arg(default_value = "74,1000,10000,100000")]
    measures: Vec<usize>,
    /// How often each page is opened
    #[arg(long, value_name = "N", value_parser = tools::count, allow_hyphen_values = true, default_value = "7")]
    repetitions: usize,
    /// Which pages: ours, plain, tabulator, ag-grid, vis-timeline; all of them if left out
    #[arg(long, value_name = "PAGE,…", value_delimiter = ',', value_parser = Contestant::named)]
    pages: Vec<Contestant>,
    /// The same seed gives the same datasets
    #[arg(long, value_name = "S", value_parser = tools::seed, allow_hyphen_values = true, default_value = "1")]
    seed: u64,
    /// Where datasets, pages and the report go; target/bench if left out
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

impl Options {
    fn pages(&self) -> &[Contestant] {
        if self.pages.is_empty() {
            &Contestant::ALL
        } else {
            &self.pages
        }
    }
}

/// Builds every page with every dataset, and measures them.
///
/// # Errors
/// When a page cannot be built, the browser does not start, or a page shows something wrong.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let folder = options.out.clone().unwrap_or_else(|| root.join("target/bench"));
    fs::create_dir_all(&folder).map_err(|error| {
        let name = folder.display();
        BadInput(format!(
            "the folder {name} cannot be made ({error}); name another with --out"
        ))
    })?;
    let of_npm = |page: &Contestant| !matches!(page, Contestant::Ours | Contestant::Plain);
    if options.pages().iter().any(of_npm) {
        install_libraries(&root.join("bench"))?;
    }
    for measures in &options.measures {
        build(root, &folder, *measures, options)?;
    }
    measure(root, &folder, options)
}

/// Opens the page with 100,000 measures, filters, searches and draws its timeline; every row and count is compared with what
/// is right.
///
/// # Errors
/// When the page cannot be built, the browser does not start, or the page shows something wrong.
pub fn check_largest(root: &Path) -> Result<()> {
    let options = Options {
        measures: vec![100_000],
        repetitions: 1,
        pages: vec![Contestant::Ours],
        seed: 1,
        out: Some(root.join("target/largest")),
    };
    run(root, &options)
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
    for page in options.pages() {
        let html = match page {
            Contestant::Ours => assemble(&dist::ingredients(root, Some(&dataset), || {
                program::build(root, &Build::RELEASE)
            })?)?,
            other => other.html(&fs::read_to_string(&dataset)?, &root.join("bench/node_modules"))?,
        };
        fs::write(pages.join(format!("{}.html", page.name())), html)?;
    }
    Ok(())
}

/// Starts the program that drives the browser: it is built with what packing a page must not depend on.
fn measure(root: &Path, folder: &Path, options: &Options) -> Result<()> {
    let measures: Vec<String> = options.measures.iter().map(usize::to_string).collect();
    let pages: Vec<&str> = options.pages().iter().map(|page| page.name()).collect();
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
