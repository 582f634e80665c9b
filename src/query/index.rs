//! What every query needs to know of each measure, worked out once.

use std::collections::HashMap;

use crate::dataset::{Dataset, Source};
use crate::domain::body::BodyKind;
use crate::domain::date::{Day, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::domain::status::{OutcomeState, Status};
use crate::query::involvement::{Involvement, involvements};
use crate::query::search::Acronyms;
use crate::query::{ALL_SOURCES, Facet};

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

/// The next thing due, or what is most overdue when nothing is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// Whether it was due before the edition's date.
    pub is_overdue: bool,
}

impl NextDue {
    /// What is to come before what is overdue, the soonest and the longest overdue first.
    fn order(&self) -> (bool, Day, Day) {
        (self.is_overdue, self.due.period().last(), self.due.period().first())
    }
}

/// One measure as queries see it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// For each facet but the Presidencies, the places of its values, sorted.
    pub(super) values: HashMap<Facet, Vec<usize>>,
    /// For each term of the rota, what it has to do with the measure.
    pub(super) involvements: Vec<Involvement>,
    /// The words by which it is found, sorted.
    pub(super) words: Vec<String>,
    pub(super) latest: Option<usize>,
    pub(super) latest_when: Option<When>,
    pub(super) next_due: Option<NextDue>,
    pub(super) overdue: Option<NextDue>,
}

/// The dataset as queries see it. Built once; each list has an entry for each measure, in dataset order.
#[derive(Clone, Debug)]
pub struct Index {
    values: HashMap<Facet, Vec<FacetValue>>,
    places: HashMap<(Facet, String), usize>,
    terms: HashMap<String, usize>,
    pub(super) entries: Vec<Entry>,
}

impl Index {
    /// Works everything out.
    pub fn new(dataset: &Dataset) -> Self {
        let values: HashMap<Facet, Vec<FacetValue>> = Facet::ALL
            .iter()
            .map(|facet| (*facet, values(*facet, dataset)))
            .collect();
        let mut places = HashMap::new();
        for (facet, list) in &values {
            places.extend(
                list.iter()
                    .enumerate()
                    .map(|(place, value)| ((*facet, value.key.clone()), place)),
            );
        }
        let acronyms = Acronyms::new(&dataset.glossary);
        let entries = dataset
            .measures
            .iter()
            .map(|measure| entry(measure, dataset, &places, &acronyms))
            .collect();
        let terms = dataset.rota.terms().iter().enumerate();
        let terms = terms
            .map(|(place, presidency)| (presidency.id.to_string(), place))
            .collect();
        Self {
            values,
            places,
            terms,
            entries,
        }
    }

    /// The values of a filter, in the order in which a reader should see them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// The value of a filter with that key.
    pub fn value(&self, facet: Facet, key: &str) -> Option<&FacetValue> {
        self.place(facet, key).map(|place| &self.values(facet)[place])
    }

    pub(super) fn place(&self, facet: Facet, key: &str) -> Option<usize> {
        self.places.get(&(facet, key.to_owned())).copied()
    }

    /// The place in the rota of the Presidency with that key.
    pub(super) fn term(&self, key: &str) -> Option<usize> {
        self.terms.get(key).copied()
    }

    /// What each term of the rota has to do with that measure.
    pub fn involvements(&self, measure: usize) -> &[Involvement] {
        &self.entries[measure].involvements
    }

    /// The place of the latest fact in the measure's state of play.
    pub fn latest(&self, measure: usize) -> Option<usize> {
        self.entries[measure].latest
    }

    /// What has been overdue longest for that measure.
    pub fn overdue(&self, measure: usize) -> Option<NextDue> {
        self.entries[measure].overdue
    }

    /// What is due next for that measure.
    pub fn next_due(&self, measure: usize) -> Option<NextDue> {
        self.entries[measure].next_due
    }
}

fn entry(measure: &Measure, dataset: &Dataset, places: &HashMap<(Facet, String), usize>, acronyms: &Acronyms) -> Entry {
    let mut values: HashMap<Facet, Vec<usize>> = HashMap::new();
    for (facet, key) in keys(measure, dataset) {
        if let Some(place) = places.get(&(facet, key.to_owned())) {
            values.entry(facet).or_default().push(*place);
        }
    }
    for list in values.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    let status_date = dataset.edition.status_date;
    let latest = latest(measure, status_date);
    Entry {
        values,
        involvements: involvements(measure, dataset),
        words: acronyms.words_of(measure, dataset),
        latest,
        latest_when: latest.and_then(|place| measure.state_of_play[place].when),
        next_due: dues(measure, status_date).min_by_key(NextDue::order),
        overdue: dues(measure, status_date)
            .filter(|due| due.is_overdue)
            .min_by_key(NextDue::order),
    }
}

/// Under which values a measure stands, the Presidencies apart.
fn keys<'a>(measure: &'a Measure, dataset: &'a Dataset) -> impl Iterator<Item = (Facet, &'a str)> {
    let bodies = measure.working_parties.iter().chain(&measure.bodies);
    let bodies = bodies
        .filter_map(|id| dataset.body(id.as_str()))
        .map(|body| (body_facet(body.kind), body.id.as_str()));
    let documents = measure
        .documents
        .iter()
        .map(|citation| (Facet::Document, citation.document.as_str()));
    let parties = measure
        .working_parties
        .iter()
        .map(|id| (Facet::WorkingParty, id.as_str()));
    [
        (Facet::Source, measure.source.as_str()),
        (Facet::Source, ALL_SOURCES),
        (Facet::Priority, measure.priority.as_str()),
        (Facet::Status, measure.status.key()),
    ]
    .into_iter()
    .chain(parties)
    .chain(bodies)
    .chain(documents)
}

/// Information systems and partners have filters of their own; every other body stands under `body`.
fn body_facet(kind: BodyKind) -> Facet {
    match kind {
        BodyKind::InformationSystem => Facet::System,
        BodyKind::Partner => Facet::Partner,
        _ => Facet::Body,
    }
}

/// The values that occur, each once.
fn values(facet: Facet, dataset: &Dataset) -> Vec<FacetValue> {
    match facet {
        Facet::Presidency => presidencies(dataset),
        Facet::Source => sources(dataset),
        Facet::Priority => {
            let value = |priority: &crate::dataset::Priority| FacetValue {
                key: priority.id.to_string(),
                label: priority.short_title.clone(),
                name: Some(priority.title.clone()),
            };
            dataset.priorities.iter().map(value).collect()
        }
        Facet::Status => {
            let value = |status: &Status| FacetValue {
                key: status.key().into(),
                label: status.label().into(),
                name: Some(status.definition().into()),
            };
            Status::ALL.iter().map(value).collect()
        }
        Facet::Document => {
            let value = |document: &crate::domain::document::Document| FacetValue {
                key: document.id.to_string(),
                label: document.name().to_owned(),
                name: document.title.clone(),
            };
            dataset.documents.iter().map(value).collect()
        }
        Facet::WorkingParty | Facet::Body | Facet::System | Facet::Partner => bodies(facet, dataset),
    }
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

/// Every term in which some measure has a part.
fn presidencies(dataset: &Dataset) -> Vec<FacetValue> {
    let all: Vec<Vec<Involvement>> = dataset
        .measures
        .iter()
        .map(|measure| involvements(measure, dataset))
        .collect();
    let terms = dataset.rota.terms().iter().enumerate();
    let touched = terms.filter(|(place, _)| all.iter().any(|involvements| involvements[*place].fits(None)));
    let value = |presidency: &crate::domain::presidency::Presidency| FacetValue {
        key: presidency.id.to_string(),
        label: presidency.country.clone(),
        name: Some(format!("{} to {}", presidency.term.first(), presidency.term.last())),
    };
    touched.map(|(_, presidency)| value(presidency)).collect()
}

/// The bodies that some measure names, agencies first, then by how many measures name them.
fn bodies(facet: Facet, dataset: &Dataset) -> Vec<FacetValue> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for measure in &dataset.measures {
        let mut named: Vec<&str> = keys(measure, dataset)
            .filter(|(of, _)| *of == facet)
            .map(|(_, key)| key)
            .collect();
        named.sort_unstable();
        named.dedup();
        for key in named {
            *counts.entry(key).or_default() += 1;
        }
    }
    let mut bodies: Vec<_> = dataset
        .bodies
        .iter()
        .filter(|body| counts.contains_key(body.id.as_str()))
        .collect();
    bodies.sort_by_key(|body| {
        let count = counts.get(body.id.as_str()).copied().unwrap_or_default();
        (
            body.kind != BodyKind::Agency,
            std::cmp::Reverse(count),
            body.short.clone(),
        )
    });
    let value = |body: &&crate::domain::body::Body| FacetValue {
        key: body.id.to_string(),
        label: body.short.clone(),
        name: (body.name != body.short).then(|| body.name.clone()),
    };
    bodies.iter().map(value).collect()
}

/// The latest dated fact up to the edition's date: the one that began last.
fn latest(measure: &Measure, status_date: Day) -> Option<usize> {
    let dated = measure
        .state_of_play
        .iter()
        .enumerate()
        .filter_map(|(place, event)| Some((event.when?.period(), place)));
    dated
        .filter(|(period, _)| period.first() <= status_date)
        .max()
        .map(|(_, place)| place)
}

/// Everything that is still to be done by some date.
fn dues(measure: &Measure, status_date: Day) -> impl Iterator<Item = NextDue> + '_ {
    measure
        .follow_up
        .iter()
        .enumerate()
        .filter_map(move |(place, commitment)| {
            let due = commitment.due?;
            let is_overdue = due.period().last() < status_date;
            let counts = match commitment.outcome.state {
                OutcomeState::Open => true,
                OutcomeState::Overdue => is_overdue,
                _ => false,
            };
            counts.then_some(NextDue {
                commitment: place,
                due,
                is_overdue,
            })
        })
}
