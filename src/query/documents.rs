//! The documents that are referred to, in order, and who cites them.

use crate::dataset::{Dataset, Home};
use crate::domain::date::order_of_days;
use crate::domain::document::DocumentKind;
use crate::domain::keyed::keyed;
use crate::domain::sort;
use crate::domain::status::DocumentRole;
use crate::index::{CitationEntry, Citer, Index, short};
use crate::query::Sort;

keyed! {
    /// A column of the list of documents.
    DocumentColumn, "column of documents" {
        /// Its number, or its title where it has none; numbers by year, then by number.
        Document = "document", "Document";
        /// What kind of document it is.
        Kind = "kind", "Kind";
        /// Its date.
        Date = "date", "Date";
        /// How many measures and sections of the general reports cite it.
        Cited = "cited", "Cited by";
    }
}

/// The order of the documents.
pub type DocumentSort = Sort<DocumentColumn>;

impl Default for DocumentSort {
    fn default() -> Self {
        Self {
            column: DocumentColumn::Kind,
            is_descending: false,
        }
    }
}

/// Who cites a document: each measure or section of a general report once, with the roles that the document has there.
pub type Citing = Vec<(Home, Vec<DocumentRole>)>;

/// Who cites that document.
pub fn citing(document: usize, index: &Index) -> Citing {
    let mut citing = Citing::new();
    for citation in index.citations_of(document) {
        add(&mut citing, citation);
    }
    citing
}

/// Who cites each document, by the document's place.
pub fn citing_documents(dataset: &Dataset, index: &Index) -> Vec<Citing> {
    let mut all = vec![Citing::new(); dataset.documents.len()];
    for citation in index.citations() {
        add(&mut all[citation.document], citation);
    }
    all
}

/// The citations of one measure or section stand together.
fn add(citing: &mut Citing, citation: &CitationEntry) {
    let home = citation.by.home();
    if citing.last().is_none_or(|(last, _)| *last != home) {
        citing.push((home, Vec::new()));
    }
    if let (Some((_, roles)), Citer::Measure(_, role)) = (citing.last_mut(), citation.by)
        && !roles.contains(&role)
    {
        roles.push(role);
    }
}

/// How many measures and sections of the general reports cite that document.
fn cited(document: usize, index: &Index) -> usize {
    citing(document, index).len()
}

/// The documents as the list shows them: in order, and in groups by kind where that is what they are ordered by.
pub fn group_documents(
    places: Vec<usize>,
    sort: DocumentSort,
    dataset: &Dataset,
    index: &Index,
) -> Vec<(Option<DocumentKind>, Vec<usize>)> {
    let places = arrange_documents(places, sort, dataset, index);
    if sort.column != DocumentColumn::Kind {
        return vec![(None, places)];
    }
    let mut groups: Vec<(Option<DocumentKind>, Vec<usize>)> = Vec::new();
    for place in places {
        let kind = Some(dataset.documents[place].kind);
        match groups.last_mut() {
            Some((last, members)) if *last == kind => members.push(place),
            _ => groups.push((kind, vec![place])),
        }
    }
    groups
}

/// The given places of documents in order; ties by kind and number.
pub fn arrange_documents(mut places: Vec<usize>, sort: DocumentSort, dataset: &Dataset, index: &Index) -> Vec<usize> {
    let numbers = index.sort_keys.documents(dataset);
    let number = |place: usize| i64::from(numbers[place]);
    let document = |place: usize| &dataset.documents[place];
    let kind = |place: usize| document(place).kind as i64;
    sort::by_number(&mut places, |place| (kind(*place) << 32) + number(*place));
    match sort.column {
        DocumentColumn::Document => sort.order(places, &|place| Some(number(place))),
        DocumentColumn::Kind => sort.order(places, &|place| Some(kind(place))),
        DocumentColumn::Cited => sort.order(places, &|place| Some(short(cited(place, index)).into())),
        DocumentColumn::Date => sort.order(places, &|place| {
            let date = document(place).date?.period();
            Some(order_of_days(date.first(), date.last()))
        }),
    }
}
