//! Every line that can be in the brief of a Presidency.

use std::sync::OnceLock;

use crate::dataset::{Home, Record};
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::domain::presidency::Presidency;
use crate::domain::sort;
use crate::index::{Jagged, LineFacets, TextIndex, line_text, short};
use crate::query::brief::filter::{BriefFilter, narrowed_by};
use crate::query::brief::sections::{SectionState, Sections};
use crate::query::brief::{Brief, InOffice, Part};
use crate::query::{Basis, BriefBy, Index, Query};

/// Every line that can be in the brief of a Presidency as of a day, whatever the filters.
///
/// Collected in one pass over the dataset; after that, a brief and its counts cost in proportion to their lines.
#[derive(Debug, PartialEq, Eq)]
pub struct BriefCandidates<'a> {
    sections: Sections<'a>,
    /// By time; ties in dataset order.
    pub(super) lines: Vec<Line<'a>>,
    /// For each fact, in dataset order, the numbers of its facet values.
    values: Jagged<u32>,
    /// The words of the facts by the places of their lines, indexed on first use.
    words: OnceLock<TextIndex>,
}

/// A fact or commitment that is in some section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) home: Home,
    pub(super) record: Record<'a>,
    /// Its place among all facts, or among the commitments of the index.
    pub(super) number: u32,
    /// For a fact, its place in `values`.
    values: u32,
    pub(super) basis: Option<Basis>,
    /// Its state in each section, in their order.
    pub(super) stands: [SectionState; Part::ALL.len()],
}

impl<'a> BriefCandidates<'a> {
    /// Collects them.
    pub fn new(presidency: &'a Presidency, as_of: Day, index: &Index<'a>) -> Self {
        let dataset = index.dataset();
        let sections = Sections::new(presidency, as_of, dataset);
        let mut of_facts = LineFacets::new(dataset, &index.values);
        let (mut lines, mut values) = (Vec::new(), Jagged::default());
        let (mut facts, mut commitments) = (0, 0);
        for home in dataset.homes() {
            let made = sections.made(home);
            for record in dataset.records_of(home) {
                let count = match record {
                    Record::Event(_) => &mut facts,
                    Record::Commitment(_) => &mut commitments,
                };
                let number = *count;
                *count += 1;
                let basis = sections.basis(record);
                let stands = [Part::Inherited, Part::Did, Part::Planned, Part::HandedOn]
                    .map(|part| sections.section_state(part, record, basis, made));
                if stands == [SectionState::Absent; Part::ALL.len()] {
                    continue;
                }
                lines.push(Line {
                    home,
                    record,
                    number,
                    values: short(values.len()),
                    basis,
                    stands,
                });
                if let Record::Event(_) = record {
                    values.push(of_facts.of(home, record).iter().copied());
                }
            }
        }
        sort::by_number(&mut lines, |line| line.record.order());
        values.shrink();
        Self {
            sections,
            lines,
            values,
            words: OnceLock::new(),
        }
    }

    /// Whether they are for that Presidency and day.
    pub(super) fn is_of(&self, presidency: &Presidency, as_of: Day) -> bool {
        self.sections.presidency == presidency && self.sections.as_of == as_of
    }

    /// The words of the facts by the places of their lines. Those of commitments are in [`AsOf`](crate::index::AsOf).
    fn words(&self) -> &TextIndex {
        self.words.get_or_init(|| {
            let dataset = self.sections.dataset;
            let texts = self.lines.iter().map(|line| match line.record {
                Record::Event(_) => line_text(line.home, line.record, self.sections.as_of, dataset),
                Record::Commitment(_) => String::new(),
            });
            TextIndex::new(texts, &dataset.glossary)
        })
    }

    /// The brief of the lines that match a query of the same day.
    ///
    /// The query's own Presidencies are ignored.
    ///
    /// - A promise counts as made from the date of the source that makes it. The leading source takes stock at the handover to
    ///   the Presidency in office at the edition's date: what it lists counts as made by that day.
    /// - *Inherited*: made by the first day of the term, and open or past due on it. Those without a known outcome are listed apart.
    /// - *Did*: facts that name the Presidency or fall wholly in its term, and are not later than the brief's day.
    /// - *Planned*: commitments that name it or are due wholly in its term, and facts that are later than the brief's day.
    /// - *Handed on*: the same as inherited, on the day after the last one of the term. So it is what the next one inherits.
    ///
    /// Where the text names it, that counts rather than the date. A line is listed once in a section.
    pub fn brief(&self, query: &Query, by: BriefBy, index: &Index) -> Brief<'a> {
        let Sections {
            presidency,
            as_of,
            dataset,
            ..
        } = self.sections;
        let fitting = self.fitting(&BriefFilter::new(query, index));
        let section = |part: &Part| self.sections.section(*part, &fitting, by, index);
        let terms = dataset.rota.terms().iter();
        let sources = dataset.sources.iter().enumerate();
        let sources = sources.filter(|(place, source)| query.counts_source(*place, &source.id));
        Brief {
            sources: sources.map(|(_, source)| source.number.as_str()).collect(),
            presidency,
            trio: terms.filter(|term| term.trio == presidency.trio).collect(),
            as_of,
            record_ends: as_of.min(dataset.edition.status_date),
            in_office: InOffice::of(presidency, as_of),
            by,
            narrowed_by: narrowed_by(query, index),
            sections: Part::ALL.iter().map(section).collect(),
        }
    }

    /// The lines that match, by time.
    pub(super) fn fitting(&self, filter: &BriefFilter) -> Vec<&Line<'a>> {
        let worded = (!filter.terms.is_empty()).then(|| self.words().with_all(&filter.terms));
        let has_words = |place: usize| worded.as_ref().is_none_or(|worded| worded.contains(place));
        let fits = |(place, line): &(usize, &Line<'a>)| match line.record {
            Record::Event(event) => filter.fits_event(event, self.values_of(line)) && has_words(*place),
            Record::Commitment(_) => filter.commitments.contains(line.number as usize),
        };
        let lines = self.lines.iter().enumerate().filter(fits);
        lines.map(|(_, line)| line).collect()
    }

    /// The numbers of the facet values of a fact.
    pub(super) fn values_of(&self, fact: &Line<'a>) -> &[u32] {
        self.values.of(fact.values as usize)
    }
}
