//! What is different between two editions, as what is exported and cited.

use std::sync::Arc;

use crate::compare::DifferenceFilter;
use crate::dataset::{Home, Record};
use crate::domain::keyed::Keyed;
use crate::route::Page;
use crate::view::export::{Cell, Item};
use crate::view::{Compared, Context, DifferenceView, FieldView};

/// What is listed of two editions that are compared.
#[derive(Clone, Debug)]
pub struct Differences<'a> {
    /// The earlier and the later edition, in words.
    pub editions: [String; 2],
    /// What is different, record by record.
    pub records: Vec<Arc<DifferenceView>>,
    /// Of these, the measures that are in what is shown, by their places.
    pub(super) measures: Vec<usize>,
    /// The same of documents.
    pub(super) documents: Vec<usize>,
    /// The same of facts and commitments.
    pub(super) lines: Vec<(Home, Record<'a>)>,
}

impl<'a> Context<'a> {
    /// What is listed of two editions; none where nothing is.
    pub fn differences(&self, compared: &Compared, filter: &DifferenceFilter) -> Option<Differences<'a>> {
        let subjects = &compared.comparison.subjects;
        let listed = compared.listed(filter).into_iter();
        let records = listed.map(|place| Arc::new(self.difference(compared, &subjects[place])));
        let records: Vec<Arc<DifferenceView>> = records.collect();
        let dataset = self.dataset;
        let routes = || {
            records
                .iter()
                .filter_map(|record| record.link.as_ref().map(|link| &link.route))
        };
        let pages = || routes().filter(|route| route.fact.is_none()).map(|route| &route.page);
        let measures = pages().filter_map(|page| match page {
            Page::Measure(id) => dataset.measure_place(id),
            _ => None,
        });
        let documents = pages().filter_map(|page| match page {
            Page::Document(id) => dataset.document_place(id),
            _ => None,
        });
        let lines = routes().filter_map(|route| dataset.record(route.fact.as_ref()?));
        let (measures, documents, lines) = (measures.collect(), documents.collect(), lines.collect());
        let differences = Differences {
            editions: compared.editions().map(|(edition, from)| format!("{edition} ({from})")),
            records,
            measures,
            documents,
            lines,
        };
        (!differences.records.is_empty()).then_some(differences)
    }
}

/// A row for each field of a record that differs; of one in which none does, one.
pub(super) fn rows<'a>(record: &Arc<DifferenceView>) -> Vec<Item<'a>> {
    let row = |field| Item::DifferentField(Arc::clone(record), field);
    (0..record.fields.len().max(1)).map(row).collect()
}

/// The cells of such a row.
pub(super) fn cells(record: &DifferenceView, field: usize) -> Vec<Cell> {
    let field = record.fields.get(field);
    let [before, after] = field.map_or_else(Default::default, FieldView::sides).map(Cell::from);
    let kind: &str = record.kind.label();
    vec![
        kind.into(),
        record.id.as_str().into(),
        record.title.as_str().into(),
        record.home.as_deref().into(),
        record.happenings_in_words().into(),
        field.map(|field| field.name.as_str()).into(),
        before,
        after,
    ]
}
