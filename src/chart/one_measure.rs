//! One measure and what other documents say of the same things, as a small timeline.

use std::collections::BTreeMap;

use crate::chart::fact::records;
use crate::chart::timeline::{LaneHead, RowHead, RowMaker, Timeline};
use crate::dataset::{Dataset, Home, Record, Source};
use crate::domain::date::Day;
use crate::domain::id::LineId;
use crate::domain::measure::Measure;
use crate::query::FacetKey;

/// The dated facts and commitments of a measure in one row, and below it a row for each document that says more of them: with what is tied
/// to them there, the commitments of the measures that are tied to this one, and the lines of a general report that concern
/// it.
pub fn timeline_of_measure(place: usize, as_of: Day, dataset: &Dataset) -> Timeline<'_> {
    let measure = &dataset.measures[place];
    let home = Home::Measure(place);
    let own: Vec<(Home, Record)> = records(measure).map(|record| (home, record)).collect();
    let mut seen: Vec<&LineId> = own.iter().map(|(_, record)| record.id()).collect();
    let mut others: BTreeMap<usize, Vec<(Home, Record)>> = BTreeMap::new();
    for (home, record) in related(place, &own, dataset) {
        if !seen.contains(&record.id()) {
            seen.push(record.id());
            others
                .entry(source_place(home, dataset))
                .or_default()
                .push((home, record));
        }
    }
    let mut rows = vec![(
        RowHead {
            number: measure.number.clone(),
            title: "this measure".to_owned(),
            home: None,
        },
        own,
    )];
    rows.extend(others.into_iter().map(|(source, records)| {
        let mut places: Vec<String> = Vec::new();
        for place in records.iter().map(|(home, _)| place_of(*home, dataset)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let head = RowHead {
            number: dataset.sources[source].number.clone(),
            title: places.join(", "),
            home: None,
        };
        (head, records)
    }));
    let is_undated = |(_, record): &&(Home, Record)| record.when().is_none();
    let undated = rows.iter().flat_map(|(_, records)| records).filter(is_undated).count();
    let mut maker = RowMaker::new(as_of, dataset);
    let rows = rows
        .into_iter()
        .map(|(head, records)| maker.row(head, records.into_iter()));
    let rows: Vec<_> = rows.filter(|row| !row.records.is_empty()).collect();
    let head = LaneHead {
        key: FacetKey::Nothing,
        title: measure.title.clone(),
    };
    let lanes = if rows.is_empty() {
        Vec::new()
    } else {
        vec![(head, false, rows)]
    };
    Timeline::new(lanes, undated, 0, maker.colors)
}

/// What other places of the dataset say of the same things; some of it more than once.
fn related<'a>(place: usize, own: &[(Home, Record<'a>)], dataset: &'a Dataset) -> Vec<(Home, Record<'a>)> {
    let measure = &dataset.measures[place];
    let tied = own.iter().flat_map(|(_, record)| dataset.ties(record.id()));
    let mut related: Vec<(Home, Record)> = tied.filter_map(|tie| dataset.record(tie.other)).collect();
    for other in (0..dataset.measures.len()).filter(|other| is_tied(measure, &dataset.measures[*other])) {
        let commitments = dataset.measures[other].follow_up.iter();
        related.extend(commitments.map(|commitment| (Home::Measure(other), Record::Commitment(commitment))));
    }
    for report in (0..dataset.reports.len()).map(Home::Report) {
        let lines = dataset.records_of(report);
        let lines = lines.filter(|line| line.measures().contains(&measure.id));
        related.extend(lines.map(|line| (report, line)));
    }
    related
}

/// Where a record stands in its source: the number of its measure.
fn place_of(home: Home, dataset: &Dataset) -> String {
    match home {
        Home::Measure(place) => dataset.measures[place].number.clone(),
        Home::Report(_) => "general report".to_owned(),
    }
}

/// Whether one of the two measures tells of a tie to the other.
fn is_tied(one: &Measure, other: &Measure) -> bool {
    let tells = |one: &Measure, other: &Measure| one.related.iter().any(|tie| tie.measure == other.id);
    one.id != other.id && (tells(one, other) || tells(other, one))
}

/// The place of the source in which it stands.
fn source_place(home: Home, dataset: &Dataset) -> usize {
    let source = dataset.source_of(home).map(|source| &source.id);
    let is_it = |other: &Source| Some(&other.id) == source;
    dataset.sources.iter().position(is_it).unwrap_or_default()
}
