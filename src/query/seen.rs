//! What filters see of measures, of commitments, or of the lines of the general reports on one day.

use std::ops::Range;

use crate::domain::keyed::Keyed;
use crate::domain::status::{OutcomeState, PresidencyRole};
use crate::query::Facet;
use crate::query::standing::Standing;
use crate::query::table::Table;
use crate::query::values::Values;

/// What filters see of measures, of commitments or of lines on one day.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) values: &'a Values,
    pub(super) table: &'a Table,
    pub(super) standing: &'a Standing,
}

impl<'a> Seen<'a> {
    /// The places of a filter's values under which a thing stands; for the Presidencies, in that role.
    pub(super) fn values_of(
        self,
        thing: usize,
        facet: Facet,
        role: Option<PresidencyRole>,
    ) -> impl Iterator<Item = usize> + 'a {
        let (table, numbers) = self.numbers(facet, role);
        let own = table.values_of(thing, &numbers).iter();
        let places = own.map(move |number| *number as usize - numbers.start);
        places.filter_map(move |place| match facet {
            Facet::Presidency => self.values.became(facet, place),
            _ => Some(place),
        })
    }

    /// The table that holds a filter's values, and their numbers there: for the Presidencies those of all terms of the rota
    /// in that role, for everything else those of its values.
    pub(super) fn numbers(self, facet: Facet, role: Option<PresidencyRole>) -> (&'a Table, Range<usize>) {
        match facet {
            Facet::Presidency => (&self.standing.table, self.standing.numbers_of_terms(role)),
            Facet::Outcome => (&self.standing.table, self.standing.numbers_of_outcomes()),
            _ => (self.table, self.values.numbers(facet)),
        }
    }
}

/// The place of an outcome among the values of its filter.
pub(super) fn place_of_outcome(state: OutcomeState) -> usize {
    state as usize
}

/// The place there of what stands for measures without a follow-up.
pub(super) const NO_FOLLOW_UP_PLACE: usize = OutcomeState::ALL.len();
