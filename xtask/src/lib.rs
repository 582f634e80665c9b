//! The commands of `cargo xtask`: they build the page, serve it while it is changed, check it, and release it.
//!
//! Read the modules in this order.

pub mod tools; // running other programs, and what is wrong with a command line
pub mod data; // the files under public/data as one dataset
pub mod page; // the parts -> one HTML file, with its policy
pub mod parts; // the parts -> a small page, and files beside it that it fetches
pub mod reorder; // the program's functions in the order in which they pack smallest
pub mod program; // the app -> WebAssembly and the script that starts it
pub mod dist; // program + data + style -> dist/iss-followup.html
pub mod serve; // the page on this machine, rebuilt and reloaded when a file changes
pub mod generate; // a dataset of any size -> a file
pub mod export; // the dataset, or a template for one -> a spreadsheet
pub mod publish; // the dataset -> a database, a data package, a feed, a site
pub mod compare; // two datasets -> what is different between them
pub mod beside; // the data, their description and a feed -> files beside the page
pub mod bench; // the page beside what people would use instead: pages, measured
pub mod reproduce; // two clean builds give the same bytes
pub mod setup; // what must be installed before the tests
pub mod report; // what became of the checks
pub mod test; // every check there is, in order
pub mod release; // what is published with a version

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The folder of the workspace; cargo says where, so that a moved checkout works.
///
/// # Errors
/// When cargo did not start this program.
pub fn root() -> Result<PathBuf> {
    let own = env::var_os("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
    let root = Path::new(&own).parent().context("xtask stands in no workspace")?;
    Ok(root.to_path_buf())
}

/// Prints what went wrong. The code is 2 where the command line asked for something impossible, as it is for a misspelt
/// option, and 1 where a check failed.
pub fn exit_code(result: &Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<tools::BadInput>() { 2 } else { 1 })
        }
    }
}
