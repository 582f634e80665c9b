//! The program, the data and the style -> `dist/iss-followup.html`.

use crate::page::{self, Ingredients};
use crate::program::{self, Build, Program};
use crate::{data, parts, tools};
use anyhow::{Context, Result};
use iss_followup::record::DatasetParts;
use iss_followup::{dataset, record};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is wanted besides the page.
#[derive(clap::Args, Debug, Default)]
pub struct Options {
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Write the page in parts into this folder, for a web server, instead of the one file
    #[arg(long, value_name = "FOLDER", conflicts_with = "open")]
    parts: Option<PathBuf>,
    /// Put this dataset into the page instead of public/data
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
}

/// Builds the page, says how large it is, and opens it if asked to.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let ingredients = built(root, options)?;
    if let Some(folder) = &options.parts {
        return parts::write(folder, &in_parts(root, ingredients)?);
    }
    let file = one_file(root, &ingredients)?;
    if options.open {
        open(&e2e::page::address(&file));
    }
    Ok(())
}

/// Builds the page in one file and in parts.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn for_tests(root: &Path) -> Result<()> {
    let ingredients = built(root, &Options::default())?;
    one_file(root, &ingredients)?;
    let folder = e2e::page::in_parts();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    parts::write(&folder, &in_parts(root, ingredients)?)
}

fn built(root: &Path, options: &Options) -> Result<Ingredients> {
    let program = || program::build(root, &Build::RELEASE);
    ingredients(root, options.dataset.as_deref(), program)
}

fn one_file(root: &Path, ingredients: &Ingredients) -> Result<PathBuf> {
    let file = root.join("dist/iss-followup.html");
    let html = page::assemble(ingredients)?;
    fs::create_dir_all(root.join("dist"))?;
    fs::write(&file, &html)?;
    report(&file, html.as_bytes())?;
    Ok(file)
}

/// The same with scripts that speak of no record.
fn in_parts(root: &Path, ingredients: Ingredients) -> Result<Ingredients> {
    Ok(Ingredients {
        head: record::script_in_parts(&read(&root.join("public/head.js"))?),
        boot: record::script_in_parts(&read(&root.join("public/boot.js"))?),
        ..ingredients
    })
}

/// What the page is made of, from the files under `root`. The program is built last: a fault in the data is told at once.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn ingredients(
    root: &Path,
    dataset: Option<&Path>,
    program: impl FnOnce() -> Result<Program>,
) -> Result<Ingredients> {
    let json = match dataset {
        Some(file) => data::named_json(file)?,
        None => data::merged_json(root)?,
    };
    let checked = dataset::parse(json.as_bytes()).context("the dataset cannot be used")?;
    let program = program()?;
    Ok(Ingredients {
        style: style(&root.join("public/style"))?,
        of_dataset: DatasetParts::new(&json, &checked),
        // A page that was saved is the same, byte for byte, as one that is built with its data.
        is_tight: dataset.is_none(),
        in_parts: None,
        dataset: json,
        program: program.wasm,
        glue: program.glue,
        head: record::script(&read(&root.join("public/head.js"))?),
        boot: record::script(&read(&root.join("public/boot.js"))?),
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

/// Opens an address in the browser; without one, says the address.
pub fn open(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let opened = tools::run(Command::new(program).args(arguments).arg(address).stderr(Stdio::null()));
    if opened.is_err() {
        println!("There is nothing here to open it with. Its address is {address}");
    }
}
