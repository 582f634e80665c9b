//! What a brief comes to: its commitments by outcome, the nearest dates, and who is asked most.

use std::collections::BTreeMap;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::When;
use crate::domain::id::{BodyId, LineId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Commitment;
use crate::domain::sort;
use crate::domain::status::OutcomeState;
use crate::query::brief::{Brief, Part};

/// How many dates and owners it names.
const NAMED: usize = 5;

/// What a brief comes to, as of its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefSummary<'a> {
    /// How many commitments it inherited or planned.
    pub count: usize,
    /// How many of them have which outcome; those that none has are left out.
    pub states: Vec<(OutcomeState, usize)>,
    /// How many of them fall due within its term.
    pub due_in_term: usize,
    /// The open ones with the nearest dates, each with where it stands.
    pub nearest: Vec<(Home, &'a Commitment)>,
    /// Who owes most of those that are not settled, and how many.
    pub asked: Vec<(&'a BodyId, usize)>,
}

impl<'a> Brief<'a> {
    /// What it comes to.
    pub fn summary(&self, dataset: &Dataset) -> BriefSummary<'a> {
        use OutcomeState::{Open, PastDue, Unknown};
        let sections = self.sections.iter();
        let sections = sections.filter(|section| matches!(section.part, Part::Inherited | Part::Planned));
        let lines = sections.flat_map(|section| section.every_group().flat_map(|group| group.lines.iter()));
        let commitments = lines.filter_map(|line| match line.record {
            Record::Commitment(commitment) => Some((&commitment.id, (line.home, commitment))),
            Record::Event(_) => None,
        });
        // Each once, whatever sections and groups it stands in.
        let commitments: BTreeMap<&LineId, (Home, &'a Commitment)> = commitments.collect();
        let state = |commitment: &Commitment| dataset.state(commitment, self.as_of);
        let last_day = |commitment: &Commitment| commitment.due.map(|due| due.period().last());
        let mut states = [0; OutcomeState::ALL.len()];
        let mut asked: BTreeMap<&'a BodyId, usize> = BTreeMap::new();
        let mut nearest = Vec::new();
        for (home, commitment) in commitments.values() {
            let state = state(commitment);
            states[state as usize] += 1;
            if matches!(state, Open | PastDue | Unknown) {
                for owner in &commitment.owners {
                    *asked.entry(owner).or_default() += 1;
                }
            }
            if state == Open && last_day(commitment).is_some_and(|last| self.as_of <= last) {
                nearest.push((*home, *commitment));
            }
        }
        let is_in_term = |due: When| self.presidency.term.holds(due.period());
        let due_in_term = commitments.values();
        let due_in_term = due_in_term.filter(|(_, commitment)| commitment.due.is_some_and(is_in_term));
        let due_in_term = due_in_term.count();
        sort::by_key(&mut nearest, |(_, commitment)| last_day(commitment));
        nearest.truncate(NAMED);
        let mut asked: Vec<(&'a BodyId, usize)> = asked.into_iter().collect();
        sort::by_key(&mut asked, |(_, count)| std::cmp::Reverse(*count));
        asked.truncate(NAMED);
        let states = OutcomeState::ALL.iter().copied().zip(states);
        BriefSummary {
            count: commitments.len(),
            states: states.filter(|(_, count)| 0 < *count).collect(),
            due_in_term,
            nearest,
            asked,
        }
    }
}
