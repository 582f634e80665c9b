//! How many measures, commitments or documents each value of each filter would leave.

use fixedbitset::FixedBitSet;

use crate::dataset::Home;
use crate::domain::keyed::Keyed;
use crate::query::index::{CitationEntry, Index};
use crate::query::seen::{NO_FOLLOW_UP_PLACE, Seen};
use crate::query::values::FacetValue;
use crate::query::wanted::Wanted;
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

/// The counts of every filter, in the order of the filters.
///
/// What a filter leaves out is the same for all that ask nothing: these are counted together.
pub fn facet_counts(query: &Query, unit: Unit, index: &Index) -> Vec<FacetCounts> {
    let counter = Counter::new(query, unit, index);
    let (asked, open): (Vec<Facet>, Vec<Facet>) = Facet::ALL.iter().partition(|facet| counter.wanted.asks(**facet));
    let mut all = counter.counts(None, &open);
    all.extend(
        asked
            .into_iter()
            .flat_map(|facet| counter.counts(Some(facet), &[facet])),
    );
    all.sort_by_key(|counts| counts.facet);
    all
}

/// The counts of one filter: for each value how many match all other filters, the words, and this value.
pub fn facets(facet: Facet, query: &Query, unit: Unit, index: &Index) -> FacetCounts {
    let counter = Counter::new(query, unit, index);
    let counts = counter.places(Some(facet), &[facet]).pop().unwrap_or_default();
    counter.named(facet, &counts)
}

struct Counter<'a> {
    query: &'a Query,
    unit: Unit,
    index: &'a Index<'a>,
    wanted: Wanted<'a>,
}

impl<'a> Counter<'a> {
    fn new(query: &'a Query, unit: Unit, index: &'a Index<'a>) -> Self {
        Self {
            query,
            unit,
            index,
            wanted: Wanted::new(query, index),
        }
    }

    /// The counts of these filters, where `left_out` is left out.
    fn counts(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<FacetCounts> {
        let places = self.places(left_out, facets);
        let named = facets.iter().zip(&places);
        named.map(|(facet, counts)| self.named(*facet, counts)).collect()
    }

    /// For each of these filters the counts of its values.
    fn places(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<Vec<usize>> {
        match self.unit {
            Unit::Measures => {
                let set = self.wanted.measures(left_out);
                self.of_set(self.wanted.measures_seen(), &set, left_out, facets)
            }
            Unit::Commitments => {
                let set = self.wanted.commitments(left_out);
                self.of_set(self.wanted.commitments_seen(), &set, left_out, facets)
            }
            Unit::Documents => {
                let counts = self.of_documents(left_out, facets);
                let of = |facet: &Facet| counts[self.index.values.numbers(*facet)].to_vec();
                facets.iter().map(of).collect()
            }
        }
    }

    fn named(&self, facet: Facet, counts: &[usize]) -> FacetCounts {
        let chosen = self.query.filters.get(&facet);
        let value = |(value, count): (&FacetValue, &usize)| ValueCount {
            key: value.key.clone(),
            count: *count,
            is_chosen: chosen.is_some_and(|chosen| chosen.contains(&value.key)),
        };
        let values = self.index.values(facet).iter();
        FacetCounts {
            facet,
            values: values.zip(counts).map(value).collect(),
        }
    }

    /// How many of a set of measures or commitments stand under each value.
    fn of_set(&self, seen: Seen<'_>, set: &FixedBitSet, left_out: Option<Facet>, facets: &[Facet]) -> Vec<Vec<usize>> {
        let values = &self.index.values;
        let span = match facets {
            [only] => values.numbers(*only),
            _ => 0..values.len(),
        };
        let counts = seen.table.count(set, span.clone());
        let of = |facet: &Facet| match facet {
            _ if facet.is_of_commitments() && self.unit == Unit::Measures => self.of_promises(*facet, set, left_out),
            // These move with the day, so that no table holds them.
            Facet::Presidency | Facet::Outcome => {
                let mut counts = vec![0; values.of(*facet).len()];
                for thing in set.ones() {
                    seen.values_of(thing, *facet, self.query.role)
                        .for_each(|place| counts[place] += 1);
                }
                counts
            }
            _ => {
                let numbers = values.numbers(*facet);
                counts[numbers.start - span.start..numbers.end - span.start].to_vec()
            }
        };
        facets.iter().map(of).collect()
    }

    /// How many of a set of measures have a commitment with each value, of those that fit what else is asked of one.
    fn of_promises(&self, facet: Facet, measures: &FixedBitSet, left_out: Option<Facet>) -> Vec<usize> {
        let fitting = self.wanted.promises(left_out);
        let mut tally = Tally::new(self.index.values(facet).len());
        for measure in measures.ones() {
            self.promised(measure, facet, &fitting, |place| tally.count(place, measure));
        }
        tally.counts
    }

    /// Tells the values that those of a measure's commitments have that are fitting, some of them more than once.
    fn promised(&self, measure: usize, facet: Facet, fitting: &FixedBitSet, mut tell: impl FnMut(usize)) {
        let own = self.index.commitments_of(measure);
        if own.is_empty() && facet == Facet::Outcome {
            tell(NO_FOLLOW_UP_PLACE);
        }
        for commitment in own.filter(|commitment| fitting.contains(*commitment)) {
            let seen = self.wanted.commitments_seen();
            seen.values_of(commitment, facet, None).for_each(&mut tell);
        }
    }

    /// How many documents are cited under each value of these filters, by the numbers of the values.
    fn of_documents(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<usize> {
        let citing = self.wanted.citing(left_out);
        let promises = self.wanted.promises(left_out);
        let values = &self.index.values;
        let mut tally = Tally::new(values.len());
        for document in citing.documents.ones() {
            let citations = self.index.citations_of(document);
            for citation in citations.filter(|citation| citing.fits(citation)) {
                for facet in facets {
                    let start = values.numbers(*facet).start;
                    let count = |place: usize| tally.count(start + place, document);
                    self.cited_under(citation, *facet, &promises, count);
                }
            }
        }
        tally.counts
    }

    /// Tells the values of a filter under which a document is cited: its own, or those of what cites it.
    fn cited_under(&self, citation: &CitationEntry, facet: Facet, promises: &FixedBitSet, mut tell: impl FnMut(usize)) {
        let role = self.query.role;
        match (facet, citation.home) {
            (Facet::Document, _) => tell(citation.document),
            (Facet::DocumentKind, _) => self.index.kind_of(citation.document).into_iter().for_each(tell),
            (_, Home::Measure(place)) if facet.is_of_commitments() => self.promised(place, facet, promises, tell),
            (_, Home::Measure(place)) => {
                let seen = self.wanted.measures_seen();
                seen.values_of(place, facet, role).for_each(tell);
            }
            (_, Home::Report(_)) => {
                let seen = self.wanted.lines_seen();
                let own = citation.line.into_iter();
                own.flat_map(|line| seen.values_of(line, facet, role)).for_each(tell);
            }
        }
    }
}

/// How many things have each value, however often one is said to have it.
struct Tally {
    counts: Vec<usize>,
    /// For each value the last thing that was counted.
    last: Vec<Option<usize>>,
}

impl Tally {
    fn new(values: usize) -> Self {
        Self {
            counts: vec![0; values],
            last: vec![None; values],
        }
    }

    /// Counts the thing; nothing else is counted before all its values are.
    fn count(&mut self, value: usize, thing: usize) {
        if self.last[value] != Some(thing) {
            self.last[value] = Some(thing);
            self.counts[value] += 1;
        }
    }
}
