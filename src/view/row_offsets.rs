//! The vertical offset of each row of a long table, of which only some have been measured.

/// The heights of the rows, measured where a row has been drawn, guessed elsewhere, and where each begins.
#[derive(Clone, Debug, Default)]
pub struct RowOffsets {
    /// The rows that are heads of groups, ascending.
    heads: Vec<usize>,
    guess: Guess,
    heights_px: Vec<f64>,
    /// Where each row begins, and where the last one ends.
    tops_px: Vec<f64>,
}

/// The estimated height of a row, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// A measure.
    pub measure_px: f64,
    /// The head of a group.
    pub head_px: f64,
}

impl Default for Guess {
    /// About what they are where the page is wide.
    fn default() -> Self {
        Self {
            measure_px: 76.0,
            head_px: 64.0,
        }
    }
}

impl RowOffsets {
    /// That many rows, all of them estimated; `heads` are heads of groups.
    pub fn guessed(count: usize, heads: &[usize], guess: Guess) -> Self {
        let mut heights_px = vec![guess.measure_px; count];
        for head in heads {
            heights_px[*head] = guess.head_px;
        }
        let mut offsets = Self {
            heads: heads.to_vec(),
            guess,
            heights_px,
            tops_px: Vec::new(),
        };
        offsets.add_up();
        offsets
    }

    /// A guess that is nearer to what was measured, for the next rows.
    pub fn learnt(&self) -> Guess {
        let mean = |is_head: bool, guess_px: f64| {
            let rows = self.heights_px.iter().enumerate();
            let rows = rows.filter(|(row, _)| self.heads.binary_search(row).is_ok() == is_head);
            let differences = rows.map(|(_, height_px)| height_px - guess_px);
            let measured = differences.filter(|difference| *difference != 0.0);
            let (sum, count) = measured.fold((0.0, 0_u32), |(sum, count), difference| (sum + difference, count + 1));
            guess_px + sum / f64::from(count.max(1))
        };
        Guess {
            measure_px: mean(false, self.guess.measure_px),
            head_px: mean(true, self.guess.head_px),
        }
    }

    /// Takes note of how high the rows from that one on are.
    pub fn measure(&mut self, first: usize, heights_px: &[f64]) {
        for (row, height_px) in self.heights_px.iter_mut().skip(first).zip(heights_px) {
            *row = *height_px;
        }
        self.add_up();
    }

    /// How far below the first row that row begins, in pixels; past the last one, how high all of them are together.
    pub fn top_of(&self, row: usize) -> f64 {
        self.tops_px.get(row).copied().unwrap_or_else(|| self.total_px())
    }

    /// How high all rows are together, in pixels.
    pub fn total_px(&self) -> f64 {
        self.tops_px.last().copied().unwrap_or_default()
    }

    /// The row at that distance below the first; the last row if it is further down.
    pub fn row_at(&self, px: f64) -> usize {
        let begun = self.tops_px.partition_point(|top_px| *top_px <= px);
        begun.saturating_sub(1).min(self.heights_px.len().saturating_sub(1))
    }

    fn add_up(&mut self) {
        let heights_px = self.heights_px.iter().chain(&[0.0]);
        let tops_px = heights_px.scan(0.0, |top_px, height_px| {
            *top_px += height_px;
            Some(*top_px - height_px)
        });
        self.tops_px = tops_px.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUESS: Guess = Guess {
        measure_px: 50.0,
        head_px: 30.0,
    };

    /// In whole pixels.
    fn tops<const COUNT: usize>(offsets: &RowOffsets, rows: [usize; COUNT]) -> [i64; COUNT] {
        #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
        rows.map(|row| offsets.top_of(row).round() as i64)
    }

    #[test]
    fn a_measured_row_moves_what_stands_below_it() {
        let mut offsets = RowOffsets::guessed(6, &[0, 3], GUESS);
        assert_eq!(tops(&offsets, [3, 6]), [130, 260]);
        offsets.measure(1, &[80.0]);
        offsets.measure(1, &[70.0, 50.0, 34.0]);
        assert_eq!(tops(&offsets, [1, 2, 4, 6, 7]), [30, 100, 184, 284, 284]);
        let learnt = Guess {
            measure_px: 70.0,
            head_px: 34.0,
        };
        assert_eq!(offsets.learnt(), learnt);
    }

    #[test]
    fn a_place_lies_in_the_row_that_begins_above_it() {
        let mut offsets = RowOffsets::guessed(4, &[], GUESS);
        offsets.measure(0, &[10.0]);
        let rows = [-5.0, 0.0, 9.0, 10.0, 59.0, 60.0, 1e9].map(|px| offsets.row_at(px));
        assert_eq!(rows, [0, 0, 0, 1, 1, 2, 3]);
        assert_eq!(RowOffsets::guessed(0, &[], GUESS).row_at(3.0), 0);
    }
}
