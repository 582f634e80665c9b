//! The cited documents in order, and who cites them.

use crate::dataset::Home;
use crate::domain::date::order_of_days;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::keyed::keyed;
use crate::domain::sort;
use crate::domain::status::DocumentRole;
use crate::index::sort_keys::year_of;
use crate::index::{Citer, Index, short};
use crate::query::rank::{best_documents_first, list_order};
use crate::query::{Query, Sort};
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

/// What the documents of a group share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// Their kind.
    Kind(DocumentKind),
    /// The year of their number or date, or those from the first to the last one.
    Years(u32, u32),
    /// That their number says no year.
    NoYear,
    /// That they have no number.
    NoNumber,
    /// That they have no date.
    NoDate,
}

impl Shared {
    fn year(year: u32) -> Self {
        Self::Years(year, year)
    }

    /// What documents of both share; none unless both are years.
    fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Years(first, last), Self::Years(from, to)) => Some(Self::Years(first.min(from), last.max(to))),
            _ => None,
        }
    }

    fn of(document: &Document, column: DocumentColumn) -> Option<Self> {
        match column {
            DocumentColumn::Kind => Some(Self::Kind(document.kind)),
            DocumentColumn::Cited => None,
            DocumentColumn::Document => Some(match &document.number {
                Some(number) => year_of(number).map_or(Self::NoYear, Self::year),
                None => Self::NoNumber,
            }),
            DocumentColumn::Date => {
                let year = document.date.map(|date| date.period().first().year());
                Some(year.map_or(Self::NoDate, |year| Self::year(year.unsigned_abs().into())))
            }
        }
    }
}

/// Years with fewer documents share a group.
const LEAST: usize = 10;

/// The documents as the list shows them: sorted, and in groups of one kind if sorted by kind, or of one year or some years if sorted by
/// number or date. Where words are searched and no order is chosen, the best come first, in no groups.
pub fn group_documents(
    places: Vec<usize>,
    query: &Query,
    sort: Option<DocumentSort>,
    index: &Index,
) -> Vec<(Option<Shared>, Vec<usize>)> {
    let Some(sort) = list_order(query, sort) else {
        let mut places = arrange_documents(places, DocumentSort::default(), index);
        best_documents_first(&mut places, query, index);
        return vec![(None, places)];
    };
    let places = arrange_documents(places, sort, index);
    let shared = |place: &usize| Shared::of(&index.dataset().documents[*place], sort.column);
    if sort.column == DocumentColumn::Cited {
        return vec![(None, places)];
    }
    let mut groups: Vec<(Option<Shared>, Vec<usize>)> = Vec::new();
    for group in places.chunk_by(|one, other| shared(one) == shared(other)) {
        let own = group.first().and_then(shared);
        let joint = groups.last_mut().filter(|(_, places)| places.len() < LEAST);
        match joint.and_then(|joint| Some((joint.0?.with(own?)?, joint))) {
            Some((both, joint)) => {
                joint.0 = Some(both);
                joint.1.extend(group);
            }
            None => groups.push((own, group.to_vec())),
        }
    }
    groups
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
