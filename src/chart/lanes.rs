//! The selection's dated facts, in lanes and rows.

use std::collections::HashMap;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::query::{Facet, FacetValue, Index, Lanes, Query, run};
use crate::timeline::{Anchor, Fact, FactPlace, Glyph, Lane, Row, Way};

/// The longest words beside a mark, in letters.
const LONGEST_LABEL: usize = 48;

/// Facts in lanes, and what each of them is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline<'a> {
    /// The head of each lane.
    pub heads: Vec<LaneHead>,
    /// The lanes, in the same order.
    pub lanes: Vec<Lane>,
    /// Where each fact stands and its record, by lane, row and fact.
    records: Vec<Vec<Vec<(Home, Record<'a>)>>>,
    /// How many facts and commitments have no date, and so no place.
    pub undated: usize,
}

/// The head of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneHead {
    /// The key of the value it stands for; nothing for what has none of them.
    pub key: Option<String>,
    /// Its name.
    pub title: String,
    /// The heads of its rows.
    pub rows: Vec<RowHead>,
}

/// The head of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// What stands before its name, such as the measure's number.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Where it leads.
    pub home: Option<Home>,
}

impl<'a> Timeline<'a> {
    /// The record of a fact, and where it stands.
    pub fn record(&self, place: FactPlace) -> Option<(Home, Record<'a>)> {
        self.records.get(place.lane)?.get(place.row)?.get(place.fact).copied()
    }

    /// Every fact, from lane to lane and row to row.
    pub fn facts(&self) -> impl Iterator<Item = (FactPlace, &Fact)> {
        let lanes = self.lanes.iter().enumerate();
        let rows = lanes.flat_map(|(lane, own)| own.rows.iter().enumerate().map(move |(row, own)| (lane, row, own)));
        rows.flat_map(|(lane, row, own)| {
            let facts = own.facts.iter().enumerate();
            facts.map(move |(fact, own)| (FactPlace { lane, row, fact }, own))
        })
    }

    /// Adds a lane; its rows' facts in order of time.
    pub(super) fn push(
        &mut self,
        head: LaneHead,
        is_folded: bool,
        mut rows: Vec<Vec<(Home, Record<'a>)>>,
        as_of: Day,
        dataset: &Dataset,
    ) {
        let mut lane = Lane {
            is_folded,
            rows: Vec::new(),
        };
        for row in &mut rows {
            row.sort_by_key(|(home, record)| (record.when().map(When::period), *home));
            let facts = row
                .iter()
                .filter_map(|(home, record)| fact(*home, *record, as_of, dataset));
            lane.rows.push(Row { facts: facts.collect() });
        }
        self.heads.push(head);
        self.lanes.push(lane);
        self.records.push(rows);
    }
}

/// Puts the selection, whatever the window of time, into the lanes that the query asks for.
///
/// A measure stands in every lane to which it belongs: with all its facts under its priority and its working parties, and
/// with those that name them, or fall into their term, under Presidencies, bodies and systems. Lanes of priorities stand
/// unfolded, others folded, unless the reader turned them. Where the filter of the lanes is set, only its chosen values
/// are lanes. Empty lanes and rows are left out.
pub fn timeline<'a>(query: &Query, dataset: &'a Dataset, index: &Index) -> Timeline<'a> {
    let as_of = query.day(dataset);
    let facet = facet(query.lanes);
    let chosen = query.filters.get(&facet);
    let values = index.values(facet);
    let places = values.iter().enumerate();
    let places: HashMap<&str, usize> = places.map(|(place, value)| (value.key.as_str(), place)).collect();
    let is_lane = |key: &str| chosen.is_none_or(|chosen| chosen.contains(key));
    let mut timeline = Timeline::default();
    // For each value, and at last for what has none: the measures with their records.
    let mut lanes: Vec<Vec<(usize, Vec<Record>)>> = vec![Vec::new(); values.len() + 1];
    for place in run(&query.without_window(), index) {
        let measure = &dataset.measures[place];
        for record in records(measure) {
            if record.when().is_none() {
                timeline.undated += 1;
                continue;
            }
            let keys = keys(record, measure, query.lanes, dataset);
            let mut own: Vec<usize> = keys.iter().filter_map(|key| places.get(*key).copied()).collect();
            own.sort_unstable();
            own.dedup();
            if own.is_empty() && chosen.is_none() {
                own.push(values.len());
            }
            for lane in own
                .into_iter()
                .filter(|lane| values.get(*lane).is_none_or(|value| is_lane(&value.key)))
            {
                match lanes[lane].last_mut() {
                    Some((last, records)) if *last == place => records.push(record),
                    _ => lanes[lane].push((place, vec![record])),
                }
            }
        }
    }
    for (value, rows) in values.iter().map(Some).chain([None]).zip(lanes) {
        if rows.is_empty() {
            continue;
        }
        let key = value.map(|value| value.key.clone());
        let is_turned = query.toggled.contains(key.as_deref().unwrap_or(NO_VALUE));
        let head = LaneHead {
            key,
            title: title(value, query.lanes),
            rows: rows.iter().map(|(place, _)| row_head(*place, dataset)).collect(),
        };
        let rows = rows.into_iter().map(|(place, records)| {
            let home = Home::Measure(place);
            records.into_iter().map(|record| (home, record)).collect()
        });
        let is_folded = is_turned != (query.lanes != Lanes::Priority);
        timeline.push(head, is_folded, rows.collect(), as_of, dataset);
    }
    timeline
}

/// The key, in links, of the lane of what has none of the values.
pub const NO_VALUE: &str = "none";

/// The head of a measure's row.
fn row_head(place: usize, dataset: &Dataset) -> RowHead {
    let measure = &dataset.measures[place];
    RowHead {
        number: match dataset.other_source(&measure.source) {
            Some(source) => format!("{} · {}", source.number, measure.number),
            None => measure.number.clone(),
        },
        title: measure.title.clone(),
        home: Some(Home::Measure(place)),
    }
}

fn facet(lanes: Lanes) -> Facet {
    match lanes {
        Lanes::Priority => Facet::Priority,
        Lanes::Presidency => Facet::Presidency,
        Lanes::WorkingParty => Facet::WorkingParty,
        Lanes::Body => Facet::Body,
        Lanes::System => Facet::System,
    }
}

fn title(value: Option<&FacetValue>, lanes: Lanes) -> String {
    match (value, lanes) {
        (Some(value), _) => value.label.clone(),
        (None, Lanes::WorkingParty) => "No working party printed".to_owned(),
        (None, Lanes::Presidency) => "No single Presidency".to_owned(),
        (None, lanes) => format!("No {}", lanes.label()),
    }
}

/// The facts and commitments of a measure.
pub(super) fn records(measure: &Measure) -> impl Iterator<Item = Record<'_>> {
    let events = measure.state_of_play.iter().map(Record::Event);
    events.chain(measure.follow_up.iter().map(Record::Commitment))
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
pub(super) fn fact(home: Home, record: Record<'_>, as_of: Day, dataset: &Dataset) -> Option<Fact> {
    let priority = match home {
        Home::Measure(place) => Some(&dataset.measures[place].priority),
        Home::Report(place) => dataset.reports[place].priority.as_ref(),
    };
    let span = span(record, as_of, dataset)?;
    let (glyph, way) = match record {
        Record::Event(event) => (Glyph::of(event.kind), None),
        Record::Commitment(commitment) => (Glyph::Flag, way(commitment, as_of, dataset)),
    };
    Some(Fact {
        period: span.period,
        anchor: span.anchor,
        glyph,
        is_planned: span.is_planned,
        tone: priority.map(ToString::to_string).unwrap_or_default(),
        label: shortened(record.text()),
        way,
    })
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
        label: delivery.in_words()?,
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
