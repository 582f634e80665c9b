//! Two clean builds of the page, in two new folders, give the same bytes: so anyone can make sure of the page they were
//! handed, and nothing of a machine, an earlier build or the hour stands in it.

use crate::page::{self, Ingredients};
use crate::program::{self, Build};
use crate::{dist, tools};
use anyhow::{Context, Result, bail};
use e2e::temporary::TemporaryFolder;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Builds the page twice and compares.
///
/// # Errors
/// When a build fails, or the two differ; the message names the first part that does.
pub fn run(root: &Path) -> Result<()> {
    let folder = TemporaryFolder::new()?;
    // Of unlike length, so that a path shows even where only its length could.
    let one = build(root, &folder.path().join("one"))?;
    let other = build(root, &folder.path().join("the other, in a longer folder"))?;
    let pages = [page::assemble(&one)?, page::assemble(&other)?];
    for page in &pages {
        println!("SHA-256 {}", page::checksum(page.as_bytes()));
    }
    compare(&one, &other)?;
    match first_difference(pages[0].as_bytes(), pages[1].as_bytes()) {
        Some(place) => bail!("two clean builds differ in how the parts are put together, from byte {place} on"),
        None => Ok(()),
    }
}

/// Copies the project into a new folder, and builds the page there from nothing.
fn build(root: &Path, folder: &Path) -> Result<Ingredients> {
    let source = folder.join("source");
    copy(root, &source)?;
    let build = Build {
        target_folder: Some(&folder.join("target")),
        ..Build::RELEASE
    };
    dist::ingredients(&source, None, || program::build(&source, &build))
}

/// Copies what belongs to the project, and nothing that was built.
///
/// # Errors
/// When git cannot list the files, or one cannot be copied.
pub fn copy(root: &Path, folder: &Path) -> Result<()> {
    let listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let files = tools::output(Command::new("git").current_dir(root).args(listed))?;
    for file in files.split_terminator('\0') {
        let (from, to) = (root.join(file), folder.join(file));
        // A file that is deleted but not committed yet is still listed.
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap_or(folder))?;
            fs::copy(&from, &to).with_context(|| format!("{file} cannot be copied"))?;
        }
    }
    Ok(())
}

/// # Errors
/// Names the first part that differs.
fn compare(one: &Ingredients, other: &Ingredients) -> Result<()> {
    let pairs = [
        ("the style sheet", one.style.as_bytes(), other.style.as_bytes()),
        ("the dataset", one.dataset.as_bytes(), other.dataset.as_bytes()),
        (
            "the record",
            one.of_dataset.record.as_bytes(),
            other.of_dataset.record.as_bytes(),
        ),
        ("the program", &one.program, &other.program),
        ("the glue", one.glue.as_bytes(), other.glue.as_bytes()),
        ("head.js", one.head.as_bytes(), other.head.as_bytes()),
        ("boot.js", one.boot.as_bytes(), other.boot.as_bytes()),
    ];
    for (name, one, other) in pairs {
        if let Some(place) = first_difference(one, other) {
            let lengths = (one.len(), other.len());
            bail!(
                "two clean builds differ in {name}, from byte {place} on ({} and {} bytes)",
                lengths.0,
                lengths.1
            );
        }
    }
    Ok(())
}

/// Where the first byte stands that only one of them has.
fn first_difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let shorter = one.len().min(other.len());
    let place = one.iter().zip(other).position(|(one, other)| one != other);
    place.or((one.len() != other.len()).then_some(shorter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use iss_followup::record::DatasetParts;

    fn parts(program: &[u8], boot: &str) -> Ingredients {
        Ingredients {
            style: String::new(),
            dataset: String::new(),
            of_dataset: DatasetParts::default(),
            is_tight: true,
            in_parts: None,
            head: String::new(),
            program: program.to_vec(),
            glue: String::new(),
            boot: boot.to_owned(),
        }
    }

    #[test]
    fn the_first_part_that_differs_is_named() {
        let same = parts(b"wasm", "start");
        assert!(compare(&same, &parts(b"wasm", "start")).is_ok());
        let error = compare(&same, &parts(b"wash", "stop")).unwrap_err().to_string();
        assert!(error.contains("the program, from byte 3"), "{error}");
        let error = compare(&same, &parts(b"wasm", "starts")).unwrap_err().to_string();
        assert!(error.contains("boot.js, from byte 5"), "{error}");
    }
}
