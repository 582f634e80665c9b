//! From a query to the measures, commitments and documents that match it.

use crate::index::Index;
use crate::query::filter_sets::FilterSets;
use crate::query::{Query, Unit};

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
    listed(Unit::Measures, query, index)
}

/// The places of the commitments that match, in dataset order: of the measures, then of the general reports.
///
/// Words, Presidencies, bodies, systems and documents must be in the commitment itself; source, priority, status and working
/// party are those of its measure.
pub fn commitments(query: &Query, index: &Index) -> Vec<usize> {
    listed(Unit::Commitments, query, index)
}

/// The places of the documents that match, in dataset order: the words must be in the document, the filters apply to who
/// cites it.
pub fn documents(query: &Query, index: &Index) -> Vec<usize> {
    listed(Unit::Documents, query, index)
}

/// The places of what a view lists, in dataset order.
pub fn listed(unit: Unit, query: &Query, index: &Index) -> Vec<usize> {
    let sets = FilterSets::new(query, index);
    let found = match unit {
        Unit::Measures => sets.measures(),
        Unit::Commitments => sets.commitments(),
        Unit::Documents => sets.citing().cited(index),
    };
    found.ones().collect()
}
