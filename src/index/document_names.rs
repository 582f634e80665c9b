//! The documents by their official names.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::domain::document::Document;
use crate::domain::reference::{official_name, official_names};
use crate::index::short;

/// The places of documents by their official names; read when first asked.
#[derive(Debug, Default)]
pub(super) struct DocumentNames(OnceLock<FxHashMap<String, u32>>);

impl DocumentNames {
    /// The document that has that text as a name, as a source prints it or as a register writes it.
    pub(super) fn named<'a>(&self, text: &str, documents: &'a [Document]) -> Option<&'a Document> {
        let names = official_names(text);
        let mut places = names.iter().filter_map(|name| self.all(documents).get(name));
        places.next().map(|place| &documents[*place as usize])
    }

    fn all(&self, documents: &[Document]) -> &FxHashMap<String, u32> {
        self.0.get_or_init(|| {
            let mut places = FxHashMap::default();
            for (place, document) in documents.iter().enumerate() {
                let names = document
                    .numbers()
                    .filter_map(|number| official_name(document.kind, number));
                for name in names {
                    places.entry(name).or_insert(short(place));
                }
            }
            places
        })
    }
}
