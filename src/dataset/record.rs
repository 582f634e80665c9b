//! Facts and commitments found by their ids, whether they stand in a measure or in a general report.

use rustc_hash::FxHashMap;

use crate::dataset::Dataset;
use crate::domain::date::{Day, Period, When};
use crate::domain::delivery::Delivery;
use crate::domain::id::{LineId, MeasureId, ReportId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event, Measure, RelatedRecord, Report};
use crate::domain::outcome::{Evidence, Outcome};
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

/// The lines of general reports, by the places of the measures that they concern.
pub(super) type ConcernIndex = Vec<(usize, RecordPlace)>;

/// Each line of a general report with each measure that it concerns, in the order of the measures.
pub(super) fn concern_index(reports: &[Report], place: impl Fn(&MeasureId) -> Option<usize>) -> ConcernIndex {
    let mut all = ConcernIndex::new();
    for (report, section) in reports.iter().enumerate() {
        let events = section.state_of_play.iter().map(|event| &event.measures);
        let commitments = section.follow_up.iter().map(|commitment| &commitment.measures);
        let events = events.enumerate().map(|(line, measures)| (false, line, measures));
        let commitments = commitments.enumerate().map(|(line, measures)| (true, line, measures));
        for (is_commitment, line, measures) in events.chain(commitments) {
            let places = measures.iter().filter_map(&place);
            all.extend(places.map(|measure| (measure, (Home::Report(report), is_commitment, line))));
        }
    }
    sort::by_number(&mut all, |(measure, _)| i64::try_from(*measure).unwrap_or(i64::MAX));
    all
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
        Some(self.record_at(self.record_places[self.record_number(id)?]))
    }

    /// The number of the fact or commitment with that id, which no other has.
    pub fn record_number(&self, id: &LineId) -> Option<usize> {
        self.record_index.get(id.as_str()).copied()
    }

    fn record_at(&self, (home, is_commitment, place): RecordPlace) -> (Home, Record<'_>) {
        let record = if is_commitment {
            Record::Commitment(&self.commitments(home)[place])
        } else {
            Record::Event(&self.events(home)[place])
        };
        (home, record)
    }

    /// The lines of general reports that concern the measure at that place: facts, then commitments, section by section.
    pub fn concerning(&self, measure: usize) -> impl Iterator<Item = (Home, Record<'_>)> {
        let first = self.concern_index.partition_point(|(own, _)| *own < measure);
        let own = self.concern_index[first..]
            .iter()
            .take_while(move |(own, _)| *own == measure);
        own.map(|(_, place)| self.record_at(*place))
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
        let later = self.later_outcome(commitment, as_of).map(|outcome| outcome.state);
        match later {
            // What was under way then may be done since.
            Some(OutcomeState::Open) if self.is_past_horizon(as_of) => OutcomeState::Unknown,
            Some(later) => later,
            None => commitment.state(as_of, self.edition.status_date),
        }
    }

    /// The outcome of a commitment as known on `as_of`.
    pub fn known_outcome<'a>(&'a self, commitment: &'a Commitment, as_of: Day) -> Option<&'a Outcome> {
        let later = self.later_outcome(commitment, as_of);
        later.or_else(|| commitment.known_outcome(as_of, self.edition.status_date))
    }

    /// The latest time that a commitment named as evidence gives for the same thing, as far as it is known on `as_of`; only
    /// where it is not done, given up or past due on that day: then a plan says nothing.
    pub fn put_off_to(&self, commitment: &Commitment, as_of: Day) -> Option<When> {
        let state = self.state(commitment, as_of);
        let outcome = self
            .known_outcome(commitment, as_of)
            .filter(|_| matches!(state, OutcomeState::Open | OutcomeState::Changed))?;
        if let Some(announced) = self.announced_for(commitment, as_of) {
            return Some(announced);
        }
        let dues = outcome.evidence.iter().filter_map(|shown| match shown {
            Evidence::Line(id) => match self.record(id)? {
                (_, Record::Commitment(later)) => later.due,
                _ => None,
            },
            Evidence::Document(_) | Evidence::Later(_) => None,
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
            self.edition.status_date,
        )
    }
}
