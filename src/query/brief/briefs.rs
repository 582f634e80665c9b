//! The briefs on a page, and the counts of their lines.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::dataset::Record;
use crate::domain::keyed::Keyed;
use crate::domain::presidency::Presidency;
use crate::query::brief::Brief;
use crate::query::brief::candidates::BriefCandidates;
use crate::query::brief::filter::BriefFilter;
use crate::query::counts::FacetCounts;
use crate::query::{BriefBy, Facet, Index, Query};
use crate::words::{briefs as words, counts};

/// One brief or two side by side, of what matches a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefs<'a> {
    query: Query,
    candidates: Vec<Arc<BriefCandidates<'a>>>,
    all: Vec<Arc<Brief<'a>>>,
    fitting: Arc<Fitting>,
}

impl<'a> Briefs<'a> {
    /// The briefs of these Presidencies, grouped `by`. Reuses the candidates of `last` for the same Presidency and day.
    pub fn new(
        presidencies: &[&'a Presidency],
        query: &Query,
        by: BriefBy,
        index: &Index<'a>,
        last: Option<&Self>,
    ) -> Self {
        let as_of = query.day(index.dataset());
        let candidates = presidencies.iter().map(|presidency| {
            let mut known = last.into_iter().flat_map(|last| &last.candidates);
            let known = known.find(|candidates| candidates.is_of(presidency, as_of));
            known.map_or_else(|| Arc::new(BriefCandidates::new(presidency, as_of, index)), Arc::clone)
        });
        let candidates: Vec<Arc<BriefCandidates>> = candidates.collect();
        let briefs = candidates
            .iter()
            .map(|candidates| Arc::new(candidates.brief(query, by, index)));
        Self {
            query: query.clone(),
            all: briefs.collect(),
            fitting: Arc::new(Fitting::new(&candidates, query, index)),
            candidates,
        }
    }

    /// Each brief.
    pub fn all(&self) -> &[Arc<Brief<'a>>] {
        &self.all
    }

    /// Their titles: `Finnish Presidency and Croatian Presidency`.
    pub fn title(&self) -> String {
        let titles: Vec<String> = self.all.iter().map(|brief| brief.title()).collect();
        words::titles(&titles)
    }

    /// How many different lines they have.
    pub fn line_count(&self) -> usize {
        self.fitting.line_count()
    }

    /// How many there would be for another query of the same day.
    pub fn line_count_of(&self, query: &Query, index: &Index) -> usize {
        Fitting::new(&self.candidates, query, index).line_count()
    }

    /// The same in words: `120 items`.
    pub fn count_in_words(&self) -> String {
        counts::count(self.line_count(), counts::ITEM)
    }

    /// The counts of every filter: for each value how many lines match all other filters, the words, and this value.
    pub fn facet_counts<'i>(&self, index: &'i Index) -> Vec<FacetCounts<'i>> {
        let counts = |facet: &Facet| {
            let others = self.query.without(*facet);
            if others == self.query {
                self.counts(*facet, &self.fitting, index)
            } else {
                self.counts(*facet, &Fitting::new(&self.candidates, &others, index), index)
            }
        };
        Facet::ALL.iter().map(counts).collect()
    }

    /// The counts of a filter among the lines that match all others.
    fn counts<'i>(&self, facet: Facet, fitting: &Fitting, index: &'i Index) -> FacetCounts<'i> {
        let as_of = index.as_of(self.query.day(index.dataset()));
        let of_facts = fitting.values[index.values.numbers(facet)].iter();
        let of_commitments = index.commitments_as_of(&as_of).count(&fitting.commitments, facet, None);
        // The page names the Presidency, so that it cannot be filtered by one.
        let is_counted = facet != Facet::Presidency && !self.candidates.is_empty();
        let counts = of_facts.zip(of_commitments).map(|(facts, own)| facts + own);
        let counts = counts.map(|count| if is_counted { count } else { 0 });
        FacetCounts::new(facet, counts, &self.query, index)
    }
}

/// The different lines that match: the number of facts, in total and for each value, and the commitments.
#[derive(Debug, PartialEq, Eq)]
struct Fitting {
    facts: usize,
    values: Vec<usize>,
    commitments: FixedBitSet,
}

impl Fitting {
    /// The candidates that match a query.
    fn new(candidates: &[Arc<BriefCandidates>], query: &Query, index: &Index) -> Self {
        let filter = BriefFilter::new(query, index);
        let mut seen = FixedBitSet::new();
        let mut fitting = Self {
            facts: 0,
            values: vec![0; index.values.len()],
            commitments: FixedBitSet::with_capacity(filter.commitments.len()),
        };
        for own in candidates {
            for line in own.fitting(&filter) {
                let number = line.number as usize;
                match line.record {
                    Record::Commitment(_) => fitting.commitments.insert(number),
                    Record::Event(_) if seen.contains(number) => {}
                    Record::Event(_) => {
                        seen.grow_and_insert(number);
                        fitting.facts += 1;
                        for value in own.values_of(line) {
                            fitting.values[*value as usize] += 1;
                        }
                    }
                }
            }
        }
        fitting
    }

    fn line_count(&self) -> usize {
        self.facts + self.commitments.count_ones(..)
    }
}
