//! How many measures, commitments or documents each value of each filter would leave.

use std::collections::HashSet;

use crate::dataset::Home;
use crate::query::index::Index;
use crate::query::run::Wanted;
use crate::query::subject::Seen;
use crate::query::{Facet, Query, Unit};

/// The values of one filter with their counts, in the order of [`Index::values`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which filter.
    pub facet: Facet,
    /// Its values.
    pub values: Vec<ValueCount>,
}

/// How many of what is listed a value would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value in links.
    pub key: String,
    /// How many match every other filter and have this value.
    pub count: usize,
    /// Whether it is chosen now.
    pub is_chosen: bool,
}

/// The counts of one filter: for each value how many match all other filters, the words, and this value.
pub fn facets(facet: Facet, query: &Query, unit: Unit, index: &Index) -> FacetCounts {
    let counter = Counter {
        facet,
        query,
        wanted: Wanted::new(query, index),
        index,
    };
    let counts = match unit {
        Unit::Measures => counter.measures(),
        Unit::Commitments => counter.commitments(),
        Unit::Documents => counter.documents(),
    };
    let value = |(value, count): (&crate::query::FacetValue, usize)| ValueCount {
        key: value.key.clone(),
        count,
        is_chosen: query.has(facet, &value.key),
    };
    FacetCounts {
        facet,
        values: index.values(facet).iter().zip(counts).map(value).collect(),
    }
}

struct Counter<'a> {
    facet: Facet,
    query: &'a Query,
    wanted: Wanted<'a>,
    index: &'a Index<'a>,
}

impl Counter<'_> {
    fn measures(&self) -> Vec<usize> {
        let mut counts = self.zeros();
        for measure in 0..self.index.entries.len() {
            if self.wanted.fits(measure, Some(self.facet)) {
                for place in self.values_of_measure(measure) {
                    counts[place] += 1;
                }
            }
        }
        counts
    }

    fn commitments(&self) -> Vec<usize> {
        let mut counts = self.zeros();
        for commitment in 0..self.index.commitments.len() {
            if self.wanted.fits_commitment(commitment, Some(self.facet)) {
                for place in self.values_of(self.wanted.commitment(commitment)) {
                    counts[place] += 1;
                }
            }
        }
        counts
    }

    fn documents(&self) -> Vec<usize> {
        let mut counted = HashSet::new();
        let mut counts = self.zeros();
        for citation in &self.index.citations {
            if !self.wanted.fits_citation(citation, Some(self.facet)) {
                continue;
            }
            let values = match (self.facet, citation.home) {
                (Facet::Document, _) => vec![citation.document],
                (Facet::DocumentKind, _) => self.index.kind_of(citation.document).into_iter().collect(),
                (_, Home::Measure(place)) => self.values_of_measure(place),
                (_, Home::Report(_)) => {
                    let line = citation.line.map(|line| self.wanted.line(line));
                    line.map(|line| self.values_of(line)).unwrap_or_default()
                }
            };
            for place in values {
                counts[place] += usize::from(counted.insert((place, citation.document)));
            }
        }
        counts
    }

    fn zeros(&self) -> Vec<usize> {
        vec![0; self.index.values(self.facet).len()]
    }

    /// The values under which a measure that fits all the rest would be found.
    fn values_of_measure(&self, measure: usize) -> Vec<usize> {
        if !self.facet.is_of_commitments() {
            return self.values_of(self.wanted.measure(measure));
        }
        let own = self.index.entries[measure].commitments.clone();
        let fitting = own
            .clone()
            .filter(|commitment| self.wanted.has_what_is_asked(*commitment, Some(self.facet)));
        let mut values: Vec<usize> = fitting
            .flat_map(|commitment| self.wanted.commitment(commitment).values(self.facet))
            .copied()
            .collect();
        if own.is_empty() && self.facet == Facet::Outcome {
            values.extend(self.index.no_follow_up());
        }
        values.sort_unstable();
        values.dedup();
        values
    }

    fn values_of(&self, seen: Seen<'_>) -> Vec<usize> {
        self.index.values_of(seen, self.facet, self.query.role)
    }
}
