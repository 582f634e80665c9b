//! What the data are, for programs: in the head of the page, for catalogues, and as a feed of what became known since.

mod dcat;
mod feed;
mod head;

pub use dcat::dcat;
pub use feed::feed;
pub use head::head;

use crate::dataset::{Dataset, Source};
use crate::domain::date::{Day, Period};
use crate::domain::vocabulary::Wording;
use crate::words::described as words;

/// A file that is published beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its address, which may be one beside the page.
    pub address: String,
    /// What it is.
    pub title: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its name in the EU's list of file types: `JSON`.
    pub file_type: &'static str,
    /// Its size in bytes.
    pub size: usize,
    /// Its SHA-256.
    pub checksum: String,
}

impl PublishedFile {
    /// Whether the data are in it.
    fn is_data(&self) -> bool {
        [words::FILES[0], words::FILES[1]].contains(&self.title)
    }
}

/// A dataset as catalogues describe one.
struct Described<'a> {
    title: String,
    about: String,
    editors: Option<&'a str>,
    keywords: Vec<&'a str>,
    /// The addresses of the licences of which one may be chosen.
    licenses: Vec<String>,
    /// The day of the first fact, and the last day of which anything is known.
    period: (Day, Day),
    /// What it is made of.
    sources: &'a [Source],
}

impl<'a> Described<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let (own, edition) = (&dataset.vocabulary, &dataset.edition);
        let last = dataset.afterwards.as_ref().map(|afterwards| afterwards.checked);
        let last = last.unwrap_or(edition.status_date).max(edition.status_date);
        let first = dataset.span().map_or(edition.status_date, Period::first);
        Self {
            title: words::title(own.one(Wording::Name), &edition.title),
            about: own.description(&edition.title),
            editors: Some(own.one(Wording::Editors)).filter(|editors| !editors.is_empty()),
            keywords: own.keywords(),
            licenses: own.licenses().into_iter().map(|(_, address)| address).collect(),
            period: (first.min(last), last),
            sources: &dataset.sources,
        }
    }
}

/// A source as it is named.
fn source_title(source: &Source) -> String {
    words::source(&source.number, &source.title)
}
