//! How many measures, commitments or documents each value of each filter would leave.

use fixedbitset::FixedBitSet;

use crate::dataset::Home;
use crate::domain::keyed::Keyed;
use crate::query::index::Index;
use crate::query::seen::{NO_FOLLOW_UP_PLACE, Seen};
use crate::query::values::FacetValue;
use crate::query::wanted::{Citing, Wanted};
use crate::query::{Facet, Query, Unit};

/// The values of one filter with their counts, in the order of [`Index::values`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts<'i> {
    /// Which filter.
    pub facet: Facet,
    /// Its values.
    pub values: Vec<ValueCount<'i>>,
}

/// How many of what is listed a value would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount<'i> {
    /// The value in links.
    pub key: &'i str,
    /// How many match every other filter and have this value.
    pub count: usize,
    /// Whether it is chosen now.
    pub is_chosen: bool,
}

/// The counts of every filter, in the order of the filters.
///
/// What a filter leaves out is the same for all that ask nothing: these are counted together.
pub fn facet_counts<'i>(query: &Query, unit: Unit, index: &'i Index) -> Vec<FacetCounts<'i>> {
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
pub fn facets<'i>(facet: Facet, query: &Query, unit: Unit, index: &'i Index) -> FacetCounts<'i> {
    let counts = Counter::new(query, unit, index).counts(Some(facet), &[facet]).pop();
    counts.unwrap_or(FacetCounts {
        facet,
        values: Vec::new(),
    })
}

struct Counter<'q, 'i> {
    query: &'q Query,
    unit: Unit,
    index: &'i Index<'i>,
    wanted: Wanted<'q>,
}

impl<'q, 'i: 'q> Counter<'q, 'i> {
    fn new(query: &'q Query, unit: Unit, index: &'i Index<'i>) -> Self {
        Self {
            query,
            unit,
            index,
            wanted: Wanted::new(query, index),
        }
    }

    /// The counts of these filters, where `left_out` is left out.
    fn counts(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<FacetCounts<'i>> {
        let counts = match self.unit {
            Unit::Measures => self.of_measures(left_out, facets),
            Unit::Commitments => {
                let set = self.wanted.commitments(left_out);
                of_set(self.wanted.commitments_seen(), &set, facets, self.query)
            }
            Unit::Documents => self.of_documents(left_out, facets),
        };
        let named = facets.iter().zip(&counts);
        named.map(|(facet, counts)| self.named(*facet, counts)).collect()
    }

    fn named(&self, facet: Facet, counts: &[usize]) -> FacetCounts<'i> {
        let chosen = self.query.filters.get(&facet);
        let value = |(value, count): (&'i FacetValue, &usize)| ValueCount {
            key: value.key.as_str(),
            count: *count,
            is_chosen: chosen.is_some_and(|chosen| chosen.contains(&value.key)),
        };
        let values = self.index.values(facet).iter();
        FacetCounts {
            facet,
            values: values.zip(counts).map(value).collect(),
        }
    }

    fn of_measures(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<Vec<usize>> {
        let set = self.wanted.measures(left_out);
        let mut counts = of_set(self.wanted.measures_seen(), &set, facets, self.query);
        // Where nothing else is asked of one and the same commitment, any of a measure's has the value.
        if self.wanted.asks_of_commitments(left_out) {
            let promises = self.wanted.promises(left_out);
            let of_commitments = facets.iter().zip(&mut counts);
            for (facet, counts) in of_commitments.filter(|(facet, _)| facet.is_of_commitments()) {
                let mut tally = Tally::new(counts.len());
                for measure in set.ones() {
                    self.promised(measure, *facet, &promises, |place| tally.count(place, measure));
                }
                *counts = tally.counts;
            }
        }
        counts
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

    /// How many documents are cited under each value.
    fn of_documents(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<Vec<usize>> {
        let citing = self.wanted.citing(left_out);
        let of = |facet: &Facet| self.of_cited(*facet, &citing, left_out);
        facets.iter().map(of).collect()
    }

    fn of_cited(&self, facet: Facet, citing: &Citing, left_out: Option<Facet>) -> Vec<usize> {
        let role = self.query.role;
        let (measures, lines) = (self.wanted.measures_seen(), self.wanted.lines_seen());
        let must_be_the_same = facet.is_of_commitments() && self.wanted.asks_of_commitments(left_out);
        let promises = must_be_the_same.then(|| self.wanted.promises(left_out));
        let mut tally = Tally::new(self.index.values(facet).len());
        for document in citing.documents.ones() {
            let mut count = |place: usize| tally.count(place, document);
            let citations = self.index.citations_of(document);
            for citation in citations.filter(|citation| citing.fits(citation)) {
                match (facet, citation.home, &promises) {
                    (Facet::Document, ..) => count(document),
                    (Facet::DocumentKind, ..) => self.index.kind_of(document).into_iter().for_each(&mut count),
                    (_, Home::Measure(place), Some(promises)) => self.promised(place, facet, promises, &mut count),
                    (_, Home::Measure(place), None) => measures.values_of(place, facet, role).for_each(&mut count),
                    (_, Home::Report(_), _) => {
                        let line = citation.line.into_iter();
                        line.flat_map(|line| lines.values_of(line, facet, role))
                            .for_each(&mut count);
                    }
                }
            }
        }
        tally.counts
    }
}

/// For each of these filters, how many of a set of measures or commitments stand under each value.
fn of_set(seen: Seen<'_>, set: &FixedBitSet, facets: &[Facet], query: &Query) -> Vec<Vec<usize>> {
    // What does not move with the day is counted at once, because it stands in one table.
    let span = match facets {
        [only] => seen.values.numbers(*only),
        _ => 0..seen.values.len(),
    };
    let counts = seen.table.count(set, span.clone());
    let of = |facet: &Facet| {
        let (table, numbers) = seen.numbers(*facet, query.role);
        match facet {
            Facet::Outcome => table.count(set, numbers),
            Facet::Presidency => {
                let counts = table.count(set, numbers).into_iter().enumerate();
                let counts = counts.filter(|(term, _)| seen.values.became(Facet::Presidency, *term).is_some());
                counts.map(|(_, count)| count).collect()
            }
            _ => counts[numbers.start - span.start..numbers.end - span.start].to_vec(),
        }
    };
    facets.iter().map(of).collect()
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
