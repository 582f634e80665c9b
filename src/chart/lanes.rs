//! The dated facts of every measure in lanes of one kind, and those of a selection.

use std::collections::BTreeSet;
use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::chart::fact::records;
use crate::chart::timeline::{LaneHead, LaneRow, RowHead, RowMaker, Timeline};
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::measure::Measure;
use crate::domain::sort;
use crate::domain::vocabulary::Vocabulary;
use crate::query::{Facet, FacetKey, FacetValue, Index, Lanes, Query, run};
use crate::words::choices::LANES_WITHOUT_VALUE;

/// Every dated fact of every measure in lanes of one kind, as it is drawn on one day.
#[derive(Debug)]
pub struct Facts<'a> {
    dataset: &'a Dataset,
    kind: Lanes,
    /// The rows of each measure, in dataset order, with their lanes: places of values of the filter, or one more than the last
    /// for facts without a value.
    rows: Vec<Vec<(usize, LaneRow<'a>)>>,
    colors: Arc<[String]>,
}

impl<'a> Facts<'a> {
    /// The facts as of that day, in lanes of that kind.
    pub fn new(as_of: Day, kind: Lanes, index: &Index<'a>) -> Self {
        let dataset = index.dataset();
        let maker = RowMaker::new(as_of, dataset);
        let rows = dataset.measures.iter().enumerate().map(|(place, measure)| {
            let records: Vec<_> = records(place, dataset).collect();
            let row = maker.row(row_head(place, dataset), &records);
            in_lanes(&row, measure, kind, index)
        });
        Self {
            dataset,
            kind,
            rows: rows.collect(),
            colors: maker.colors,
        }
    }

    /// The facts of a selection, whatever its window of time.
    ///
    /// A measure is in every lane to which it belongs: with all its facts under its priority and its working parties, and
    /// with those that name them, or fall into their term, under Presidencies, bodies and systems. What a general report says of it
    /// is among its facts. Lanes of priorities are
    /// unfolded and others folded, except those in `toggled`. If the filter of the lanes is set, only its chosen values are
    /// lanes. Empty lanes and rows are left out.
    pub fn timeline(&self, query: &Query, toggled: &BTreeSet<FacetKey>, index: &Index<'_>) -> Timeline<'a> {
        let facet = facet(self.kind);
        let values = index.values(facet);
        let chosen = query.filters.get(&facet);
        let is_chosen = |lane: usize| {
            let key = values.get(lane).map(|value| &value.key);
            chosen.is_none_or(|chosen| key.is_some_and(|key| chosen.contains(key)))
        };
        let mut rows: Vec<Vec<LaneRow<'a>>> = vec![Vec::new(); values.len() + 1];
        let mut without_row = vec![0; values.len() + 1];
        let (mut undated, mut undrawn) = (FixedBitSet::new(), 0);
        for place in run(&query.without_window(), index) {
            let records = records(place, self.dataset).filter(|(_, record)| record.when().is_none());
            let numbers = records.filter_map(|(_, record)| self.dataset.record_number(record.id()));
            numbers.for_each(|number| undated.grow_and_insert(number));
            undrawn += 1;
            let mut own = self.rows[place].iter().filter(|(lane, _)| is_chosen(*lane)).peekable();
            if own.peek().is_some() {
                undrawn -= 1;
            } else {
                let keys = keys_of_measure(&self.dataset.measures[place], self.kind);
                let lanes = keys.iter().filter_map(|key| index.place(facet, key));
                lanes
                    .filter(|lane| is_chosen(*lane))
                    .for_each(|lane| without_row[lane] += 1);
            }
            own.for_each(|(lane, row)| rows[*lane].push(row.clone()));
        }
        let lanes = values.iter().map(Some).chain([None]).zip(rows).zip(without_row);
        let lanes = lanes
            .filter(|((_, rows), _)| !rows.is_empty())
            .map(|((value, rows), undated)| {
                let key = value.map_or(FacetKey::Nothing, |value| value.key.clone());
                let is_toggled = toggled.contains(&key);
                let title = title(value, self.kind, &self.dataset.vocabulary);
                let is_folded = is_toggled != (self.kind != Lanes::Priority);
                (LaneHead { key, title, undated }, is_folded, rows)
            });
        Timeline::new(
            lanes.collect(),
            undated.count_ones(..),
            undrawn,
            Arc::clone(&self.colors),
        )
    }
}

/// The row of a measure in each lane where some of its facts stand.
fn in_lanes<'a>(row: &LaneRow<'a>, measure: &Measure, kind: Lanes, index: &Index<'_>) -> Vec<(usize, LaneRow<'a>)> {
    let facet = facet(kind);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (fact, dated) in row.records.iter().enumerate() {
        let keys = keys(dated.record, measure, kind, index.dataset()).into_iter();
        let before = places.len();
        places.extend(keys.filter_map(|key| Some((index.place(facet, &key)?, fact))));
        if places.len() == before {
            places.push((index.values(facet).len(), fact));
        }
    }
    sort::by_key(&mut places, |place| *place);
    places.dedup();
    let lane = |own: &[(usize, usize)]| {
        let facts: Vec<usize> = own.iter().map(|(_, fact)| *fact).collect();
        (own[0].0, row.part(&facts))
    };
    places.chunk_by(|one, other| one.0 == other.0).map(lane).collect()
}

/// The keys of a record's lanes.
fn keys(record: Record<'_>, measure: &Measure, kind: Lanes, dataset: &Dataset) -> Vec<FacetKey> {
    match kind {
        Lanes::Priority | Lanes::WorkingParty => keys_of_measure(measure, kind),
        // The caller leaves out bodies that are no values of the filter.
        Lanes::Body | Lanes::System => record.bodies().map(FacetKey::from).collect(),
        Lanes::Presidency => {
            let during = record.when().and_then(|when| dataset.rota.during(when.period()));
            let during = during.map(|presidency| &presidency.id);
            let ids = record.presidency().into_iter().chain(during);
            ids.map(FacetKey::from).collect()
        }
    }
}

/// The keys of the lanes in which a measure stands whatever its facts are.
fn keys_of_measure(measure: &Measure, kind: Lanes) -> Vec<FacetKey> {
    match kind {
        Lanes::Priority => vec![(&measure.priority).into()],
        Lanes::WorkingParty => measure.working_parties.iter().map(FacetKey::from).collect(),
        _ => Vec::new(),
    }
}

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

fn facet(kind: Lanes) -> Facet {
    match kind {
        Lanes::Priority => Facet::Priority,
        Lanes::Presidency => Facet::Presidency,
        Lanes::WorkingParty => Facet::WorkingParty,
        Lanes::Body => Facet::Body,
        Lanes::System => Facet::System,
    }
}

fn title(value: Option<&FacetValue>, kind: Lanes, own: &Vocabulary) -> String {
    value.map_or_else(
        || own.say(LANES_WITHOUT_VALUE[kind as usize]),
        |value| value.label.clone(),
    )
}
