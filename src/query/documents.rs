//! The cited documents in order, and who cites them.

use crate::dataset::Home;
use crate::domain::date::order_of_days;
use crate::domain::document::DocumentKind;
use crate::domain::keyed::keyed;
use crate::domain::sort;
use crate::domain::status::DocumentRole;
use crate::index::{Citer, Index, short};
use crate::query::Sort;
use crate::words::choices as words;

keyed! {
    /// A column of the list of documents.
    #[derive(Default)]
    DocumentColumn, words::DOCUMENT_COLUMNS {
        /// Its number, or its title if it has none; numbers by year, then by number.
        #[default]
        Document = "document";
        /// What kind of document it is.
        Kind = "kind";
        /// Its date.
        Date = "date";
        /// How many measures and sections of the general reports cite it.
        Cited = "cited";
    }
}

/// The order of the documents.
pub type DocumentSort = Sort<DocumentColumn>;

/// Who cites a document: each measure or report section once, with the document's roles there.
pub type Citing = Vec<(Home, Vec<DocumentRole>)>;

/// Who cites that document.
pub fn citing(document: usize, index: &Index) -> Citing {
    let mut citing = Citing::new();
    for citation in index.citations_of(document) {
        // The citations of one measure or section stand together.
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
    citing
}

/// How many measures and sections of the general reports cite that document.
fn cited(document: usize, index: &Index) -> usize {
    citing(document, index).len()
}

/// The documents as the list shows them: sorted, and grouped by kind if sorted by kind.
pub fn group_documents(
    places: Vec<usize>,
    sort: DocumentSort,
    index: &Index,
) -> Vec<(Option<DocumentKind>, Vec<usize>)> {
    let places = arrange_documents(places, sort, index);
    if sort.column != DocumentColumn::Kind {
        return vec![(None, places)];
    }
    let kind = |place: &usize| index.dataset().documents[*place].kind;
    let groups = places.chunk_by(|one, other| kind(one) == kind(other));
    groups.map(|group| (group.first().map(kind), group.to_vec())).collect()
}

/// Sorts places of documents; ties by kind and number.
pub fn arrange_documents(mut places: Vec<usize>, sort: DocumentSort, index: &Index) -> Vec<usize> {
    let dataset = index.dataset();
    let numbers = index.sort_keys.documents(dataset);
    let number = |place: usize| i64::from(numbers[place]);
    let document = |place: usize| &dataset.documents[place];
    let kind = |place: usize| document(place).kind as i64;
    sort::by_number(&mut places, |place| (kind(*place) << 32) + number(*place));
    match sort.column {
        // What has no number comes last.
        DocumentColumn::Document => sort.order(places, &|place| document(place).number.as_ref().map(|_| number(place))),
        DocumentColumn::Kind => sort.order(places, &|place| Some(kind(place))),
        DocumentColumn::Cited => sort.order(places, &|place| Some(short(cited(place, index)).into())),
        DocumentColumn::Date => sort.order(places, &|place| {
            let date = document(place).date?.period();
            Some(order_of_days(date.first(), date.last()))
        }),
    }
}
