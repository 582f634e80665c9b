//! The record for others: as a database for SQLite and Datasette, and in the forms of `crate::beside`.

use crate::beside;
use crate::data;
use crate::tools::{self, BadInput};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is published, and where.
#[derive(clap::Args, Debug)]
#[command(arg_required_else_help = true)]
pub struct Options {
    /// Write a database for SQLite and Datasette
    #[arg(long, value_name = "FILE")]
    sqlite: Option<PathBuf>,
    /// Where what Datasette says of the database goes; metadata.yaml beside it if left out
    #[arg(long, value_name = "FILE", requires = "sqlite")]
    metadata: Option<PathBuf>,
    #[command(flatten)]
    beside: beside::Options,
    /// Publish another dataset than the one in public/data
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
}

/// Writes what was asked for.
///
/// # Errors
/// When a file cannot be written, or the dataset is at fault.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    if options.sqlite.is_none() && options.beside.is_empty() {
        bail!(BadInput(
            "say what to publish: --sqlite, --datapackage, --feed or --site".to_owned()
        ));
    }
    if let Some(file) = &options.sqlite {
        sqlite(root, file, options)?;
    }
    beside::run(root, &options.beside, options.dataset.as_deref())
}

/// Writes the database, by a program of its own: nothing else waits until SQLite is compiled.
fn sqlite(root: &Path, file: &Path, options: &Options) -> Result<()> {
    let name = file.display();
    if file.file_stem().is_none() || file.is_dir() {
        bail!(BadInput(format!(
            "{name} is no file that could be written; name one such as followup.db"
        )));
    }
    let metadata = options
        .metadata
        .clone()
        .unwrap_or_else(|| file.with_file_name("metadata.yaml"));
    // A dataset that is too large to be held is read piece by piece, and checked by the database alone.
    let large = options.dataset.as_deref().filter(|dataset| is_large(dataset));
    let json = match (large, &options.dataset) {
        (Some(_), _) => None,
        (None, Some(dataset)) => Some(data::named_json(dataset)?),
        (None, None) => Some(data::merged_json(root)?),
    };
    for folder in [file, &metadata].into_iter().filter_map(|file| file.parent()) {
        let made = fs::create_dir_all(folder);
        made.map_err(|error| BadInput(format!("the folder {} cannot be made: {error}", folder.display())))?;
    }
    if let Some(json) = json {
        give(program(root, SOON, file, &metadata), &json)?;
    }
    if let Some(dataset) = large {
        let dataset = File::open(dataset).with_context(|| format!("{} cannot be read", dataset.display()))?;
        tools::run(program(root, QUICK, file, &metadata).stdin(Stdio::from(dataset)))?;
    }
    Ok(())
}

/// A profile whose program is built soon, and one whose program is quick.
const SOON: &str = "dev";
const QUICK: &str = "bench-tool";

/// Whether it is worth to build a quick program first, and to hold no more than a record at a time.
fn is_large(dataset: &Path) -> bool {
    const LARGE: u64 = 50_000_000;
    fs::metadata(dataset).is_ok_and(|file| LARGE < file.len())
}

/// The program that writes a database of what is given to it.
fn program(root: &Path, profile: &str, file: &Path, metadata: &Path) -> Command {
    let mut command = tools::cargo();
    // Files are named from where the reader is.
    let manifest = root.join("Cargo.toml");
    command.args([
        "run",
        "--quiet",
        "--package",
        "publish",
        "--profile",
        profile,
        "--manifest-path",
    ]);
    command.arg(manifest).arg("--").arg(file).arg(metadata);
    command
}

/// Gives a text to a program, and waits for its end.
fn give(mut program: Command, text: &str) -> Result<()> {
    let mut running = program
        .stdin(Stdio::piped())
        .spawn()
        .context("cargo cannot be started")?;
    let given = running
        .stdin
        .take()
        .context("nothing to write to")?
        .write_all(text.as_bytes());
    let status = running.wait()?;
    if !status.success() {
        bail!("the database was not written ({status})");
    }
    given.context("the dataset was not taken")
}
