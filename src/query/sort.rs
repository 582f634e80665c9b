//! The order of the rows, and the groups they stand in.

use std::cmp::Ordering;

use crate::dataset::Dataset;
use crate::domain::date::When;
use crate::domain::keyed::{Keyed, keyed};
use crate::index::AsOf;
use crate::index::Index;
use crate::query::groups::in_groups;
use crate::query::{Facet, Query, ViewOptions};

keyed! {
    /// A column of the table.
    Column, "column" {
        /// The measure's number, in the source's order.
        Number = "number", "No.";
        /// The title.
        Measure = "measure", "Measure";
        /// The priority, in the source's order.
        Priority = "priority", "Priority";
        /// The first responsible working party, by name.
        WorkingParty = "working-party", "Working party";
        /// The latest Presidency that acted or has plans.
        Presidencies = "presidencies", "Presidencies";
        /// The status, from proposed to completed.
        Status = "status", "Status";
        /// The date of the latest fact.
        Latest = "latest", "Latest fact";
        /// The next due date.
        Due = "due", "Next due";
        /// How many documents it cites.
        Documents = "documents", "Docs";
    }
}

keyed! {
    /// How the rows are grouped.
    Grouping, "grouping" {
        /// By priority, in the source's order.
        Priority = "priority", "priority";
        /// By Presidency, in the order of the rota; a measure stands under each that it belongs to.
        Presidency = "presidency", "Presidency";
        /// By working party; a measure stands under each that is responsible.
        WorkingParty = "working-party", "working party";
        /// By status.
        Status = "status", "status";
        /// Not at all.
        None = "none", "nothing";
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro that declares a closed list derives the same traits for all"
)]
impl Default for Grouping {
    fn default() -> Self {
        Self::Priority
    }
}

/// The order of a list by one of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort<C = Column> {
    /// By which column.
    pub column: C,
    /// Whether the greatest comes first; what has no value comes last either way.
    pub is_descending: bool,
}

impl Default for Sort<Column> {
    fn default() -> Self {
        Self {
            column: Column::Number,
            is_descending: false,
        }
    }
}

impl<C: Keyed> Sort<C> {
    /// The order after a click on a column's head: that column, and the other way round if it was chosen already.
    #[must_use]
    pub fn clicked(self, column: C) -> Self {
        Self {
            column,
            is_descending: self.column == column && !self.is_descending,
        }
    }

    /// The order of two values of its column.
    pub(super) fn directed(self, order: Ordering) -> Ordering {
        if self.is_descending { order.reverse() } else { order }
    }

    /// The same where a value may be missing.
    pub(super) fn missing_last<Key: Ord>(self, one: Option<Key>, other: Option<Key>) -> Ordering {
        match (one, other) {
            (Some(one), Some(other)) => self.directed(one.cmp(&other)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

impl Grouping {
    /// The filter whose values name the groups.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::Priority => Some(Facet::Priority),
            Self::Presidency => Some(Facet::Presidency),
            Self::WorkingParty => Some(Facet::WorkingParty),
            Self::Status => Some(Facet::Status),
            Self::None => None,
        }
    }
}

/// The given places in order, in groups; a group is named by the key of its value.
///
/// What has none of the values stands in a last group without a name; so does everything where nothing is grouped. Where
/// the filter of the groups is set, only its chosen values are groups. Empty groups are left out.
pub fn arrange(
    places: Vec<usize>,
    query: &Query,
    options: &ViewOptions,
    dataset: &Dataset,
    index: &Index,
) -> Vec<(Option<String>, Vec<usize>)> {
    let as_of = query.standings(index);
    let places = in_order(places, options.sort, dataset, index, &as_of);
    match options.grouping.facet() {
        Some(facet) => in_groups(&places, facet, query, index, index.measures_as_of(&as_of)),
        None => vec![(None, places)],
    }
}

fn in_order(places: Vec<usize>, sort: Sort, dataset: &Dataset, index: &Index, as_of: &AsOf) -> Vec<usize> {
    let keys = &index.sort_keys;
    let values = index.measures_as_of(as_of);
    let first = |place: usize, facet: Facet| Some(values.values_of(place, facet, None).next());
    match sort.column {
        Column::Number => {
            let mut places = places;
            places.sort_unstable_by(|one, other| sort.directed(one.cmp(other)));
            places
        }
        Column::Measure => {
            let titles = keys.titles(dataset);
            by_key(places, sort, |place| Some(titles[place]))
        }
        Column::Priority => by_key(places, sort, |place| first(place, Facet::Priority)),
        Column::Status => by_key(places, sort, |place| first(place, Facet::Status)),
        Column::Documents => {
            let counts = keys.cited_documents(dataset);
            by_key(places, sort, |place| Some(counts[place]))
        }
        Column::WorkingParty => {
            let parties = keys.working_parties(dataset);
            by_key(places, sort, |place| parties[place])
        }
        Column::Presidencies => by_key(places, sort, |place| values.dated.terms(place, None).next_back()),
        Column::Latest => by_key(places, sort, |place| {
            let latest = as_of.latest(place)?;
            dataset.measures[place].state_of_play[latest].when.map(When::period)
        }),
        Column::Due => by_key(places, sort, |place| {
            let next = as_of.next_due(place)?;
            Some((next.due.period().last(), next.due.period().first()))
        }),
    }
}

/// Sorts places by a key that is computed once for each. Ties keep the source's order.
fn by_key<Key: Ord>(places: Vec<usize>, sort: Sort, key: impl Fn(usize) -> Option<Key>) -> Vec<usize> {
    by_keys(places, sort, key, |_| ())
}

/// The same where something else decides between those of one key.
pub(super) fn by_keys<Column: Keyed, Key: Ord, Tie: Ord>(
    places: Vec<usize>,
    sort: Sort<Column>,
    key: impl Fn(usize) -> Option<Key>,
    tie: impl Fn(usize) -> Tie,
) -> Vec<usize> {
    let keyed = places.into_iter().map(|place| (key(place), tie(place), place));
    let mut keyed: Vec<(Option<Key>, Tie, usize)> = keyed.collect();
    keyed.sort_unstable_by(|(one_key, one_tie, one), (other_key, other_tie, other)| {
        let order = sort.missing_last(one_key.as_ref(), other_key.as_ref());
        order.then_with(|| one_tie.cmp(other_tie)).then(one.cmp(other))
    });
    keyed.into_iter().map(|(_, _, place)| place).collect()
}
