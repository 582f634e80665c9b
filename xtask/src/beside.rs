//! What is published beside the page: the data in three forms, their schema, their description for catalogues, and a feed of what became
//! known since.

use crate::data::{self, SCHEMA};
use crate::dist;
use crate::page;
use crate::program::{self, Build};
use crate::tools::BadInput;
use anyhow::{Context as _, Result, anyhow, bail};
use iss_followup::dataset::{self, Dataset};
use iss_followup::query::Index;
use iss_followup::record::{self, PublishedFile, checksum};
use iss_followup::render::Writing;
use iss_followup::sheet;
use iss_followup::view::{Context, Format};
use iss_followup::words::described as words;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be published, and where.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
// The options around it have this name too.
#[group(id = "beside")]
pub struct Options {
    /// Write the data as a Frictionless Data Package: CSV files and datapackage.json
    #[arg(long, value_name = "DIR")]
    pub datapackage: Option<PathBuf>,
    /// Write what public sources report since as an Atom feed, beside index.html
    #[arg(long, value_name = "FILE")]
    pub feed: Option<PathBuf>,
    /// Write what a web server needs: the page as index.html, the data, their schema and description, and the feed
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// Where the site or the feed will stand, such as <https://example.org/iss/>
    #[arg(long, value_name = "URL", value_parser = address)]
    pub address: Option<String>,
}

impl Options {
    /// Whether they ask for anything.
    pub fn is_empty(&self) -> bool {
        self.datapackage.is_none() && self.feed.is_none() && self.site.is_none()
    }
}

/// Publishes what was asked for of a dataset, which is that of `public/data` where no file is named.
///
/// # Errors
/// The dataset is at fault, or a file cannot be written.
pub fn run(root: &Path, options: &Options, file: Option<&Path>) -> Result<()> {
    if options.is_empty() {
        return Ok(());
    }
    let json = match file {
        Some(file) => data::named_json(file)?,
        None => data::merged_json(root)?,
    };
    if let Some(folder) = &options.datapackage {
        write_data_package(&json, folder)?;
    }
    let dataset = dataset::parse(json.as_bytes()).context("the dataset cannot be used")?;
    let index = Index::new(&dataset);
    let context = context(&dataset, &index);
    let stem = dataset.vocabulary.file_stem();
    let folder = options.address.as_deref().unwrap_or_default();
    let page = "index.html";
    if let Some(to) = &options.feed {
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        let feed = record::feed(&context, &format!("{folder}{page}"), &format!("{folder}{name}"));
        fs::write(to, feed).with_context(|| format!("{} cannot be written", to.display()))?;
        println!("{}", to.display());
    }
    if let Some(to) = &options.site {
        let place = Place {
            folder,
            page,
            stem: &stem,
        };
        let files = files(root, &json, &context, place)?;
        let mut ingredients = dist::ingredients(root, file, || program::build(root, &Build::RELEASE))?;
        ingredients.of_dataset.described = record::head(&context, &described(&files));
        let html = page::assemble(&ingredients)?;
        fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
        let files = files.into_iter().map(|(_, name, bytes)| (name, bytes));
        for (name, bytes) in files.chain([(page.to_owned(), html.into_bytes())]) {
            let file = to.join(name);
            fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// An address of a folder on the web, with a slash at its end.
fn address(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(['?', '#', ' '])) {
        return Err("give the address of a folder on the web, such as https://example.org/iss/".to_owned());
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// Where the files are to stand.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The address of the folder, with a slash at its end; empty where it is not known, so that addresses lead to what stands beside.
    pub folder: &'a str,
    /// The name of the page in it.
    pub page: &'a str,
    /// What the names of the files begin with.
    pub stem: &'a str,
}

impl Place<'_> {
    /// A file in it.
    fn file(
        self,
        ending: &str,
        title: &'static str,
        media_type: &'static str,
        file_type: &'static str,
        bytes: Vec<u8>,
    ) -> (PublishedFile, String, Vec<u8>) {
        let name = format!("{}.{ending}", self.stem);
        let file = PublishedFile {
            address: format!("{}{name}", self.folder),
            title,
            media_type,
            file_type,
            size: bytes.len(),
            checksum: checksum(&bytes),
        };
        (file, name, bytes)
    }
}

/// The files, each as it is described, with its name and what it holds.
pub type Files = Vec<(PublishedFile, String, Vec<u8>)>;

/// The files of the dataset with that file and context.
///
/// # Errors
/// The schema cannot be read, or the dataset has more rows than a data package can hold.
pub fn files(root: &Path, json: &str, context: &Context<'_>, place: Place<'_>) -> Result<Files> {
    let [data, package, schema, feed, dcat] = words::FILES;
    let text = fs::read(root.join(SCHEMA)).with_context(|| format!("cannot read {SCHEMA}"))?;
    let mut files = vec![
        place.file(
            "dataset.json",
            data,
            "application/json",
            "JSON",
            json.as_bytes().to_vec(),
        ),
        place.file("datapackage.zip", package, "application/zip", "ZIP", zip(json)?),
        place.file("dataset.schema.json", schema, "application/schema+json", "JSON", text),
    ];
    let page = format!("{}{}", place.folder, place.page);
    if context.dataset.afterwards.is_some() {
        let own = format!("{}{}.feed.atom", place.folder, place.stem);
        let text = record::feed(context, &page, &own).into_bytes();
        files.push(place.file("feed.atom", feed, "application/atom+xml", "ATOM", text));
    }
    let text = record::dcat(context.dataset, &page, &described(&files)).into_bytes();
    files.push(place.file("dcat.ttl", dcat, "text/turtle", "RDF_TURTLE", text));
    Ok(files)
}

/// As what they are described.
fn described(files: &Files) -> Vec<PublishedFile> {
    files.iter().map(|(file, _, _)| file.clone()).collect()
}

/// The dataset as its own day has it, for what is written of it.
pub fn context<'a>(dataset: &'a Dataset, index: &'a Index<'a>) -> Context<'a> {
    Context::new(dataset, index, dataset.edition.status_date, &[])
}

/// A data package as the page exports it, in a zip.
fn zip(json: &str) -> Result<Vec<u8>> {
    let writing = Writing::everything(Format::CsvFiles, json);
    writing.and_then(Writing::finish).map_err(|error| anyhow!("{error}"))
}

/// Writes a data package into a folder, which is made if it is not there.
///
/// # Errors
/// The folder holds other files, or cannot be written.
fn write_data_package(json: &str, folder: &Path) -> Result<()> {
    let files = sheet::files_in_zip(zip(json)?).map_err(|error| anyhow!("{error}"))?;
    let name = folder.display();
    fs::create_dir_all(folder).with_context(|| format!("{name} cannot be made"))?;
    let is_ours = |file: &str| files.iter().any(|(own, _)| own == file);
    for entry in folder.read_dir().with_context(|| format!("{name} cannot be read"))? {
        let other = entry?.file_name();
        if !is_ours(&other.to_string_lossy()) {
            bail!(BadInput(format!(
                "{name} holds other files, such as {}; name an empty folder or a new one",
                other.display()
            )));
        }
    }
    for (file, bytes) in &files {
        fs::write(folder.join(file), bytes).with_context(|| format!("{file} cannot be written into {name}"))?;
    }
    println!("{name}: {} files; {} describes them", files.len(), sheet::DATA_PACKAGE);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_a_folder() {
        assert_eq!(
            address("https://a.example/iss"),
            Ok("https://a.example/iss/".to_owned())
        );
        assert_eq!(
            address("http://localhost:8080/"),
            Ok("http://localhost:8080/".to_owned())
        );
        for odd in ["", "a.example", "https://", "ftp://a.example", "https://a.example/?x"] {
            assert!(address(odd).is_err(), "{odd}");
        }
    }
}
