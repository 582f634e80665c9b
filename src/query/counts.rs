//! How many measures, commitments or documents each value of each filter would leave.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::dataset::Home;
use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::index::FacetValue;
use crate::index::Index;
use crate::index::{FacetValues, NO_FOLLOW_UP_PLACE};
use crate::query::filter_sets::{Citing, FilterSets};
use crate::query::{Facet, Query, Unit};

/// So many bits are kept at once for which documents are cited under which values: a megabyte.
const MOST_BITS: usize = 8 << 20;

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
    wanted: FilterSets<'q>,
}

impl<'q, 'i: 'q> Counter<'q, 'i> {
    fn new(query: &'q Query, unit: Unit, index: &'i Index<'i>) -> Self {
        Self {
            query,
            unit,
            index,
            wanted: FilterSets::new(query, index),
        }
    }

    /// The counts of these filters, where `left_out` is left out.
    fn counts(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<FacetCounts<'i>> {
        let counts = match self.unit {
            Unit::Measures => self.of_measures(left_out, facets),
            Unit::Commitments => {
                let set = self.wanted.commitments(left_out);
                let seen = self.wanted.commitment_values();
                Numbers::of_set(seen, &set, facets, self.query).by_facet(seen, facets)
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
        let seen = self.wanted.measure_values();
        let mut counts = Numbers::of_set(seen, &set, facets, self.query).by_facet(seen, facets);
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
            let seen = self.wanted.commitment_values();
            seen.values_of(commitment, facet, None).for_each(&mut tell);
        }
    }

    /// How many documents are cited under each value.
    fn of_documents(&self, left_out: Option<Facet>, facets: &[Facet]) -> Vec<Vec<usize>> {
        let citing = self.wanted.citing(left_out);
        let (measures, lines) = (self.wanted.measure_values(), self.wanted.line_values());
        let [fixed, moving] = spans(measures, facets, self.query);
        let width = fixed.len() + moving.len();
        let mut counts = vec![0; width];
        let mut cited = vec![0; self.index.values(Facet::Document).len()];
        // Those who cite are gone through in their order, which is that of the memory; so many documents at once.
        let step = (MOST_BITS / width.max(1)).max(1);
        for first in (0..cited.len()).step_by(step) {
            let together = first..cited.len().min(first + step);
            let mut named = FixedBitSet::with_capacity(together.len() * width);
            let citations = self.index.citations().iter();
            let own = citations.filter(|citation| together.contains(&citation.document) && citing.fits(citation));
            for citation in own {
                let (seen, thing) = match (citation.home, citation.line) {
                    (Home::Measure(place), _) => (measures, place),
                    (Home::Report(_), line) => (lines, line.unwrap_or_default()),
                };
                let row = (citation.document - first) * width;
                for number in seen.fixed.values_of(thing, &fixed) {
                    named.insert(row + *number as usize - fixed.start);
                }
                for number in seen.dated.postings.values_of(thing, &moving) {
                    named.insert(row + fixed.len() + *number as usize - moving.start);
                }
                cited[citation.document] = 1;
            }
            named.ones().for_each(|place| counts[place % width] += 1);
        }
        let mut kinds = vec![0; self.index.values(Facet::DocumentKind).len()];
        for document in (0..cited.len()).filter(|document| cited[*document] == 1) {
            if let Some(kind) = self.index.kind_of(document) {
                kinds[kind] += 1;
            }
        }
        let moving_counts = counts.split_off(fixed.len());
        let fixed_counts = counts;
        let numbers = Numbers {
            role: self.query.role,
            fixed: (fixed, fixed_counts),
            moving: (moving, moving_counts),
        };
        let mut counts = numbers.by_facet(measures, facets);
        let must_be_the_same = self.wanted.asks_of_commitments(left_out);
        for (facet, counts) in facets.iter().zip(&mut counts) {
            match facet {
                // A document stands under its own name and kind, not under those that are cited beside it.
                Facet::Document => counts.clone_from(&cited),
                Facet::DocumentKind => counts.clone_from(&kinds),
                facet if facet.is_of_commitments() && must_be_the_same => {
                    *counts = self.of_cited_promises(*facet, &citing, left_out);
                }
                _ => {}
            }
        }
        counts
    }

    /// How many documents are cited by a measure or line that has a commitment with each value, of those that fit what else
    /// is asked of one.
    fn of_cited_promises(&self, facet: Facet, citing: &Citing, left_out: Option<Facet>) -> Vec<usize> {
        let (lines, promises) = (self.wanted.line_values(), self.wanted.promises(left_out));
        let mut tally = Tally::new(self.index.values(facet).len());
        for document in citing.documents.ones() {
            let mut count = |place: usize| tally.count(place, document);
            let citations = self.index.citations_of(document);
            for citation in citations.filter(|citation| citing.fits(citation)) {
                match (citation.home, citation.line) {
                    (Home::Measure(place), _) => self.promised(place, facet, &promises, &mut count),
                    (Home::Report(_), line) => {
                        let values = line.into_iter().flat_map(|line| lines.values_of(line, facet, None));
                        values.for_each(&mut count);
                    }
                }
            }
        }
        tally.counts
    }
}

/// The numbers of these filters' values in the table of what is so on any day, and in that of what moves with the day: of
/// one filter just its own, of several all, which are counted at once.
fn spans(seen: FacetValues<'_>, facets: &[Facet], query: &Query) -> [Range<usize>; 2] {
    match facets {
        [only] if only.moves_with_the_day() => [0..0, seen.numbers(*only, query.role).1],
        [only] => [seen.numbers(*only, None).1, 0..0],
        _ => [0..seen.fixed.values(), 0..seen.dated.postings.values()],
    }
}

/// Counts by the numbers of the values in both tables, for a stretch of numbers of each.
struct Numbers {
    role: Option<PresidencyRole>,
    fixed: (Range<usize>, Vec<usize>),
    moving: (Range<usize>, Vec<usize>),
}

impl Numbers {
    /// How many of a set of measures or commitments stand under each value.
    fn of_set(seen: FacetValues<'_>, set: &FixedBitSet, facets: &[Facet], query: &Query) -> Self {
        let [fixed, moving] = spans(seen, facets, query);
        Self {
            role: query.role,
            fixed: (fixed.clone(), seen.fixed.count(set, fixed)),
            moving: (moving.clone(), seen.dated.postings.count(set, moving)),
        }
    }

    /// For each of these filters the counts of its values.
    fn by_facet(&self, seen: FacetValues<'_>, facets: &[Facet]) -> Vec<Vec<usize>> {
        let of = |facet: &Facet| {
            let (_, numbers) = seen.numbers(*facet, self.role);
            let (span, counts) = if facet.moves_with_the_day() {
                &self.moving
            } else {
                &self.fixed
            };
            let own = counts[numbers.start - span.start..numbers.end - span.start]
                .iter()
                .copied();
            match facet {
                Facet::Presidency => {
                    let own = own.enumerate();
                    let occurring = own.filter(|(term, _)| seen.values.became(*facet, *term).is_some());
                    occurring.map(|(_, count)| count).collect()
                }
                _ => own.collect(),
            }
        };
        facets.iter().map(of).collect()
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
