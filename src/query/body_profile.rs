//! Everything the dataset says about one body.

use std::collections::HashMap;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::body::Body;
use crate::domain::date::Day;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::later::LaterFact;
use crate::domain::measure::{Commitment, Event};
use crate::domain::sort;
use crate::domain::status::OutcomeState;

/// What a body did, what it owes, with whom, and in which documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyProfile<'a> {
    /// The measures that it is responsible for as a working party, by place.
    pub responsible: Vec<usize>,
    /// The measures that name it otherwise, in their lists or in one of their lines, by place.
    pub named: Vec<usize>,
    /// The facts that name it, in order of time; without a date last.
    pub facts: Vec<(Home, &'a Event)>,
    /// The facts that public pages report since and that name it, in order of time.
    pub since: Vec<(Home, &'a LaterFact)>,
    /// The commitments that it owns, in order of time; without a date last.
    pub owes: Vec<(Home, &'a Commitment)>,
    /// The commitments of others that name it, in the same order.
    pub concerned: Vec<(Home, &'a Commitment)>,
    /// Who else these facts and commitments name, and in how many of them; the most frequent first.
    pub with: Vec<(&'a Body, usize)>,
    /// The documents that they cite, and how often.
    pub documents: Vec<(&'a Document, usize)>,
}

/// Collects everything about a body in one pass over all lines.
pub fn body_profile<'a>(body: &BodyId, dataset: &'a Dataset) -> BodyProfile<'a> {
    let mut tally = Tally::default();
    let (mut responsible, mut named) = (Vec::new(), Vec::new());
    let (mut facts, mut owes, mut concerned) = (Vec::new(), Vec::new(), Vec::new());
    let mut since = Vec::new();
    for home in dataset.homes() {
        let before = tally.lines;
        for line in dataset
            .records_of(home)
            .filter(|line| line.bodies().any(|id| id == body))
        {
            tally.add(line);
            match line {
                Record::Event(event) => facts.push((home, event)),
                Record::Commitment(own) if own.owners.contains(body) => owes.push((home, own)),
                Record::Commitment(other) => concerned.push((home, other)),
            }
        }
        let names_it = |fact: &&LaterFact| fact.systems.contains(body) || fact.bodies.contains(body);
        let later = dataset.own_later_facts(home).iter().filter(names_it);
        since.extend(later.map(|fact| (home, fact)));
        if let Home::Measure(place) = home {
            let measure = &dataset.measures[place];
            if measure.working_parties.contains(body) {
                responsible.push(place);
            } else if before < tally.lines || measure.bodies.contains(body) {
                named.push(place);
            }
        }
    }
    sort::by_number(&mut facts, |(_, event)| event.order());
    sort::by_number(&mut since, |(_, fact)| fact.order());
    sort::by_number(&mut owes, |(_, commitment)| commitment.order());
    sort::by_number(&mut concerned, |(_, commitment)| commitment.order());
    tally.bodies.remove(body);
    BodyProfile {
        responsible,
        named,
        facts,
        since,
        owes,
        concerned,
        with: ranked(&tally.bodies, |id| dataset.body(id), |body| body.short.as_str()),
        documents: ranked(&tally.documents, |id| dataset.document(id), |document| document.name()),
    }
}

impl BodyProfile<'_> {
    /// How many of the commitments that it owns have each outcome on `as_of`, in the order of the outcomes; those without any are left out.
    pub fn outcomes(&self, as_of: Day, dataset: &Dataset) -> Vec<(OutcomeState, usize)> {
        Self::outcomes_of(&self.owes, as_of, dataset)
    }

    /// The same of those commitments.
    pub fn outcomes_of(
        commitments: &[(Home, &Commitment)],
        as_of: Day,
        dataset: &Dataset,
    ) -> Vec<(OutcomeState, usize)> {
        let states = commitments.iter().map(|(_, owed)| dataset.state(owed, as_of));
        let states: Vec<OutcomeState> = states.collect();
        let count = |state: OutcomeState| states.iter().filter(|owed| **owed == state).count();
        let counts = OutcomeState::ALL.iter().map(|state| (*state, count(*state)));
        counts.filter(|(_, count)| 0 < *count).collect()
    }
}

/// How many lines name each body and cite each document.
#[derive(Default)]
struct Tally<'a> {
    /// How many lines were counted.
    lines: usize,
    bodies: HashMap<&'a BodyId, usize>,
    documents: HashMap<&'a DocumentId, usize>,
}

impl<'a> Tally<'a> {
    fn add(&mut self, line: Record<'a>) {
        self.lines += 1;
        let mut bodies: Vec<&BodyId> = line.bodies().collect();
        sort::by_key(&mut bodies, |body| *body);
        bodies.dedup();
        for body in bodies {
            *self.bodies.entry(body).or_default() += 1;
        }
        for document in line.documents() {
            *self.documents.entry(document).or_default() += 1;
        }
    }
}

/// The most frequent first, then by name.
fn ranked<'a, Id, Record>(
    counts: &HashMap<&Id, usize>,
    record: impl Fn(&Id) -> Option<&'a Record>,
    name: impl Fn(&Record) -> &str,
) -> Vec<(&'a Record, usize)> {
    let mut ranked: Vec<(&Record, usize)> = counts
        .iter()
        .filter_map(|(id, count)| Some((record(id)?, *count)))
        .collect();
    sort::by(&mut ranked, |one, other| {
        other.1.cmp(&one.1).then_with(|| name(one.0).cmp(name(other.0)))
    });
    ranked
}
