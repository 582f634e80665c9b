//! The program, the data and the style -> `dist/iss-followup.html`.

use crate::page::{self, Ingredients};
use crate::program;
use crate::{data, tools};
use anyhow::{Context, Result, bail};
use iss_followup::domain::date::PartialDate;
use iss_followup::record;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the editor asked for besides the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    open: bool,
    dataset: Option<PathBuf>,
}

impl Options {
    /// Reads the words after `dist`.
    ///
    /// # Errors
    /// When one is unknown, or a file is not named.
    pub fn parse(words: &[&str]) -> Result<Options> {
        let mut options = Options::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--open" => options.open = true,
                "--dataset" => options.dataset = Some(words.next().context("--dataset needs a file")?.into()),
                unknown => bail!("dist knows --open and --dataset FILE, not `{unknown}`"),
            }
        }
        Ok(options)
    }
}

/// Builds the page, says how large it is, and opens it if asked to.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let file = root.join("dist/iss-followup.html");
    let html = page::assemble(&ingredients(root, options.dataset.as_deref(), None)?)?;
    fs::create_dir_all(root.join("dist"))?;
    fs::write(&file, &html)?;
    report(&file, html.as_bytes())?;
    if options.open {
        open(&file);
    }
    Ok(())
}

/// What the page is made of, from the files under `root`; the program is built in `target_folder` where one is named.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn ingredients(root: &Path, dataset: Option<&Path>, target_folder: Option<&Path>) -> Result<Ingredients> {
    let json = match dataset {
        Some(file) => read(file)?,
        None => data::merged_json(root)?,
    };
    let checked = iss_followup::dataset::parse(json.as_bytes()).context("the dataset cannot be used")?;
    let program = program::build(root, target_folder)?;
    Ok(Ingredients {
        style: style(&root.join("public/style"))?,
        edition: checked.edition.id.clone(),
        status_date: PartialDate::of_day(checked.edition.status_date).in_words(),
        record: record::html(&checked),
        dataset: json,
        program: program.wasm,
        glue: program.glue,
        head: read(&root.join("public/head.js"))?,
        boot: read(&root.join("public/boot.js"))?,
    })
}

/// All style sheets, in the order of their file names.
fn style(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    for entry in folder
        .read_dir()
        .with_context(|| format!("cannot read {}", folder.display()))?
    {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "css") {
            files.push(file);
        }
    }
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

/// A text file with the line ends that a browser hashes, however git checked it out.
fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn report(file: &Path, html: &[u8]) -> Result<()> {
    let packed = page::packed(html)?.len();
    println!("{}\n{} bytes, {packed} with gzip", file.display(), html.len());
    println!("SHA-256 {}", page::checksum(html));
    Ok(())
}

/// Opens the page in the reader's browser; without one, says where the page is.
fn open(file: &Path) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let opened = tools::run(Command::new(program).args(arguments).arg(file).stderr(Stdio::null()));
    if opened.is_err() {
        println!(
            "There is nothing here to open it with. Its address is {}",
            e2e::page::address(file)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_may_come_in_any_order() {
        let both = Options {
            open: true,
            dataset: Some("x.json".into()),
        };
        assert_eq!(Options::parse(&["--open", "--dataset", "x.json"]).unwrap(), both);
        assert_eq!(Options::parse(&["--dataset", "x.json", "--open"]).unwrap(), both);
        assert_eq!(Options::parse(&[]).unwrap(), Options::default());
    }

    #[test]
    fn an_option_that_says_nothing_is_refused() {
        assert!(Options::parse(&["--dataset"]).is_err());
        assert!(Options::parse(&["--opne"]).is_err());
    }
}
