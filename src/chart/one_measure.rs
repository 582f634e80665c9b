//! The small timeline of one measure, with related records of other documents.

use crate::chart::timeline::{LaneHead, RowHead, RowMaker, Timeline};
use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::measure::Measure;
use crate::domain::sort;
use crate::domain::vocabulary::Wording;
use crate::query::FacetKey;
use crate::words::drawing as words;

/// The dated facts and commitments of a measure in one row, and below it a row for each document with related records: those
/// tied to them, the commitments of related measures, and the lines of a general report about this measure.
pub fn timeline_of_measure<'a>(place: usize, as_of: Day, dataset: &'a Dataset) -> Timeline<'a> {
    let measure = &dataset.measures[place];
    let home = Home::Measure(place);
    let own: Vec<(Home, Record)> = dataset.records_of(home).map(|record| (home, record)).collect();
    let mut others: Vec<(Home, Record)> = Vec::new();
    for line in related(place, &own, dataset) {
        if own.iter().chain(&others).all(|(_, other)| other.id() != line.1.id()) {
            others.push(line);
        }
    }
    let is_undated = |(_, record): &&(Home, Record)| record.when().is_none();
    let undated = own.iter().chain(&others).filter(is_undated).count();
    let source_place = |(home, _): &(Home, Record)| {
        let source = dataset.source_of(*home);
        let place = dataset
            .sources
            .iter()
            .position(|other| source.is_some_and(|source| source.id == other.id));
        place.unwrap_or_default()
    };
    sort::by_key(&mut others, source_place);
    let maker = RowMaker::new(as_of, dataset);
    let row = |number: &str, title: String, records: &[(Home, Record<'a>)]| {
        let head = RowHead {
            number: number.to_owned(),
            title,
            home: None,
        };
        maker.row(head, records)
    };
    let mut rows = vec![row(&measure.number, words::THIS_MEASURE.to_owned(), &own)];
    for records in others.chunk_by(|one, next| source_place(one) == source_place(next)) {
        let mut places: Vec<&str> = Vec::new();
        for (home, _) in records {
            let place = match home {
                Home::Measure(place) => dataset.measures[*place].number.as_str(),
                Home::Report(_) => dataset.vocabulary.one(Wording::Report),
            };
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let number = &dataset.sources[source_place(&records[0])].number;
        rows.push(row(number, places.join(", "), records));
    }
    rows.retain(|row| !row.records.is_empty());
    let head = LaneHead {
        key: FacetKey::Nothing,
        title: measure.title.clone(),
        undated: 0,
    };
    let lane = (!rows.is_empty()).then_some((head, false, rows));
    Timeline::new(lane.into_iter().collect(), undated, 0, maker.colors)
}

/// Related records of other measures and reports. May hold a record more than once.
fn related<'a>(place: usize, own: &[(Home, Record<'a>)], dataset: &'a Dataset) -> Vec<(Home, Record<'a>)> {
    let measure = &dataset.measures[place];
    let tied = own.iter().flat_map(|(_, record)| dataset.ties(record.id()));
    let mut related: Vec<(Home, Record)> = tied.filter_map(|tie| dataset.record(tie.other)).collect();
    for other in (0..dataset.measures.len()).filter(|other| is_tied(measure, &dataset.measures[*other])) {
        let commitments = dataset.measures[other].follow_up.iter();
        related.extend(commitments.map(|commitment| (Home::Measure(other), Record::Commitment(commitment))));
    }
    related.extend(dataset.concerning(place));
    related
}

/// Whether one of the two measures names the other as related.
fn is_tied(one: &Measure, other: &Measure) -> bool {
    let names = |one: &Measure, other: &Measure| one.related.iter().any(|tie| tie.measure == other.id);
    one.id != other.id && (names(one, other) || names(other, one))
}
