//! Packs the page, runs the tests, checks the data: `cargo xtask`.

mod data; // the files under public/data as one dataset
mod page; // the parts -> one HTML file, with its policy
mod program; // the app -> WebAssembly and the script that starts it
mod dist; // program + data + style -> dist/iss-followup.html
mod generate; // a dataset of any size -> a file
mod bench; // the page beside what people would use instead: pages, measured
mod reproduce; // two clean builds give the same bytes
mod setup; // what must be installed before the tests
mod test; // every check there is, in order
mod tools; // running other programs

use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  dist [--open] [--dataset FILE]  build dist/iss-followup.html; open it; with another dataset in it
  test                            install what is missing and run every check
  generate --measures N [--seed S] FILE
                                  write a dataset of N measures, the same for the same seed
  bench [--measures 74,1000,…] [--repetitions 7] [--pages ours,plain,…] [--seed S] [--out FOLDER]
                                  measure the page beside a hand-written one and its peers, in Chromium
  reproduce                       build the page twice, in two new folders: the same bytes?
  check-data                      check the files under public/data
  schema                          write the JSON Schema of the dataset

`test` runs the browsers that are installed or that it can install. REQUIRE_BROWSERS=chromium,firefox,webkit
makes a missing one of these a failure.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let root = root()?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["dist", options @ ..] => dist::run(&root, &dist::Options::parse(options)?),
        ["bench", options @ ..] => bench::run(&root, &bench::Options::parse(options)?),
        ["generate", options @ ..] => generate::run(&generate::Options::parse(options)?),
        ["reproduce"] => reproduce::run(&root),
        ["test"] => test::run(&root),
        ["check-data"] => data::check(&root),
        ["schema"] => data::schema(&root, false),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => bail!("`{}` is no command\n\n{USAGE}", unknown.join(" ")),
    }
}

/// The folder of the workspace; cargo says where, so that a moved checkout works.
fn root() -> Result<PathBuf> {
    let own = env::var_os("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
    let root = Path::new(&own).parent().context("xtask stands in no workspace")?;
    Ok(root.to_path_buf())
}
