//! The facet values of measures, commitments or report lines as of a day: fixed and dated postings.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::domain::status::PresidencyRole;
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
        let counts = postings.count(set, numbers).into_iter().enumerate();
        // Not every Presidency of the rota is a value.
        let is_value = |place: usize| facet != Facet::Presidency || self.values.became(facet, place).is_some();
        counts
            .filter(|(place, _)| is_value(*place))
            .map(|(_, count)| count)
            .collect()
    }

    /// The postings of a filter, and its numbers there: for Presidencies one for each term of the rota, else for each value.
    pub(crate) fn numbers(self, facet: Facet, role: Option<PresidencyRole>) -> (&'a Postings, Range<usize>) {
        match facet {
            Facet::Presidency => (&self.dated.postings, self.dated.numbers_of_terms(role)),
            Facet::Outcome => (&self.dated.postings, self.dated.numbers_of_outcomes()),
            _ => (self.fixed, self.values.numbers(facet)),
        }
    }
}
