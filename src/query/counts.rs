//! How many measures, commitments or documents each value of each filter would leave.

use fixedbitset::FixedBitSet;

use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::index::{Citer, FacetKey, FacetValue, Index};
use crate::query::filter_sets::{Citing, FilterSets};
use crate::query::{Facet, Query, Unit};

/// The values of one filter with their counts, in the order of [`Index::values`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts<'i> {
    /// Which filter.
    pub facet: Facet,
    /// Its values.
    pub values: Vec<ValueCount<'i>>,
}

/// How many results a value would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount<'i> {
    /// The value in links.
    pub key: &'i FacetKey,
    /// How many match every other filter and have this value.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl<'i> FacetCounts<'i> {
    /// Takes counts in the order of the values; `query` says which values are chosen.
    pub(super) fn new(
        facet: Facet,
        counts: impl IntoIterator<Item = usize>,
        query: &Query,
        index: &'i Index<'i>,
    ) -> Self {
        let value = |(value, count): (&'i FacetValue, usize)| ValueCount {
            key: &value.key,
            count,
            is_chosen: query.has(facet, &value.key),
        };
        let values = index.values(facet).iter().zip(counts);
        Self {
            facet,
            values: values.map(value).collect(),
        }
    }
}

/// The counts of every filter, in the order of the filters.
pub fn facet_counts<'i>(query: &Query, unit: Unit, index: &'i Index<'i>) -> Vec<FacetCounts<'i>> {
    let all = Matches::new(query, unit, index);
    let counts = |facet: &Facet| {
        let others = query.without(*facet);
        if others == *query {
            all.counts(*facet, query)
        } else {
            Matches::new(&others, unit, index).counts(*facet, query)
        }
    };
    Facet::ALL.iter().map(counts).collect()
}

/// The counts of one filter: for each value how many match all other filters, the words, and this value.
pub fn facets<'i>(facet: Facet, query: &Query, unit: Unit, index: &'i Index<'i>) -> FacetCounts<'i> {
    Matches::new(&query.without(facet), unit, index).counts(facet, query)
}

/// What matches a query, ready to be counted by the values of a filter.
struct Matches<'i> {
    index: &'i Index<'i>,
    sets: FilterSets<'i>,
    listed: Listed,
    /// The commitments that match the filters on commitments; `None` if there are no such filters.
    promises: Option<FixedBitSet>,
}

enum Listed {
    Measures(FixedBitSet),
    Commitments(FixedBitSet),
    Documents(Citing),
}

impl<'i> Matches<'i> {
    fn new(query: &Query, unit: Unit, index: &'i Index<'i>) -> Self {
        let sets = FilterSets::new(query, index);
        Self {
            index,
            listed: match unit {
                Unit::Measures => Listed::Measures(sets.measures()),
                Unit::Commitments => Listed::Commitments(sets.commitments()),
                Unit::Documents => Listed::Documents(sets.citing()),
            },
            promises: sets.promises(),
            sets,
        }
    }

    /// The counts for each value of a filter; `query` is the query with that filter.
    fn counts(&self, facet: Facet, query: &Query) -> FacetCounts<'i> {
        let promises = self.promises.as_ref().filter(|_| facet.is_of_commitments());
        let counts = match (&self.listed, promises) {
            (Listed::Measures(set), Some(promises)) => {
                let mut pairs = Pairs::new(self.index.measures.len(), self.index.values(facet).len());
                for measure in set.ones() {
                    let values = self.promised(measure, facet, promises);
                    values.for_each(|value| pairs.insert(measure, value));
                }
                pairs.counts()
            }
            (Listed::Measures(set), None) => self.sets.measure_values().count(set, facet, query.role),
            (Listed::Commitments(set), _) => self.sets.commitment_values().count(set, facet, query.role),
            // A document counts for its own name and kind, not for those cited beside it.
            (Listed::Documents(citing), _) if facet == Facet::Document => {
                let cited = citing.cited(self.index);
                (0..cited.len()).map(|place| cited.contains(place).into()).collect()
            }
            (Listed::Documents(citing), _) => self.documents(citing, facet, promises, query.role),
        };
        FacetCounts::new(facet, counts, query, self.index)
    }

    /// The values of a measure's matching commitments, with repeats.
    fn promised(&self, measure: usize, facet: Facet, promises: &FixedBitSet) -> impl Iterator<Item = usize> {
        let own = self.index.commitments_of(measure);
        let own = own.filter(|commitment| promises.contains(*commitment));
        own.flat_map(move |commitment| self.sets.commitment_values().values_of(commitment, facet, None))
    }

    /// How many documents are cited under each value of a filter.
    fn documents(
        &self,
        citing: &Citing,
        facet: Facet,
        promises: Option<&FixedBitSet>,
        role: Option<PresidencyRole>,
    ) -> Vec<usize> {
        let mut pairs = Pairs::new(citing.documents.len(), self.index.values(facet).len());
        // Sequential access: five times as fast as document by document.
        for citation in self.index.citations().iter().filter(|citation| citing.fits(citation)) {
            let insert = |value| pairs.insert(citation.document, value);
            match (citation.by, promises) {
                _ if facet == Facet::DocumentKind => self.index.kind_of(citation.document).into_iter().for_each(insert),
                (Citer::Line { line, .. }, _) => self.sets.line_values().values_of(line, facet, role).for_each(insert),
                (Citer::Measure(place, _), Some(promises)) => self.promised(place, facet, promises).for_each(insert),
                (Citer::Measure(place, _), None) => {
                    self.sets
                        .measure_values()
                        .values_of(place, facet, role)
                        .for_each(insert);
                }
            }
        }
        pairs.counts()
    }
}

/// Pairs of things and values of a filter, each counted once.
struct Pairs {
    /// How many values there are.
    width: usize,
    /// A bit for each thing and value, thing by thing.
    bits: FixedBitSet,
}

impl Pairs {
    fn new(things: usize, width: usize) -> Self {
        Self {
            width,
            bits: FixedBitSet::with_capacity(things * width),
        }
    }

    fn insert(&mut self, thing: usize, value: usize) {
        self.bits.insert(thing * self.width + value);
    }

    /// The number of things for each value.
    fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.width];
        self.bits.ones().for_each(|bit| counts[bit % self.width] += 1);
        counts
    }
}
