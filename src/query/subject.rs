//! What filters look at: a measure, or one line of a general report.

use std::collections::HashMap;

use crate::dataset::{Dataset, Record};
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure, Report};
use crate::query::involvement::{Involvement, of_measure, of_record};
use crate::query::{ALL_SOURCES, Facet, NO_DATE};

/// Where each value of each filter stands in its list.
pub(super) type Places = HashMap<(Facet, String), usize>;

/// A value of a filter.
pub(super) type Key = (Facet, String);

/// What filters see of a measure, or of one line of a general report.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// For each facet but the Presidencies, the places of its values, sorted.
    pub(super) values: HashMap<Facet, Vec<usize>>,
    /// For each term of the rota, what it has to do with it.
    pub(super) involvements: Vec<Involvement>,
}

impl Subject {
    /// A measure.
    pub(super) fn measure(measure: &Measure, dataset: &Dataset, places: &Places) -> Self {
        Self {
            values: sorted_places(keys_of_measure(measure, dataset), places),
            involvements: of_measure(measure, dataset),
        }
    }

    /// A line of a general report, which stands by itself.
    pub(super) fn record(record: Record<'_>, report: &Report, dataset: &Dataset, places: &Places) -> Self {
        Self {
            values: sorted_places(keys_of_record(record, report, dataset), places),
            involvements: of_record(record, dataset),
        }
    }
}

/// The places of those values, by filter, each once.
pub(super) fn sorted_places(keys: Vec<Key>, places: &Places) -> HashMap<Facet, Vec<usize>> {
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
    let mut keys = vec![
        (Facet::Source, measure.source.to_string()),
        (Facet::Source, ALL_SOURCES.to_owned()),
        (Facet::Priority, measure.priority.to_string()),
        (Facet::Status, measure.status.key().to_owned()),
    ];
    keys.extend(
        measure
            .working_parties
            .iter()
            .map(|id| (Facet::WorkingParty, id.to_string())),
    );
    keys.extend(keys_of_bodies(bodies.chain(events).chain(commitments), dataset));
    keys.extend(keys_of_documents(cited, dataset));
    keys
}

/// Under which values a line of a general report stands.
pub(super) fn keys_of_record(record: Record<'_>, report: &Report, dataset: &Dataset) -> Vec<Key> {
    let (bodies, owners, documents) = match record {
        Record::Event(event) => (&event.bodies, [].as_slice(), &event.documents),
        Record::Commitment(commitment) => (&commitment.bodies, commitment.owners.as_slice(), &commitment.documents),
    };
    let mut keys = vec![
        (Facet::Source, report.source.to_string()),
        (Facet::Source, ALL_SOURCES.to_owned()),
    ];
    keys.extend(report.priority.iter().map(|id| (Facet::Priority, id.to_string())));
    keys.extend(keys_of_bodies(bodies.iter().chain(owners), dataset));
    keys.extend(keys_of_documents(documents.iter(), dataset));
    keys
}

/// Under which values a commitment itself stands: its owners, its outcome, the years in which it is due, its systems.
pub(super) fn keys_of_commitment(commitment: &Commitment, dataset: &Dataset) -> Vec<Key> {
    let named = commitment.owners.iter().chain(&commitment.bodies);
    let systems = keys_of_bodies(named, dataset).filter(|(facet, _)| *facet == Facet::System);
    let mut keys: Vec<Key> = systems.collect();
    keys.extend(commitment.owners.iter().map(|id| (Facet::Owner, id.to_string())));
    keys.push((Facet::Outcome, commitment.outcome.state.key().to_owned()));
    match commitment.due.map(super::super::domain::date::When::period) {
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
