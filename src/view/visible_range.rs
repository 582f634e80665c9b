//! Which rows of a long table are in the page.

use std::ops::Range;

use crate::view::RowOffsets;

/// Up to this many rows, all of them are in the page in the end, so that the browser's own search finds everything; the visible
/// ones come first.
const ALL_ROWS: usize = 400;
/// How many rows are added at a time, then.
const STEP: usize = 20;
/// How much is drawn at once above and below the window, in windows: rows lower than estimated leave no gap until more is drawn,
/// and unseen rows cost little.
const AT_ONCE: f64 = 0.25;
/// How much is drawn above and below the window after it has moved, so that the next turn of the wheel meets rows.
const AROUND: f64 = 1.0;
/// A new stretch is drawn when less than this part of the window is left of it.
const LEAST: f64 = 0.5;

/// The part of the table that can be seen, in pixels from the beginning of its first row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VisibleRange {
    /// Where the window begins; above the table it is negative.
    pub from_px: f64,
    /// Where it ends.
    pub to_px: f64,
}

impl VisibleRange {
    /// The rows that a new table needs at once: what can be seen, and a little around it.
    pub fn at_once(self, offsets: &RowOffsets, count: usize) -> Range<usize> {
        self.pulled_up(offsets).rows(offsets, count, AT_ONCE)
    }

    /// The rows for this window, given those that are drawn: the same if they suffice. A window beyond all of them may still be
    /// moving, and gets only what it needs at once.
    pub fn next(self, drawn: &Range<usize>, offsets: &RowOffsets, count: usize) -> Range<usize> {
        let needed = self.rows(offsets, count, LEAST);
        if drawn.start <= needed.start && needed.end <= drawn.end {
            return drawn.clone();
        }
        let at_once = self.rows(offsets, count, AT_ONCE);
        if at_once.end <= drawn.start || drawn.end <= at_once.start {
            return at_once;
        }
        let around = self.rows(offsets, count, AROUND);
        if Self::is_whole_in_the_end(count) {
            return around.start.min(drawn.start)..around.end.max(drawn.end);
        }
        around
    }

    /// The drawn rows and some more, if all of that many are to be drawn in the end.
    pub fn grown(drawn: &Range<usize>, count: usize) -> Range<usize> {
        if !Self::is_whole_in_the_end(count) {
            return drawn.clone();
        }
        drawn.start.saturating_sub(STEP)..(drawn.end + STEP).min(count)
    }

    /// Whether a table of that many rows is drawn as a whole in the end.
    pub fn is_whole_in_the_end(count: usize) -> bool {
        count <= ALL_ROWS
    }

    /// A window of the same size around that row.
    #[must_use]
    pub fn around(self, row: usize, offsets: &RowOffsets) -> Self {
        let half = (self.to_px - self.from_px) / 2.0;
        let middle = offsets.top_of(row);
        Self {
            from_px: middle - half,
            to_px: middle + half,
        }
    }

    /// The same window at the end of the table, where the table has become so short that it ends above the window.
    fn pulled_up(self, offsets: &RowOffsets) -> Self {
        let below = (self.to_px - offsets.total_px()).max(0.0).min(self.from_px.max(0.0));
        Self {
            from_px: self.from_px - below,
            to_px: self.to_px - below,
        }
    }

    fn rows(self, offsets: &RowOffsets, count: usize, around: f64) -> Range<usize> {
        if count == 0 {
            return 0..0;
        }
        let margin = (self.to_px - self.from_px) * around;
        let last = offsets.row_at(self.to_px + margin);
        offsets.row_at(self.from_px - margin).min(last)..(last + 1).min(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::row_offsets::Guess;

    const WINDOW: VisibleRange = VisibleRange {
        from_px: 0.0,
        to_px: 500.0,
    };

    fn window_at(from_px: f64) -> VisibleRange {
        VisibleRange {
            from_px,
            to_px: from_px + 500.0,
        }
    }

    fn offsets(count: usize) -> RowOffsets {
        let guess = Guess {
            measure_px: 50.0,
            head_px: 50.0,
        };
        RowOffsets::guessed(count, &[], guess)
    }

    #[test]
    fn what_can_be_seen_comes_first_and_a_short_table_is_whole_in_the_end() {
        let offsets = offsets(74);
        let drawn = WINDOW.at_once(&offsets, 74);
        assert_eq!(drawn, 0..13);
        let mut drawn = WINDOW.next(&drawn, &offsets, 74);
        assert_eq!(drawn, 0..21);
        for _ in 0..3 {
            assert_eq!(WINDOW.next(&drawn, &offsets, 74), drawn);
            drawn = VisibleRange::grown(&drawn, 74);
        }
        assert_eq!(drawn, 0..74);
        assert_eq!(VisibleRange::grown(&drawn, 74), drawn);
        assert_eq!(window_at(1_000.0).next(&drawn, &offsets, 74), drawn);
        assert_eq!(WINDOW.at_once(&RowOffsets::default(), 0), 0..0);
    }

    #[test]
    fn a_long_table_follows_the_window() {
        let offsets = offsets(100_000);
        let drawn = WINDOW.at_once(&offsets, 100_000);
        let drawn = WINDOW.next(&drawn, &offsets, 100_000);
        assert_eq!(drawn, 0..21);
        assert_eq!(VisibleRange::grown(&drawn, 100_000), drawn);
        assert_eq!(window_at(200.0).next(&drawn, &offsets, 100_000), drawn);
        assert_eq!(window_at(700.0).next(&drawn, &offsets, 100_000), 4..35);
    }

    #[test]
    fn a_window_that_has_gone_past_everything_gets_only_what_it_needs_at_once() {
        let offsets = offsets(100_000);
        let far = window_at(1_000_000.0);
        let drawn = far.next(&(0..21), &offsets, 100_000);
        assert_eq!(drawn, 19_997..20_013);
        assert_eq!(far.next(&drawn, &offsets, 100_000), 19_990..20_021);
    }

    #[test]
    fn rows_that_are_lower_than_was_guessed_still_fill_the_window() {
        let mut offsets = offsets(1000);
        let drawn = WINDOW.at_once(&offsets, 1000);
        offsets.measure(drawn.start, &vec![42.0; drawn.len()]);
        assert!(WINDOW.to_px <= offsets.top_of(drawn.end));
    }

    #[test]
    fn a_table_that_has_become_short_is_drawn_from_its_end() {
        let below = window_at(9_000.0);
        assert_eq!(below.at_once(&offsets(100), 100), 87..100);
        assert_eq!(below.at_once(&offsets(3), 3), 0..3);
    }

    #[test]
    fn a_row_that_is_gone_back_to_stands_in_the_middle() {
        let offsets = offsets(1000);
        let rows = WINDOW.around(500, &offsets).at_once(&offsets, 1000);
        assert!(rows.contains(&500) && rows.len() < 18, "{rows:?}");
    }
}
