//! The facts of a line in order of time. Computed once, so that drawing a frame sorts nothing.

use std::sync::Arc;

use crate::domain::date::Period;
use crate::domain::sort;
use crate::timeline::cluster::Cluster;
use crate::timeline::scale::day_number;
use crate::timeline::{Anchor, Fact, FactPlace, Glyph, Row, Run, TimeScale};

/// The number of the first day of a period, and of the day after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    from: i32,
    to: i32,
}

impl Days {
    fn of(period: Period) -> Self {
        Self {
            from: day_number(period.first()),
            to: day_number(period.last()) + 1,
        }
    }

    /// Where it is drawn.
    pub(super) fn run(self, scale: TimeScale) -> Run {
        Run {
            from_px: scale.x_of(self.from.into()),
            to_px: scale.x_of(self.to.into()),
        }
    }
}

/// A fact in the order of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    row: usize,
    fact: usize,
    pub(super) days: Days,
    /// The position of its mark: a day number, doubled.
    half_days: i32,
    pub(super) glyph: Glyph,
    pub(super) is_planned: bool,
    pub(super) color: usize,
}

impl Spot {
    fn new(row: usize, place: usize, fact: &Fact) -> Self {
        let days = Days::of(fact.period);
        Self {
            row,
            fact: place,
            days,
            half_days: match fact.anchor {
                Anchor::Middle => days.from + days.to,
                Anchor::End => 2 * days.to,
            },
            glyph: fact.glyph,
            is_planned: fact.is_planned,
            color: fact.color,
        }
    }

    /// The middle of its mark if it were alone.
    pub(super) fn middle_px(&self, scale: TimeScale) -> f64 {
        scale.x_of(f64::from(self.half_days) / 2.0)
    }

    /// Sorts by time: by first and last day, then by place.
    pub(super) fn time(&self) -> (i32, i32, usize, usize) {
        (self.days.from, self.days.to, self.row, self.fact)
    }
}

/// Periods by their first day, each with the number of a color.
pub(super) type Stretches = Arc<[(Days, usize)]>;

/// The facts of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// From left to right.
    pub(super) spots: Arc<[Spot]>,
    /// The periods of what happened, and of what is planned.
    pub(super) periods: [Stretches; 2],
    /// The delays of what is still to come, and of what is done; without a color.
    pub(super) delays: [Stretches; 2],
}

impl Order {
    /// The facts of these rows of a lane, each with its number.
    pub(super) fn new<'a>(rows: impl Iterator<Item = (usize, &'a Row)>) -> Self {
        let (mut spots, mut periods, mut delays) = (Vec::new(), [Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for (row, own) in rows {
            for (place, fact) in own.iter().enumerate() {
                let spot = Spot::new(row, place, fact);
                spots.push(spot);
                periods[usize::from(spot.is_planned)].push((spot.days, spot.color));
                if let Some(delay) = fact.delay {
                    delays[usize::from(delay.is_done)].push((Days::of(delay.period), 0));
                }
            }
        }
        // Facts of one day stay in the order of their places.
        sort::by_number(&mut spots, |spot: &Spot| spot.half_days.into());
        let in_order = |mut stretches: Vec<(Days, usize)>| {
            sort::by_number(&mut stretches, |(days, _)| days.from.into());
            stretches.into()
        };
        Self {
            spots: spots.into(),
            periods: periods.map(in_order),
            delays: delays.map(in_order),
        }
    }
}

/// The facts of a mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Members {
    pub(super) lane: usize,
    pub(super) spots: Arc<[Spot]>,
    pub(super) cluster: Cluster,
}

impl Members {
    pub(super) fn spots(&self) -> impl Iterator<Item = &Spot> {
        let others = self.cluster.others.iter().map(|place| &self.spots[*place]);
        self.spots[self.cluster.run.clone()].iter().chain(others)
    }

    pub(super) fn place(&self, spot: &Spot) -> FactPlace {
        FactPlace {
            lane: self.lane,
            row: spot.row,
            fact: spot.fact,
        }
    }
}
