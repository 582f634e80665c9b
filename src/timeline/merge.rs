//! Marks that would lie on one another become one, which says how many it stands for.

use crate::timeline::Run;

/// Half the width of a mark, and of one that stands for several.
pub const HALF_MARK_PX: f64 = 6.0;
/// Half the width of a mark with a number in it.
pub const HALF_COUNT_PX: f64 = 11.0;
/// The least room between two marks.
const APART_PX: f64 = 1.0;

/// Facts that are drawn as one mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// The middle of them all.
    pub(super) x_px: f64,
    /// Their places in what was given.
    pub(super) members: Vec<usize>,
}

impl Cluster {
    pub(super) fn half_px(&self) -> f64 {
        if self.members.len() == 1 {
            HALF_MARK_PX
        } else {
            HALF_COUNT_PX
        }
    }

    fn touches(&self, next: &Self) -> bool {
        next.x_px - self.x_px < self.half_px() + next.half_px() + APART_PX
    }

    #[expect(clippy::cast_precision_loss, reason = "far fewer facts than 2^52")]
    fn join(&mut self, next: Self) {
        let (own, other) = (self.members.len() as f64, next.members.len() as f64);
        self.x_px = (self.x_px * own + next.x_px * other) / (own + other);
        self.members.extend(next.members);
    }
}

/// Merges what would touch, from left to right.
///
/// `places` are the middles of all facts of a row, seen or not, so that marks do not regroup while the view is panned.
pub(super) fn merged(mut places: Vec<(f64, usize)>) -> Vec<Cluster> {
    places.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let single = |(x_px, member)| Cluster {
        x_px,
        members: vec![member],
    };
    settled(places.into_iter().map(single))
}

/// Merges clusters that touch; they come from left to right.
pub(super) fn settled(clusters: impl Iterator<Item = Cluster>) -> Vec<Cluster> {
    let mut settled: Vec<Cluster> = Vec::new();
    for mut next in clusters {
        while let Some(mut before) = settled.pop() {
            if !before.touches(&next) {
                settled.push(before);
                break;
            }
            before.join(next);
            next = before;
        }
        settled.push(next);
    }
    settled
}

/// The runs joined where they touch, each once, from left to right; with the tone that all of a run share.
pub(super) fn joined(mut runs: Vec<(Run, Option<&str>)>) -> Vec<(Run, Option<&str>)> {
    runs.sort_by(|one, other| one.0.from_px.total_cmp(&other.0.from_px));
    let mut joined: Vec<(Run, Option<&str>)> = Vec::new();
    for (run, tone) in runs {
        match joined.last_mut() {
            Some((last, shared)) if run.from_px < last.to_px + APART_PX => {
                last.to_px = last.to_px.max(run.to_px);
                *shared = shared.filter(|shared| tone == Some(shared));
            }
            _ => joined.push((run, tone)),
        }
    }
    joined
}
