//! The documents that later facts name and no source cites: apart from those that the sources cite.

use crate::query::{Later, LaterDocument, Query, later_documents};
use crate::route::{Page, Route};
use crate::view::since::other_document;
use crate::view::{CitedView, Context, Link, ListPart, PartLink};
use crate::words::{document as words, later, lists, since_page};

/// How many rows are shown before the list is unfolded.
const FIRST: usize = 8;
/// How many of the facts that name a document its row names.
const NAMED: usize = 6;

/// Those documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterDocumentsView {
    /// What they are and are not: `168 documents that later facts name and none of the sources cites.`
    pub about: String,
    /// The way to the page of all later facts.
    pub all: Link,
    /// Which rows are shown.
    pub list: ListPart,
    /// These.
    pub rows: Vec<LaterDocumentRow>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterDocumentRow {
    /// What tells it from the others.
    pub key: String,
    /// What it is.
    pub document: CitedView,
    /// The first of the facts that name it, by their short codes.
    pub facts: Vec<Link>,
    /// That there are more: `and 3 more`.
    pub others: Option<String>,
}

impl LaterDocumentsView {
    /// The way to them.
    pub fn part(&self) -> PartLink {
        PartLink::new(LaterDocumentsView::ID, later::HEADING, self.list.count)
    }

    /// The id of their heading.
    pub const ID: &'static str = "later-documents";
}

impl Context<'_> {
    /// The documents that these facts name and no source cites; none where there are none.
    pub fn later_documents(&self, facts: &[Later<'_>]) -> Option<LaterDocumentsView> {
        let all = later_documents(facts);
        let list = self.folded_list(LaterDocumentsView::ID.to_owned(), all.len(), FIRST);
        (!all.is_empty()).then(|| LaterDocumentsView {
            about: words::named_since(all.len()),
            all: self.link(Page::Since, since_page::ALL),
            rows: all[list.lines.clone()]
                .iter()
                .map(|own| self.later_document(own))
                .collect(),
            list,
        })
    }

    /// The later facts that name the document with that number.
    pub(super) fn facts_on(&self, number: &str) -> Link {
        let query = Query {
            text: format!("\"{number}\""),
            as_of: self.linked_day(),
            ..Query::default()
        };
        Link {
            text: number.to_owned(),
            route: Route {
                page: Page::Since,
                query,
                ..Route::default()
            },
        }
    }

    fn later_document(&self, own: &LaterDocument<'_>) -> LaterDocumentRow {
        let others = own.facts.len().saturating_sub(NAMED);
        let facts = own.facts.iter().take(NAMED).map(|(home, fact)| {
            let code = self.dataset.vocabulary.code(&fact.id);
            self.link_to_line(self.page_of(*home), Some(fact.id.clone()), code)
        });
        let names = [&own.document.celex, &own.document.number, &own.document.title];
        LaterDocumentRow {
            key: names.into_iter().flatten().next().cloned().unwrap_or_default(),
            document: other_document(own.document),
            facts: facts.collect(),
            others: (0 < others).then(|| lists::and_more(others)),
        }
    }
}
