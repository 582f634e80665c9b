//! The facet values of measures, commitments or report lines as of a day: fixed postings and dated ones behind one face.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::domain::keyed::Keyed;
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::index::Facet;
use crate::index::as_of::DatedFacets;
use crate::index::postings::Postings;
use crate::index::values::Values;

/// The facet values of measures, of commitments or of report lines as of a day.
#[derive(Clone, Copy)]
pub(crate) struct FacetValues<'a> {
    pub(crate) values: &'a Values,
    pub(crate) fixed: &'a Postings,
    pub(crate) dated: &'a DatedFacets,
}

impl<'a> FacetValues<'a> {
    /// The places of a record's values of a filter; `role` matters for Presidencies only.
    pub(crate) fn values_of(
        self,
        thing: usize,
        facet: Facet,
        role: Option<PresidencyRole>,
    ) -> impl Iterator<Item = usize> + 'a {
        let (postings, numbers) = self.numbers(facet, role);
        let own = postings.values_of(thing, &numbers).iter();
        let places = own.map(move |number| *number as usize - numbers.start);
        places.filter_map(move |place| match facet {
            Facet::Presidency => self.values.became(facet, place),
            _ => Some(place),
        })
    }

    /// How many of a set have each value of a filter; `role` matters for Presidencies only.
    pub(crate) fn count(self, set: &FixedBitSet, facet: Facet, role: Option<PresidencyRole>) -> Vec<usize> {
        let (postings, numbers) = self.numbers(facet, role);
        self.of_values(postings.count(set, numbers), facet)
    }

    /// Not every Presidency of the rota is a value.
    fn of_values(self, mut counts: Vec<usize>, facet: Facet) -> Vec<usize> {
        if facet == Facet::Presidency {
            let mut terms = 0..;
            counts.retain(|_| {
                terms
                    .next()
                    .is_some_and(|term| self.values.became(facet, term).is_some())
            });
        }
        counts
    }

    /// The postings that hold a filter, and its numbers there. For Presidencies these are all terms of the rota, for other
    /// filters the values that occur.
    pub(crate) fn numbers(self, facet: Facet, role: Option<PresidencyRole>) -> (&'a Postings, Range<usize>) {
        match facet {
            Facet::Presidency => (&self.dated.postings, self.dated.numbers_of_terms(role)),
            Facet::Outcome => (&self.dated.postings, self.dated.numbers_of_outcomes()),
            _ => (self.fixed, self.values.numbers(facet)),
        }
    }
}

/// The place of an outcome among the values of its filter.
pub(crate) fn place_of_outcome(state: OutcomeState) -> usize {
    state as usize
}

/// The place there of the value for measures without a follow-up.
pub(crate) const NO_FOLLOW_UP_PLACE: usize = OutcomeState::ALL.len();
