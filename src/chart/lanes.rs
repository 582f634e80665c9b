//! The selection's dated facts, in lanes and rows.

use std::sync::Arc;

use crate::chart::facts::{Dated, Facts, LaneRow};
use crate::dataset::{Dataset, Home, Record};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::query::{Facet, FacetValue, Index, Lanes, Query, ViewOptions, run};
use crate::timeline::{Fact, FactPlace, Lane};

/// Facts in lanes, and what each of them is.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// The head of each lane.
    pub heads: Vec<LaneHead>,
    /// The lanes, in the same order.
    pub lanes: Arc<[Lane]>,
    /// How many facts and commitments have no date, and so no place.
    pub undated: usize,
    /// How many measures have nothing that is drawn.
    pub undrawn: usize,
    /// What each row stands for, by lane and row.
    pub(super) rows: Arc<[Vec<LaneRow<'a>>]>,
    /// The keys of the colours, by number.
    pub(super) tones: Arc<[String]>,
    pub(super) dataset: &'a Dataset,
}

/// The head of a lane.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LaneHead {
    /// The key of the value it stands for; nothing for what has none of them.
    pub key: Option<String>,
    /// Its name.
    pub title: String,
}

/// The head of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowHead {
    /// What stands before its name, such as the measure's number.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Where it leads.
    pub home: Option<Home>,
}

impl PartialEq for Timeline<'_> {
    fn eq(&self, other: &Self) -> bool {
        // What the lanes hold follows from the rows; all that is shown at one time is of one dataset.
        let folded = |timeline: &Self| -> Vec<bool> { timeline.lanes.iter().map(|lane| lane.is_folded).collect() };
        let counts = |timeline: &Self| (timeline.undated, timeline.undrawn);
        counts(self) == counts(other) && folded(self) == folded(other) && self.has_places_of(other)
    }
}

impl<'a> Timeline<'a> {
    /// Whether every place stands for the same fact in both, drawn alike.
    pub fn has_places_of(&self, other: &Self) -> bool {
        self.heads == other.heads && self.rows == other.rows
    }

    /// The record of a fact, and where it stands.
    pub fn record(&self, place: FactPlace) -> Option<(Home, Record<'a>)> {
        let dated = self.dated(place)?;
        Some((dated.home, dated.record))
    }

    /// The number of a fact: the same in whichever lane it stands, and another for every other fact.
    pub fn number(&self, place: FactPlace) -> Option<usize> {
        self.dated(place).map(|dated| dated.number)
    }

    fn dated(&self, place: FactPlace) -> Option<&Dated<'a>> {
        self.rows.get(place.lane)?.get(place.row)?.records.get(place.fact)
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

    /// How many rows a lane has, drawn or not.
    pub fn row_count(&self, lane: usize) -> usize {
        self.rows.get(lane).map_or(0, Vec::len)
    }

    /// The head of a row.
    pub fn row_head(&self, lane: usize, row: usize) -> Option<RowHead> {
        let row = self.rows.get(lane)?.get(row)?;
        Some(match &row.head {
            Ok(place) => row_head(*place, self.dataset),
            Err(head) => RowHead::clone(head),
        })
    }

    /// The key of a colour; nothing for the colour of what has none.
    pub(super) fn tone(&self, number: Option<usize>) -> Option<&str> {
        self.tones.get(number?).map(String::as_str)
    }
}

/// Puts the selection, whatever the window of time, into the lanes that `options` names.
///
/// A measure stands in every lane to which it belongs: with all its facts under its priority and its working parties, and
/// with those that name them, or fall into their term, under Presidencies, bodies and systems. Lanes of priorities stand
/// unfolded, others folded, unless the reader turned them. Where the filter of the lanes is set, only its chosen values
/// are lanes. Empty lanes and rows are left out.
pub fn timeline<'a>(query: &Query, options: &ViewOptions, facts: &Facts<'a>, index: &Index<'_>) -> Timeline<'a> {
    let facet = facet(options.lanes);
    let chosen = query.filters.get(&facet);
    let values = index.values(facet);
    // For each value, and at last for what has none, whether it is a lane.
    let is_lane = |value: &FacetValue| chosen.is_none_or(|chosen| chosen.contains(&value.key));
    let is_lane: Vec<bool> = values.iter().map(is_lane).chain([chosen.is_none()]).collect();
    let mut lanes: Vec<Vec<LaneRow<'a>>> = vec![Vec::new(); values.len() + 1];
    let (mut undated, mut undrawn) = (0, 0);
    let rows = facts.rows(options.lanes, index);
    for place in run(&query.without_window(), index) {
        undated += facts.undated(place);
        let own = rows.of(place).iter().filter(|(lane, _)| is_lane[*lane]);
        let before: usize = undrawn;
        undrawn += 1;
        for (lane, row) in own {
            lanes[*lane].push(row.clone());
            undrawn = before;
        }
    }
    let mut timeline = Timeline {
        heads: Vec::new(),
        lanes: Arc::default(),
        undated,
        undrawn,
        rows: Arc::default(),
        tones: Arc::clone(&facts.tones),
        dataset: facts.dataset,
    };
    let (mut drawn, mut own) = (Vec::new(), Vec::new());
    for (value, rows) in values.iter().map(Some).chain([None]).zip(lanes) {
        if rows.is_empty() {
            continue;
        }
        let key = value.map(|value| value.key.clone());
        let is_turned = options.folded_lanes.contains(key.as_deref().unwrap_or(NO_VALUE));
        let is_folded = is_turned != (options.lanes != Lanes::Priority);
        drawn.push(Lane::new(is_folded, rows.iter().map(|row| row.facts.clone()).collect()));
        timeline.heads.push(LaneHead {
            key,
            title: title(value, options.lanes),
        });
        own.push(rows);
    }
    timeline.lanes = drawn.into();
    timeline.rows = own.into();
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

pub(super) fn facet(lanes: Lanes) -> Facet {
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
