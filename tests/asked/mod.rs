//! What a reader may ask: any query over what the dataset has, as of any day.

use std::sync::OnceLock;

use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{Facet, FacetKey, Index, Query, Unit, Window, listed};
use proptest::prelude::*;

use super::shipped;

/// The dataset as queries see it.
pub fn index() -> &'static Index<'static> {
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(shipped::dataset()))
}

/// The ids of what a query lists.
#[allow(dead_code, reason = "not every test binary that shares this module lists by id")]
pub fn ids(unit: Unit, query: &Query) -> Vec<&'static str> {
    let dataset = shipped::dataset();
    let id = |place: usize| match unit {
        Unit::Measures => dataset.measures[place].id.as_str(),
        Unit::Documents => dataset.documents[place].id.as_str(),
        Unit::Commitments => {
            let entry = index().commitment(place);
            dataset.commitments(entry.home)[entry.place].id.as_str()
        }
    };
    listed(unit, query, index()).into_iter().map(id).collect()
}

/// Queries over what the dataset has.
#[allow(dead_code, reason = "not every test binary that shares this module makes up queries")]
pub fn any_query() -> impl Strategy<Value = Query> {
    let has_values = |facet: &Facet| !index().values(*facet).is_empty();
    let facets: Vec<Facet> = Facet::ALL.iter().copied().filter(has_values).collect();
    let facet = proptest::sample::select(facets);
    let choice = facet.prop_flat_map(|facet| {
        let keys: Vec<FacetKey> = index().values(facet).iter().map(|value| value.key.clone()).collect();
        (
            Just(facet),
            proptest::collection::vec(proptest::sample::select(keys), 1..4),
        )
    });
    let filters = proptest::collection::vec(choice, 0..3);
    let role = proptest::option::of(proptest::sample::select(PresidencyRole::ALL));
    let text = prop_oneof![
        Just(String::new()),
        "[a-z]{1,3}",
        "(sis|euro|pnr|prum|data|Council) ?[a-z]{0,2}"
    ];
    (filters, role, text).prop_map(|(filters, role, text)| {
        let mut query = Query {
            role,
            text,
            ..Query::default()
        };
        for (facet, values) in filters {
            query.filters.entry(facet).or_default().extend(values);
        }
        query
    })
}

/// Any day from 2015 to 2027, past the last day of which anything is known, the ends of years and terms as likely as all the others together.
#[allow(dead_code, reason = "not every test binary that shares this module asks about days")]
pub fn any_day() -> impl Strategy<Value = Day> {
    const TURNS: [&str; 5] = ["01-01", "06-30", "07-01", "12-31", "02-03"];
    let turn = (2015..=2027, proptest::sample::select(&TURNS))
        .prop_map(|(year, turn)| format!("{year}-{turn}").parse().expect("a day"));
    let other = (2015_i16..=2027, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, number)| Day::new(year, month, number).expect("a day"));
    prop_oneof![turn, other]
}

/// A window with both ends, one or none, as exact as a link may say it.
#[allow(dead_code, reason = "not every test binary that shares this module asks about days")]
pub fn any_window() -> impl Strategy<Value = Window> {
    let form = (2015..=2027, 1..=12, 1..=28, 0..5).prop_map(|(year, month, number, form)| {
        let date = match form {
            0 => format!("{year}"),
            1 => format!("{year}-H{}", 1 + month % 2),
            2 => format!("{year}-Q{}", 1 + month % 4),
            3 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{number:02}"),
        };
        date.parse::<PartialDate>().expect("a date")
    });
    let end = proptest::option::of(form);
    (end.clone(), end).prop_filter_map("the wrong way round", |(from, to)| Window::new(from, to))
}

/// The same query as of that day.
#[allow(dead_code, reason = "not every test binary that shares this module asks about days")]
pub fn asked_on(query: &Query, day: Day) -> Query {
    query.with_day(day, shipped::dataset())
}
