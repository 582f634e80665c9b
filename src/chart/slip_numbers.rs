//! Where the numbers of a slip chart stand: each beside the mark that it names, and on nothing else, in letters of any width.

use crate::chart::svg_writer::TEXT_PX;

/// A part of a drawing, by its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub foot: f64,
}

/// What stands in a drawing already.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken {
    /// The middles of marks.
    pub marks: Vec<(f64, f64)>,
    /// The room of words.
    pub words: Vec<Area>,
}

/// The widest digit, spaced apart as readers may have it, and half of the highest line of text, in pixels.
const DIGIT_PX: f64 = 0.75 * TEXT_PX;
pub(super) const HALF_LINE_PX: f64 = 0.6 * TEXT_PX;
/// How far the ground of a number, which parts it from lines, reaches beyond it.
pub(super) const HALO_PX: f64 = 1.5;
/// From the middle of a mark to a number; with less room, numbers would stand on the line between two marks.
const MARK_PX: f64 = 8.3;
/// How far a number stands from its mark, and how often farther where it is crowded.
const AWAY_PX: f64 = 15.0;
const RINGS: u8 = 4;
/// Where around its mark a number may stand, the best place first.
const AROUND: [(f64, f64); 8] = [
    (0., -1.),
    (-1., 0.),
    (0., 1.),
    (-1., -1.),
    (1., -1.),
    (1., 0.),
    (1., 1.),
    (-1., 1.),
];

impl Area {
    /// As far to both sides of a middle, and as far up and down.
    pub(super) fn around((x, y): (f64, f64), half_wide: f64, half_high: f64) -> Self {
        Self {
            left: x - half_wide,
            top: y - half_high,
            right: x + half_wide,
            foot: y + half_high,
        }
    }

    fn holds(self, inner: Self) -> bool {
        self.left <= inner.left && inner.right <= self.right && self.top <= inner.top && inner.foot <= self.foot
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.foot && other.top < self.foot
    }

    fn distance_to(self, (x, y): (f64, f64)) -> f64 {
        let beside = (self.left - x).max(x - self.right).max(0.0);
        let above = (self.top - y).max(y - self.foot).max(0.0);
        beside.hypot(above)
    }
}

/// The middle of each number within `room`, by the mark that it names; none where there is no room.
pub(super) fn number_places(named: &[(usize, (f64, f64))], mut taken: Taken, room: Area) -> Vec<(usize, (f64, f64))> {
    let mut placed = Vec::new();
    for &(number, (x, y)) in named {
        let digits = f64::from(number.checked_ilog10().unwrap_or_default() + 1);
        let half_wide = digits * DIGIT_PX / 2.0;
        let rings = (1..=RINGS).flat_map(|ring| AROUND.map(|place| (f64::from(ring) * AWAY_PX, place)));
        // A number of two digits is as far from its mark as one of a single digit.
        let wider = half_wide - DIGIT_PX / 2.0;
        let around = rings.map(|(away, (across, down))| (x + across * (away + wider), y + down * away));
        let is_free = |place: &(f64, f64)| {
            let own = Area::around(*place, half_wide, HALF_LINE_PX);
            room.holds(own)
                && taken.words.iter().all(|words| !words.meets(own))
                && taken.marks.iter().all(|mark| MARK_PX <= own.distance_to(*mark))
        };
        let Some(place) = around.into_iter().find(is_free) else {
            continue;
        };
        taken
            .words
            .push(Area::around(place, half_wide + HALO_PX, HALF_LINE_PX + HALO_PX));
        placed.push((number, place));
    }
    placed
}
