//! The filters of a query as bit sets, and their intersections.

use std::collections::BTreeSet;
use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::dataset::Home;
use crate::index::AsOf;
use crate::index::words;
use crate::index::{CitationEntry, Index};
use crate::index::{FacetValues, NO_FOLLOW_UP_PLACE};
use crate::query::{Facet, FacetKey, Query};

/// A query with its filter values looked up in the index.
///
/// Every set can be computed with one filter left out: the counts beside a filter ignore what is chosen in it.
pub(super) struct FilterSets<'a> {
    query: &'a Query,
    index: &'a Index<'a>,
    /// How everything stands on the day of the query.
    as_of: Arc<AsOf>,
    /// Filters on measures and report lines: the places of the chosen values, of which one must fit.
    filters: Vec<(Facet, Vec<usize>)>,
    /// Filters on commitments: one commitment must fit all of them.
    of_commitments: Vec<(Facet, Vec<usize>)>,
    words: Vec<String>,
}

/// The citations that fit: who cites, and what is cited.
pub(super) struct Citing {
    pub(super) measures: FixedBitSet,
    lines: FixedBitSet,
    pub(super) documents: FixedBitSet,
}

impl Citing {
    /// Whether a citation fits.
    ///
    /// A line of a general report stands by itself: a commitment can fit a filter on commitments, a fact never does.
    pub(super) fn fits(&self, citation: &CitationEntry) -> bool {
        self.documents.contains(citation.document)
            && match (citation.home, citation.line) {
                (Home::Measure(place), _) => self.measures.contains(place),
                (Home::Report(_), line) => line.is_some_and(|line| self.lines.contains(line)),
            }
    }
}

impl<'a> FilterSets<'a> {
    pub(super) fn new(query: &'a Query, index: &'a Index<'a>) -> Self {
        let places = |facet: Facet, values: &BTreeSet<FacetKey>| -> Vec<usize> {
            values.iter().filter_map(|value| index.place(facet, value)).collect()
        };
        // Without a word on sources the leading one is meant: the first of the dataset.
        let leading = (!query.filters.contains_key(&Facet::Source)).then(|| (Facet::Source, vec![0]));
        let others = query.filters.iter().filter(|(facet, _)| **facet != Facet::Presidency);
        let (of_commitments, filters) = others
            .map(|(facet, values)| (*facet, places(*facet, values)))
            .chain(leading)
            .partition(|(facet, _)| facet.is_of_commitments());
        Self {
            query,
            index,
            as_of: query.standings(index),
            filters,
            of_commitments,
            words: words(&query.text),
        }
    }

    /// Whether leaving this filter out changes anything.
    pub(super) fn asks(&self, facet: Facet) -> bool {
        let mut asked = self.filters.iter().chain(&self.of_commitments);
        match facet {
            Facet::Presidency => self.asks_presidencies(),
            _ => asked.any(|(asked, _)| *asked == facet),
        }
    }

    fn asks_presidencies(&self) -> bool {
        self.query.role.is_some() || self.query.filters.contains_key(&Facet::Presidency)
    }

    /// The measures that match every filter but `left_out`.
    pub(super) fn measures(&self, left_out: Option<Facet>) -> FixedBitSet {
        let mut fitting = self.measures_but_for_words(left_out);
        if !self.words.is_empty() {
            fitting.intersect_with(&self.index.measure_words().with_all(&self.words));
        }
        fitting
    }

    /// The commitments that do.
    pub(super) fn commitments(&self, left_out: Option<Facet>) -> FixedBitSet {
        let mut fitting = self.fitting(self.commitment_values(), left_out);
        fitting.intersect_with(&self.promises(left_out));
        if !self.words.is_empty() {
            let words = self.index.commitment_words(&self.as_of);
            fitting.intersect_with(&words.with_all(&self.words));
        }
        fitting
    }

    /// The documents that do, and are cited where the filters ask.
    pub(super) fn documents(&self, left_out: Option<Facet>) -> FixedBitSet {
        let citing = self.citing(left_out);
        let mut cited = FixedBitSet::with_capacity(citing.documents.len());
        let citations = self.index.citations().iter();
        cited.extend(
            citations
                .filter(|citation| citing.fits(citation))
                .map(|citation| citation.document),
        );
        cited
    }

    /// Who cites, and what: the words are asked of the document, everything else of the measure or line that cites it, and
    /// of the document too what is asked of documents.
    pub(super) fn citing(&self, left_out: Option<Facet>) -> Citing {
        let lines = self.line_values();
        let mut fitting_lines = self.fitting(lines, left_out);
        narrow(&mut fitting_lines, lines, &self.of_commitments, left_out);
        Citing {
            measures: self.measures_but_for_words(left_out),
            lines: fitting_lines,
            documents: self.documents_asked_for(left_out),
        }
    }

    /// The documents that match the filters on documents and the words.
    fn documents_asked_for(&self, left_out: Option<Facet>) -> FixedBitSet {
        let all = self.index.values(Facet::Document).len();
        let mut fitting = full(all);
        for (facet, places) in self.filters.iter().filter(|(facet, _)| Some(*facet) != left_out) {
            let is_wanted = |document: &usize| match facet {
                Facet::Document => places.contains(document),
                _ => self.index.kind_of(*document).is_some_and(|kind| places.contains(&kind)),
            };
            if matches!(facet, Facet::Document | Facet::DocumentKind) {
                let mut wanted = FixedBitSet::with_capacity(all);
                wanted.extend((0..all).filter(is_wanted));
                fitting.intersect_with(&wanted);
            }
        }
        if !self.words.is_empty() {
            fitting.intersect_with(&self.index.document_words().with_all(&self.words));
        }
        fitting
    }

    /// The commitments that match owner, outcome and due date.
    pub(super) fn promises(&self, left_out: Option<Facet>) -> FixedBitSet {
        let commitments = self.commitment_values();
        let mut fitting = full(commitments.fixed.len());
        narrow(&mut fitting, commitments, &self.of_commitments, left_out);
        fitting
    }

    /// The measures on the day as of which the query asks.
    pub(super) fn measure_values(&self) -> FacetValues<'_> {
        self.index.measures_as_of(&self.as_of)
    }

    /// The commitments on that day.
    pub(super) fn commitment_values(&self) -> FacetValues<'_> {
        self.index.commitments_as_of(&self.as_of)
    }

    /// The lines of the general reports on that day.
    pub(super) fn line_values(&self) -> FacetValues<'_> {
        self.index.lines_as_of(&self.as_of)
    }

    fn measures_but_for_words(&self, left_out: Option<Facet>) -> FixedBitSet {
        let measures = self.measure_values();
        let mut fitting = self.fitting(measures, left_out);
        if self.asks_of_the_same(left_out) {
            fitting.intersect_with(&self.promising(left_out));
        } else {
            narrow(&mut fitting, measures, &self.of_commitments, left_out);
        }
        fitting
    }

    /// Whether more than one thing is asked of one and the same commitment, so that it must be looked for.
    pub(super) fn asks_of_the_same(&self, left_out: Option<Facet>) -> bool {
        let asked = self.of_commitments.iter();
        1 < asked.filter(|(facet, _)| Some(*facet) != left_out).count()
    }

    /// Whether anything is asked of commitments.
    pub(super) fn asks_of_commitments(&self, left_out: Option<Facet>) -> bool {
        self.of_commitments.iter().any(|(facet, _)| Some(*facet) != left_out)
    }

    /// The measures of which one commitment matches all filters on commitments, and those without a follow-up where the
    /// filters include them.
    fn promising(&self, left_out: Option<Facet>) -> FixedBitSet {
        let mut promising = FixedBitSet::with_capacity(self.index.measures.len());
        let homes = self.promises(left_out);
        let homes = homes.ones().map(|commitment| self.index.commitment(commitment).home);
        promising.extend(homes.filter_map(|home| match home {
            Home::Measure(place) => Some(place),
            Home::Report(_) => None,
        }));
        if self.fits_without_follow_up(left_out) {
            let measures = 0..self.index.measures.len();
            promising.extend(measures.filter(|measure| self.index.commitments_of(*measure).is_empty()));
        }
        promising
    }

    /// Whether a measure without any commitment fits what is asked of commitments.
    fn fits_without_follow_up(&self, left_out: Option<Facet>) -> bool {
        let mut asked = self.of_commitments.iter();
        asked.all(|(facet, places)| {
            Some(*facet) == left_out || (*facet == Facet::Outcome && places.contains(&NO_FOLLOW_UP_PLACE))
        })
    }

    /// Those that have what is asked of themselves, the words apart.
    fn fitting(&self, values: FacetValues<'_>, left_out: Option<Facet>) -> FixedBitSet {
        let mut fitting = full(values.fixed.len());
        narrow(&mut fitting, values, &self.filters, left_out);
        if left_out != Some(Facet::Presidency) && self.asks_presidencies() {
            let dated = values.dated;
            let numbers = dated.numbers_of_terms(self.query.role);
            let wanted = self.terms().into_iter().map(|term| numbers.start + term);
            fitting.intersect_with(&dated.postings.under(wanted));
        }
        if !self.query.window.is_open() {
            fitting.intersect_with(&values.dated.within(self.query.window));
        }
        fitting
    }

    /// The chosen terms of the rota; all of them where only a role is chosen.
    fn terms(&self) -> Vec<usize> {
        match self.query.filters.get(&Facet::Presidency) {
            Some(chosen) => chosen.iter().filter_map(|key| self.index.term(key)).collect(),
            None => (0..self.as_of.terms()).collect(),
        }
    }
}

/// Leaves those that have, of each filter but `left_out`, one of the values.
fn narrow(
    fitting: &mut FixedBitSet,
    values: FacetValues<'_>,
    filters: &[(Facet, Vec<usize>)],
    left_out: Option<Facet>,
) {
    for (facet, places) in filters.iter().filter(|(facet, _)| Some(*facet) != left_out) {
        let (postings, numbers) = values.numbers(*facet, None);
        fitting.intersect_with(&postings.under(places.iter().map(|place| numbers.start + place)));
    }
}

/// The set of all.
fn full(count: usize) -> FixedBitSet {
    let mut all = FixedBitSet::with_capacity(count);
    all.insert_range(..);
    all
}
