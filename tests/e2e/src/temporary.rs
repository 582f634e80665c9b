//! Folders that are gone when their holder is.

use anyhow::Result;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// A new, empty folder; removed with all that is in it when dropped.
#[derive(Debug)]
pub struct TemporaryFolder {
    path: PathBuf,
}

impl TemporaryFolder {
    /// Makes one where the system keeps such things.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn new() -> Result<TemporaryFolder> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        // Short, because browsers put sockets in it, whose paths may have 107 letters at most.
        let path = env::temp_dir().join(format!("iss-e2e-{}-{number}", process::id()));
        fs::create_dir(&path)?;
        Ok(TemporaryFolder { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = fs::remove_dir_all(&self.path);
    }
}
