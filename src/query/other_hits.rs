//! What the words find besides what a view lists: the general report, other papers, documents, bodies and the glossary.

use fixedbitset::FixedBitSet;

use crate::dataset::{Home, Record};
use crate::domain::sort;
use crate::index::{AsOf, Index, OtherText, SearchTerm, Unit};
use crate::query::rank::Fit;
use crate::query::{Facet, FacetKey, Later, Query, listed};

/// Hits that a view does not list, by kind, in each the best first: what is called just that, those whose number, title or name has
/// the words as they were typed, those where it has their beginnings, and the others; of later facts, the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherHits<'a> {
    /// The places of measures: of other papers, or left out by the filters.
    pub measures: Vec<usize>,
    /// Lines of the general reports, or whole sections by their titles.
    pub lines: Vec<(Home, Option<Record<'a>>)>,
    /// Later facts, the newest first.
    pub later: Vec<Later<'a>>,
    /// The places of commitments of measures that are not found themselves, in the list of all commitments.
    pub commitments: Vec<usize>,
    /// The places of documents.
    pub documents: Vec<usize>,
    /// The places of bodies.
    pub bodies: Vec<usize>,
    /// The places of terms in the glossary.
    pub terms: Vec<usize>,
}

impl OtherHits<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        let kinds = [
            &self.measures,
            &self.commitments,
            &self.documents,
            &self.bodies,
            &self.terms,
        ];
        kinds.iter().map(|places| places.len()).sum::<usize>() + self.lines.len() + self.later.len()
    }
}

/// What else the words of a query find, whatever it filters, as of its day. Where a text is not read yet, it finds nothing.
pub fn other_hits<'a>(query: &Query, unit: Unit, index: &Index<'a>) -> OtherHits<'a> {
    let terms = query.terms(index);
    if terms.is_empty() {
        return OtherHits::default();
    }
    let as_of = index.as_of(query.day(index.dataset()));
    let found = |of: Unit| -> Option<FixedBitSet> {
        let mut found = index.words_if_ready(of, &as_of)?.with_all(&terms);
        if of == unit {
            for place in listed(unit, query, index) {
                found.remove(place);
            }
        }
        Some(found)
    };
    let places = |of| -> Vec<usize> { found(of).map(|found| found.ones().collect()).unwrap_or_default() };
    let fit = Fit::new(&query.text, &terms);
    let dataset = index.dataset();
    let mut hits = OtherHits {
        measures: places(Unit::Measures),
        documents: places(Unit::Documents),
        commitments: commitments(found(Unit::Commitments).as_ref(), &terms, index, &as_of),
        ..OtherHits::default()
    };
    for other in index.other_texts_with(&terms) {
        match other {
            OtherText::Line(home, record) => hits.lines.push((home, record)),
            OtherText::Later(home, fact) => hits.later.push((home, fact)),
            OtherText::Body(place) => hits.bodies.push(place),
            OtherText::Term(place) => hits.terms.push(place),
        }
    }
    sort::by_number(&mut hits.measures, |place| fit.of(&[&dataset.measures[*place].title]));
    sort::by_number(&mut hits.commitments, |place| {
        let entry = index.commitment(*place);
        fit.of(&[&dataset.commitments(entry.home)[entry.place].text])
    });
    sort::by_number(&mut hits.lines, |line| match line {
        (_, Some(record)) => fit.of(&[record.text()]),
        (Home::Report(place), None) => fit.of(&[&dataset.reports[*place].title]),
        (Home::Measure(place), None) => fit.of(&[&dataset.measures[*place].title]),
    });
    sort::by_number(&mut hits.documents, |place| {
        fit.of(&dataset.documents[*place].names().collect::<Vec<_>>())
    });
    sort::by_number(&mut hits.bodies, |place| {
        fit.of(&dataset.bodies[*place].names().collect::<Vec<_>>())
    });
    sort::by_number(&mut hits.terms, |place| fit.of(&[&dataset.glossary[*place].term]));
    sort::by_number(&mut hits.later, |(_, fact)| -fact.order());
    hits
}

/// Those of measures that are not found themselves: what the general reports promise is among their lines.
fn commitments(found: Option<&FixedBitSet>, terms: &[SearchTerm], index: &Index, as_of: &AsOf) -> Vec<usize> {
    let measures = index
        .words_if_ready(Unit::Measures, as_of)
        .map(|words| words.with_all(terms));
    let is_of_other = |place: &usize| match index.commitment(*place).home {
        Home::Measure(measure) => !measures.as_ref().is_some_and(|measures| measures.contains(measure)),
        Home::Report(_) => false,
    };
    found
        .into_iter()
        .flat_map(FixedBitSet::ones)
        .filter(is_of_other)
        .collect()
}

/// The same words in all sources, without any filter.
#[must_use]
pub fn everywhere(query: &Query) -> Query {
    Query {
        text: query.text.clone(),
        as_of: query.as_of,
        ..Query::everywhere(Facet::Source, &FacetKey::All)
    }
}
