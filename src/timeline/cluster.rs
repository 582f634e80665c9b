//! Joins marks that would overlap to one with a number.

use std::ops::Range;

use crate::timeline::Run;

/// Half the width of the mark of one fact.
pub const HALF_MARK_PX: f64 = 6.0;
/// Half the width of the mark of several facts, which is a number.
pub const HALF_COUNT_PX: f64 = 11.0;
/// The least room between two marks.
const APART_PX: f64 = 1.0;

/// Facts that are drawn as one mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// The average of their middles.
    pub(super) x_px: f64,
    /// The places of neighbors in the order of the line.
    pub(super) run: Range<usize>,
    /// The places of others.
    pub(super) others: Vec<usize>,
}

impl Cluster {
    pub(super) fn len(&self) -> usize {
        self.run.len() + self.others.len()
    }

    pub(super) fn half_px(&self) -> f64 {
        if self.len() == 1 { HALF_MARK_PX } else { HALF_COUNT_PX }
    }

    fn touches(&self, next: &Self) -> bool {
        next.x_px - self.x_px < self.half_px() + next.half_px() + APART_PX
    }

    #[expect(clippy::cast_precision_loss, reason = "far fewer facts than 2^52")]
    fn join(&mut self, next: Self) {
        let (own, other) = (self.len() as f64, next.len() as f64);
        self.x_px = (self.x_px * own + next.x_px * other) / (own + other);
        if self.run.is_empty() {
            self.run = next.run;
        } else if !next.run.is_empty() {
            // Clusters come from left to right, so there is nothing between the two.
            self.run.end = next.run.end;
        }
        self.others.extend(next.others);
    }
}

/// Joins marks that would touch, from left to right. `middles` are those of all facts of a line in order, in view or not, so that
/// marks do not regroup while the view is panned.
pub(super) fn merged(middles: impl Iterator<Item = f64>) -> Vec<Cluster> {
    let single = |(place, x_px)| Cluster {
        x_px,
        run: place..place + 1,
        others: Vec::new(),
    };
    settled(middles.enumerate().map(single))
}

/// Joins clusters that touch, from left to right.
pub(super) fn settled(clusters: impl Iterator<Item = Cluster>) -> Vec<Cluster> {
    let mut settled: Vec<Cluster> = Vec::new();
    for mut next in clusters {
        while let Some(mut before) = settled.pop_if(|before| before.touches(&next)) {
            before.join(next);
            next = before;
        }
        settled.push(next);
    }
    settled
}

/// Joins runs that touch, from left to right, each with the color that all of its parts share.
pub(super) fn joined(runs: impl Iterator<Item = (Run, usize)>) -> Vec<(Run, Option<usize>)> {
    let mut joined: Vec<(Run, Option<usize>)> = Vec::new();
    for (run, color) in runs {
        match joined.last_mut() {
            Some((last, shared)) if run.from_px < last.to_px + APART_PX => {
                last.to_px = last.to_px.max(run.to_px);
                *shared = shared.filter(|shared| color == *shared);
            }
            _ => joined.push((run, Some(color))),
        }
    }
    joined
}
