//! Every dated fact of every measure as it is drawn on one day, worked out once: a selection only picks its own.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::chart::lanes::{RowHead, facet, records};
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period};
use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::query::{Index, Lanes, Progress};
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
    /// The rows in lanes of the kind that is asked for next, as far as they are worked out.
    next: Mutex<Option<(Lanes, LaneRows<'a>)>>,
}

/// Facts that are worked out measure by measure.
#[derive(Debug)]
pub struct FactsDraft<'a> {
    facts: Facts<'a>,
    /// How many dated records there are so far.
    dated: usize,
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
        records: Vec<Dated<'a>>,
        as_of: Day,
        tones: &[String],
        dataset: &Dataset,
    ) -> Self {
        let drawn = |dated: Dated<'a>| Some((fact(&dated, as_of, tones, dataset)?, dated));
        let mut drawn: Vec<(Fact, Dated)> = records.into_iter().filter_map(drawn).collect();
        drawn.sort_by_key(|(fact, dated)| (fact.period, dated.home));
        Self {
            head,
            facts: Row {
                facts: drawn.iter().map(|(fact, _)| *fact).collect(),
            },
            records: drawn.iter().map(|(_, dated)| *dated).collect(),
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
    fn new() -> Self {
        Self {
            starts: vec![0],
            rows: Vec::new(),
        }
    }

    /// Of how many measures the rows are there.
    fn measures(&self) -> usize {
        self.starts.len() - 1
    }

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

impl<'a> FactsDraft<'a> {
    /// Begins for that day.
    pub fn new(as_of: Day, dataset: &'a Dataset) -> Self {
        let facts = Facts {
            dataset,
            tones: tones(dataset),
            as_of,
            measures: Vec::with_capacity(dataset.measures.len()),
            rows: Default::default(),
            next: Mutex::default(),
        };
        Self { facts, dated: 0 }
    }

    /// The day.
    pub fn as_of(&self) -> Day {
        self.facts.as_of
    }

    /// Works out those of so many more measures.
    pub fn go_on(&mut self, how_many: usize) -> Progress {
        let dataset = self.facts.dataset;
        let measures = dataset.measures.iter().enumerate();
        for (place, measure) in measures.skip(self.facts.measures.len()).take(how_many) {
            let own = self.of_measure(place, measure);
            self.facts.measures.push(own);
        }
        Progress {
            done: self.facts.measures.len(),
            all: dataset.measures.len(),
        }
    }

    fn of_measure(&mut self, place: usize, measure: &'a Measure) -> MeasureFacts<'a> {
        let mut dated = Vec::new();
        let mut undated = 0;
        for record in records(measure) {
            if record.when().is_none() {
                undated += 1;
                continue;
            }
            dated.push(Dated {
                home: Home::Measure(place),
                record,
                number: self.dated,
            });
            self.dated += 1;
        }
        let Facts {
            as_of, tones, dataset, ..
        } = &self.facts;
        let row = LaneRow::new(Ok(place), dated, *as_of, tones, dataset);
        MeasureFacts {
            facts: row.facts,
            records: row.records,
            undated,
        }
    }

    /// The whole.
    pub fn finish(mut self) -> Facts<'a> {
        self.go_on(usize::MAX);
        self.facts
    }
}

impl<'a> Facts<'a> {
    /// The day.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Lays out the rows of up to `how_many` more measures in lanes of that kind. `None` once all rows exist; a query that arrives
    /// earlier finishes the rest synchronously.
    pub fn prepare(&self, lanes: Lanes, index: &Index, how_many: usize) -> Option<Progress> {
        let rows = &self.rows[lanes as usize];
        if rows.get().is_some() {
            return None;
        }
        let mut begun = self.begun(lanes);
        self.add_rows(&mut begun, lanes, index, how_many);
        let progress = Progress {
            done: begun.measures(),
            all: self.measures.len(),
        };
        if progress.done == progress.all {
            rows.get_or_init(|| begun);
        } else {
            *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some((lanes, begun));
        }
        Some(progress)
    }

    /// Takes what is worked out for lanes of that kind, to go on with it.
    fn begun(&self, lanes: Lanes) -> LaneRows<'a> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = next.take_if(|(kind, _)| *kind == lanes);
        begun.map_or_else(LaneRows::new, |(_, rows)| rows)
    }

    /// How many facts and commitments of a measure have no date.
    pub(super) fn undated(&self, measure: usize) -> usize {
        self.measures[measure].undated
    }

    /// The rows of every measure in lanes of that kind; lanes are numbered as the values of the filter, the last for none.
    pub(super) fn rows(&self, lanes: Lanes, index: &Index) -> &LaneRows<'a> {
        self.rows[lanes as usize].get_or_init(|| {
            let mut rows = self.begun(lanes);
            self.add_rows(&mut rows, lanes, index, usize::MAX);
            rows
        })
    }

    fn add_rows(&self, rows: &mut LaneRows<'a>, lanes: Lanes, index: &Index, how_many: usize) {
        for measure in (rows.measures()..self.measures.len()).take(how_many) {
            self.add_rows_of(measure, lanes, index, &mut rows.rows);
            rows.starts.push(rows.rows.len());
        }
    }

    /// Adds the rows of a measure, each with its lane.
    fn add_rows_of(&self, place: usize, lanes: Lanes, index: &Index, all: &mut Vec<(usize, LaneRow<'a>)>) {
        let (measure, own) = (&self.dataset.measures[place], &self.measures[place]);
        let facet = facet(lanes);
        let mut rows: Vec<(usize, Vec<usize>)> = Vec::new();
        for (fact, dated) in own.records.iter().enumerate() {
            let keys = keys(dated.record, measure, lanes, self.dataset).into_iter();
            let mut found: Vec<usize> = keys.filter_map(|key| index.place(facet, key)).collect();
            found.sort_unstable();
            found.dedup();
            if found.is_empty() {
                found.push(index.values(facet).len());
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
        all.extend(rows.into_iter().map(row));
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
