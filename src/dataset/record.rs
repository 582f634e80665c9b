//! Facts and commitments found by their ids, whether they stand in a measure or in a general report.

use rustc_hash::FxHashMap;

use crate::dataset::Dataset;
use crate::domain::date::{Day, Period, When};
use crate::domain::delivery::Delivery;
use crate::domain::id::{LineId, ReportId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event, Evidence, Measure, Outcome, RelatedRecord, Report};
use crate::domain::sort;
use crate::domain::status::OutcomeState;

/// The measure or report section of a fact or commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Home {
    /// The place of a measure in the dataset.
    Measure(usize),
    /// The place of a section of a general report in the dataset.
    Report(usize),
}

/// A fact or a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record<'a> {
    /// A fact: something that happened.
    Event(&'a Event),
    /// Something that was to be done.
    Commitment(&'a Commitment),
}

/// A tie between two records, as seen from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie<'a> {
    /// The id of the other record.
    pub other: &'a LineId,
    /// Whether the record itself says so, or the other one.
    pub is_own: bool,
    /// How they are tied.
    pub label: &'static str,
    /// The editor's words on the tie.
    pub note: Option<&'a str>,
}

/// For each record that others name in a tie, those others.
pub(super) type TieIndex = FxHashMap<LineId, Vec<LineId>>;

/// The ties as seen from the other side.
pub(super) fn tie_index(measures: &[Measure], reports: &[Report]) -> TieIndex {
    let of_measures = measures
        .iter()
        .map(|measure| (&measure.state_of_play, &measure.follow_up));
    let of_reports = reports.iter().map(|report| (&report.state_of_play, &report.follow_up));
    let mut index = TieIndex::default();
    for (events, commitments) in of_measures.chain(of_reports) {
        let events = events.iter().map(|event| (&event.id, &event.related));
        let commitments = commitments
            .iter()
            .map(|commitment| (&commitment.id, &commitment.related));
        for (id, related) in events.chain(commitments) {
            for tie in related {
                let told: &mut Vec<LineId> = index.entry(tie.record.clone()).or_default();
                // Two ties to one record are listed once, and both are found from there.
                if told.last().is_none_or(|last| last != id) {
                    told.push(id.clone());
                }
            }
        }
    }
    index
}

/// A record's home, whether it is a commitment, and its place in its list.
pub(super) type RecordPlace = (Home, bool, usize);

/// The places of all records, in the order in which the index of their ids counts them.
pub(super) fn record_places(reports: &[Report], measures: &[Measure]) -> Vec<RecordPlace> {
    let of_measures = measures
        .iter()
        .enumerate()
        .map(|(place, measure)| (Home::Measure(place), &measure.state_of_play, &measure.follow_up));
    let of_reports = reports
        .iter()
        .enumerate()
        .map(|(place, report)| (Home::Report(place), &report.state_of_play, &report.follow_up));
    let all = of_reports.chain(of_measures);
    let count = |(_, events, commitments): (Home, &Vec<Event>, &Vec<Commitment>)| events.len() + commitments.len();
    let mut places = Vec::with_capacity(all.clone().map(count).sum());
    for (home, events, commitments) in all {
        places.extend((0..events.len()).map(|place| (home, false, place)));
        places.extend((0..commitments.len()).map(|place| (home, true, place)));
    }
    places
}

/// The days from the first to the last date of those facts, commitments and outcomes, and within `around`.
pub(super) fn widened(around: Option<Period>, events: &[Event], commitments: &[Commitment]) -> Option<Period> {
    let dates = commitments
        .iter()
        .flat_map(|commitment| [commitment.due, commitment.outcome.date]);
    let dates = events.iter().map(|event| event.when).chain(dates);
    dates.flatten().map(When::period).chain(around).reduce(Period::joined)
}

impl Dataset {
    /// The facts that stand there.
    pub fn events(&self, home: Home) -> &[Event] {
        match home {
            Home::Measure(place) => &self.measures[place].state_of_play,
            Home::Report(place) => &self.reports[place].state_of_play,
        }
    }

    /// The commitments that stand there.
    pub fn commitments(&self, home: Home) -> &[Commitment] {
        match home {
            Home::Measure(place) => &self.measures[place].follow_up,
            Home::Report(place) => &self.reports[place].follow_up,
        }
    }

    /// The same facts in order of time.
    pub fn events_in_time(&self, home: Home) -> Vec<&Event> {
        let mut events: Vec<&Event> = self.events(home).iter().collect();
        sort::by_number(&mut events, |event| event.order());
        events
    }

    /// The same commitments in order of time.
    pub fn commitments_in_time(&self, home: Home) -> Vec<&Commitment> {
        let mut commitments: Vec<&Commitment> = self.commitments(home).iter().collect();
        sort::by_number(&mut commitments, |commitment| commitment.order());
        commitments
    }

    /// Every measure, and every section of a general report.
    pub fn homes(&self) -> impl Iterator<Item = Home> {
        let measures = (0..self.measures.len()).map(Home::Measure);
        measures.chain((0..self.reports.len()).map(Home::Report))
    }

    /// The days from the first to the last date of a fact, commitment or outcome; none without dates.
    pub fn span(&self) -> Option<Period> {
        self.span
    }

    /// The fact or commitment with that id, and its home.
    pub fn record(&self, id: &LineId) -> Option<(Home, Record<'_>)> {
        let (home, is_commitment, place) = self.record_places[*self.record_index.get(id.as_str())?];
        let record = if is_commitment {
            Record::Commitment(&self.commitments(home)[place])
        } else {
            Record::Event(&self.events(home)[place])
        };
        Some((home, record))
    }

    /// All ties of a record, in both directions.
    pub fn ties(&self, id: &LineId) -> Vec<Tie<'_>> {
        let own = self.related(id).iter().map(|tie| Tie {
            other: &tie.record,
            is_own: true,
            label: tie.relation.label(),
            note: tie.note.as_deref(),
        });
        let others = self.tie_index.get(id).into_iter().flatten();
        let told = others.flat_map(|other| {
            let ties = self.related(other).iter().filter(|tie| tie.record == *id);
            ties.map(move |tie| Tie {
                other,
                is_own: false,
                label: tie.relation.label_from_the_other_side(),
                note: tie.note.as_deref(),
            })
        });
        own.chain(told).collect()
    }

    fn related(&self, id: &LineId) -> &[RelatedRecord] {
        self.record(id).map_or(&[], |(_, record)| record.related())
    }

    /// Whether a line is shown with a measure or section: its own, or one of a general report that concerns it.
    pub fn shows(&self, home: Home, id: &LineId) -> bool {
        match (self.record(id), home) {
            (Some((stands, _)), _) if stands == home => true,
            (Some((Home::Report(_), record)), Home::Measure(place)) => {
                record.measures().contains(&self.measures[place].id)
            }
            _ => false,
        }
    }

    /// The place of the section of a general report with that id.
    pub fn report(&self, id: &ReportId) -> Option<usize> {
        self.reports.iter().position(|report| report.id == *id)
    }

    /// What has come of a commitment on `as_of`.
    pub fn state(&self, commitment: &Commitment, as_of: Day) -> OutcomeState {
        commitment.state(as_of, self.edition.status_date)
    }

    /// The outcome of a commitment as known on `as_of`.
    pub fn known_outcome<'a>(&self, commitment: &'a Commitment, as_of: Day) -> Option<&'a Outcome> {
        commitment.known_outcome(as_of, self.edition.status_date)
    }

    /// The latest time that a commitment named as evidence gives for the same thing, as far as it is known on `as_of`; only
    /// where it is not done, given up or overdue on that day: then a plan says nothing.
    pub fn put_off_to(&self, commitment: &Commitment, as_of: Day) -> Option<When> {
        let state = self.state(commitment, as_of);
        let outcome = self
            .known_outcome(commitment, as_of)
            .filter(|_| matches!(state, OutcomeState::Open | OutcomeState::Changed))?;
        let dues = outcome.evidence.iter().filter_map(|shown| match shown {
            Evidence::Line(id) => match self.record(id)? {
                (_, Record::Commitment(later)) => later.due,
                _ => None,
            },
            Evidence::Document(_) => None,
        });
        dues.max_by_key(|due| due.period().last())
    }

    /// How late or early a commitment is on `as_of`.
    pub fn delivery(&self, commitment: &Commitment, as_of: Day) -> Delivery {
        let outcome = self.known_outcome(commitment, as_of);
        Delivery::of(
            self.state(commitment, as_of),
            commitment.due,
            outcome.and_then(|outcome| outcome.date),
            self.put_off_to(commitment, as_of),
            as_of,
        )
    }
}
