//! Two datasets -> what is different between them, as Markdown or CSV.

use crate::data;
use anyhow::{Context, Result, anyhow};
use iss_followup::compare::{DifferenceFilter, Edition};
use iss_followup::dataset;
use iss_followup::query::{Index, LaterColumn};
use iss_followup::render::write;
use iss_followup::view::{Compared, ExportContent, ExportContext, Format};
use iss_followup::words::compare as words;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// What is compared.
#[derive(clap::Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// The earlier dataset, a JSON file
    pub old: PathBuf,
    /// The later dataset, a JSON file
    pub new: PathBuf,
    /// Write a row for each field that differs (CSV) instead of Markdown
    #[arg(long)]
    pub csv: bool,
}

/// Writes what is different to the standard output.
///
/// # Errors
/// A file is no dataset.
pub fn run(options: &Options) -> Result<()> {
    let (old, new) = (data::named_json(&options.old)?, data::named_json(&options.new)?);
    let dataset = dataset::parse(new.as_bytes())?;
    let editions = Edition::in_file(&new).zip(Edition::in_file(&old));
    let (later, earlier) = editions.context("neither is JSON")?;
    let compared = Compared::of(options.old.display().to_string(), later, earlier).finish();
    // The order of the command line counts, whatever the editions say.
    let compared = if compared.is_shown_later {
        compared
    } else {
        compared.swapped().finish()
    };
    let index = Index::new(&dataset);
    let export = ExportContext {
        dataset: &dataset,
        index: &index,
        as_of: dataset.edition.status_date,
        selection: String::new(),
        address: "/compare".to_owned(),
        later_column: LaterColumn::default(),
        file: new,
    };
    let differences = export
        .view_context()
        .differences(&compared, &DifferenceFilter::default());
    let Some(differences) = differences else {
        println!("{}", words::NOTHING);
        return Ok(());
    };
    let format = if options.csv { Format::Csv } else { Format::Markdown };
    let content = ExportContent::Differences(Arc::new(differences));
    let text = write(format, export, &content).map_err(|error| anyhow!("{error}"))?;
    std::io::stdout()
        .write_all(&text)
        .context("the output cannot be written")
}
