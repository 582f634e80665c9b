//! Which rows of a long table stand in the page.

use std::ops::Range;

use crate::table::Heights;

/// Up to so many rows all of them stand in the page in the end, so that the browser's own search finds everything; first come
/// those that can be seen.
const ALL_ROWS: usize = 400;
/// So many rows are added at a time where all of them are to stand there.
const STEP: usize = 20;
/// So many times the window is drawn above and below it at once: rows that are lower than was guessed leave no gap until more
/// is drawn, and those that nobody sees cost little.
const AT_ONCE: f64 = 0.25;
/// So many times the window is drawn above and below it where it was moved, so that the next turn of the wheel meets rows.
const AROUND: f64 = 1.0;
/// A new stretch is drawn when less than this part of the window is left of it.
const LEAST: f64 = 0.5;

/// The part of the table that can be seen, in pixels from the beginning of its first row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Where the window begins; above the table it is negative.
    pub from_px: f64,
    /// Where it ends.
    pub to_px: f64,
}

impl Reach {
    /// The rows that a new table needs at once: what can be seen, and a little around it.
    pub fn at_once(self, heights: &Heights, count: usize) -> Range<usize> {
        self.pulled_up(heights).rows(heights, count, AT_ONCE)
    }

    /// The rows that the window needs when those stand there; the same where it lacks nothing. Where it has gone past all of
    /// them, it may well go on, and gets only what it needs at once.
    pub fn next(self, drawn: &Range<usize>, heights: &Heights, count: usize) -> Range<usize> {
        let needed = self.rows(heights, count, LEAST);
        if drawn.start <= needed.start && needed.end <= drawn.end {
            return drawn.clone();
        }
        let at_once = self.rows(heights, count, AT_ONCE);
        if at_once.end <= drawn.start || drawn.end <= at_once.start {
            return at_once;
        }
        let around = self.rows(heights, count, AROUND);
        if Self::is_whole_in_the_end(count) {
            return around.start.min(drawn.start)..around.end.max(drawn.end);
        }
        around
    }

    /// Those rows and some more where all of so many are to stand there in the end.
    pub fn grown(drawn: &Range<usize>, count: usize) -> Range<usize> {
        if !Self::is_whole_in_the_end(count) {
            return drawn.clone();
        }
        drawn.start.saturating_sub(STEP)..(drawn.end + STEP).min(count)
    }

    /// Whether a table of so many rows stands there as a whole in the end.
    pub fn is_whole_in_the_end(count: usize) -> bool {
        count <= ALL_ROWS
    }

    /// A window so large around that row.
    #[must_use]
    pub fn around(self, row: usize, heights: &Heights) -> Self {
        let half = (self.to_px - self.from_px) / 2.0;
        let middle = heights.top_of(row);
        Self {
            from_px: middle - half,
            to_px: middle + half,
        }
    }

    /// The same window at the end of the table, where the table has become so short that it ends above the window.
    fn pulled_up(self, heights: &Heights) -> Self {
        let below = (self.to_px - heights.total_px()).max(0.0).min(self.from_px.max(0.0));
        Self {
            from_px: self.from_px - below,
            to_px: self.to_px - below,
        }
    }

    fn rows(self, heights: &Heights, count: usize, around: f64) -> Range<usize> {
        if count == 0 {
            return 0..0;
        }
        let margin = (self.to_px - self.from_px) * around;
        let last = heights.row_at(self.to_px + margin);
        heights.row_at(self.from_px - margin).min(last)..(last + 1).min(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::heights::Guess;

    const WINDOW: Reach = Reach {
        from_px: 0.0,
        to_px: 500.0,
    };

    fn window_at(from_px: f64) -> Reach {
        Reach {
            from_px,
            to_px: from_px + 500.0,
        }
    }

    fn heights(count: usize) -> Heights {
        let guess = Guess {
            measure_px: 50.0,
            head_px: 50.0,
        };
        Heights::guessed(count, &[], guess)
    }

    #[test]
    fn what_can_be_seen_comes_first_and_a_short_table_is_whole_in_the_end() {
        let heights = heights(74);
        let drawn = WINDOW.at_once(&heights, 74);
        assert_eq!(drawn, 0..13);
        let mut drawn = WINDOW.next(&drawn, &heights, 74);
        assert_eq!(drawn, 0..21);
        for _ in 0..3 {
            assert_eq!(WINDOW.next(&drawn, &heights, 74), drawn);
            drawn = Reach::grown(&drawn, 74);
        }
        assert_eq!(drawn, 0..74);
        assert_eq!(Reach::grown(&drawn, 74), drawn);
        assert_eq!(window_at(1_000.0).next(&drawn, &heights, 74), drawn);
        assert_eq!(WINDOW.at_once(&Heights::default(), 0), 0..0);
    }

    #[test]
    fn a_long_table_follows_the_window() {
        let heights = heights(100_000);
        let drawn = WINDOW.at_once(&heights, 100_000);
        let drawn = WINDOW.next(&drawn, &heights, 100_000);
        assert_eq!(drawn, 0..21);
        assert_eq!(Reach::grown(&drawn, 100_000), drawn);
        assert_eq!(window_at(200.0).next(&drawn, &heights, 100_000), drawn);
        assert_eq!(window_at(700.0).next(&drawn, &heights, 100_000), 4..35);
    }

    #[test]
    fn a_window_that_has_gone_past_everything_gets_only_what_it_needs_at_once() {
        let heights = heights(100_000);
        let far = window_at(1_000_000.0);
        let drawn = far.next(&(0..21), &heights, 100_000);
        assert_eq!(drawn, 19_997..20_013);
        assert_eq!(far.next(&drawn, &heights, 100_000), 19_990..20_021);
    }

    #[test]
    fn rows_that_are_lower_than_was_guessed_still_fill_the_window() {
        let mut heights = heights(1000);
        let drawn = WINDOW.at_once(&heights, 1000);
        for row in drawn.clone() {
            heights.measure(row, 42.0);
        }
        assert!(WINDOW.to_px <= heights.top_of(drawn.end));
    }

    #[test]
    fn a_table_that_has_become_short_is_drawn_from_its_end() {
        let below = window_at(9_000.0);
        assert_eq!(below.at_once(&heights(100), 100), 87..100);
        assert_eq!(below.at_once(&heights(3), 3), 0..3);
    }

    #[test]
    fn a_row_that_is_gone_back_to_stands_in_the_middle() {
        let heights = heights(1000);
        let rows = WINDOW.around(500, &heights).at_once(&heights, 1000);
        assert!(rows.contains(&500) && rows.len() < 18, "{rows:?}");
    }
}
