//! Everything that the brief of a Presidency can hold, and what of it a query leaves.

use crate::dataset::{Home, Record};
use crate::domain::date::{Day, When, days_between};
use crate::domain::keyed::Keyed;
use crate::domain::presidency::Presidency;
use crate::index::FactFacets;
use crate::index::event_text;
use crate::index::{Jagged, short};
use crate::index::{LazyTextIndex, Texts};
use crate::query::brief::filter::{BriefFilter, narrowed_by};
use crate::query::brief::sections::{Stands, Told};
use crate::query::brief::{Brief, InOffice, Part};
use crate::query::{Basis, Index, Progress, Query};

/// Every line that the brief of a Presidency can hold as of a day, whatever is asked of it.
///
/// It takes one look at everything. After it a brief, and the counts beside it, cost what they list.
#[derive(Debug)]
pub struct BriefCandidates<'a> {
    told: Told<'a>,
    /// In order of time, those of one time in dataset order.
    pub(super) lines: Vec<Line<'a>>,
    /// For each fact among them, in dataset order, the numbers of the values under which it stands.
    values: Jagged<u32>,
    /// The words of the facts by the places of their lines; only a reader who searches them pays for them.
    words: LazyTextIndex,
}

/// A fact or commitment that stands in some section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) home: Home,
    pub(super) record: Record<'a>,
    /// Its place among all facts, or among the commitments of the index.
    pub(super) number: u32,
    /// Of a fact, the place of its values.
    values: u32,
    pub(super) basis: Option<Basis>,
    /// How it stands in each section, in their order.
    pub(super) stands: [Stands; Part::ALL.len()],
}

/// What can be told follows from whose brief it is and from the day.
impl PartialEq for BriefCandidates<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.told.dataset, other.told.dataset) && self.is_of(other.told.presidency, other.told.as_of)
    }
}

/// A matter that is collected home by home.
#[derive(Debug)]
pub(super) struct CandidatesDraft<'a> {
    matter: BriefCandidates<'a>,
    /// How many homes, facts and commitments were looked at.
    homes: usize,
    facts: u32,
    commitments: u32,
    /// For each line its place in time, and the one where it stands.
    order: Vec<(Time, u32)>,
}

/// Whether a line has no date, and the days by which it is put in order: numbers are compared faster than days.
type Time = (bool, i32, i32);

impl<'a> CandidatesDraft<'a> {
    /// Begins the brief of a Presidency as of a day.
    pub(super) fn new(presidency: &'a Presidency, as_of: Day, index: &Index<'a>) -> Self {
        let matter = BriefCandidates {
            told: Told::new(presidency, as_of, index.dataset()),
            lines: Vec::new(),
            values: Jagged::default(),
            words: LazyTextIndex::default(),
        };
        Self {
            matter,
            homes: 0,
            facts: 0,
            commitments: 0,
            order: Vec::new(),
        }
    }

    /// Whether it is the brief of that Presidency as of that day.
    pub(super) fn is_of(&self, presidency: &Presidency, as_of: Day) -> bool {
        self.matter.is_of(presidency, as_of)
    }

    /// Looks at so many more homes.
    pub(super) fn go_on(&mut self, how_many: usize, index: &Index<'a>) -> Progress {
        let dataset = index.dataset();
        let mut values = FactFacets::new(dataset, &index.values);
        let all = dataset.home_count();
        let end = all.min(self.homes.saturating_add(how_many));
        for home in dataset.homes_at(self.homes..end) {
            self.look_at(home, &mut values);
        }
        self.homes = end;
        Progress { done: end, all }
    }

    fn look_at(&mut self, home: Home, values: &mut FactFacets<'_>) {
        let BriefCandidates {
            told,
            lines,
            values: of_facts,
            ..
        } = &mut self.matter;
        let made = told.made(home);
        for record in told.dataset.records_of(home) {
            let before = match record {
                Record::Event(_) => &mut self.facts,
                Record::Commitment(_) => &mut self.commitments,
            };
            let number = *before;
            *before += 1;
            let basis = told.basis(record);
            let stands = [Part::Inherited, Part::Did, Part::Planned, Part::HandedOn]
                .map(|part| told.stands(part, record, basis, made));
            if stands != [Stands::Elsewhere; Part::ALL.len()] {
                self.order.push((order(record), short(lines.len())));
                lines.push(Line {
                    home,
                    record,
                    number,
                    values: short(of_facts.len()),
                    basis,
                    stands,
                });
                if let Record::Event(event) = record {
                    of_facts.push(values.of(home, event).iter().copied());
                }
            }
        }
    }

    /// The whole.
    pub(super) fn finish(mut self, index: &Index<'a>) -> BriefCandidates<'a> {
        self.go_on(usize::MAX, index);
        let mut matter = self.matter;
        self.order.sort_unstable();
        matter.lines = self
            .order
            .iter()
            .map(|(_, place)| matter.lines[*place as usize])
            .collect();
        matter.values.shrink();
        matter
    }
}

impl<'a> BriefCandidates<'a> {
    /// Looks at everything once.
    pub fn new(presidency: &'a Presidency, as_of: Day, index: &Index<'a>) -> Self {
        CandidatesDraft::new(presidency, as_of, index).finish(index)
    }

    /// Whether it is the brief of that Presidency as of that day.
    pub(super) fn is_of(&self, presidency: &Presidency, as_of: Day) -> bool {
        self.told.presidency == presidency && self.told.as_of == as_of
    }

    /// Whether its words are there.
    pub(super) fn knows_words(&self) -> bool {
        self.words.is_complete()
    }

    /// Reads the words of so many more lines.
    pub(super) fn read_words(&self, how_many: usize) -> Progress {
        self.words.read(&self.texts(), how_many)
    }

    fn texts(&self) -> Texts<'a, impl Fn(usize) -> String> {
        let dataset = self.told.dataset;
        Texts {
            count: self.lines.len(),
            text: move |place| match self.lines[place] {
                Line {
                    home,
                    record: Record::Event(event),
                    ..
                } => event_text(home, event, dataset),
                // Commitments have words of their own on each day.
                _ => String::new(),
            },
            glossary: &dataset.glossary,
        }
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
        let fitting = self.fitting(&BriefFilter::new(query, index));
        let section = |part: &Part| self.told.section(*part, &fitting, query.by, index);
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
    pub(super) fn fitting(&self, asked: &BriefFilter) -> Vec<&Line<'a>> {
        let worded = (!asked.words.is_empty()).then(|| self.words.all(&self.texts()).with_all(&asked.words));
        let has_words = |place: usize| worded.as_ref().is_none_or(|worded| worded.contains(place));
        let fits = |(place, line): &(usize, &Line<'a>)| match line.record {
            Record::Event(event) => asked.fits_event(event, self.values_of(line)) && has_words(*place),
            Record::Commitment(_) => asked.commitments.contains(line.number as usize),
        };
        let lines = self.lines.iter().enumerate().filter(fits);
        lines.map(|(_, line)| line).collect()
    }

    /// The numbers of the values under which a fact among the lines stands.
    pub(super) fn values_of(&self, fact: &Line<'a>) -> &[u32] {
        self.values.of(fact.values as usize)
    }
}

/// The order of time, in days: facts by their first day, commitments by the last one that was given; without a date last.
fn order(record: Record<'_>) -> Time {
    let Some(period) = record.when().map(When::period) else {
        return (true, 0, 0);
    };
    let [first, last] = [period.first(), period.last()].map(|day| days_between(Day::ZERO, day));
    match record {
        Record::Event(_) => (false, first, last),
        Record::Commitment(_) => (false, last, first),
    }
}
