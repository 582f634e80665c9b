//! Facts and marks in words.

use crate::chart::fact::label;
use crate::chart::timeline::Timeline;
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, When};
use crate::domain::id::{BodyId, LineId};
use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Wording;
use crate::timeline::{FactLabel, FactPlace, Mark};
use crate::words::{drawing as words, names};

/// How many facts the name of a mark lists.
const NAMED: usize = 3;

/// A fact or commitment in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactWords {
    /// Where it stands.
    pub home: Home,
    /// Its id.
    pub id: LineId,
    /// The kind of fact and whether it is planned, or the outcome of a commitment.
    pub kind: String,
    /// When, in prose.
    pub date: String,
    /// When, for tables.
    pub short_date: String,
    /// Its text.
    pub text: String,
    /// The bodies that took part, or own the commitment.
    pub who: Vec<String>,
    /// The measure or section.
    pub place: String,
    /// The document and the page.
    pub source: String,
}

/// A fact or commitment in words, as of that day.
pub fn fact_words((home, record): (Home, Record<'_>), as_of: Day, dataset: &Dataset) -> FactWords {
    let when = record.when();
    let name = match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            format!("{} {}", measure.number, measure.title)
        }
        Home::Report(place) => names::report(
            &dataset.vocabulary.heading(Wording::Report),
            &dataset.reports[place].title,
        ),
    };
    let number = dataset.source_of(home).map_or("", |source| source.number.as_str());
    let (kind, who) = match record {
        Record::Event(event) => (words::event(event.kind.label(), event.is_planned(as_of)), &event.bodies),
        Record::Commitment(commitment) => {
            let state = dataset.state(commitment, as_of);
            (words::commitment(dataset.vocabulary.outcome(state)), &commitment.owners)
        }
    };
    let short = |id: &BodyId| dataset.body(id).map(|body| body.short.clone());
    let date = |in_words: fn(When) -> String| when.map_or_else(|| names::NO_DATE.to_owned(), in_words);
    FactWords {
        home,
        id: record.id().clone(),
        kind,
        date: date(When::in_words),
        short_date: date(When::in_short),
        text: record.text().to_owned(),
        who: who.iter().filter_map(short).collect(),
        place: name,
        source: format!("{number}, {}", record.locator().in_words()),
    }
}

impl Timeline<'_> {
    /// The fact in words, as of that day.
    pub fn words(&self, place: FactPlace, as_of: Day, dataset: &Dataset) -> Option<FactWords> {
        self.record(place).map(|line| fact_words(line, as_of, dataset))
    }

    /// What may be written beside the mark of a fact.
    pub fn label(&self, place: FactPlace, as_of: Day, dataset: &Dataset) -> FactLabel {
        let label = |(_, record)| label(record, as_of, dataset);
        self.record(place).map(label).unwrap_or_default()
    }

    /// The accessible name of a mark.
    pub fn says(&self, mark: &Mark, as_of: Day, dataset: &Dataset) -> String {
        self.says_of(mark, as_of, dataset, |one| format!("{}: {}", one.short_date, one.text))
    }

    /// The same on the page, where each of several facts has the name of its measure too.
    pub fn says_with_names(&self, mark: &Mark, as_of: Day, dataset: &Dataset) -> String {
        self.says_of(mark, as_of, dataset, |one| {
            format!("{}, {}: {}", one.short_date, one.place, one.text)
        })
    }

    fn says_of(&self, mark: &Mark, as_of: Day, dataset: &Dataset, one_of_several: fn(&FactWords) -> String) -> String {
        let first = mark.facts().into_iter().take(NAMED);
        let facts: Vec<FactWords> = first.filter_map(|place| self.words(place, as_of, dataset)).collect();
        match (mark.count, facts.as_slice()) {
            (1, [one]) => {
                let who = one.who.join(", ");
                words::one_fact([&one.date, &one.kind, &one.text, &who, &one.place, &one.source])
            }
            (count, named) => {
                let named = named.iter().map(one_of_several);
                words::several_facts(count, &named.collect::<Vec<_>>())
            }
        }
    }
}
