//! The facts of a line in the order of time, worked out once: drawing them anew for every frame sorts nothing.

use std::ops::Range;
use std::sync::Arc;

use crate::timeline::scale::day_number;
use crate::timeline::{Anchor, Fact, FactPlace, Glyph, Row, Run, TimeScale};

/// A stretch of whole days by the number of its first day and of the day after its last.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct Stretch {
    from: f64,
    to: f64,
}

impl Stretch {
    /// Where it is drawn.
    pub(super) fn run(self, scale: TimeScale) -> Run {
        Run {
            from_px: scale.x_of(self.from),
            to_px: scale.x_of(self.to),
        }
    }
}

/// A fact as its line needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) place: FactPlace,
    pub(super) stretch: Stretch,
    /// The day on which its mark stands, as a number.
    middle: f64,
    pub(super) glyph: Glyph,
    pub(super) is_planned: bool,
    pub(super) tone: usize,
}

impl Spot {
    fn new(place: FactPlace, fact: &Fact) -> Self {
        let stretch = Stretch {
            from: day_number(fact.period.first()),
            to: day_number(fact.period.last()) + 1.0,
        };
        Self {
            place,
            stretch,
            middle: match fact.anchor {
                Anchor::Middle => f64::midpoint(stretch.from, stretch.to),
                Anchor::End => stretch.to,
            },
            glyph: fact.glyph,
            is_planned: fact.is_planned,
            tone: fact.tone,
        }
    }

    /// Where its mark would stand if it were alone.
    pub(super) fn middle_px(&self, scale: TimeScale) -> f64 {
        scale.x_of(self.middle)
    }

    /// The order of time: by first and last day, then by place.
    pub(super) fn in_time(&self, other: &Self) -> std::cmp::Ordering {
        let days = self.stretch.from.total_cmp(&other.stretch.from);
        let days = days.then(self.stretch.to.total_cmp(&other.stretch.to));
        days.then(self.place.cmp(&other.place))
    }
}

/// The facts of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Order {
    /// By where their marks stand, from left to right.
    pub(super) spots: Arc<[Spot]>,
    /// The times for which they stand, by their beginnings, with whether they are planned and with their colour.
    pub(super) ranges: Arc<[(Stretch, bool, usize)]>,
    /// The ways, by their beginnings, with whether what was promised came.
    pub(super) ways: Arc<[(Stretch, bool)]>,
}

impl Order {
    /// The facts of some rows of the lane with that number.
    pub(super) fn new<'a>(lane: usize, rows: impl Iterator<Item = (usize, &'a Row)>) -> Self {
        let (mut spots, mut ways) = (Vec::new(), Vec::new());
        for (row, own) in rows {
            for (fact, own) in own.facts.iter().enumerate() {
                spots.push(Spot::new(FactPlace { lane, row, fact }, own));
                ways.extend(own.way.map(|way| {
                    let stretch = Stretch {
                        from: day_number(way.period.first()),
                        to: day_number(way.period.last()) + 1.0,
                    };
                    (stretch, way.is_done)
                }));
            }
        }
        let range = |spot: &Spot| (spot.stretch, spot.is_planned, spot.tone);
        let mut ranges: Vec<_> = spots.iter().map(range).collect();
        ranges.sort_by_cached_key(|range| half_days(range.0.from));
        ways.sort_by_cached_key(|way: &(Stretch, bool)| half_days(way.0.from));
        // Those of one day stay in the order of their places.
        spots.sort_by_cached_key(|spot| half_days(spot.middle));
        Self {
            spots: spots.into(),
            ranges: ranges.into(),
            ways: ways.into(),
        }
    }
}

/// A day, or the middle of one, as a whole number: these are sorted faster.
#[expect(clippy::cast_possible_truncation, reason = "some ten million days at most")]
fn half_days(number: f64) -> i32 {
    (2.0 * number) as i32
}

/// Some facts of a line: those that one mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Members {
    pub(super) spots: Arc<[Spot]>,
    /// Those that stand beside one another.
    pub(super) run: Range<usize>,
    /// Those from outside the view whose time reaches into it.
    pub(super) others: Vec<usize>,
}

impl Members {
    pub(super) fn len(&self) -> usize {
        self.run.len() + self.others.len()
    }

    pub(super) fn spots(&self) -> impl Iterator<Item = &Spot> {
        let others = self.others.iter().map(|place| &self.spots[*place]);
        self.spots[self.run.clone()].iter().chain(others)
    }
}
