//! The dataset, or an empty template for one -> a workbook, a zip of CSV files, or JSON.

use crate::data;
use crate::tools::BadInput;
use anyhow::{Context, Result, anyhow};
use iss_followup::render::Writing;
use iss_followup::view::Format;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be written, and where.
#[derive(clap::Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// The file to write: a spreadsheet (.xlsx), CSV files in a zip (.zip), or JSON (.json)
    pub file: PathBuf,
    /// Write the sheets with heads, notes and drop-downs only
    #[arg(long, conflicts_with = "dataset")]
    pub template: bool,
    /// Write another dataset than the one in public/data
    #[arg(long, value_name = "FILE")]
    pub dataset: Option<PathBuf>,
}

/// Writes the file.
///
/// # Errors
/// The file has another ending or cannot be written; the dataset is at fault.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let name = options.file.display();
    let ending = options.file.extension().and_then(|ending| ending.to_str());
    let format = match ending {
        Some("xlsx") => Format::Workbook,
        Some("zip") => Format::CsvFiles,
        Some("json") if !options.template => Format::Json,
        _ => {
            let endings = if options.template {
                ".xlsx or .zip"
            } else {
                ".xlsx, .zip or .json"
            };
            return Err(BadInput(format!(
                "{name} does not say what to write; name a file that ends in {endings}"
            ))
            .into());
        }
    };
    let writing = match &options.dataset {
        _ if options.template => Ok(Writing::template(format)),
        Some(file) => Writing::everything(format, &data::named_json(file)?),
        None => Writing::everything(format, &data::merged_json(root)?),
    };
    let bytes = writing.and_then(Writing::finish).map_err(|error| anyhow!("{error}"))?;
    fs::write(&options.file, &bytes).with_context(|| format!("{name} cannot be written"))?;
    println!("{name}: {} kB", bytes.len() / 1000);
    Ok(())
}
