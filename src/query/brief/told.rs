//! Which lines belong into which section of a brief, how each stands on the section's day, and in which group.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, When};
use crate::domain::delivery::Delivery;
use crate::domain::measure::Commitment;
use crate::domain::presidency::Presidency;
use crate::domain::status::OutcomeState;
use crate::query::brief::{BriefGroup, BriefLine, BriefSection, Part, asked, office};
use crate::query::{Basis, BriefBy, Facet, Index};

/// A Presidency, and the day as of which its brief is told.
pub(super) struct Told<'a> {
    pub(super) presidency: &'a Presidency,
    pub(super) as_of: Day,
    pub(super) dataset: &'a Dataset,
}

impl<'a> Told<'a> {
    /// The day on which a section tells how things stood.
    fn day(&self, part: Part) -> Day {
        let term = self.presidency.term;
        match part {
            Part::Inherited => term.first(),
            Part::Did | Part::Planned => self.as_of,
            Part::HandedOn => term.last().tomorrow().unwrap_or(term.last()),
        }
    }

    /// Every line of a section, in dataset order.
    pub(super) fn lines(&self, part: Part) -> Vec<BriefLine<'a>> {
        let records = self.dataset.records();
        let lines = records.filter_map(|(home, record)| self.line(part, home, record));
        lines.collect()
    }

    /// The line of a record, if it belongs into the section.
    fn line(&self, part: Part, home: Home, record: Record<'a>) -> Option<BriefLine<'a>> {
        let day = self.day(part);
        let basis = self.basis(record);
        let line = |state, delivery| BriefLine {
            home,
            record,
            basis,
            state,
            delivery,
        };
        match (part, record) {
            (Part::Did, Record::Event(event)) if !event.is_planned(self.as_of) => {
                basis.map(|_| line(None, Delivery::Unmeasured))
            }
            (Part::Planned, Record::Event(event)) if event.is_planned(self.as_of) => {
                basis.map(|_| line(None, Delivery::Unmeasured))
            }
            (Part::Planned, Record::Commitment(commitment)) => {
                let state = self.state(commitment, day);
                basis.map(|_| line(Some(state), self.delivery(commitment, state, day)))
            }
            (Part::Inherited | Part::HandedOn, Record::Commitment(commitment)) if self.is_made(home, day) => {
                let state = self.state(commitment, day);
                let is_pending = matches!(
                    state,
                    OutcomeState::Open | OutcomeState::Overdue | OutcomeState::Unknown
                );
                is_pending.then(|| line(Some(state), self.delivery(commitment, state, day)))
            }
            _ => None,
        }
    }

    fn basis(&self, record: Record<'_>) -> Option<Basis> {
        if record.presidency() == Some(&self.presidency.id) {
            return Some(Basis::Named);
        }
        let falls = record
            .when()
            .is_some_and(|when| self.presidency.term.holds(when.period()));
        falls.then_some(Basis::ByDate)
    }

    /// Whether what stands there was promised by that day.
    fn is_made(&self, home: Home, day: Day) -> bool {
        let Some(source) = self.dataset.source_of(home) else {
            return false;
        };
        let is_leading = self
            .dataset
            .sources
            .first()
            .is_some_and(|leading| leading.id == source.id);
        let stock = office::stock(self.dataset).filter(|_| is_leading);
        stock.unwrap_or(source.date) <= day
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

    /// The lines of a section in groups.
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
                .filter(|_| is_handover && office::stock(self.dataset) == Some(day))
                .map(|source| source.number.as_str()),
            count: lines.len(),
            overdue: lines.iter().filter(is_overdue).count(),
            unknown_count: unknown.len(),
            groups: self.in_groups(lines, by, index),
            unknown: self.in_groups(unknown, by, index),
        }
    }

    fn in_groups(&self, mut lines: Vec<BriefLine<'a>>, by: BriefBy, index: &Index) -> Vec<BriefGroup<'a>> {
        lines.sort_by_key(|line| (line.state != Some(OutcomeState::Overdue), order(line.record)));
        let (facet, rest) = match by {
            BriefBy::Priority => (Facet::Priority, "Under no priority"),
            BriefBy::WorkingParty => (Facet::WorkingParty, "Under no working party"),
        };
        let own: Vec<Vec<String>> = lines
            .iter()
            .map(|line| asked::values_of(line.home, line.record, facet, self.as_of, self.dataset))
            .collect();
        let group = |key: Option<&str>, name: &str, full: Option<&String>| {
            let is_in = |own: &Vec<String>| match key {
                Some(key) => own.iter().any(|own| own == key),
                None => own.is_empty(),
            };
            let members = lines.iter().zip(&own).filter(|(_, own)| is_in(own));
            BriefGroup {
                key: key.map(str::to_owned),
                name: name.to_owned(),
                full: full.cloned(),
                lines: members.map(|(line, _)| *line).collect(),
            }
        };
        let values = index.values(facet).iter();
        let named = values.map(|value| group(Some(&value.key), &value.label, value.name.as_ref()));
        let groups = named.chain([group(None, rest, None)]);
        groups.filter(|group| !group.lines.is_empty()).collect()
    }
}

/// The order of time: facts by their first day, commitments by the last one that was given; without a date last.
fn order(record: Record<'_>) -> (bool, Option<(Day, Day)>) {
    let period = record.when().map(When::period);
    let days = period.map(|period| match record {
        Record::Event(_) => (period.first(), period.last()),
        Record::Commitment(_) => (period.last(), period.first()),
    });
    (days.is_none(), days)
}
