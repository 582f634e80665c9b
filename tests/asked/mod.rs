//! What a reader may ask: any query over what the shipped dataset has.

use std::sync::OnceLock;

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{Facet, Index, Query, Unit, listed};
use proptest::prelude::*;

use crate::shipped;

/// The shipped dataset as queries see it.
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
    let facet = proptest::sample::select(Facet::ALL);
    let choice = facet.prop_flat_map(|facet| {
        let keys: Vec<String> = index().values(facet).iter().map(|value| value.key.clone()).collect();
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
