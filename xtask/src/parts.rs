//! The page in parts: a small `index.html`, and beside it files that never change, each named by its SHA-256.

use crate::page::{self, Ingredients, checksum};
use anyhow::{Context, Result, ensure};
use iss_followup::dataset;
use iss_followup::domain::blank::BLANK;
use iss_followup::parts::{Manifest, split, split_words};
use iss_followup::query::Index;
use iss_followup::record::DatasetParts;
use std::fs;
use std::path::Path;

/// A page in parts: its HTML, and the files beside it with their addresses.
type Parted = (String, Vec<(String, Vec<u8>)>);

/// The page in parts: what stands in it, and the files beside it with their addresses.
///
/// # Errors
/// When the dataset has a sign of ours in a text, or a script would end its element.
pub fn assemble(ingredients: &Ingredients) -> Result<Parted> {
    ensure!(
        !ingredients.dataset.contains(BLANK),
        "the dataset has the character U+E000, which stands for a text that is not there yet"
    );
    let split = split(&ingredients.dataset)?;
    let dataset = dataset::parse(ingredients.dataset.as_bytes())?;
    let [words, standing] = split_words(&Index::new(&dataset));
    let manifest = Manifest {
        outline: checksum(&split.outline),
        records: checksum(&split.records),
        words: checksum(&words),
        standing: checksum(&standing),
    };
    let of_dataset = &ingredients.of_dataset;
    let html = page::assemble(&Ingredients {
        in_parts: Some(manifest.to_string()),
        of_dataset: DatasetParts {
            record: String::new(),
            packed: String::new(),
            chunks: String::new(),
            ..of_dataset.clone()
        },
        style: ingredients.style.clone(),
        dataset: String::new(),
        program: ingredients.program.clone(),
        glue: ingredients.glue.clone(),
        head: ingredients.head.clone(),
        boot: ingredients.boot.clone(),
        is_tight: false,
    })?;
    let files = [
        (manifest.outline, split.outline),
        (manifest.records, split.records),
        (manifest.words, words),
        (manifest.standing, standing),
    ];
    let files = files.map(|(hash, bytes)| (Manifest::address(&hash), bytes));
    Ok((html, files.into()))
}

/// Writes it into that folder, and says what each file weighs. Files of other editions stay.
///
/// # Errors
/// As [`assemble`], and when the folder cannot be written.
pub fn write(folder: &Path, ingredients: &Ingredients) -> Result<()> {
    let (html, files) = assemble(ingredients)?;
    let page = (String::from("index.html"), html.into_bytes());
    // The page last: what it names is there by then.
    for (address, bytes) in files.into_iter().chain([page]) {
        let file = folder.join(&address);
        let within = file.parent().unwrap_or(folder);
        fs::create_dir_all(within).with_context(|| format!("cannot create {}", within.display()))?;
        fs::write(&file, &bytes).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{}: {} bytes", file.display(), bytes.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATASET: &str = include_str!("../../examples/climate-plan.json");

    fn ingredients(dataset: &str) -> Ingredients {
        let checked = dataset::parse(dataset.as_bytes()).unwrap();
        Ingredients {
            style: String::new(),
            of_dataset: DatasetParts::new(dataset, &checked),
            dataset: dataset.to_owned(),
            is_tight: false,
            in_parts: None,
            program: b"\0asm".to_vec(),
            glue: String::new(),
            head: String::new(),
            boot: String::new(),
        }
    }

    #[test]
    fn the_page_names_the_files_beside_it_and_asks_for_nothing_else() {
        let ingredients = ingredients(DATASET);
        let (html, files) = assemble(&ingredients).unwrap();
        for (address, bytes) in &files {
            let hash = checksum(bytes);
            assert_eq!(*address, format!("parts/{hash}.bin"));
            assert!(html.contains(&hash));
        }
        assert_eq!(files.len(), 4);
        assert!(html.contains("; connect-src 'self'\""));
        assert!(html.contains("id=\"dataset\"></script>") && !html.contains("<article"));
        let alone = page::assemble(&ingredients).unwrap();
        assert!(!alone.contains("connect-src") && alone.contains("dataset-parts\" content=\"\""));
    }

    #[test]
    fn a_text_that_would_be_taken_for_a_missing_one_is_refused() {
        let dataset = DATASET.replacen("\"title\": \"", "\"title\": \"\u{e000}", 1);
        assert_ne!(dataset, DATASET);
        let error = assemble(&ingredients(&dataset)).unwrap_err().to_string();
        assert!(error.contains("U+E000"), "{error}");
    }
}
