//! Everything that the brief of a Presidency can hold, and what of it a query leaves.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, When, days_between};
use crate::domain::keyed::Keyed;
use crate::domain::presidency::Presidency;
use crate::query::brief::asked::{Asked, narrowed_by};
use crate::query::brief::told::Told;
use crate::query::brief::{Brief, InOffice, Part};
use crate::query::flat::short;
use crate::query::subject::FactValues;
use crate::query::{Basis, Index, Query};

/// Every line that the brief of a Presidency can hold as of a day, whatever is asked of it.
///
/// It takes one look at everything. After it a brief, and the counts beside it, cost what they list.
#[derive(Clone, Debug)]
pub struct BriefMatter<'a> {
    told: Told<'a>,
    /// In order of time, those of one time in dataset order.
    pub(super) lines: Vec<Line<'a>>,
}

/// A fact or commitment that stands in some section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) home: Home,
    pub(super) record: Record<'a>,
    /// Its place among all facts, or among the commitments of the index.
    pub(super) number: u32,
    basis: Option<Basis>,
    /// Whether it stands in each section, in their order.
    parts: [bool; Part::ALL.len()],
}

/// What can be told follows from whose brief it is and from the day.
impl PartialEq for BriefMatter<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.told.dataset, other.told.dataset)
            && self.told.presidency == other.told.presidency
            && self.told.as_of == other.told.as_of
    }
}

impl<'a> BriefMatter<'a> {
    /// Looks at everything once.
    pub fn new(presidency: &'a Presidency, as_of: Day, dataset: &'a Dataset) -> Self {
        let told = Told::new(presidency, as_of, dataset);
        let mut lines = Vec::new();
        let (mut facts, mut commitments) = (0, 0);
        for home in dataset.homes() {
            let made = told.made(home);
            for record in dataset.records_of(home) {
                let before = match record {
                    Record::Event(_) => &mut facts,
                    Record::Commitment(_) => &mut commitments,
                };
                let number = short(*before);
                *before += 1;
                let basis = told.basis(record);
                let parts = [Part::Inherited, Part::Did, Part::Planned, Part::HandedOn]
                    .map(|part| told.belongs(part, record, basis, made));
                if parts.contains(&true) {
                    lines.push(Line {
                        home,
                        record,
                        number,
                        basis,
                        parts,
                    });
                }
            }
        }
        lines.sort_by_cached_key(|line| order(line.record));
        Self { told, lines }
    }

    /// The brief of the lines that fit the query, which asks as of the same day.
    ///
    /// A line of every source counts unless the query names some. The query's own Presidencies are left out of account: the
    /// brief has its own.
    ///
    /// - A promise counts as made from the date of the source that makes it. The leading source takes stock at the handover to
    ///   the Presidency in office at the edition's date: what it lists counts as made by that day.
    /// - *Inherited*: made by the first day of the term, and open or overdue on it. What no source speaks of stands apart.
    /// - *Did*: facts that name the Presidency or fall wholly in its term, and are not later than the brief's day.
    /// - *Planned*: commitments that name it or are due wholly in its term, and facts that are later than the brief's day.
    /// - *Handed on*: the same as inherited, on the day after the last one of the term. So it is what the next one inherits.
    ///
    /// Where the text names it, that counts rather than the date. A line stands once in a section.
    pub fn brief(&self, query: &Query, index: &Index) -> Brief<'a> {
        let Told {
            presidency,
            as_of,
            dataset,
            ..
        } = self.told;
        let fitting = self.fitting(&mut Asked::new(query, dataset, index), index);
        let section = |part: &Part| {
            let lines = fitting.iter().filter(|line| line.parts[*part as usize]);
            let lines = lines.map(|line| self.told.line(*part, line.home, line.record, line.basis));
            self.told.section(*part, lines.collect(), query.by, index)
        };
        let terms = dataset.rota.terms().iter();
        Brief {
            presidency,
            trio: terms.filter(|term| term.trio == presidency.trio).collect(),
            as_of,
            record_ends: as_of.min(dataset.edition.status_date),
            in_office: InOffice::of(presidency, as_of),
            by: query.by,
            narrowed_by: narrowed_by(query, index),
            sections: Part::ALL.iter().map(section).collect(),
        }
    }

    /// The lines that fit, in order of time.
    pub(super) fn fitting(&self, asked: &mut Asked<'_>, index: &Index) -> Vec<&Line<'a>> {
        let mut values = FactValues::new(self.told.dataset, &index.values);
        self.lines.iter().filter(|line| asked.fits(line, &mut values)).collect()
    }

    pub(super) fn dataset(&self) -> &'a Dataset {
        self.told.dataset
    }
}

/// The order of time, in days: facts by their first day, commitments by the last one that was given; without a date last.
fn order(record: Record<'_>) -> (bool, i32, i32) {
    let Some(period) = record.when().map(When::period) else {
        return (true, 0, 0);
    };
    // Numbers are compared faster than days.
    let [first, last] = [period.first(), period.last()].map(|day| days_between(Day::ZERO, day));
    match record {
        Record::Event(_) => (false, first, last),
        Record::Commitment(_) => (false, last, first),
    }
}
