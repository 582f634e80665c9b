//! The page as it is shown while it is changed: built quickly, and without cargo where no code has changed.

use crate::program::{self, Build, Program};
use crate::{dist, page};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// The word after which the program that was built last is used again.
pub const KEEP_PROGRAM: &str = "--keep-program";

/// Where the page is put.
pub fn file(root: &Path) -> PathBuf {
    folder(root).join("page.html")
}

fn folder(root: &Path) -> PathBuf {
    root.join("target/preview")
}

/// Builds the page.
///
/// # Errors
/// When a part is missing or wrong; the message says which.
pub fn build(root: &Path, keeps_program: bool) -> Result<()> {
    let folder = folder(root);
    let (wasm, glue) = (folder.join("program.wasm"), folder.join("glue.js"));
    let program = || {
        if keeps_program {
            return Ok(Program {
                wasm: fs::read(&wasm)?,
                glue: fs::read_to_string(&glue)?,
            });
        }
        let program = program::build(root, &Build::DEVELOPMENT)?;
        fs::create_dir_all(&folder)?;
        fs::write(&wasm, &program.wasm)?;
        fs::write(&glue, &program.glue)?;
        Ok(program)
    };
    let html = page::assemble_quickly(&dist::ingredients(root, None, program)?)?;
    Ok(fs::write(file(root), html)?)
}
