//! The built file, the dataset in it, and a copy of it that keeps a record of its own problems.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// Where `cargo xtask dist` puts the page.
pub fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/iss-followup.html")
}

/// A page of this harness that does wrong on purpose, to see that the harness notices.
pub fn broken() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/broken.html")
}

/// The dataset as it stands in the built page, read without the app's own types.
///
/// # Errors
/// When the page is not built, or holds no dataset.
pub fn dataset() -> Result<Value> {
    let html = read(&built())?;
    let start = html.find("id=\"dataset\">").context("the page has no dataset")? + "id=\"dataset\">".len();
    let end = html[start..].find("</script>").context("the dataset does not end")?;
    serde_json::from_str(&html[start..start + end]).context("the dataset is not JSON")
}

/// The text of a page.
///
/// # Errors
/// When there is none yet.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("no {}: run `cargo xtask dist` first", file.display()))
}

/// The page, with a script in front that keeps its problems where WebDriver can read them.
///
/// `WebKitGTK` prints no console message of an automated window, so there it takes a copy of the page to see them.
///
/// # Errors
/// When the page states no policy for scripts.
pub fn with_recorder(html: &str) -> Result<String> {
    ensure!(html.contains("script-src ") && html.contains("<title>"), "the page has no policy or no title to build upon");
    let recorder = format!("<script nonce=\"recorder\">{}</script>\n<title>", include_str!("../pages/recorder.js"));
    Ok(html.replacen("script-src ", "script-src 'nonce-recorder' ", 1).replacen("<title>", &recorder, 1))
}

/// A page in the system's temporary folder; removed when dropped.
#[derive(Debug)]
pub struct TemporaryPage {
    file: PathBuf,
}

impl TemporaryPage {
    /// Writes the page.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn new(html: &str) -> Result<TemporaryPage> {
        static WRITTEN: AtomicU32 = AtomicU32::new(0);
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let file = env::temp_dir().join(format!("iss-followup-{}-{number}.html", process::id()));
        fs::write(&file, html)?;
        Ok(TemporaryPage { file })
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }
}

impl Drop for TemporaryPage {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = fs::remove_file(&self.file);
    }
}
