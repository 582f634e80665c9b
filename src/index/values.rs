//! The values of each filter, in display order.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use crate::dataset::{Dataset, Priority};
use crate::domain::body::Body;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::keyed::Keyed;
use crate::domain::later::Found;
use crate::domain::measure::Naming;
use crate::domain::presidency::Presidency;
use crate::domain::sort;
use crate::domain::status::{OutcomeState, Status};
use crate::index::jagged::short;
use crate::index::measure_facets::{Candidates, Mentions, Named};
use crate::index::{Facet, FacetKey};
use crate::words::{choices as words, date, names};

/// The first year that a date can have.
pub(crate) const FIRST_YEAR: i16 = 1000;

/// The last one.
const LAST_YEAR: i16 = 9999;

/// The place of the candidate for no date, behind all years.
pub(crate) const NO_YEAR: usize = LAST_YEAR.abs_diff(FIRST_YEAR) as usize + 1;

/// A value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its key.
    pub key: FacetKey,
    /// The value for readers.
    pub label: String,
    /// The full name, where the label is short for it.
    pub name: Option<String>,
}

/// The values of every filter, numbered consecutively filter by filter.
///
/// Presidencies, bodies, owners and due dates are listed only if they occur.
#[derive(Debug)]
pub(crate) struct Values {
    /// By filter.
    lists: Vec<Vec<FacetValue>>,
    /// The number of the first value of each filter, then the number of all values.
    starts: Vec<usize>,
    /// By filter, the place of each key in its list.
    places: Vec<HashMap<FacetKey, u32>>,
    candidates: Candidates,
    /// The value that each candidate became, if any.
    numbers: Vec<Option<u32>>,
}

impl Values {
    /// Lists and numbers the values that occur.
    pub(crate) fn new(dataset: &Dataset, mentions: &Mentions, touched_terms: &[bool]) -> Self {
        let candidates = mentions.candidates().clone();
        let mut values = Self {
            lists: Vec::new(),
            starts: vec![0],
            places: Vec::new(),
            numbers: vec![None; candidates.len()],
            candidates,
        };
        let occurring = Occurring {
            dataset,
            mentions,
            touched_terms,
        };
        for facet in Facet::ALL {
            values.add(*facet, occurring.values(*facet));
        }
        values
    }

    /// Adds the values of the next filter, each with its place among the candidates.
    fn add(&mut self, facet: Facet, list: Vec<(usize, FacetValue)>) {
        let start = self.len();
        let mut places = HashMap::new();
        for (place, (candidate, value)) in list.iter().enumerate() {
            self.numbers[self.candidates.number(facet, *candidate)] = Some(short(start + place));
            places.insert(value.key.clone(), short(place));
        }
        self.starts.push(start + list.len());
        self.places.push(places);
        self.lists.push(list.into_iter().map(|(_, value)| value).collect());
    }

    /// How many there are of all filters.
    pub(crate) fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// Those of one filter.
    pub(crate) fn of(&self, facet: Facet) -> &[FacetValue] {
        &self.lists[facet as usize]
    }

    /// The numbers of those of one filter.
    pub(crate) fn numbers(&self, facet: Facet) -> Range<usize> {
        self.starts[facet as usize]..self.starts[facet as usize + 1]
    }

    /// The places in a filter's list of those of the numbers that are its own.
    pub(crate) fn places(&self, facet: Facet, numbers: &[u32]) -> impl Iterator<Item = usize> {
        let own = self.numbers(facet);
        let numbers = numbers.iter().map(|number| *number as usize);
        numbers
            .filter(move |number| own.contains(number))
            .map(move |number| number - self.numbers(facet).start)
    }

    /// The place of that key among the values of its filter.
    pub(crate) fn place(&self, facet: Facet, key: &FacetKey) -> Option<usize> {
        self.places[facet as usize].get(key).map(|place| *place as usize)
    }

    /// The numbering of everything that could be a value.
    pub(crate) fn candidates(&self) -> &Candidates {
        &self.candidates
    }

    /// The number of the value that the candidate with that number became.
    pub(crate) fn numbered(&self, candidate: usize) -> Option<u32> {
        self.numbers[candidate]
    }

    /// The place in its list of the value that a filter's candidate became.
    pub(crate) fn became(&self, facet: Facet, candidate: usize) -> Option<usize> {
        let number = self.numbered(self.candidates.number(facet, candidate))?;
        Some(number as usize - self.numbers(facet).start)
    }
}

/// Lists the values of each filter, each with its place among the candidates.
struct Occurring<'a> {
    dataset: &'a Dataset,
    mentions: &'a Mentions,
    /// For each term of the rota, whether some measure, or some line of a general report, has to do with it.
    touched_terms: &'a [bool],
}

impl Occurring<'_> {
    fn values(&self, facet: Facet) -> Vec<(usize, FacetValue)> {
        let dataset = self.dataset;
        match facet {
            Facet::Presidency => {
                let terms = dataset.rota.terms().iter().enumerate();
                let touched = terms.filter(|(place, _)| self.touched_terms[*place]);
                touched.map(|(place, term)| (place, presidency(term))).collect()
            }
            Facet::Source => self.sources(),
            Facet::Priority => {
                let priority = |own: &Priority| value(&own.id, &own.short_title, Some(&own.title));
                dataset.priorities.iter().map(priority).enumerate().collect()
            }
            Facet::Status => {
                let named = |status: Status| dataset.vocabulary.status(status).to_owned();
                closed_as(named, |status: Status| Some(status.definition())).collect()
            }
            Facet::Outcome => {
                let [label, name] = words::NO_FOLLOW_UP;
                let nothing = value(&FacetKey::Nothing, label, Some(name));
                let named = |state: OutcomeState| dataset.vocabulary.outcome(state).to_owned();
                let states = closed_as(named, |state: OutcomeState| Some(state.definition()));
                states.chain([(OutcomeState::ALL.len(), nothing)]).collect()
            }
            Facet::DocumentKind => {
                let occurs = |place: usize| dataset.documents.iter().any(|own| own.kind as usize == place);
                let kinds = closed(|_: DocumentKind| None);
                kinds.filter(|(place, _)| occurs(*place)).collect()
            }
            Facet::Document => {
                let document = |own: &Document| value(&own.id, own.name(), own.title.as_deref());
                dataset.documents.iter().map(document).enumerate().collect()
            }
            Facet::Due => self.years(),
            Facet::Since if dataset.afterwards.is_none() => Vec::new(),
            Facet::Since => closed(|found: Found| Some(found.definition())).collect(),
            Facet::Names => closed(|naming: Naming| Some(naming.definition())).collect(),
            Facet::WorkingParty | Facet::Body | Facet::System | Facet::Partner | Facet::Owner => self.bodies(facet),
        }
    }

    /// By how many measures of the leading source name them, which is what is counted beside them at first; then of any source.
    fn bodies(&self, facet: Facet) -> Vec<(usize, FacetValue)> {
        let bodies = self.dataset.bodies.iter().enumerate();
        let mut bodies: Vec<(usize, &Body, Named)> = bodies
            .filter_map(|(place, body)| Some((place, body, self.mentions.named(facet, place)?)))
            .collect();
        sort::by_key(&mut bodies, |(_, body, named)| (Reverse(*named), &body.short));
        let value = |(place, body, _): (usize, &Body, _)| {
            let name = Some(body.name.as_str()).filter(|name| *name != body.short);
            (place, value(&body.id, &body.short, name))
        };
        bodies.into_iter().map(value).collect()
    }

    /// Every year in which something is due, and last no date.
    fn years(&self) -> Vec<(usize, FacetValue)> {
        let years = (FIRST_YEAR..=LAST_YEAR).enumerate();
        let named = years.filter(|(place, _)| self.mentions.named(Facet::Due, *place).is_some());
        let years = named.map(|(place, year)| (place, year.to_string()));
        let years = years.map(|(place, year)| (place, value(year.as_str(), &year, None)));
        let undated = value(&FacetKey::Nothing, names::NO_DATE, None);
        years.chain([(NO_YEAR, undated)]).collect()
    }

    /// The sources that have measures, and last all sources.
    fn sources(&self) -> Vec<(usize, FacetValue)> {
        let has_measures = |place: usize| {
            let named = self.mentions.named(Facet::Source, place);
            named.is_some_and(|named| 0 < named.measures)
        };
        let sources = self.dataset.sources.iter().enumerate();
        let sources = sources.filter(|(place, _)| has_measures(*place));
        let sources = sources.map(|(place, own)| (place, value(&own.id, &own.number, Some(&own.title))));
        let all = value(&FacetKey::All, words::ALL_SOURCES, None);
        sources.chain([(self.dataset.sources.len(), all)]).collect()
    }
}

fn value(key: impl Into<FacetKey>, label: &str, name: Option<&str>) -> FacetValue {
    FacetValue {
        key: key.into(),
        label: label.to_owned(),
        name: name.map(str::to_owned),
    }
}

/// The values of a closed list.
fn closed<Word: Keyed>(name: impl Fn(Word) -> Option<&'static str>) -> impl Iterator<Item = (usize, FacetValue)> {
    closed_as(|word: Word| word.label().to_owned(), name)
}

/// The same with names of their own.
fn closed_as<Word: Keyed>(
    label: impl Fn(Word) -> String,
    name: impl Fn(Word) -> Option<&'static str>,
) -> impl Iterator<Item = (usize, FacetValue)> {
    let value = move |word: &Word| value(word.key(), &label(*word), name(*word));
    Word::ALL.iter().map(value).enumerate()
}

fn presidency(presidency: &Presidency) -> FacetValue {
    let term = date::range(
        &presidency.term.first().to_string(),
        &presidency.term.last().to_string(),
    );
    value(&presidency.id, &presidency.country, Some(&term))
}
