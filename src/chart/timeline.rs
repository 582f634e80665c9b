//! Dated records in lanes and rows, and what each of them is.

use std::sync::Arc;

use crate::chart::fact::fact;
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::domain::sort;
use crate::query::FacetKey;
use crate::timeline::{Fact, FactPlace, Lane, Row};

/// Facts in lanes, and what each of them is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<'a> {
    /// The head of each lane.
    pub heads: Vec<LaneHead>,
    /// The lanes, in the same order.
    pub lanes: Arc<[Lane]>,
    /// How many facts and commitments are not drawn because they have no date.
    pub undated: usize,
    /// How many measures have no dated fact in any lane.
    pub undrawn: usize,
    /// The rows of each lane.
    rows: Arc<[Vec<LaneRow<'a>>]>,
    /// The keys of the colors, by number.
    colors: Arc<[String]>,
}

/// The head of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneHead {
    /// Its value.
    pub key: FacetKey,
    /// Its name.
    pub title: String,
    /// How many of its measures have no row because nothing in them has a date.
    pub undated: usize,
}

/// The head of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// The number of the measure or document.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Where its link leads.
    pub home: Option<Home>,
}

/// A row of a lane. Its parts are shared between timelines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LaneRow<'a> {
    head: Arc<RowHead>,
    /// In order of time.
    facts: Row,
    /// The record of each fact.
    pub(super) records: Arc<[Dated<'a>]>,
}

/// A dated record and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated<'a> {
    number: usize,
    home: Home,
    pub(super) record: Record<'a>,
}

impl<'a> Timeline<'a> {
    /// A timeline of these lanes, each with its head, whether it is folded, and its rows.
    pub(super) fn new(
        lanes: Vec<(LaneHead, bool, Vec<LaneRow<'a>>)>,
        undated: usize,
        undrawn: usize,
        colors: Arc<[String]>,
    ) -> Self {
        let facts = |rows: &[LaneRow]| rows.iter().map(|row| row.facts.clone()).collect();
        let drawn = lanes
            .iter()
            .map(|(_, is_folded, rows)| Lane::new(*is_folded, facts(rows)));
        let drawn = drawn.collect();
        let (heads, rows): (Vec<_>, Vec<_>) = lanes.into_iter().map(|(head, _, rows)| (head, rows)).unzip();
        Self {
            heads,
            lanes: drawn,
            undated,
            undrawn,
            rows: rows.into(),
            colors,
        }
    }

    /// Whether a [`FactPlace`] means the same fact, drawn alike, in both timelines.
    pub fn has_places_of(&self, other: &Self) -> bool {
        self.heads == other.heads && self.rows == other.rows
    }

    /// The record of a fact, and its home.
    pub fn record(&self, place: FactPlace) -> Option<(Home, Record<'a>)> {
        let dated = self.dated(place)?;
        Some((dated.home, dated.record))
    }

    /// The number of a fact, the same in all its lanes.
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
            let facts = own.iter().enumerate();
            facts.map(move |(fact, own)| (FactPlace { lane, row, fact }, own))
        })
    }

    /// The head of a row.
    pub fn row_head(&self, lane: usize, row: usize) -> Option<&RowHead> {
        Some(&self.rows.get(lane)?.get(row)?.head)
    }

    /// The key of a color; `None` for facts without one.
    pub(super) fn color(&self, number: Option<usize>) -> Option<&str> {
        self.colors.get(number?).map(String::as_str)
    }
}

/// Makes rows of records.
pub(super) struct RowMaker<'a> {
    as_of: Day,
    dataset: &'a Dataset,
    /// The keys of the colors, by number.
    pub(super) colors: Arc<[String]>,
}

impl<'a> RowMaker<'a> {
    /// Makes rows as of that day.
    pub(super) fn new(as_of: Day, dataset: &'a Dataset) -> Self {
        let priorities = dataset.priorities.iter();
        Self {
            as_of,
            dataset,
            colors: priorities.map(|priority| priority.color.key().to_owned()).collect(),
        }
    }

    /// A row of those of the records that have a date, in the color of its own home, or else of theirs.
    pub(super) fn row(&self, head: RowHead, records: &[(Home, Record<'a>)]) -> LaneRow<'a> {
        let drawn = records.iter().filter_map(|&(home, record)| {
            let color = self.color(head.home.unwrap_or(home));
            let fact = fact(record, color, self.as_of, self.dataset)?;
            let number = self.dataset.record_number(record.id())?;
            Some((fact, Dated { number, home, record }))
        });
        let mut drawn: Vec<(Fact, Dated)> = drawn.collect();
        sort::by_key(&mut drawn, |(fact, dated)| (fact.period, dated.home));
        LaneRow {
            head: Arc::new(head),
            facts: drawn.iter().map(|(fact, _)| *fact).collect(),
            records: drawn.iter().map(|(_, dated)| *dated).collect(),
        }
    }

    /// The number of a color: the place of the priority, or one more than the last for none.
    fn color(&self, home: Home) -> usize {
        let priority = match home {
            Home::Measure(place) => Some(&self.dataset.measures[place].priority),
            Home::Report(place) => self.dataset.reports[place].priority.as_ref(),
        };
        let priorities = &self.dataset.priorities;
        let color = priority.and_then(|id| priorities.iter().position(|priority| priority.id == *id));
        color.unwrap_or(self.colors.len())
    }
}

impl LaneRow<'_> {
    /// The row of some of its facts.
    pub(super) fn part(&self, facts: &[usize]) -> Self {
        if facts.len() == self.records.len() {
            return self.clone();
        }
        Self {
            head: Arc::clone(&self.head),
            facts: facts.iter().map(|fact| self.facts[*fact]).collect(),
            records: facts.iter().map(|fact| self.records[*fact]).collect(),
        }
    }
}
