//! The order of the rows, and the groups they stand in.

use rustc_hash::FxHashMap;

use crate::dataset::Home;
use crate::domain::date::order_of_days;
use crate::domain::keyed::{Keyed, keyed};
use crate::domain::sort;
use crate::index::{AsOf, Index, short};
use crate::query::groups::in_groups;
use crate::query::rank::{best_first, list_order};
use crate::query::{Facet, Group, Query, ViewOptions};
use crate::words::choices as words;

keyed! {
    /// A column of the table.
    #[derive(Default)]
    Column, words::COLUMNS {
        /// The measure's number, in the source's order.
        #[default]
        Number = "number";
        /// The title.
        Measure = "measure";
        /// The priority, in the source's order.
        Priority = "priority";
        /// The first responsible working party, by name.
        WorkingParty = "working-party";
        /// The latest Presidency that acted or has plans.
        Presidencies = "presidencies";
        /// The status, from proposed to completed.
        Status = "status";
        /// The date of the latest fact.
        Latest = "latest";
        /// The next due date.
        Due = "due";
        /// How many documents it cites.
        Documents = "documents";
        /// The date of the latest later fact.
        Since = "since";
    }
}

keyed! {
    /// How the rows are grouped.
    #[derive(Default)]
    Grouping, words::GROUPINGS {
        /// By priority, in the source's order.
        #[default]
        Priority = "priority";
        /// By Presidency, in the order of the rota; a measure is in the group of each that it belongs to.
        Presidency = "presidency";
        /// By working party; a measure is in the group of each that is responsible.
        WorkingParty = "working-party";
        /// By status.
        Status = "status";
        /// Not at all.
        None = "none";
    }
}

/// The order of a list by one of its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort<C = Column> {
    /// By which column.
    pub column: C,
    /// Whether the greatest comes first; missing values come last either way.
    pub is_descending: bool,
}

impl<C: Keyed + Default> Sort<C> {
    /// The order after a click on a column head: by that column, reversed if it was chosen already. None is the best first where
    /// words are searched, and by number elsewhere.
    pub fn after_click(chosen: Option<Self>, column: C, has_words: bool) -> Option<Self> {
        let is_best_first = has_words && chosen.is_none();
        let before = chosen.unwrap_or_default();
        let is_descending = !is_best_first && before.column == column && !before.is_descending;
        Self::told(Some(Self { column, is_descending }), has_words)
    }

    /// What says more than no chosen order: by number is one only where words are searched.
    pub fn told(chosen: Option<Self>, has_words: bool) -> Option<Self> {
        chosen.filter(|sort| has_words || *sort != Self::default())
    }
}

impl<C: Keyed> Sort<C> {
    /// Sorts by a number, which is computed once for each place. Ties keep their order; places without a number come last.
    pub(super) fn order(self, mut places: Vec<usize>, number: &dyn Fn(usize) -> Option<i64>) -> Vec<usize> {
        sort::by_number(&mut places, |place| match number(*place) {
            Some(number) if self.is_descending => !number,
            number => number.unwrap_or(i64::MAX),
        });
        places
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

/// Sorts and groups measures, which are given in dataset order; words that are searched put the best first, within the groups and
/// among them; without grouping, all are in one group without a value. If the
/// filter of the groups is set, only its chosen values are groups. Empty groups are left out.
pub fn arrange(places: Vec<usize>, query: &Query, options: &ViewOptions, index: &Index) -> Vec<Group> {
    let as_of = index.as_of(query.day(index.dataset()));
    let in_groups = |places: Vec<usize>| match options.grouping.facet() {
        Some(facet) => in_groups(&places, facet, query, index, index.measures_as_of(&as_of)),
        None => vec![(None, places)],
    };
    if let Some(sort) = list_order(query, options.sort) {
        return in_groups(in_order(places, sort, index, &as_of));
    }
    let ranked = best_first(places, query, index, &as_of);
    let ranks: FxHashMap<usize, u8> = ranked.iter().map(|(rank, place)| (*place, *rank)).collect();
    let mut groups = in_groups(ranked.into_iter().map(|(_, place)| place).collect());
    sort::by_number(&mut groups, |(_, places)| {
        let best = places.first().and_then(|place| ranks.get(place));
        best.map_or(i64::MAX, |rank| i64::from(*rank))
    });
    groups
}

fn in_order(places: Vec<usize>, sort: Sort, index: &Index, as_of: &AsOf) -> Vec<usize> {
    let dataset = index.dataset();
    let keys = &index.sort_keys;
    let values = index.measures_as_of(as_of);
    // What has no value comes before those that have one.
    let first = |place: usize, facet: Facet| {
        let value = values.values_of(place, facet, None).next();
        Some(value.map_or(-1, |value| short(value).into()))
    };
    match sort.column {
        Column::Number if sort.is_descending => places.into_iter().rev().collect(),
        Column::Number => places,
        Column::Measure => {
            let titles = keys.titles(dataset);
            sort.order(places, &|place| Some(titles[place].into()))
        }
        Column::Priority => sort.order(places, &|place| first(place, Facet::Priority)),
        Column::Status => sort.order(places, &|place| first(place, Facet::Status)),
        Column::Documents => {
            let counts = keys.cited_documents(dataset);
            sort.order(places, &|place| Some(counts[place].into()))
        }
        Column::WorkingParty => {
            let parties = keys.working_parties(dataset);
            sort.order(places, &|place| parties[place].map(i64::from))
        }
        Column::Presidencies => sort.order(places, &|place| {
            let latest = values.dated.terms(place, None).next_back()?;
            Some(short(latest).into())
        }),
        Column::Latest => sort.order(places, &|place| {
            let latest = &dataset.measures[place].state_of_play[as_of.latest(place)?];
            latest.when.map(|_| latest.order())
        }),
        Column::Since => sort.order(places, &|place| {
            let (_, latest) = dataset.latest_since(Home::Measure(place), as_of.day())?;
            Some(latest.order())
        }),
        Column::Due => sort.order(places, &|place| {
            let due = as_of.next_due(place)?.due.period();
            Some(order_of_days(due.last(), due.first()))
        }),
    }
}
