//! Every dated fact of every measure as it is drawn on one day, worked out once: a selection only picks its own.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::chart::lanes::{RowHead, facet, records};
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::query::{Index, Lanes};
use crate::timeline::{Anchor, Fact, FactLabel, Glyph, Row, Way};

/// The longest words beside a mark, in letters.
const LONGEST_LABEL: usize = 48;

/// Every dated fact of every measure as it is drawn on one day.
#[derive(Debug)]
pub struct Facts<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) tones: Arc<[String]>,
    as_of: Day,
    measures: Vec<MeasureFacts<'a>>,
    /// The rows of the measures in lanes of each kind, once that kind was asked for.
    rows: [OnceLock<LaneRows<'a>>; Lanes::ALL.len()],
}

/// The dated facts of a measure, in order of time, and how many others it has.
#[derive(Debug)]
struct MeasureFacts<'a> {
    facts: Row,
    records: Arc<[Dated<'a>]>,
    undated: usize,
}

/// A dated record, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated<'a> {
    pub(super) home: Home,
    pub(super) record: Record<'a>,
    /// Its place among all that are dated.
    pub(super) number: usize,
}

impl PartialEq for Dated<'_> {
    fn eq(&self, other: &Self) -> bool {
        // Ids are those of the whole dataset.
        self.record.id() == other.record.id()
    }
}

impl Eq for Dated<'_> {}

/// A row of a lane, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LaneRow<'a> {
    /// The measure's place, or what is said instead.
    pub(super) head: Result<usize, Arc<RowHead>>,
    pub(super) facts: Row,
    pub(super) records: Arc<[Dated<'a>]>,
}

impl<'a> LaneRow<'a> {
    /// Those records, in order of time, as they are drawn on that day.
    pub(super) fn new(
        head: Result<usize, Arc<RowHead>>,
        mut records: Vec<Dated<'a>>,
        as_of: Day,
        tones: &[String],
        dataset: &Dataset,
    ) -> Self {
        records.sort_by_key(|dated| (dated.record.when().map(When::period), dated.home));
        let facts = records.iter().filter_map(|dated| fact(dated, as_of, tones, dataset));
        Self {
            head,
            facts: Row { facts: facts.collect() },
            records: records.into(),
        }
    }
}

/// For each measure, in dataset order, its rows with the places of their lanes.
#[derive(Debug)]
pub(super) struct LaneRows<'a> {
    starts: Vec<usize>,
    rows: Vec<(usize, LaneRow<'a>)>,
}

impl<'a> LaneRows<'a> {
    pub(super) fn of(&self, measure: usize) -> &[(usize, LaneRow<'a>)] {
        &self.rows[self.starts[measure]..self.starts[measure + 1]]
    }
}

impl PartialEq for Facts<'_> {
    fn eq(&self, other: &Self) -> bool {
        // All that is shown at one time is of one dataset.
        self.as_of == other.as_of
    }
}

impl<'a> Facts<'a> {
    /// Those of all measures on that day.
    pub fn new(as_of: Day, dataset: &'a Dataset) -> Self {
        let tones = tones(dataset);
        let mut number = 0;
        let of_measure = |(place, measure): (usize, &'a Measure)| {
            let mut dated = Vec::new();
            let mut undated = 0;
            for record in records(measure) {
                if record.when().is_none() {
                    undated += 1;
                    continue;
                }
                let home = Home::Measure(place);
                dated.push(Dated { home, record, number });
                number += 1;
            }
            let row = LaneRow::new(Ok(place), dated, as_of, &tones, dataset);
            MeasureFacts {
                facts: row.facts,
                records: row.records,
                undated,
            }
        };
        let measures = dataset.measures.iter().enumerate().map(of_measure).collect();
        Self {
            dataset,
            tones,
            as_of,
            measures,
            rows: Default::default(),
        }
    }

    /// How many facts and commitments of a measure have no date.
    pub(super) fn undated(&self, measure: usize) -> usize {
        self.measures[measure].undated
    }

    /// The rows of every measure in lanes of that kind; lanes are numbered as the values of the filter, the last for none.
    pub(super) fn rows(&self, lanes: Lanes, index: &Index) -> &LaneRows<'a> {
        let kind = Lanes::ALL.iter().position(|kind| *kind == lanes).unwrap_or_default();
        self.rows[kind].get_or_init(|| {
            let values = index.values(facet(lanes)).iter().enumerate();
            let places: HashMap<&str, usize> = values.map(|(place, value)| (value.key.as_str(), place)).collect();
            let mut rows = LaneRows {
                starts: vec![0],
                rows: Vec::new(),
            };
            for measure in 0..self.measures.len() {
                rows.rows.extend(self.rows_of(measure, lanes, &places));
                rows.starts.push(rows.rows.len());
            }
            rows
        })
    }

    /// The rows of a measure, each with its lane.
    fn rows_of(&self, place: usize, lanes: Lanes, places: &HashMap<&str, usize>) -> Vec<(usize, LaneRow<'a>)> {
        let (measure, own) = (&self.dataset.measures[place], &self.measures[place]);
        let mut rows: Vec<(usize, Vec<usize>)> = Vec::new();
        for (fact, dated) in own.records.iter().enumerate() {
            let keys = keys(dated.record, measure, lanes, self.dataset).into_iter();
            let mut found: Vec<usize> = keys.filter_map(|key| places.get(key).copied()).collect();
            found.sort_unstable();
            found.dedup();
            if found.is_empty() {
                found.push(places.len());
            }
            for lane in found {
                match rows.iter_mut().find(|(other, _)| *other == lane) {
                    Some((_, facts)) => facts.push(fact),
                    None => rows.push((lane, vec![fact])),
                }
            }
        }
        let row = |(lane, facts): (usize, Vec<usize>)| {
            let is_whole = facts.len() == own.records.len();
            let row = LaneRow {
                head: Ok(place),
                facts: if is_whole {
                    own.facts.clone()
                } else {
                    let facts = facts.iter().map(|fact| own.facts.facts[*fact]);
                    Row { facts: facts.collect() }
                },
                records: if is_whole {
                    Arc::clone(&own.records)
                } else {
                    facts.iter().map(|fact| own.records[*fact]).collect()
                },
            };
            (lane, row)
        };
        rows.into_iter().map(row).collect()
    }
}

/// The keys of the colours, by number.
pub(super) fn tones(dataset: &Dataset) -> Arc<[String]> {
    let priorities = dataset.priorities.iter();
    priorities.map(|priority| priority.id.to_string()).collect()
}

/// The keys of the lanes in which a record stands.
fn keys<'a>(record: Record<'a>, measure: &'a Measure, lanes: Lanes, dataset: &'a Dataset) -> Vec<&'a str> {
    match lanes {
        Lanes::Priority => vec![measure.priority.as_str()],
        Lanes::WorkingParty => measure.working_parties.iter().map(BodyId::as_str).collect(),
        // The keys of bodies that are no values of these lanes are passed over by the caller.
        Lanes::Body | Lanes::System => record.bodies().map(BodyId::as_str).collect(),
        Lanes::Presidency => {
            let during = record.when().and_then(|when| dataset.rota.during(when.period()));
            let during = during.map(|presidency| presidency.id.as_str());
            record
                .presidency()
                .map(PresidencyId::as_str)
                .into_iter()
                .chain(during)
                .collect()
        }
    }
}

/// A dated record as it is drawn.
fn fact(dated: &Dated<'_>, as_of: Day, tones: &[String], dataset: &Dataset) -> Option<Fact> {
    let priority = match dated.home {
        Home::Measure(place) => Some(&dataset.measures[place].priority),
        Home::Report(place) => dataset.reports[place].priority.as_ref(),
    };
    let tone = priority.and_then(|priority| tones.iter().position(|tone| tone == priority.as_str()));
    let span = span(dated.record, as_of, dataset)?;
    let (glyph, way) = match dated.record {
        Record::Event(event) => (Glyph::of(event.kind), None),
        Record::Commitment(commitment) => (Glyph::Flag, way(commitment, as_of, dataset)),
    };
    Some(Fact {
        period: span.period,
        anchor: span.anchor,
        glyph,
        is_planned: span.is_planned,
        tone: tone.unwrap_or(tones.len()),
        way,
    })
}

/// What may be written beside the mark of a record.
pub(super) fn label(record: Record<'_>, as_of: Day, dataset: &Dataset) -> FactLabel {
    let way = match record {
        Record::Event(_) => None,
        Record::Commitment(commitment) => {
            way(commitment, as_of, dataset).and_then(|_| dataset.delivery(commitment, as_of).in_words())
        }
    };
    FactLabel {
        text: shortened(record.text()),
        way,
    }
}

/// When a dated record is drawn.
pub(super) struct Span {
    pub(super) period: Period,
    pub(super) anchor: Anchor,
    pub(super) is_planned: bool,
}

/// The time of a dated record, and whether it is still to come.
pub(super) fn span(record: Record<'_>, as_of: Day, dataset: &Dataset) -> Option<Span> {
    let period = record.when()?.period();
    Some(match record {
        Record::Event(event) => Span {
            period,
            anchor: Anchor::Middle,
            is_planned: event.is_planned(as_of),
        },
        Record::Commitment(commitment) => Span {
            period,
            anchor: Anchor::End,
            is_planned: !dataset.state(commitment, as_of).is_done(),
        },
    })
}

/// The time from when something was due until it came, or until now.
fn way(commitment: &Commitment, as_of: Day, dataset: &Dataset) -> Option<Way> {
    let delivery = dataset.delivery(commitment, as_of);
    let slip = delivery.slip().filter(|slip| !slip.is_in_time())?;
    Some(Way {
        period: Period::new(slip.due().tomorrow().ok()?, slip.earliest())?,
        is_done: dataset.state(commitment, as_of).is_done(),
    })
}

/// The first words of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_LABEL) {
        None => text.to_owned(),
        Some((cut, _)) => {
            let whole_words = text[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", text[..whole_words].trim_end_matches([',', ';', ':']))
        }
    }
}
