//! From a query to the measures that match it.

use crate::query::index::{Entry, Index};
use crate::query::search::{has_all, words};
use crate::query::{Facet, Query};

/// The places of the measures that match, in dataset order.
pub fn run(query: &Query, index: &Index) -> Vec<usize> {
    let wanted = Wanted::new(query, index);
    (0..index.entries.len())
        .filter(|place| wanted.fits(&index.entries[*place], None))
        .collect()
}

/// A value in a query that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryIssue {
    /// Of which filter.
    pub facet: Facet,
    /// The value.
    pub value: String,
}

/// The query without the values that the dataset does not have, and those values.
pub fn resolve(query: &Query, index: &Index) -> (Query, Vec<QueryIssue>) {
    let mut resolved = query.clone();
    let mut issues = Vec::new();
    for (facet, values) in &mut resolved.filters {
        values.retain(|value| {
            let known = index.place(*facet, value).is_some();
            if !known {
                issues.push(QueryIssue {
                    facet: *facet,
                    value: value.clone(),
                });
            }
            known
        });
    }
    resolved.filters.retain(|_, values| !values.is_empty());
    (resolved, issues)
}

/// A query in the index's terms.
pub(super) struct Wanted<'a> {
    query: &'a Query,
    filters: Vec<(Facet, Vec<usize>)>,
    terms: Vec<usize>,
    words: Vec<String>,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(query: &'a Query, index: &Index) -> Self {
        let places = |facet: Facet, values: &std::collections::BTreeSet<String>| -> Vec<usize> {
            values.iter().filter_map(|value| index.place(facet, value)).collect()
        };
        // Without a word on sources the leading one is meant: the first of the dataset.
        let leading = (!query.filters.contains_key(&Facet::Source)).then(|| (Facet::Source, vec![0]));
        let others = query.filters.iter().filter(|(facet, _)| **facet != Facet::Presidency);
        let presidencies = query.filters.get(&Facet::Presidency).into_iter().flatten();
        Self {
            query,
            filters: others
                .map(|(facet, values)| (*facet, places(*facet, values)))
                .chain(leading)
                .collect(),
            terms: presidencies.filter_map(|key| index.term(key)).collect(),
            words: words(&query.text),
        }
    }

    /// Whether a measure matches every filter but `left_out`.
    pub(super) fn fits(&self, entry: &Entry, left_out: Option<Facet>) -> bool {
        let has_one = |facet: &Facet, places: &[usize]| {
            entry
                .values
                .get(facet)
                .is_some_and(|own| places.iter().any(|place| own.binary_search(place).is_ok()))
        };
        let filters_fit = self
            .filters
            .iter()
            .all(|(facet, places)| Some(*facet) == left_out || has_one(facet, places));
        filters_fit
            && (left_out == Some(Facet::Presidency) || self.presidency_fits(entry))
            && has_all(&entry.words, &self.words)
    }

    /// A role without a Presidency asks for any Presidency in that role.
    fn presidency_fits(&self, entry: &Entry) -> bool {
        let role = self.query.role;
        match (self.query.filters.contains_key(&Facet::Presidency), role) {
            (true, _) => self.terms.iter().any(|term| entry.involvements[*term].fits(role)),
            (false, Some(_)) => entry.involvements.iter().any(|involvement| involvement.fits(role)),
            (false, None) => true,
        }
    }
}
