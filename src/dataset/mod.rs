//! The checked dataset: bytes in, records with look-ups out, or every fault at once.
//!
//! Knows the file's format; knows nothing of queries, addresses or the screen.

mod check;
mod fault;
#[cfg(not(target_arch = "wasm32"))]
mod generate;
mod json;
mod later;
mod line;
mod measures;
mod parse;
mod chunks;
mod record;
mod repair;
mod text;
mod wire;
mod enum_key;

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

pub use chunks::Chunks;
pub use fault::{DatasetError, Fault};
#[cfg(not(target_arch = "wasm32"))]
pub use generate::schema;
pub use measures::Measures;
pub use parse::{Reading, parse};
pub use record::{Home, Record, Tie};
pub use repair::SCHEMA;

use crate::domain::body::Body;
use crate::domain::date::{Day, PartialDate, Period};
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId, MeasureId, PriorityId, SourceId};
use crate::domain::later::Afterwards;
use crate::domain::measure::{Measure, Report};
use crate::domain::presidency::Rota;
use crate::domain::priority_color::PriorityColor;
use crate::domain::vocabulary::Vocabulary;
use crate::words::sources;

/// The name of the schema of the dataset's format, by which a file says what it is. No address: nothing is to be fetched.
pub const SCHEMA_ID: &str = "urn:iss-followup:dataset:2";

/// The same of the format before, which is read too.
const OLDER_SCHEMA_ID: &str = "urn:iss-followup:dataset:1";

/// The version of the format. The one before has no names of its own, no colours, nothing that was reported later, and no
/// identifiers of others; it may say all that it has, so it is read in the same way.
pub const SCHEMA_VERSION: u32 = 2;

/// The places of records by their ids. Its hash is quick and can be foreseen: who writes a file of ids that hash alike makes
/// only their own page slow.
type Index = HashMap<Arc<str>, usize, FxBuildHasher>;

/// Everything the page shows. Never changes once it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// The version of the format in which it was written.
    pub version: u32,
    /// Which edition of the data this is.
    pub edition: Edition,
    /// What things are called in it.
    pub vocabulary: Vocabulary,
    /// The documents the data was drawn from.
    pub sources: Vec<Source>,
    /// The priorities, in the source's order.
    pub priorities: Vec<Priority>,
    /// The order of the Presidencies.
    pub rota: Rota,
    /// Every body, in file order.
    pub bodies: Vec<Body>,
    /// Every document referred to, in file order.
    pub documents: Vec<Document>,
    /// What the sources report outside their measures.
    pub reports: Vec<Report>,
    /// Every measure, in the order of the sources.
    pub measures: Measures,
    /// Acronyms and what they stand for.
    pub glossary: Vec<Term>,
    /// How far later facts were looked for; nothing where none were.
    pub afterwards: Option<Afterwards>,
    /// Whether any document has a number of the European Union's registers or a place in its Official Journal.
    pub has_register_numbers: bool,
    span: Option<Period>,
    // Invariant: each index holds the place of every record of its list.
    body_index: Index,
    document_index: Index,
    measure_index: Index,
    record_index: Index,
    record_places: Vec<record::RecordPlace>,
    tie_index: record::TieIndex,
    concern_index: record::ConcernIndex,
    later_index: later::LaterIndex,
}

/// One edition of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The number of its leading document.
    pub id: String,
    /// The title of the edition.
    pub title: String,
    /// The day as of which it reports.
    pub status_date: Day,
}

/// A document the data was drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id in records.
    pub id: SourceId,
    /// Its number in its register.
    pub number: String,
    /// Its title, as printed.
    pub title: String,
    /// Its date.
    pub date: Day,
    /// Who issued it.
    pub issuer: Vec<BodyId>,
    /// Its distribution marking, as printed.
    pub marking: Option<String>,
    /// The number of the document it continues.
    pub previous: Option<String>,
    /// Its page in the official register.
    pub url: Option<String>,
    /// The editor's remark.
    pub note: Option<String>,
}

/// One of the sections under which the source lists its measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id in links.
    pub id: PriorityId,
    /// Its number, where the source prints one.
    pub number: Option<String>,
    /// The heading above it.
    pub group: String,
    /// Its title, as printed.
    pub title: String,
    /// Its title for narrow places.
    pub short_title: String,
    /// Its colour.
    pub color: PriorityColor,
}

/// An acronym and its expansion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The acronym.
    pub term: String,
    /// Its expansion.
    pub meaning: String,
}

impl Term {
    /// Its expansion without the explanation that may stand behind it in brackets.
    pub fn expansion(&self) -> &str {
        self.meaning.split(" (").next().unwrap_or_default()
    }
}

impl Dataset {
    /// The sources, in a line for paper and files.
    pub fn source_in_words(&self) -> String {
        let date = PartialDate::of_day(self.edition.status_date).in_words();
        sources::as_reported(&self.vocabulary.sources(), &date)
    }

    /// The colour of the priority with that id.
    pub fn priority_color(&self, id: &str) -> Option<PriorityColor> {
        let priority = self.priorities.iter().find(|priority| priority.id.as_str() == id);
        priority.map(|priority| priority.color)
    }

    /// The measure with that id.
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measure_place(id).map(|place| &self.measures[place])
    }

    /// The place of the measure with that id.
    pub fn measure_place(&self, id: &MeasureId) -> Option<usize> {
        self.measure_index.get(id.as_str()).copied()
    }

    /// The body with that id.
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.body_place(id).map(|place| &self.bodies[place])
    }

    /// The place of the body with that id.
    pub fn body_place(&self, id: &BodyId) -> Option<usize> {
        self.body_index.get(id.as_str()).copied()
    }

    /// The document with that id.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.document_place(id).map(|place| &self.documents[place])
    }

    /// The place of the document with that id.
    pub fn document_place(&self, id: &DocumentId) -> Option<usize> {
        self.document_index.get(id.as_str()).copied()
    }

    /// The priority with that id.
    pub fn priority(&self, id: &PriorityId) -> Option<&Priority> {
        self.priorities.iter().find(|priority| priority.id == *id)
    }

    /// The source with that id, unless it is the leading one, which needs no mention.
    pub fn other_source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().skip(1).find(|source| source.id == *id)
    }

    /// The source with that id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}
