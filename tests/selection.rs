//! What a query lists is what a walk over the JSON finds: measures, commitments and documents, by every filter.

use std::collections::BTreeSet;

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{Facet, Query, Unit};
use proptest::prelude::*;

use crate::asked::{any_query, ids, index};
use crate::naive::{everything, walked};

#[track_caller]
fn check(query: &Query) {
    for unit in [Unit::Measures, Unit::Commitments, Unit::Documents] {
        let (listed, walked) = (ids(unit, query), walked(unit, query, everything()));
        let walked: Vec<&str> = walked.iter().map(String::as_str).collect();
        let vain: Vec<_> = listed.iter().filter(|id| !walked.contains(id)).collect();
        let missing: Vec<_> = walked.iter().filter(|id| !listed.contains(id)).collect();
        let (filters, role) = (&query.filters, query.role);
        let asked = format!("{unit:?} with {filters:?}, role {role:?}");
        assert!(listed == walked, "{asked}: in vain {vain:?}, missing {missing:?}");
    }
}

#[test]
fn every_value_of_every_filter_lists_what_the_json_gives_it() {
    for facet in Facet::ALL.iter().copied() {
        for value in index().values(facet) {
            check(&Query::default().narrowed(facet, &value.key));
            check(&Query::everywhere(facet, &value.key));
        }
    }
}

#[test]
fn a_presidency_is_listed_in_the_role_that_the_json_gives_it() {
    for role in PresidencyRole::ALL.iter().copied() {
        let in_role = |query: Query| Query {
            role: Some(role),
            ..query
        };
        check(&in_role(Query::default()));
        for presidency in index().values(Facet::Presidency) {
            check(&in_role(Query::everywhere(Facet::Presidency, &presidency.key)));
        }
    }
}

proptest! {
    #[test]
    fn several_filters_together_list_what_the_json_gives_them(query in any_query()) {
        check(&Query { text: String::new(), ..query });
    }
}

#[test]
fn a_filter_offers_every_value_that_occurs() {
    let all = everything();
    let plain = || all.measures.iter().chain(&all.commitments).chain(&all.lines);
    let occurs = |facet: Facet| -> BTreeSet<&str> {
        let own = plain().flat_map(|plain| plain.own.iter().chain(plain.promises.iter().flatten()));
        let own = own
            .filter(|(other, _)| *other == facet)
            .map(|(_, value)| value.as_str());
        let terms = plain().flat_map(|plain| &plain.terms).map(|(id, _)| id.as_str());
        if facet == Facet::Presidency {
            terms.collect()
        } else {
            own.collect()
        }
    };
    for facet in Facet::ALL.iter().copied() {
        let offered: BTreeSet<&str> = index().values(facet).iter().map(|value| value.key.as_str()).collect();
        let occurs = occurs(facet);
        assert!(
            occurs.is_subset(&offered),
            "{} offers no {:?}",
            facet.key(),
            &occurs - &offered
        );
        // The statuses, outcomes, priorities and documents are offered whether they occur or not.
        let is_closed = [
            Facet::Status,
            Facet::Outcome,
            Facet::Priority,
            Facet::Document,
            Facet::DocumentKind,
        ]
        .contains(&facet);
        assert!(
            is_closed || offered == occurs,
            "{} offers {:?} in vain",
            facet.key(),
            &offered - &occurs
        );
    }
}
