//! How many measures each value of each filter would leave.

use crate::query::index::Index;
use crate::query::run::Wanted;
use crate::query::{Facet, Query};

/// The values of one filter with their counts, in the order of [`Index::values`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which filter.
    pub facet: Facet,
    /// Its values.
    pub values: Vec<ValueCount>,
}

/// How many measures a value would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value in links.
    pub key: String,
    /// The measures that match every other filter and have this value.
    pub count: usize,
    /// Whether it is chosen now.
    pub is_chosen: bool,
}

/// The counts of one filter: for each value the measures that match all other filters, the words, and this value.
pub fn facets(facet: Facet, query: &Query, index: &Index) -> FacetCounts {
    let wanted = Wanted::new(query, index);
    let values = index.values(facet);
    let mut counts = vec![0; values.len()];
    let terms: Vec<Option<usize>> = match facet {
        Facet::Presidency => values.iter().map(|value| index.term(&value.key)).collect(),
        _ => Vec::new(),
    };
    for entry in index.entries.iter().filter(|entry| wanted.fits(entry, Some(facet))) {
        for place in entry.values.get(&facet).into_iter().flatten() {
            counts[*place] += 1;
        }
        for (count, term) in counts.iter_mut().zip(&terms) {
            *count += usize::from(term.is_some_and(|term| entry.involvements[term].fits(query.role)));
        }
    }
    let value = |(value, count): (&crate::query::FacetValue, usize)| ValueCount {
        key: value.key.clone(),
        count,
        is_chosen: query.has(facet, &value.key),
    };
    FacetCounts {
        facet,
        values: values.iter().zip(counts).map(value).collect(),
    }
}
