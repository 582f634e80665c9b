//! The built file, the dataset in it, and copies of it with something added.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Where `cargo xtask dist` puts the page.
pub fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/iss-followup.html")
}

/// Where `cargo xtask test` puts the page in parts.
pub fn in_parts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/in-parts")
}

/// A page of this harness that does wrong on purpose, to see that the harness notices.
pub fn broken() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/broken.html")
}

/// The dataset as it stands in the built page, read without the app's own types.
///
/// # Errors
/// When the page is not built, or holds no dataset.
pub fn dataset() -> Result<&'static Value> {
    static DATASET: OnceLock<Value> = OnceLock::new();
    if let Some(dataset) = DATASET.get() {
        return Ok(dataset);
    }
    let html = read(&built())?;
    let start = html.find("id=\"dataset\">").context("the page has no dataset")? + "id=\"dataset\">".len();
    let end = html[start..].find("</script>").context("the dataset does not end")?;
    let packed = BASE64
        .decode(&html[start..start + end])
        .context("the dataset is not packed")?;
    let dataset = serde_json::from_reader(GzDecoder::new(packed.as_slice())).context("the dataset is not JSON")?;
    Ok(DATASET.get_or_init(|| dataset))
}

/// The full path of a page that is there.
///
/// # Errors
/// When it is not there yet.
pub fn existing(file: &Path) -> Result<PathBuf> {
    file.canonicalize()
        .with_context(|| format!("no {}: run `cargo xtask dist` first", file.display()))
}

/// The address under which a browser opens a page from disk.
pub fn address(file: &Path) -> String {
    let path = file.display().to_string();
    let path = path
        .replace('%', "%25")
        .replace('#', "%23")
        .replace('?', "%3F")
        .replace(' ', "%20");
    format!("file://{path}")
}

/// The text of a page.
///
/// # Errors
/// When it is not there yet.
pub fn read(file: &Path) -> Result<String> {
    Ok(fs::read_to_string(existing(file)?)?)
}

/// Writes a copy of a page whose own scripts are changed, so that any script may run, into a folder.
///
/// # Errors
/// When the page is not there, states no policy for scripts, or the folder cannot be written to.
pub fn copy_with_changes(file: &Path, change: impl Fn(String) -> String, folder: &Path) -> Result<PathBuf> {
    let html = read(file)?;
    let (before, policy) = html.split_once("script-src ").context("the page has no policy")?;
    let (_, after) = policy.split_once(';').context("the policy does not end")?;
    let html = format!("{before}script-src 'nonce-e2e' 'wasm-unsafe-eval';{after}");
    let html = html.replace("<script id=", "<script nonce=\"e2e\" id=");
    let copy = folder.join("page.html");
    fs::write(&copy, change(html))?;
    Ok(copy)
}

/// Writes a copy of a page into a folder, with these scripts in front of all that it does itself.
///
/// # Errors
/// When the page is not there, states no policy for scripts, or the folder cannot be written to.
pub fn copy_with_scripts(file: &Path, scripts: &[&str], folder: &Path) -> Result<PathBuf> {
    let html = read(file)?;
    let can_take = html.contains("script-src ") && html.contains("<title>");
    ensure!(can_take, "the page has no policy or no title to build upon");
    let elements = scripts
        .iter()
        .map(|script| format!("<script nonce=\"e2e\">{script}</script>\n"));
    let html = html.replacen("script-src ", "script-src 'nonce-e2e' ", 1).replacen(
        "<title>",
        &(elements.collect::<String>() + "<title>"),
        1,
    );
    let copy = folder.join("page.html");
    fs::write(&copy, html)?;
    Ok(copy)
}
