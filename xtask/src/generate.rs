//! A dataset of any size -> a file, to build a page of with `dist --dataset`.

use crate::tools::{self, BadInput};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What is to be written, and where.
#[derive(clap::Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many measures
    #[arg(long, value_name = "N", value_parser = tools::count, allow_hyphen_values = true)]
    pub measures: usize,
    /// The same seed gives the same dataset
    #[arg(long, value_name = "S", value_parser = tools::seed, allow_hyphen_values = true, default_value = "1")]
    pub seed: u64,
    /// The JSON file to write
    pub file: PathBuf,
}

/// Writes the dataset.
///
/// # Errors
/// When the file cannot be written.
pub fn run(options: &Options) -> Result<()> {
    let name = options.file.display();
    let file = create(&options.file).map_err(|error| {
        BadInput(format!(
            "{name} cannot be written ({error}); name a file in a folder that can be"
        ))
    })?;
    let mut to = BufWriter::new(file);
    ::bench::generate::write(&mut to, options.measures, options.seed)
        .with_context(|| format!("cannot write {name}"))?;
    to.flush().with_context(|| format!("cannot write {name}"))?;
    println!("{name}: {} measures of seed {}", options.measures, options.seed);
    Ok(())
}

fn create(file: &Path) -> io::Result<File> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(file)
}
