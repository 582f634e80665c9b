//! The order of the rows, and the groups they stand in.

use std::cmp::Ordering;

use crate::dataset::Dataset;
use crate::domain::date::When;
use crate::domain::keyed::{Keyed, keyed};
use crate::query::grouping::in_groups;
use crate::query::index::Index;
use crate::query::standing::Standings;
use crate::query::{Facet, Query};

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
    mut places: Vec<usize>,
    query: &Query,
    dataset: &Dataset,
    index: &Index,
) -> Vec<(Option<String>, Vec<usize>)> {
    let standings = index.asked_by(query);
    let order = Order {
        sort: query.sort,
        dataset,
        index,
        standings: &standings,
    };
    places.sort_by(|one, other| order.compare(*one, *other));
    match query.grouping.facet() {
        Some(facet) => in_groups(&places, facet, query, index, |place| {
            index.measure_on(&standings, place)
        }),
        None => vec![(None, places)],
    }
}

/// What is needed to compare two measures.
struct Order<'a> {
    sort: Sort,
    dataset: &'a Dataset,
    index: &'a Index<'a>,
    standings: &'a Standings,
}

impl Order<'_> {
    /// Ties are broken by the source's order, so that sorting is the same every time.
    fn compare(&self, one: usize, other: usize) -> Ordering {
        let measure = |place: usize| &self.dataset.measures[place];
        let by_key = match self.sort.column {
            Column::Number => self.sort.directed(one.cmp(&other)),
            Column::Measure => {
                let title = |place: usize| crate::query::words(&measure(place).title);
                self.sort.directed(title(one).cmp(&title(other)))
            }
            Column::Priority => self.by_facet(Facet::Priority, one, other),
            Column::Status => self.by_facet(Facet::Status, one, other),
            Column::Documents => {
                let count = |place: usize| measure(place).cited_documents();
                self.sort.directed(count(one).cmp(&count(other)))
            }
            Column::WorkingParty => {
                let name = |place: usize| {
                    let first = measure(place).working_parties.first();
                    let body = first.and_then(|id| self.dataset.body(id.as_str()));
                    body.map(|body| body.short.to_lowercase())
                };
                self.sort.missing_last(name(one), name(other))
            }
            Column::Presidencies => {
                let last = |place: usize| {
                    let mut involvements = self.standings.involvements(place).iter();
                    involvements.rposition(|involvement| involvement.fits(None))
                };
                self.sort.missing_last(last(one), last(other))
            }
            Column::Latest => {
                let when = |place: usize| {
                    let latest = self.standings.latest(place)?;
                    measure(place).state_of_play[latest].when.map(When::period)
                };
                self.sort.missing_last(when(one), when(other))
            }
            Column::Due => {
                let due = |place: usize| {
                    let next = self.standings.next_due(place);
                    next.map(|next| (next.due.period().last(), next.due.period().first()))
                };
                self.sort.missing_last(due(one), due(other))
            }
        };
        by_key.then(one.cmp(&other))
    }

    /// By the first value that each has of a filter.
    fn by_facet(&self, facet: Facet, one: usize, other: usize) -> Ordering {
        let first = |place: usize| self.index.measure_on(self.standings, place).values(facet).first();
        self.sort.directed(first(one).cmp(&first(other)))
    }
}
