//! What filters see of measures, of commitments, or of the lines of the general reports on one day.

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
        let numbers = self.values.numbers(facet);
        let own = self.table.values_of(thing, &numbers).iter();
        let outcome = self.standing.outcome(thing).filter(|_| facet == Facet::Outcome);
        let terms = (facet == Facet::Presidency).then(|| self.standing.terms(thing, role));
        own.map(move |number| *number as usize - numbers.start)
            .chain(outcome.map(place_of_outcome))
            .chain(
                terms
                    .into_iter()
                    .flatten()
                    .filter_map(move |term| self.values.became(facet, term)),
            )
    }
}

/// The place of an outcome among the values of its filter.
pub(super) fn place_of_outcome(state: OutcomeState) -> usize {
    state as usize
}

/// The place there of what stands for measures without a follow-up.
pub(super) const NO_FOLLOW_UP_PLACE: usize = OutcomeState::ALL.len();
