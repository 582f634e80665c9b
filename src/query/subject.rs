//! What filters look at: a measure, a commitment, or one line of a general report.

use std::collections::HashMap;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::When;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure, Report};
use crate::query::standing::Standing;
use crate::query::{ALL_SOURCES, Facet, NO_DATE};

/// Where each value of each filter stands in its list.
pub(super) type Places = HashMap<(Facet, String), usize>;

/// A value of a filter.
pub(super) type Key = (Facet, String);

/// What filters see of a measure, a commitment, or one line of a general report on any day: for each facet but the
/// Presidencies and the outcomes, the places of its values, sorted.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    values: HashMap<Facet, Vec<usize>>,
}

impl Subject {
    /// A measure.
    pub(super) fn measure(measure: &Measure, dataset: &Dataset, places: &Places) -> Self {
        Self {
            values: sorted_places(keys_of_measure(measure, dataset), places),
        }
    }

    /// A line of a general report, which stands by itself.
    pub(super) fn line(record: Record<'_>, report: &Report, dataset: &Dataset, places: &Places) -> Self {
        let mut keys = keys_of_line(record, report, dataset);
        if let Record::Commitment(commitment) = record {
            keys.extend(keys_of_promise(commitment));
        }
        Self {
            values: sorted_places(keys, places),
        }
    }

    /// A commitment: whom and what it names itself, and where it stands.
    pub(super) fn commitment(home: Home, commitment: &Commitment, dataset: &Dataset, places: &Places) -> Self {
        let record = Record::Commitment(commitment);
        let mut keys = match home {
            Home::Measure(place) => keys_of_place(&dataset.measures[place]),
            Home::Report(place) => keys_of_report(&dataset.reports[place]),
        };
        keys.extend(keys_of_record(record, dataset));
        keys.extend(keys_of_promise(commitment));
        Self {
            values: sorted_places(keys, places),
        }
    }
}

/// What filters see of it on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub(super) subject: &'a Subject,
    pub(super) standing: &'a Standing,
}

impl<'a> Seen<'a> {
    /// The places of a filter's values, the Presidencies apart, sorted.
    pub(super) fn values(self, facet: Facet) -> &'a [usize] {
        match facet {
            Facet::Outcome => self.standing.outcome.as_slice(),
            _ => self.subject.values.get(&facet).map_or(&[], Vec::as_slice),
        }
    }
}

/// The places of those values, by filter, each once.
fn sorted_places(keys: Vec<Key>, places: &Places) -> HashMap<Facet, Vec<usize>> {
    let mut values: HashMap<Facet, Vec<usize>> = HashMap::new();
    for key in keys {
        if let Some(place) = places.get(&key) {
            values.entry(key.0).or_default().push(*place);
        }
    }
    for list in values.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    values
}

/// Under which values a measure stands, the Presidencies and its commitments' own apart.
pub(super) fn keys_of_measure(measure: &Measure, dataset: &Dataset) -> Vec<Key> {
    let events = measure.state_of_play.iter().flat_map(|event| &event.bodies);
    let commitments = measure
        .follow_up
        .iter()
        .flat_map(|commitment| commitment.owners.iter().chain(&commitment.bodies));
    let bodies = measure.working_parties.iter().chain(&measure.bodies);
    let cited = measure.documents.iter().map(|citation| &citation.document);
    let mut keys = keys_of_place(measure);
    keys.extend(keys_of_bodies(bodies.chain(events).chain(commitments), dataset));
    keys.extend(keys_of_documents(cited, dataset));
    keys
}

/// Where a measure stands: its source, priority, status and working parties.
fn keys_of_place(measure: &Measure) -> Vec<Key> {
    let parties = measure.working_parties.iter();
    let parties = parties.map(|id| (Facet::WorkingParty, id.to_string()));
    [
        (Facet::Source, measure.source.to_string()),
        (Facet::Source, ALL_SOURCES.to_owned()),
        (Facet::Priority, measure.priority.to_string()),
        (Facet::Status, measure.status.key().to_owned()),
    ]
    .into_iter()
    .chain(parties)
    .collect()
}

fn keys_of_report(report: &Report) -> Vec<Key> {
    let priority = report.priority.iter().map(|id| (Facet::Priority, id.to_string()));
    [
        (Facet::Source, report.source.to_string()),
        (Facet::Source, ALL_SOURCES.to_owned()),
    ]
    .into_iter()
    .chain(priority)
    .collect()
}

/// Under which values a line of a general report stands.
pub(super) fn keys_of_line(record: Record<'_>, report: &Report, dataset: &Dataset) -> Vec<Key> {
    let mut keys = keys_of_report(report);
    keys.extend(keys_of_record(record, dataset));
    keys
}

/// Whom and what a fact or commitment names itself.
fn keys_of_record(record: Record<'_>, dataset: &Dataset) -> Vec<Key> {
    let (bodies, owners, documents) = match record {
        Record::Event(event) => (&event.bodies, [].as_slice(), &event.documents),
        Record::Commitment(commitment) => (&commitment.bodies, commitment.owners.as_slice(), &commitment.documents),
    };
    let mut keys: Vec<Key> = keys_of_bodies(bodies.iter().chain(owners), dataset).collect();
    keys.extend(keys_of_documents(documents.iter(), dataset));
    keys
}

/// What only a commitment has, whatever the day: its owners, and the years in which it is due.
pub(super) fn keys_of_promise(commitment: &Commitment) -> Vec<Key> {
    let owners = commitment.owners.iter();
    let mut keys: Vec<Key> = owners.map(|id| (Facet::Owner, id.to_string())).collect();
    match commitment.due.map(When::period) {
        Some(period) => {
            let years = period.first().year()..=period.last().year();
            keys.extend(years.map(|year| (Facet::Due, year.to_string())));
        }
        None => keys.push((Facet::Due, NO_DATE.to_owned())),
    }
    keys
}

fn keys_of_bodies<'a>(ids: impl Iterator<Item = &'a BodyId>, dataset: &'a Dataset) -> impl Iterator<Item = Key> {
    ids.filter_map(|id| dataset.body(id.as_str()))
        .map(|body| (Facet::of_bodies(body.kind), body.id.to_string()))
}

fn keys_of_documents<'a>(ids: impl Iterator<Item = &'a DocumentId>, dataset: &'a Dataset) -> impl Iterator<Item = Key> {
    ids.filter_map(|id| dataset.document(id.as_str())).flat_map(|document| {
        [
            (Facet::Document, document.id.to_string()),
            (Facet::DocumentKind, document.kind.key().to_owned()),
        ]
    })
}
