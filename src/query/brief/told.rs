//! Which lines belong into which section of a brief, how each stands on the section's day, and in which group.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::delivery::Delivery;
use crate::domain::measure::Commitment;
use crate::domain::presidency::Presidency;
use crate::domain::status::OutcomeState;
use crate::query::brief::{BriefGroup, BriefLine, BriefSection, Part, office};
use crate::query::{Basis, BriefBy, Facet, Index};

/// A Presidency, and the day as of which its brief is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub(super) presidency: &'a Presidency,
    pub(super) as_of: Day,
    pub(super) dataset: &'a Dataset,
    /// The day as of which the leading source takes stock.
    stock: Option<Day>,
}

impl<'a> Told<'a> {
    pub(super) fn new(presidency: &'a Presidency, as_of: Day, dataset: &'a Dataset) -> Self {
        Self {
            presidency,
            as_of,
            dataset,
            stock: office::stock(dataset),
        }
    }

    /// The day on which a section tells how things stood.
    fn day(&self, part: Part) -> Day {
        let term = self.presidency.term;
        match part {
            Part::Inherited => term.first(),
            Part::Did | Part::Planned => self.as_of,
            Part::HandedOn => term.last().tomorrow().unwrap_or(term.last()),
        }
    }

    /// Whether a record belongs into a section; `basis` are its grounds, and it was made on `made`.
    pub(super) fn belongs(&self, part: Part, record: Record<'_>, basis: Option<Basis>, made: Option<Day>) -> bool {
        match (part, record) {
            (Part::Did | Part::Planned, Record::Event(event)) => {
                basis.is_some() && event.is_planned(self.as_of) == (part == Part::Planned)
            }
            (Part::Planned, Record::Commitment(_)) => basis.is_some(),
            (Part::Inherited | Part::HandedOn, Record::Commitment(commitment)) => {
                let day = self.day(part);
                let is_pending = || {
                    matches!(
                        self.state(commitment, day),
                        OutcomeState::Open | OutcomeState::Overdue | OutcomeState::Unknown
                    )
                };
                made.is_some_and(|made| made <= day) && is_pending()
            }
            (Part::Did, Record::Commitment(_)) | (Part::Inherited | Part::HandedOn, Record::Event(_)) => false,
        }
    }

    /// The line of a record in a section into which it belongs.
    pub(super) fn line(&self, part: Part, home: Home, record: Record<'a>, basis: Option<Basis>) -> BriefLine<'a> {
        let day = self.day(part);
        let (state, delivery) = match record {
            Record::Event(_) => (None, Delivery::Unmeasured),
            Record::Commitment(commitment) => {
                let state = self.state(commitment, day);
                (Some(state), self.delivery(commitment, state, day))
            }
        };
        BriefLine {
            home,
            record,
            basis,
            state,
            delivery,
        }
    }

    /// On what grounds a record belongs to the Presidency, if it does.
    pub(super) fn basis(&self, record: Record<'_>) -> Option<Basis> {
        if record.presidency() == Some(&self.presidency.id) {
            return Some(Basis::Named);
        }
        let falls = record
            .when()
            .is_some_and(|when| self.presidency.term.holds(when.period()));
        falls.then_some(Basis::ByDate)
    }

    /// From which day on what stands there counts as promised.
    pub(super) fn made(&self, home: Home) -> Option<Day> {
        let source = self.dataset.source_of(home)?;
        let leading = self.dataset.sources.first();
        let is_leading = leading.is_some_and(|leading| leading.id == source.id);
        Some(self.stock.filter(|_| is_leading).unwrap_or(source.date))
    }

    /// What had come of a commitment on that day; on a day after the one as of which the brief is told, what will have if
    /// nothing more is done.
    fn state(&self, commitment: &Commitment, day: Day) -> OutcomeState {
        let status_date = self.dataset.edition.status_date;
        let then = || commitment.state(day, status_date);
        if day <= self.as_of {
            return then();
        }
        match commitment.state(self.as_of, status_date) {
            OutcomeState::Open | OutcomeState::Overdue if commitment.outcome.state == OutcomeState::Unknown => then(),
            OutcomeState::Open | OutcomeState::Overdue => {
                let is_over = commitment.due.is_some_and(|due| due.period().last() < day);
                if is_over {
                    OutcomeState::Overdue
                } else {
                    OutcomeState::Open
                }
            }
            settled => settled,
        }
    }

    /// How it stood against the calendar; what is known of it is what is known by the day as of which the brief is told.
    fn delivery(&self, commitment: &Commitment, state: OutcomeState, day: Day) -> Delivery {
        let put_off_to = self.dataset.put_off_to(commitment, day.min(self.as_of));
        Delivery::of(state, commitment.due, commitment.outcome.date, put_off_to, day)
    }

    /// The lines of a section, which are in order of time, in groups.
    pub(super) fn section(
        &self,
        part: Part,
        lines: Vec<BriefLine<'a>>,
        by: BriefBy,
        index: &Index,
    ) -> BriefSection<'a> {
        let is_unknown = |line: &BriefLine| part != Part::Planned && line.state == Some(OutcomeState::Unknown);
        let (unknown, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_unknown);
        let is_overdue = |line: &&BriefLine| line.state == Some(OutcomeState::Overdue);
        let day = self.day(part);
        let is_handover = matches!(part, Part::Inherited | Part::HandedOn);
        let leading = self.dataset.sources.first();
        BriefSection {
            part,
            day,
            stock: leading
                .filter(|_| is_handover && self.stock == Some(day))
                .map(|source| source.number.as_str()),
            count: lines.len(),
            overdue: lines.iter().filter(is_overdue).count(),
            unknown_count: unknown.len(),
            groups: self.in_groups(lines, by, index),
            unknown: self.in_groups(unknown, by, index),
        }
    }

    /// The lines in groups, what is overdue first.
    fn in_groups(&self, lines: Vec<BriefLine<'a>>, by: BriefBy, index: &Index) -> Vec<BriefGroup<'a>> {
        let is_overdue = |line: &BriefLine<'_>| line.state == Some(OutcomeState::Overdue);
        let (overdue, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_overdue);
        let (facet, rest) = match by {
            BriefBy::Priority => (Facet::Priority, "Under no priority"),
            BriefBy::WorkingParty => (Facet::WorkingParty, "Under no working party"),
        };
        let values = index.values(facet);
        let mut members = vec![Vec::new(); values.len() + 1];
        let standings = index.on(self.as_of);
        let measures = index.measures_on(&standings);
        for line in overdue.into_iter().chain(others) {
            let mut own = match line.home {
                Home::Measure(place) => measures.values_of(place, facet, None).collect(),
                Home::Report(place) => self.values_of_report(place, facet, index),
            };
            if own.is_empty() {
                own.push(values.len());
            }
            for group in own {
                members[group].push(line);
            }
        }
        let named = values
            .iter()
            .map(|value| (Some(value.key.clone()), value.label.as_str(), value.name.clone()));
        let groups = named.chain([(None, rest, None)]).zip(members);
        let groups = groups.map(|((key, name, full), lines)| BriefGroup {
            key,
            name: name.to_owned(),
            full,
            lines,
        });
        groups.filter(|group| !group.lines.is_empty()).collect()
    }

    /// The places of the priority of a section of a general report; it has no working party.
    fn values_of_report(&self, place: usize, facet: Facet, index: &Index) -> Vec<usize> {
        let priority = self.dataset.reports[place].priority.as_ref();
        let priority = priority.filter(|_| facet == Facet::Priority);
        let place = priority.and_then(|id| index.place(facet, id.as_str()));
        place.into_iter().collect()
    }
}
