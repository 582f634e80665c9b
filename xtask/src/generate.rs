//! A dataset of any size -> a file, to build a page of with `dist --dataset`.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// What is to be written, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How many measures.
    pub measures: usize,
    /// From which seed.
    pub seed: u64,
    /// Where to.
    pub file: PathBuf,
}

impl Options {
    /// Reads the words after `generate`; the seed is 1 if none is named.
    ///
    /// # Errors
    /// When a word is unknown, a number is none, or the number of measures or the file is missing.
    pub fn parse(words: &[&str]) -> Result<Options> {
        let (mut measures, mut seed, mut file) = (None, 1, None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--measures" => {
                    let number = words.next().context("--measures needs a number")?;
                    measures = Some(number.parse().with_context(|| format!("`{number}` is no number"))?);
                }
                "--seed" => {
                    let number = words.next().context("--seed needs a number")?;
                    seed = number.parse().with_context(|| format!("`{number}` is no number"))?;
                }
                option if option.starts_with("--") => bail!("generate knows --measures N and --seed S, not `{option}`"),
                name if file.is_none() => file = Some(PathBuf::from(name)),
                name => bail!("one file is written, so what is `{name}`?"),
            }
        }
        Ok(Options {
            measures: measures.context("say how many: --measures N")?,
            seed,
            file: file.context("say which file to write")?,
        })
    }
}

/// Writes the dataset.
///
/// # Errors
/// When the file cannot be written.
pub fn run(options: &Options) -> Result<()> {
    let name = options.file.display();
    if let Some(folder) = options.file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let file = File::create(&options.file).with_context(|| format!("cannot write {name}"))?;
    let mut to = BufWriter::new(file);
    ::bench::generate::write(&mut to, options.measures, options.seed)
        .with_context(|| format!("cannot write {name}"))?;
    to.flush().with_context(|| format!("cannot write {name}"))?;
    println!("{name}: {} measures of seed {}", options.measures, options.seed);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_may_come_in_any_order() {
        let wanted = |seed| Options {
            measures: 74,
            seed,
            file: "x.json".into(),
        };
        assert_eq!(Options::parse(&["--measures", "74", "x.json"]).unwrap(), wanted(1));
        assert_eq!(
            Options::parse(&["x.json", "--seed", "7", "--measures", "74"]).unwrap(),
            wanted(7)
        );
    }

    #[test]
    fn what_is_missing_or_unknown_is_refused() {
        for words in [
            &["--measures", "74"][..],
            &["x.json"],
            &["--measures", "many", "x.json"],
            &["--measure", "74", "x.json"],
            &["--measures", "74", "x.json", "y.json"],
        ] {
            assert!(Options::parse(words).is_err(), "{words:?}");
        }
    }
}
