//! Every check, and then what is published with a version: the page and its checksum, what stands beside it, what the page is
//! made of, and what has changed.

use crate::beside::{self, Place};
use crate::{data, dist, page, reproduce, setup, test, tools};
use anyhow::{Context, Result, ensure};
use e2e::temporary::TemporaryFolder;
use iss_followup::dataset;
use iss_followup::query::Index;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The file in which what has changed is published, below `dist/release`.
const NOTES: &str = "release-notes.md";

/// Runs every check, and puts what is published into `dist/release`.
///
/// # Errors
/// When a check fails, the changelog or the citation knows nothing of the version, or a file cannot be made.
pub fn run(root: &Path) -> Result<()> {
    let version = version(root)?;
    let notes = notes(&fs::read_to_string(root.join("CHANGELOG.md"))?, &version)?;
    check_citation(&fs::read_to_string(root.join("CITATION.cff"))?, &version, &notes.date)?;
    test::run(
        root,
        &test::Options {
            all: true,
            ..test::Options::default()
        },
    )?;
    dist::run(root, &dist::Options::default())?;

    let html = fs::read(root.join("dist/iss-followup.html"))?;
    publish(root, &version, html, notes)
}

/// Puts what is published into an empty `dist/release`.
fn publish(root: &Path, version: &str, html: Vec<u8>, notes: Notes) -> Result<()> {
    let folder = root.join("dist/release");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let name = format!("iss-followup-{version}");
    let page = format!("{name}.html");
    let place = Place {
        folder: "",
        page: &page,
        stem: &name,
    };
    let json = data::merged_json(root)?;
    let dataset = dataset::parse(json.as_bytes())?;
    let index = Index::new(&dataset);
    let beside = beside::files(root, &json, &beside::context(&dataset, &index), place)?;
    let beside = beside.into_iter().map(|(_, name, bytes)| (name, bytes));
    let files = [
        (format!("{name}.html.sha256"), checksum_line(&html, &page).into_bytes()),
        (page.clone(), html),
        (format!("{name}.sbom.cdx.json"), bill_of_materials(root)?.into_bytes()),
        (NOTES.to_owned(), notes.text.into_bytes()),
    ];
    for (name, bytes) in beside.chain(files) {
        let file = folder.join(name);
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{}", file.display());
    }
    Ok(())
}

/// The version in `Cargo.toml`.
fn version(root: &Path) -> Result<String> {
    let words = ["metadata", "--no-deps", "--format-version=1"];
    let metadata: Value = serde_json::from_str(&tools::output(tools::cargo().current_dir(root).args(words))?)?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let mut app = packages.filter(|package| package["name"] == "iss-followup");
    let version = app.next().and_then(|package| package["version"].as_str());
    Ok(version.context("Cargo.toml names no version")?.to_owned())
}

/// What the changelog says of a version.
#[derive(Debug, PartialEq, Eq)]
struct Notes {
    date: String,
    text: String,
}

/// # Errors
/// When the changelog has no section of that version, or one without a date or a word.
fn notes(changelog: &str, version: &str) -> Result<Notes> {
    let mut sections = changelog.split("\n## ").skip(1);
    let heading = format!("{version} – ");
    let section = sections.find_map(|section| section.strip_prefix(&heading));
    let section = section.with_context(|| {
        format!("CHANGELOG.md has no section `## {version} – <date>`; give what is under Unreleased that heading")
    })?;
    let (date, text) = section.split_once('\n').unwrap_or((section, ""));
    let is_date = date.parse::<iss_followup::domain::date::Day>().is_ok();
    ensure!(
        is_date,
        "CHANGELOG.md dates {version} as `{date}`; write a day such as 2026-11-29"
    );
    ensure!(
        !text.trim().is_empty(),
        "CHANGELOG.md does not say what changed in {version}"
    );
    Ok(Notes {
        date: date.to_owned(),
        text: format!("{}\n", text.trim()),
    })
}

/// # Errors
/// When the citation is one of another version or day.
fn check_citation(citation: &str, version: &str, date: &str) -> Result<()> {
    for line in [format!("version: {version}"), format!("date-released: {date}")] {
        ensure!(
            citation.lines().any(|other| other == line),
            "CITATION.cff must say `{line}`, as CHANGELOG.md does"
        );
    }
    Ok(())
}

/// A checksum as `sha256sum --check` reads it.
fn checksum_line(bytes: &[u8], name: &str) -> String {
    format!("{}  {name}\n", page::checksum(bytes))
}

/// What the page is made of, in the `CycloneDX` format: the same for the same commit.
fn bill_of_materials(root: &Path) -> Result<String> {
    const NAME: &str = "bill-of-materials";
    let date = tools::output(
        Command::new("git")
            .current_dir(root)
            .args(["log", "-1", "--format=%ct"]),
    )?;
    // It writes a file into each package's folder.
    let folder = TemporaryFolder::new()?;
    reproduce::copy(root, folder.path())?;
    tools::run(
        Command::new(setup::tool(root, "cargo-cyclonedx")?)
            .current_dir(folder.path())
            .args([
                "cyclonedx",
                "--quiet",
                "--format",
                "json",
                "--spec-version",
                "1.5",
                "--no-build-deps",
            ])
            .args(["--target", crate::program::TARGET, "--override-filename", NAME])
            .env("SOURCE_DATE_EPOCH", date),
    )?;
    let text = fs::read_to_string(folder.path().join(NAME).with_extension("json"))?;
    let described: Value = serde_json::from_str(&text)?;
    let reference = described["metadata"]["component"]["bom-ref"].as_str();
    // It names the app after the folder in which it was found.
    Ok(text.replace(
        reference.context("the bill of materials describes nothing")?,
        "iss-followup",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n- later\n\n## 1.1.0 – 2027-03-01\n\n### Fixes\n- two\n\n## 1.0.0 – 2026-11-29\n\n- one\n";

    #[test]
    fn the_notes_are_the_section_of_the_version() {
        let noted = |date: &str, text: &str| Notes {
            date: date.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(
            notes(CHANGELOG, "1.1.0").unwrap(),
            noted("2027-03-01", "### Fixes\n- two\n")
        );
        assert_eq!(notes(CHANGELOG, "1.0.0").unwrap(), noted("2026-11-29", "- one\n"));
    }

    #[track_caller]
    fn check_refused(changelog: &str, reason: &str) {
        let error = notes(changelog, "1.0.0").unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }

    #[test]
    fn a_version_without_notes_is_not_released() {
        check_refused("# Changelog\n\n## Unreleased\n\n- one\n", "no section");
        check_refused("\n## 1.0.0 – soon\n\n- one\n", "dates 1.0.0 as `soon`");
        check_refused(
            "\n## 1.0.0 – 2026-11-29\n\n## 0.9.0 – 2026-01-01\n\n- one\n",
            "does not say",
        );
    }

    #[test]
    fn the_citation_names_the_same_version_and_day() {
        let citation = "version: 1.0.0\ndate-released: 2026-11-29\n";
        assert!(check_citation(citation, "1.0.0", "2026-11-29").is_ok());
        assert!(check_citation(citation, "1.1.0", "2026-11-29").is_err());
        assert!(check_citation(citation, "1.0.0", "2026-11-30").is_err());
    }

    #[test]
    fn a_checksum_is_one_that_sha256sum_checks() {
        let line = checksum_line(b"abc", "page.html");
        assert!(
            line.starts_with("ba7816bf") && line.ends_with("15ad  page.html\n"),
            "{line}"
        );
    }
}
