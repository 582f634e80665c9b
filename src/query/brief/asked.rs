//! Which lines a query lets into a brief, and how many each value of a filter would.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, When};
use crate::domain::id::BodyId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Event;
use crate::domain::presidency::Presidency;
use crate::query::brief::Part;
use crate::query::brief::told::Told;
use crate::query::facets::{FacetCounts, ValueCount};
use crate::query::search::words;
use crate::query::texts::event_text;
use crate::query::vocabulary::Vocabulary;
use crate::query::{ALL_SOURCES, Facet, Index, NO_DATE, Query, commitments};

/// The query as a brief takes it: the page names the Presidency, so no other is asked for.
pub fn in_brief(query: &Query) -> Query {
    let mut asked = query.clone();
    asked.filters.remove(&Facet::Presidency);
    asked.role = None;
    asked
}

/// A query, ready to be asked of lines.
///
/// A commitment fits when the list of commitments shows it. Of a fact the same is asked: its own bodies, systems, partners,
/// documents and words, and its measure's source, priority, status and working party; it never fits a filter on
/// commitments. Without a word on sources every source is meant: what was promised before the leading one stands in others.
pub(super) struct Asked<'a> {
    query: Query,
    dataset: &'a Dataset,
    /// The ids of the commitments that fit.
    commitments: HashSet<&'a str>,
    words: Vec<String>,
    /// What reads the texts of the facts; nothing where no words are asked for.
    vocabulary: Option<RefCell<Vocabulary>>,
}

impl<'a> Asked<'a> {
    pub(super) fn new(query: &Query, dataset: &'a Dataset, index: &Index) -> Self {
        let mut query = in_brief(query);
        let sources = query.filters.entry(Facet::Source);
        sources.or_insert_with(|| [ALL_SOURCES.to_owned()].into());
        let fitting = commitments(&query, index).into_iter();
        let words = words(&query.text);
        Self {
            commitments: fitting
                .map(|place| index.commitment(place))
                .map(|entry| dataset.commitments(entry.home)[entry.place].id.as_str())
                .collect(),
            vocabulary: (!words.is_empty()).then(|| RefCell::new(Vocabulary::new(&dataset.glossary))),
            query,
            dataset,
            words,
        }
    }

    /// Whether a line does.
    pub(super) fn fits(&self, home: Home, record: Record<'_>) -> bool {
        match record {
            Record::Event(event) => self.fits_event(home, event),
            Record::Commitment(commitment) => self.commitments.contains(commitment.id.as_str()),
        }
    }

    fn fits_event(&self, home: Home, event: &Event) -> bool {
        let record = Record::Event(event);
        let has_one = |facet: Facet, wanted: &BTreeSet<String>| {
            let own = values_of(home, record, facet, self.dataset.edition.status_date, self.dataset);
            own.iter().any(|value| wanted.contains(value))
        };
        let window = self.query.window;
        let filters = &self.query.filters;
        filters.iter().all(|(facet, wanted)| has_one(*facet, wanted))
            && (window.is_open() || event.when.is_some_and(|when| window.meets(when.period())))
            && self.vocabulary.as_ref().is_none_or(|vocabulary| {
                let text = event_text(home, event, self.dataset);
                vocabulary.borrow_mut().finds(&text, &self.words)
            })
    }
}

/// The counts of one filter beside the briefs of these Presidencies: for each value how many of their lines fit all other
/// filters, the words, and this value.
pub fn brief_facets<'i>(
    facet: Facet,
    presidencies: &[&Presidency],
    query: &Query,
    dataset: &Dataset,
    index: &'i Index,
) -> FacetCounts<'i> {
    let mut others = query.clone();
    others.filters.remove(&facet);
    let asked = Asked::new(&others, dataset, index);
    let as_of = query.day(dataset);
    let mut counted = HashSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for presidency in presidencies {
        let told = Told {
            presidency,
            as_of,
            dataset,
        };
        let lines = Part::ALL.iter().flat_map(|part| told.lines(*part));
        for line in lines.filter(|line| asked.fits(line.home, line.record)) {
            if counted.insert(line.record.id()) {
                for value in values_of(line.home, line.record, facet, as_of, dataset) {
                    *counts.entry(value).or_default() += 1;
                }
            }
        }
    }
    let value = |value: &'i crate::query::FacetValue| ValueCount {
        count: counts.get(&value.key).copied().unwrap_or_default(),
        is_chosen: query.has(facet, &value.key),
        key: value.key.as_str(),
    };
    FacetCounts {
        facet,
        values: index.values(facet).iter().map(value).collect(),
    }
}

/// Under which values of a filter a line stands, each once; none under the Presidencies, which a brief does not ask for.
pub(super) fn values_of(home: Home, record: Record<'_>, facet: Facet, day: Day, dataset: &Dataset) -> Vec<String> {
    let mut values = match facet {
        Facet::Source | Facet::Priority | Facet::Status | Facet::WorkingParty => values_of_home(home, facet, dataset),
        Facet::Presidency => Vec::new(),
        Facet::Body | Facet::System | Facet::Partner => {
            let bodies = record.bodies().filter_map(|id| dataset.body(id.as_str()));
            let fitting = bodies.filter(|body| Facet::of_bodies(body.kind) == facet);
            fitting.map(|body| body.id.to_string()).collect()
        }
        Facet::Document => record.documents().iter().map(ToString::to_string).collect(),
        Facet::DocumentKind => {
            let documents = record.documents().iter();
            let documents = documents.filter_map(|id| dataset.document(id.as_str()));
            documents.map(|document| document.kind.key().to_owned()).collect()
        }
        Facet::Owner | Facet::Outcome | Facet::Due => values_of_promise(record, facet, day, dataset),
    };
    values.sort_unstable();
    values.dedup();
    values
}

/// What is asked of the measure, or of the section of a general report.
fn values_of_home(home: Home, facet: Facet, dataset: &Dataset) -> Vec<String> {
    let all = || ALL_SOURCES.to_owned();
    match (home, facet) {
        (Home::Measure(place), _) => {
            let measure = &dataset.measures[place];
            match facet {
                Facet::Source => vec![measure.source.to_string(), all()],
                Facet::Priority => vec![measure.priority.to_string()],
                Facet::Status => vec![measure.status.key().to_owned()],
                _ => measure.working_parties.iter().map(BodyId::to_string).collect(),
            }
        }
        (Home::Report(place), Facet::Source) => vec![dataset.reports[place].source.to_string(), all()],
        (Home::Report(place), Facet::Priority) => {
            let priority = dataset.reports[place].priority.iter();
            priority.map(ToString::to_string).collect()
        }
        (Home::Report(_), _) => Vec::new(),
    }
}

/// What only a commitment has.
fn values_of_promise(record: Record<'_>, facet: Facet, day: Day, dataset: &Dataset) -> Vec<String> {
    let Record::Commitment(commitment) = record else {
        return Vec::new();
    };
    match (facet, commitment.due.map(When::period)) {
        (Facet::Owner, _) => commitment.owners.iter().map(BodyId::to_string).collect(),
        (Facet::Outcome, _) => {
            let state = commitment.state(day, dataset.edition.status_date);
            vec![state.key().to_owned()]
        }
        (_, Some(period)) => {
            let years = period.first().year()..=period.last().year();
            years.map(|year| year.to_string()).collect()
        }
        (_, None) => vec![NO_DATE.to_owned()],
    }
}

/// What narrows a brief, in words: each filter that is set with its values, the words, and the time that is looked at.
pub(super) fn narrowed_by(query: &Query, index: &Index) -> Vec<(&'static str, Vec<String>)> {
    let asked = in_brief(query);
    let label = |facet: Facet, key: &String| {
        let value = index.value(facet, key);
        value.map_or_else(|| key.clone(), |value| value.label.clone())
    };
    // All sources together narrow nothing.
    let is_narrowing =
        |(facet, _): &(&Facet, &BTreeSet<String>)| !(**facet == Facet::Source && asked.has(Facet::Source, ALL_SOURCES));
    let filters = asked.filters.iter().filter(is_narrowing).map(|(facet, values)| {
        let values = values.iter().map(|key| label(*facet, key));
        (facet.label(), values.collect())
    });
    let text = Some(asked.text.trim().to_owned()).filter(|text| !text.is_empty());
    let text = text.map(|text| ("Words", vec![text]));
    let window = asked.window.in_words().map(|window| ("Time", vec![window]));
    filters.chain(text).chain(window).collect()
}
