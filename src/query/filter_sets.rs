//! The filters of a query as bit sets, and their intersections.

use std::collections::BTreeSet;
use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::dataset::Home;
use crate::domain::id::LineId;
use crate::domain::status::PresidencyRole;
use crate::index::{AsOf, CitationEntry, Citer, FacetValues, Index, SearchTerm};
use crate::query::{Facet, FacetKey, Query, Unit, Window, canonical_line};

/// A query with its filter values looked up in the index.
pub(super) struct FilterSets<'a> {
    index: &'a Index<'a>,
    /// The state on the query's day.
    as_of: Arc<AsOf>,
    /// Filters on measures and report lines, with the places of their chosen values: one must match.
    filters: Vec<(Facet, Vec<usize>)>,
    /// Filters on commitments: a single commitment must match all of them.
    of_commitments: Vec<(Facet, Vec<usize>)>,
    /// The chosen terms of the rota, all of them if only a role is chosen; `None` without a filter on Presidencies.
    terms: Option<Vec<usize>>,
    role: Option<PresidencyRole>,
    window: Window,
    /// What was typed.
    typed: Vec<SearchTerm>,
    /// The commitment whose code that is.
    named: Option<usize>,
}

/// The matching citations: who cites, and what is cited.
pub(super) struct Citing {
    measures: FixedBitSet,
    lines: FixedBitSet,
    pub(super) documents: FixedBitSet,
}

impl Citing {
    /// Whether a citation matches.
    ///
    /// A report line is matched by itself: a commitment can match a filter on commitments, a fact never does.
    pub(super) fn fits(&self, citation: &CitationEntry) -> bool {
        self.documents.contains(citation.document)
            && match citation.by {
                Citer::Measure(place, _) => self.measures.contains(place),
                Citer::Line { line, .. } => self.lines.contains(line),
            }
    }

    /// The matching documents that a matching measure or report line cites.
    pub(super) fn cited(&self, index: &Index) -> FixedBitSet {
        let mut cited = FixedBitSet::with_capacity(self.documents.len());
        let citations = index.citations().iter().filter(|citation| self.fits(citation));
        cited.extend(citations.map(|citation| citation.document));
        cited
    }
}

impl<'a> FilterSets<'a> {
    pub(super) fn new(query: &Query, index: &'a Index<'a>) -> Self {
        let places = |facet: Facet, values: &BTreeSet<FacetKey>| -> Vec<usize> {
            values.iter().filter_map(|value| index.place(facet, value)).collect()
        };
        // Without a filter on sources, the leading source is searched: the first of the dataset.
        let leading = (!query.filters.contains_key(&Facet::Source)).then(|| (Facet::Source, vec![0]));
        let others = query.filters.iter().filter(|(facet, _)| **facet != Facet::Presidency);
        let (of_commitments, filters) = others
            .map(|(facet, values)| (*facet, places(*facet, values)))
            .chain(leading)
            .partition(|(facet, _)| facet.is_of_commitments());
        let any_term = || (0..index.dataset().rota.terms().len()).collect();
        Self {
            index,
            as_of: index.as_of(query.day(index.dataset())),
            filters,
            of_commitments,
            terms: match query.filters.get(&Facet::Presidency) {
                Some(chosen) => Some(chosen.iter().filter_map(|key| index.term(key)).collect()),
                None => query.role.map(|_| any_term()),
            },
            role: query.role,
            window: query.window,
            typed: query.terms(index),
            named: canonical_line(&LineId::new(&query.text), index.dataset())
                .and_then(|id| index.commitment_place(&id)),
        }
    }

    /// The measures that match.
    pub(super) fn measures(&self) -> FixedBitSet {
        let mut fitting = self.measures_but_for_words();
        self.keep_words(&mut fitting, Unit::Measures);
        fitting
    }

    /// The commitments that match.
    pub(super) fn commitments(&self) -> FixedBitSet {
        let mut fitting = self.fitting(self.commitment_values());
        narrow(&mut fitting, self.commitment_values(), &self.of_commitments);
        self.keep_words(&mut fitting, Unit::Commitments);
        fitting
    }

    /// Matching citations: the words and the filters on documents apply to the document, all filters to who cites it.
    pub(super) fn citing(&self) -> Citing {
        let mut lines = self.fitting(self.line_values());
        narrow(&mut lines, self.line_values(), &self.of_commitments);
        Citing {
            measures: self.measures_but_for_words(),
            lines,
            documents: self.documents_asked_for(),
        }
    }

    /// The documents that match the filters on documents and the words.
    fn documents_asked_for(&self) -> FixedBitSet {
        let all = self.index.values(Facet::Document).len();
        let mut fitting = full(all);
        for (facet, places) in &self.filters {
            let has_kind = |document: &usize| self.index.kind_of(*document).is_some_and(|kind| places.contains(&kind));
            let chosen: FixedBitSet = match facet {
                Facet::Document => places.iter().copied().collect(),
                Facet::DocumentKind => (0..all).filter(has_kind).collect(),
                _ => continue,
            };
            fitting.intersect_with(&chosen);
        }
        self.keep_words(&mut fitting, Unit::Documents);
        fitting
    }

    /// Keeps what has the words, and the commitment whose code they are.
    fn keep_words(&self, fitting: &mut FixedBitSet, unit: Unit) {
        if !self.typed.is_empty() {
            let mut found = self.index.words(unit, &self.as_of).with_all(&self.typed);
            found.extend(self.named.filter(|_| unit == Unit::Commitments));
            fitting.intersect_with(&found);
        }
    }

    /// The commitments that match owner, outcome and due date; `None` without such a filter.
    pub(super) fn promises(&self) -> Option<FixedBitSet> {
        if self.of_commitments.is_empty() {
            return None;
        }
        let commitments = self.commitment_values();
        let mut fitting = full(commitments.fixed.len());
        narrow(&mut fitting, commitments, &self.of_commitments);
        Some(fitting)
    }

    /// The values of measures on the query's day.
    pub(super) fn measure_values(&self) -> FacetValues<'_> {
        self.index.measures_as_of(&self.as_of)
    }

    /// The values of commitments on that day.
    pub(super) fn commitment_values(&self) -> FacetValues<'_> {
        self.index.commitments_as_of(&self.as_of)
    }

    /// The values of report lines on that day.
    pub(super) fn line_values(&self) -> FacetValues<'_> {
        self.index.lines_as_of(&self.as_of)
    }

    fn measures_but_for_words(&self) -> FixedBitSet {
        let measures = self.measure_values();
        let mut fitting = self.fitting(measures);
        match self.promises() {
            // A single commitment must match them all.
            Some(promises) if 1 < self.of_commitments.len() => {
                let homes = promises.ones().map(|commitment| self.index.commitment(commitment).home);
                let promising = homes.filter_map(|home| match home {
                    Home::Measure(place) => Some(place),
                    Home::Report(_) => None,
                });
                fitting.intersect_with(&promising.collect());
            }
            _ => narrow(&mut fitting, measures, &self.of_commitments),
        }
        fitting
    }

    /// What matches the filters on itself, the window and the Presidencies; not yet the words.
    fn fitting(&self, values: FacetValues<'_>) -> FixedBitSet {
        let mut fitting = full(values.fixed.len());
        narrow(&mut fitting, values, &self.filters);
        if let Some(terms) = &self.terms {
            let first = values.dated.numbers_of_terms(self.role).start;
            fitting.intersect_with(&values.dated.postings.under(terms.iter().map(|term| first + term)));
        }
        if !self.window.is_open() {
            fitting.intersect_with(&values.dated.within(self.window));
        }
        fitting
    }
}

/// Keeps what has one of the chosen values of each filter.
fn narrow(fitting: &mut FixedBitSet, values: FacetValues<'_>, filters: &[(Facet, Vec<usize>)]) {
    for (facet, places) in filters {
        let (postings, numbers) = values.numbers(*facet, None);
        fitting.intersect_with(&postings.under(places.iter().map(|place| numbers.start + place)));
    }
}

/// The set of all places below `count`.
fn full(count: usize) -> FixedBitSet {
    let mut all = FixedBitSet::with_capacity(count);
    all.insert_range(..);
    all
}
