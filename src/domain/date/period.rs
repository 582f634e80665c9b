//! Runs of whole days.

use crate::domain::date::Day;

/// A run of whole days; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // Invariant: first <= last.
    pub(super) first: Day,
    pub(super) last: Day,
}

impl Period {
    /// The days from `first` to `last`; nothing when they are the wrong way round.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// That one day.
    pub fn of_day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.last
    }

    /// Whether every day of `inner` belongs to this period.
    pub fn holds(self, inner: Self) -> bool {
        self.first <= inner.first && inner.last <= self.last
    }

    /// Whether some day belongs to both.
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether `day` belongs to this period.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days from the first of both to the last of both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    /// The whole years that hold it.
    #[must_use]
    pub fn whole_years(self) -> Self {
        Self {
            first: Day::new(self.first.year(), 1, 1).unwrap_or(self.first),
            last: Day::new(self.last.year(), 12, 31).unwrap_or(self.last),
        }
    }
}
