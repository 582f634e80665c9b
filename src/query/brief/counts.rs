//! How many lines briefs have, and how many each value of a filter would leave of them.

use fixedbitset::FixedBitSet;

use crate::dataset::Record;
use crate::domain::keyed::Keyed;
use crate::query::brief::asked::Asked;
use crate::query::brief::matter::{BriefMatter, Line};
use crate::query::facets::{FacetCounts, ValueCount};
use crate::query::subject::FactValues;
use crate::query::{Facet, FacetValue, Index, Query};

/// The counts of every filter beside these briefs, in the order of the filters: for each value how many of their lines fit all
/// other filters, the words, and this value. All that ask nothing are counted together.
pub fn brief_facet_counts<'i>(matters: &[BriefMatter<'_>], query: &Query, index: &'i Index) -> Vec<FacetCounts<'i>> {
    let asks = |facet: &Facet| *facet != Facet::Presidency && query.filters.contains_key(facet);
    let (asked, open): (Vec<Facet>, Vec<Facet>) = Facet::ALL.iter().partition(|facet| asks(facet));
    let mut all = counts(matters, &open, query, query, index);
    for facet in asked {
        let mut others = query.clone();
        others.filters.remove(&facet);
        all.extend(counts(matters, &[facet], &others, query, index));
    }
    all.sort_by_key(|counts| counts.facet);
    all
}

/// How many different lines stand in the briefs of what fits the query.
pub fn brief_line_count(matters: &[BriefMatter<'_>], query: &Query, index: &Index) -> usize {
    let fitting = Fitting::new(matters, query, index);
    fitting.facts.len() + fitting.commitments.count_ones(..)
}

/// The different lines that fit.
struct Fitting<'m, 'a> {
    facts: Vec<&'m Line<'a>>,
    commitments: FixedBitSet,
}

impl<'m, 'a> Fitting<'m, 'a> {
    fn new(matters: &'m [BriefMatter<'a>], query: &Query, index: &Index) -> Self {
        let (mut facts, mut seen, mut commitments) = (Vec::new(), FixedBitSet::new(), FixedBitSet::new());
        if let Some(first) = matters.first() {
            let mut asked = Asked::new(query, first.dataset(), index);
            commitments = FixedBitSet::with_capacity(asked.commitments.len());
            for line in matters.iter().flat_map(|matter| matter.fitting(&mut asked, index)) {
                let number = line.number as usize;
                match line.record {
                    Record::Commitment(_) => commitments.insert(number),
                    Record::Event(_) if seen.contains(number) => {}
                    Record::Event(_) => {
                        seen.grow_and_insert(number);
                        facts.push(line);
                    }
                }
            }
        }
        Self { facts, commitments }
    }
}

/// The counts of these filters of what `others` leaves.
fn counts<'i>(
    matters: &[BriefMatter<'_>],
    facets: &[Facet],
    others: &Query,
    query: &Query,
    index: &'i Index,
) -> Vec<FacetCounts<'i>> {
    let fitting = Fitting::new(matters, others, index);
    let mut of_facts = vec![0; index.values.len()];
    if let Some(first) = matters.first() {
        let mut values = FactValues::new(first.dataset(), &index.values);
        for fact in &fitting.facts {
            if let Record::Event(event) = fact.record {
                for number in values.of(fact.home, event) {
                    of_facts[*number as usize] += 1;
                }
            }
        }
    }
    let standings = index.asked_by(query);
    let seen = index.commitments_on(&standings);
    let count = |facet: Facet| -> Vec<usize> {
        let of_facts = of_facts[index.values.numbers(facet)].iter();
        // The page names the Presidency; of nothing there is nothing to count.
        if facet == Facet::Presidency || matters.is_empty() {
            return vec![0; of_facts.len()];
        }
        let (table, numbers) = seen.numbers(facet, None);
        let of_commitments = table.count(&fitting.commitments, numbers);
        of_facts.zip(of_commitments).map(|(facts, own)| facts + own).collect()
    };
    let named = |facet: &Facet| {
        let value = |(value, count): (&'i FacetValue, usize)| ValueCount {
            key: value.key.as_str(),
            is_chosen: query.has(*facet, &value.key),
            count,
        };
        let values = index.values(*facet).iter().zip(count(*facet));
        FacetCounts {
            facet: *facet,
            values: values.map(value).collect(),
        }
    };
    facets.iter().map(named).collect()
}
