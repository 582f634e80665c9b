//! The values by which each filter can be set, in the order in which a reader should see them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::dataset::{Dataset, Home, Priority, Record, Source};
use crate::domain::body::{Body, BodyKind};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::keyed::Keyed;
use crate::domain::presidency::Presidency;
use crate::domain::status::{OutcomeState, Status};
use crate::query::involvement::{of_measure, of_record};
use crate::query::subject::{keys_of_line, keys_of_measure, keys_of_promise};
use crate::query::{ALL_SOURCES, Facet, NO_DATE, NO_FOLLOW_UP};

/// One value by which a filter can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value in links.
    pub key: String,
    /// The value for readers.
    pub label: String,
    /// The full name, where the label is short for it.
    pub name: Option<String>,
}

/// The values of every filter; those of the Presidencies, bodies, owners and due dates are the ones that occur.
pub(super) fn values(dataset: &Dataset) -> HashMap<Facet, Vec<FacetValue>> {
    let named = Named::new(dataset);
    let of = |facet: &Facet| match facet {
        Facet::Presidency => presidencies(dataset),
        Facet::Source => sources(dataset),
        Facet::Priority => dataset.priorities.iter().map(priority).collect(),
        Facet::Status => closed(Status::ALL, Status::definition),
        Facet::Outcome => {
            let nothing = FacetValue {
                key: NO_FOLLOW_UP.into(),
                label: "no follow-up".into(),
                name: Some("The source names nothing to follow.".into()),
            };
            let states = closed(OutcomeState::ALL, OutcomeState::definition);
            states.into_iter().chain([nothing]).collect()
        }
        Facet::DocumentKind => kinds(dataset),
        Facet::Document => dataset.documents.iter().map(document).collect(),
        Facet::Due => named.years(),
        Facet::WorkingParty | Facet::Body | Facet::System | Facet::Partner | Facet::Owner => {
            named.bodies(*facet, dataset)
        }
    };
    Facet::ALL.iter().map(|facet| (*facet, of(facet))).collect()
}

/// How many measures, and how many lines of the general reports, name each value.
struct Named {
    counts: HashMap<(Facet, String), (usize, usize)>,
}

impl Named {
    fn new(dataset: &Dataset) -> Self {
        let mut counts: HashMap<(Facet, String), (usize, usize)> = HashMap::new();
        for measure in &dataset.measures {
            let own = measure.follow_up.iter();
            let own = own.flat_map(keys_of_promise);
            let keys: HashSet<_> = keys_of_measure(measure, dataset).into_iter().chain(own).collect();
            for key in keys {
                counts.entry(key).or_default().0 += 1;
            }
        }
        for report in &dataset.reports {
            let own = report.follow_up.iter();
            let own = own.flat_map(keys_of_promise);
            let events = report.state_of_play.iter().map(Record::Event);
            let records = events.chain(report.follow_up.iter().map(Record::Commitment));
            let keys = records.flat_map(|record| keys_of_line(record, report, dataset));
            for key in keys.chain(own) {
                counts.entry(key).or_default().1 += 1;
            }
        }
        Self { counts }
    }

    /// Agencies first, then by how many measures name them.
    fn bodies(&self, facet: Facet, dataset: &Dataset) -> Vec<FacetValue> {
        let count = |body: &Body| self.counts.get(&(facet, body.id.to_string())).copied();
        let mut bodies: Vec<_> = dataset
            .bodies
            .iter()
            .filter_map(|body| Some((body, count(body)?)))
            .collect();
        bodies.sort_by_key(|(body, count)| {
            (
                body.kind != BodyKind::Agency,
                std::cmp::Reverse(*count),
                body.short.clone(),
            )
        });
        let value = |(body, _): (&Body, (usize, usize))| FacetValue {
            key: body.id.to_string(),
            label: body.short.clone(),
            name: (body.name != body.short).then(|| body.name.clone()),
        };
        bodies.into_iter().map(value).collect()
    }

    /// Every year in which something is due, and at last what has no date.
    fn years(&self) -> Vec<FacetValue> {
        let due = self.counts.keys().filter(|(facet, _)| *facet == Facet::Due);
        let years: BTreeSet<&str> = due.map(|(_, key)| key.as_str()).filter(|key| *key != NO_DATE).collect();
        let value = |key: &str, label: &str| FacetValue {
            key: key.into(),
            label: label.into(),
            name: None,
        };
        let years = years.into_iter().map(|year| value(year, year));
        years.chain([value(NO_DATE, "no date")]).collect()
    }
}

fn closed<Value: Keyed>(all: &[Value], definition: impl Fn(Value) -> &'static str) -> Vec<FacetValue> {
    let value = |value: &Value| FacetValue {
        key: value.key().into(),
        label: value.label().into(),
        name: Some(definition(*value).into()),
    };
    all.iter().map(value).collect()
}

fn priority(priority: &Priority) -> FacetValue {
    FacetValue {
        key: priority.id.to_string(),
        label: priority.short_title.clone(),
        name: Some(priority.title.clone()),
    }
}

fn document(document: &Document) -> FacetValue {
    FacetValue {
        key: document.id.to_string(),
        label: document.name().to_owned(),
        name: document.title.clone(),
    }
}

/// The kinds that occur.
fn kinds(dataset: &Dataset) -> Vec<FacetValue> {
    let occurs = |kind: &&DocumentKind| dataset.documents.iter().any(|document| document.kind == **kind);
    let value = |kind: &DocumentKind| FacetValue {
        key: kind.key().into(),
        label: kind.label().into(),
        name: None,
    };
    DocumentKind::ALL.iter().filter(occurs).map(value).collect()
}

/// The sources that have measures, and at last all of them together.
fn sources(dataset: &Dataset) -> Vec<FacetValue> {
    let has_measures = |source: &&Source| dataset.measures.iter().any(|measure| measure.source == source.id);
    let value = |source: &Source| FacetValue {
        key: source.id.to_string(),
        label: source.number.clone(),
        name: Some(source.title.clone()),
    };
    let all = FacetValue {
        key: ALL_SOURCES.into(),
        label: "all documents".into(),
        name: None,
    };
    dataset
        .sources
        .iter()
        .filter(has_measures)
        .map(value)
        .chain([all])
        .collect()
}

/// Every term that some measure, or some line of a general report, has to do with.
fn presidencies(dataset: &Dataset) -> Vec<FacetValue> {
    let mut touched = vec![false; dataset.rota.terms().len()];
    // On another day a part may be another one, but is never lost.
    let day = dataset.edition.status_date;
    let mut touch = |involvements: Vec<crate::query::Involvement>| {
        for (touched, involvement) in touched.iter_mut().zip(involvements) {
            *touched |= involvement.fits(None);
        }
    };
    for measure in &dataset.measures {
        touch(of_measure(measure, day, dataset));
    }
    for home in (0..dataset.reports.len()).map(Home::Report) {
        for event in dataset.events(home) {
            touch(of_record(Record::Event(event), day, dataset));
        }
        for commitment in dataset.commitments(home) {
            touch(of_record(Record::Commitment(commitment), day, dataset));
        }
    }
    let value = |presidency: &Presidency| FacetValue {
        key: presidency.id.to_string(),
        label: presidency.country.clone(),
        name: Some(format!("{} to {}", presidency.term.first(), presidency.term.last())),
    };
    let terms = dataset.rota.terms().iter().zip(touched);
    terms
        .filter(|(_, touched)| *touched)
        .map(|(presidency, _)| value(presidency))
        .collect()
}
