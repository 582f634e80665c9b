//! From a query to the measures, commitments and documents that match it.

use std::sync::Arc;

use crate::dataset::Home;
use crate::query::index::{CitationEntry, Index};
use crate::query::search::{has_all, words};
use crate::query::standing::Standings;
use crate::query::subject::Seen;
use crate::query::{Facet, Query, Unit};

/// The places of the measures that match, in dataset order.
pub fn run(query: &Query, index: &Index) -> Vec<usize> {
    let wanted = Wanted::new(query, index);
    (0..index.entries.len())
        .filter(|place| wanted.fits(*place, None))
        .collect()
}

/// The places of the commitments that match, in dataset order: of the measures, then of the general reports.
///
/// Words, Presidencies, bodies, systems and documents must be found in the commitment itself; source, priority, status and
/// working party are those of its measure.
pub fn commitments(query: &Query, index: &Index) -> Vec<usize> {
    let wanted = Wanted::new(query, index);
    (0..index.commitments.len())
        .filter(|place| wanted.fits_commitment(*place, None))
        .collect()
}

/// The places of the documents that match, in dataset order: cited where the filters ask, with the words in themselves.
pub fn documents(query: &Query, index: &Index) -> Vec<usize> {
    let wanted = Wanted::new(query, index);
    let mut cited = vec![false; index.values(Facet::Document).len()];
    for citation in &index.citations {
        cited[citation.document] |= wanted.fits_citation(citation, None);
    }
    (0..cited.len()).filter(|place| cited[*place]).collect()
}

/// The places of what a view lists.
pub fn listed(unit: Unit, query: &Query, index: &Index) -> Vec<usize> {
    match unit {
        Unit::Measures => run(query, index),
        Unit::Commitments => commitments(query, index),
        Unit::Documents => documents(query, index),
    }
}

/// A value in a query that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryIssue {
    /// Of which filter.
    pub facet: Facet,
    /// The value.
    pub value: String,
}

/// The query without the values that the dataset does not have, and those values.
pub fn resolve(query: &Query, index: &Index) -> (Query, Vec<QueryIssue>) {
    let mut resolved = query.clone();
    let mut issues = Vec::new();
    for (facet, values) in &mut resolved.filters {
        values.retain(|value| {
            let known = index.place(*facet, value).is_some();
            if !known {
                issues.push(QueryIssue {
                    facet: *facet,
                    value: value.clone(),
                });
            }
            known
        });
    }
    resolved.filters.retain(|_, values| !values.is_empty());
    (resolved, issues)
}

/// A query in the index's terms.
pub(super) struct Wanted<'a> {
    query: &'a Query,
    index: &'a Index<'a>,
    /// How everything stands on the day as of which the query asks.
    standings: Arc<Standings>,
    /// What is asked of the measure, or of the line of a general report.
    filters: Vec<(Facet, Vec<usize>)>,
    /// What is asked of one and the same commitment.
    of_commitments: Vec<(Facet, Vec<usize>)>,
    terms: Vec<usize>,
    words: Vec<String>,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(query: &'a Query, index: &'a Index<'a>) -> Self {
        let places = |facet: Facet, values: &std::collections::BTreeSet<String>| -> Vec<usize> {
            values.iter().filter_map(|value| index.place(facet, value)).collect()
        };
        // Without a word on sources the leading one is meant: the first of the dataset.
        let leading = (!query.filters.contains_key(&Facet::Source)).then(|| (Facet::Source, vec![0]));
        let others = query.filters.iter().filter(|(facet, _)| **facet != Facet::Presidency);
        let presidencies = query.filters.get(&Facet::Presidency).into_iter().flatten();
        let (of_commitments, filters) = others
            .map(|(facet, values)| (*facet, places(*facet, values)))
            .chain(leading)
            .partition(|(facet, _)| facet.is_of_commitments());
        Self {
            query,
            index,
            standings: index.asked_by(query),
            filters,
            of_commitments,
            terms: presidencies.filter_map(|key| index.term(key)).collect(),
            words: words(&query.text),
        }
    }

    /// Whether a measure matches every filter but `left_out`.
    pub(super) fn fits(&self, measure: usize, left_out: Option<Facet>) -> bool {
        self.fits_but_for_words(measure, left_out) && has_all(&self.index.entries[measure].words, &self.words)
    }

    /// Whether a commitment does.
    pub(super) fn fits_commitment(&self, place: usize, left_out: Option<Facet>) -> bool {
        let has_words = || has_all(&self.index.commitment_words(&self.standings)[place], &self.words);
        self.fits_itself(self.commitment(place), left_out)
            && self.has_what_is_asked(place, left_out)
            && (self.words.is_empty() || has_words())
    }

    /// Whether a citation does, and its document with it.
    ///
    /// A line of a general report stands by itself: a commitment can fit a filter on commitments, a fact never does.
    pub(super) fn fits_citation(&self, citation: &CitationEntry, left_out: Option<Facet>) -> bool {
        let home = match (citation.home, citation.line) {
            (Home::Measure(place), _) => self.fits_but_for_words(place, left_out),
            (Home::Report(_), line) => line.is_some_and(|line| {
                let line = self.line(line);
                self.fits_itself(line, left_out) && self.promise_fits(line, left_out)
            }),
        };
        home && self.document_fits(citation.document, left_out)
            && (self.words.is_empty() || has_all(&self.index.document_words()[citation.document], &self.words))
    }

    /// Whether the commitment has the owner, outcome and due date that are asked for.
    pub(super) fn has_what_is_asked(&self, commitment: usize, left_out: Option<Facet>) -> bool {
        self.promise_fits(self.commitment(commitment), left_out)
    }

    /// A measure on the day as of which the query asks.
    pub(super) fn measure(&self, place: usize) -> Seen<'_> {
        self.index.measure_on(&self.standings, place)
    }

    /// A commitment on that day.
    pub(super) fn commitment(&self, place: usize) -> Seen<'_> {
        self.index.commitment_on(&self.standings, place)
    }

    /// A line of a general report on that day.
    pub(super) fn line(&self, place: usize) -> Seen<'_> {
        self.index.line_on(&self.standings, place)
    }

    fn promise_fits(&self, seen: Seen<'_>, left_out: Option<Facet>) -> bool {
        self.of_commitments
            .iter()
            .all(|(facet, places)| Some(*facet) == left_out || has_one(seen.values(*facet), places))
    }

    /// Whether a measure without any commitment fits what is asked of commitments.
    pub(super) fn fits_without_follow_up(&self, left_out: Option<Facet>) -> bool {
        let nothing = self.index.no_follow_up();
        self.of_commitments.iter().all(|(facet, places)| {
            Some(*facet) == left_out
                || (*facet == Facet::Outcome && nothing.is_some_and(|nothing| places.contains(&nothing)))
        })
    }

    fn fits_but_for_words(&self, measure: usize, left_out: Option<Facet>) -> bool {
        let mut own = self.index.entries[measure].commitments.clone();
        let asks_nothing = self.of_commitments.is_empty();
        self.fits_itself(self.measure(measure), left_out)
            && (asks_nothing
                || (own.is_empty() && self.fits_without_follow_up(left_out))
                || own.any(|commitment| self.has_what_is_asked(commitment, left_out)))
    }

    fn fits_itself(&self, seen: Seen<'_>, left_out: Option<Facet>) -> bool {
        let filters_fit = self
            .filters
            .iter()
            .all(|(facet, places)| Some(*facet) == left_out || has_one(seen.values(*facet), places));
        filters_fit && (left_out == Some(Facet::Presidency) || self.presidency_fits(seen)) && self.time_fits(seen)
    }

    /// Whether something of it falls into the time that is looked at.
    fn time_fits(&self, seen: Seen<'_>) -> bool {
        let window = self.query.window;
        window.is_open() || seen.standing.times.iter().any(|time| window.meets(*time))
    }

    /// Whether the document is one that is asked for, and of a kind that is asked for.
    fn document_fits(&self, document: usize, left_out: Option<Facet>) -> bool {
        let kind = self.index.kind_of(document);
        self.filters.iter().all(|(facet, places)| match facet {
            _ if Some(*facet) == left_out => true,
            Facet::Document => places.contains(&document),
            Facet::DocumentKind => kind.is_some_and(|kind| places.contains(&kind)),
            _ => true,
        })
    }

    /// A role without a Presidency asks for any Presidency in that role.
    fn presidency_fits(&self, seen: Seen<'_>) -> bool {
        let role = self.query.role;
        let involvements = &seen.standing.involvements;
        match (self.query.filters.contains_key(&Facet::Presidency), role) {
            (true, _) => self.terms.iter().any(|term| involvements[*term].fits(role)),
            (false, Some(_)) => involvements.iter().any(|involvement| involvement.fits(role)),
            (false, None) => true,
        }
    }
}

/// Whether the sorted places hold one of the wanted ones.
fn has_one(own: &[usize], wanted: &[usize]) -> bool {
    wanted.iter().any(|place| own.binary_search(place).is_ok())
}
