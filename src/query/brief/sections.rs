//! The sections of a brief: which lines they have, their state on the section's day, and their groups.

use std::sync::Arc;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::measure::Commitment;
use crate::domain::presidency::Presidency;
use crate::domain::status::OutcomeState;
use crate::query::brief::candidates::Line;
use crate::query::brief::{BriefGroup, BriefLine, BriefSection, Part, office};
use crate::query::{Basis, BriefBy, Facet, Index};
use crate::words::briefs as words;

/// The sections of the brief of a Presidency as of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sections<'a> {
    pub(super) presidency: &'a Presidency,
    pub(super) as_of: Day,
    pub(super) dataset: &'a Dataset,
    /// The day as of which the leading source takes stock.
    stock: Option<Day>,
}

/// The state of a record in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionState {
    /// It is not in that section.
    Absent,
    /// As a fact.
    Fact,
    /// As a commitment with that outcome on the section's day.
    Commitment(OutcomeState),
}

impl<'a> Sections<'a> {
    pub(super) fn new(presidency: &'a Presidency, as_of: Day, dataset: &'a Dataset) -> Self {
        Self {
            presidency,
            as_of,
            dataset,
            stock: office::stock(dataset),
        }
    }

    /// The day whose state a section shows.
    fn day(&self, part: Part) -> Day {
        let term = self.presidency.term;
        match part {
            Part::Inherited => term.first(),
            Part::Did | Part::Planned => self.as_of,
            Part::HandedOn => term.last().tomorrow().unwrap_or(term.last()),
        }
    }

    /// The state of a record in a section; `made` is the day from which it counts as promised.
    pub(super) fn section_state(
        &self,
        part: Part,
        record: Record<'_>,
        basis: Option<Basis>,
        made: Option<Day>,
    ) -> SectionState {
        let day = self.day(part);
        match (part, record) {
            (Part::Did | Part::Planned, Record::Event(event))
                if basis.is_some() && event.is_planned(self.as_of) == (part == Part::Planned) =>
            {
                SectionState::Fact
            }
            (Part::Planned, Record::Commitment(commitment)) if basis.is_some() => {
                SectionState::Commitment(self.state(commitment, day))
            }
            (Part::Inherited | Part::HandedOn, Record::Commitment(commitment))
                if made.is_some_and(|made| made <= day) =>
            {
                match self.state(commitment, day) {
                    state @ (OutcomeState::Open | OutcomeState::PastDue | OutcomeState::Unknown) => {
                        SectionState::Commitment(state)
                    }
                    _ => SectionState::Absent,
                }
            }
            _ => SectionState::Absent,
        }
    }

    /// The line of a section.
    fn line(&self, part: Part, day: Day, line: &Line<'a>) -> BriefLine<'a> {
        let is_there = |part: Part| line.stands[part as usize] != SectionState::Absent;
        BriefLine {
            home: line.home,
            record: line.record,
            basis: line.basis,
            state: match line.stands[part as usize] {
                SectionState::Commitment(state) => Some(state),
                SectionState::Fact | SectionState::Absent => None,
            },
            day,
            known_by: day.min(self.as_of),
            is_again: part == Part::HandedOn && is_there(Part::Inherited),
        }
    }

    /// Why a record belongs to the Presidency, if it does.
    pub(super) fn basis(&self, record: Record<'_>) -> Option<Basis> {
        if record.presidency() == Some(&self.presidency.id) {
            return Some(Basis::Named);
        }
        let falls = record
            .when()
            .is_some_and(|when| self.presidency.term.holds(when.period()));
        falls.then_some(Basis::ByDate)
    }

    /// The day from which the commitments of a measure or report section count as promised.
    pub(super) fn made(&self, home: Home) -> Option<Day> {
        let source = self.dataset.source_of(home)?;
        let leading = self.dataset.sources.first();
        let is_leading = leading.is_some_and(|leading| leading.id == source.id);
        Some(self.stock.filter(|_| is_leading).unwrap_or(source.date))
    }

    /// The outcome of a commitment on that day; for a day after the brief's own, as far as the brief's day knows it.
    fn state(&self, commitment: &Commitment, day: Day) -> OutcomeState {
        if day <= self.as_of {
            return self.dataset.state(commitment, day);
        }
        match self.dataset.state(commitment, self.as_of) {
            OutcomeState::Open if commitment.is_over(day) => OutcomeState::Unknown,
            known => known,
        }
    }

    /// A section of these lines, which are sorted by time.
    pub(super) fn section(&self, part: Part, lines: &[&Line<'a>], by: BriefBy, index: &Index) -> BriefSection<'a> {
        let day = self.day(part);
        let is_handover = matches!(part, Part::Inherited | Part::HandedOn);
        let leading = self.dataset.sources.first();
        let (mut known, mut unknown) = (Groups::new(by, index), Groups::new(by, index));
        let as_of = index.as_of(self.as_of);
        let measures = index.measures_as_of(&as_of);
        for line in lines
            .iter()
            .filter(|line| line.stands[part as usize] != SectionState::Absent)
        {
            let line = self.line(part, day, line);
            let is_unknown = part != Part::Planned && line.state == Some(OutcomeState::Unknown);
            let groups = if is_unknown { &mut unknown } else { &mut known };
            match line.home {
                Home::Measure(place) => groups.add(&line, measures.values_of(place, groups.facet, None)),
                Home::Report(place) => groups.add(&line, self.value_of_report(place, groups.facet, index).into_iter()),
            }
        }
        BriefSection {
            part,
            day,
            stock: leading
                .filter(|_| is_handover && self.stock == Some(day))
                .map(|source| source.number.as_str()),
            count: known.count,
            past_due: known.past_due,
            unknown_count: unknown.count,
            groups: known.finish(index),
            unknown: unknown.finish(index),
        }
    }

    /// The place of the priority of a section of a general report; it has no working party.
    fn value_of_report(&self, place: usize, facet: Facet, index: &Index) -> Option<usize> {
        let priority = self.dataset.reports[place].priority.as_ref();
        let priority = priority.filter(|_| facet == Facet::Priority);
        priority.and_then(|id| index.place(facet, &id.into()))
    }
}

/// Puts the lines of a section into groups.
struct Groups<'a> {
    facet: Facet,
    /// The name of the group of lines without a value.
    rest: String,
    /// How many lines there are, and how many of them are past due.
    count: usize,
    past_due: usize,
    /// For each value, and last for none, those past due and the others.
    members: Vec<[Vec<BriefLine<'a>>; 2]>,
}

impl<'a> Groups<'a> {
    fn new(by: BriefBy, index: &Index) -> Self {
        let facet = match by {
            BriefBy::Priority => Facet::Priority,
            BriefBy::WorkingParty => Facet::WorkingParty,
        };
        Self {
            facet,
            rest: index.dataset().vocabulary.say(words::REST[by as usize]),
            count: 0,
            past_due: 0,
            members: vec![Default::default(); index.values(facet).len() + 1],
        }
    }

    /// Adds a line to the groups of these values.
    fn add(&mut self, line: &BriefLine<'a>, values: impl Iterator<Item = usize>) {
        let is_past_due = line.state == Some(OutcomeState::PastDue);
        let list = usize::from(!is_past_due);
        self.count += 1;
        self.past_due += usize::from(is_past_due);
        let none = self.members.len() - 1;
        let mut values = values.peekable();
        if values.peek().is_none() {
            self.members[none][list].push(*line);
        }
        values.for_each(|value| self.members[value][list].push(*line));
    }

    /// The groups that are not empty, those past due first.
    fn finish(self, index: &Index) -> Arc<[BriefGroup<'a>]> {
        let values = index.values(self.facet).iter();
        let named = values.map(|value| (Some(value.key.clone()), value.label.as_str(), value.name.clone()));
        let groups = named.chain([(None, &*self.rest, None)]).zip(self.members);
        let groups = groups.map(|((key, name, full), [past_due, others])| BriefGroup {
            key,
            name: name.to_owned(),
            full,
            past_due: past_due.len(),
            lines: past_due.into_iter().chain(others).collect(),
        });
        groups.filter(|group| !group.lines.is_empty()).collect()
    }
}
