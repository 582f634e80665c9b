//! From a query to the measures, commitments and documents that match it.

use crate::index::Index;
use crate::query::filter_sets::FilterSets;
use crate::query::{Facet, Query, Unit};

/// The places of the measures that match, in dataset order.
///
/// ```
/// use iss_followup::dataset;
/// use iss_followup::query::{Facet, Index, Query, run};
///
/// let json = bench::generate::dataset(40, 1).unwrap();
/// let dataset = dataset::parse(json.as_bytes()).unwrap();
/// let index = Index::new(&dataset);
/// let priority = dataset.measures[0].priority.as_str();
/// let found = run(&Query::default().narrowed(Facet::Priority, priority), &index);
/// assert_eq!(found.first(), Some(&0));
/// assert!(found.iter().all(|place| dataset.measures[*place].priority.as_str() == priority));
/// ```
pub fn run(query: &Query, index: &Index) -> Vec<usize> {
    FilterSets::new(query, index).measures(None).ones().collect()
}

/// The places of the commitments that match, in dataset order: of the measures, then of the general reports.
///
/// Words, Presidencies, bodies, systems and documents must be found in the commitment itself; source, priority, status and
/// working party are those of its measure.
pub fn commitments(query: &Query, index: &Index) -> Vec<usize> {
    FilterSets::new(query, index).commitments(None).ones().collect()
}

/// The places of the documents that match, in dataset order: cited where the filters ask, with the words in themselves.
pub fn documents(query: &Query, index: &Index) -> Vec<usize> {
    FilterSets::new(query, index).documents(None).ones().collect()
}

/// The places of what a view lists.
pub fn listed(unit: Unit, query: &Query, index: &Index) -> Vec<usize> {
    match unit {
        Unit::Measures => run(query, index),
        Unit::Commitments => commitments(query, index),
        Unit::Documents => documents(query, index),
    }
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
