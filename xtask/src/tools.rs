//! Running other programs, saying plainly when one is missing or fails, and what is wrong with a command line.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command line that is well-formed but asks for something impossible, such as a dataset that does not exist.
#[derive(Debug)]
pub struct BadInput(pub String);

impl fmt::Display for BadInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BadInput {}

/// A count that someone typed: a whole number from 1 to a hundred million, past which no machine is large enough.
///
/// # Errors
/// When it is anything else.
pub fn count(text: &str) -> Result<usize> {
    const MOST: usize = 100_000_000;
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.with_context(|| format!("give a whole number from 1 to {MOST}, such as 1000"))
}

/// A seed that someone typed.
///
/// # Errors
/// When it is no whole number of 64 bits.
pub fn seed(text: &str) -> Result<u64> {
    text.parse()
        .ok()
        .with_context(|| format!("give a whole number from 0 to {}, such as 1", u64::MAX))
}

/// Runs a program to its end.
///
/// # Errors
/// When it is missing or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} cannot be started", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// What a program prints.
///
/// # Errors
/// When it is missing or does not succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Where a program is on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
