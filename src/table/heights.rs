//! How far down each row of a long table stands, though only a few have been measured.

/// The heights of the rows: measured where a row has been drawn, guessed elsewhere.
///
/// What a row differs from its guess is kept in a Fenwick tree, so that a measurement and a look-up each take a number of
/// steps that grows only with the logarithm of the rows.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    /// The rows that are heads of groups, ascending.
    heads: Vec<usize>,
    guess: Guess,
    /// For each row what it differs from its guess, in pixels.
    differences: Vec<f64>,
    tree: Vec<f64>,
}

/// How high a row is that nobody has measured, in pixels.
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

impl Heights {
    /// So many rows, of which those are heads of groups, all of them guessed.
    pub fn guessed(count: usize, heads: &[usize], guess: Guess) -> Self {
        Self {
            heads: heads.to_vec(),
            guess,
            differences: vec![0.0; count],
            tree: vec![0.0; count + 1],
        }
    }

    /// A guess that is nearer to what was measured, for the next rows.
    pub fn learnt(&self) -> Guess {
        let mut sums = [(0.0, 0_u32); 2];
        for (row, difference) in self.differences.iter().enumerate() {
            if *difference != 0.0 {
                let (sum, count) = &mut sums[usize::from(self.is_head(row))];
                *sum += difference;
                *count += 1;
            }
        }
        let mean = |(sum, count): (f64, u32)| sum / f64::from(count.max(1));
        Guess {
            measure_px: self.guess.measure_px + mean(sums[0]),
            head_px: self.guess.head_px + mean(sums[1]),
        }
    }

    /// Takes note of how high a row is.
    pub fn measure(&mut self, row: usize, height_px: f64) {
        let Some(difference) = self.differences.get(row) else {
            return;
        };
        let new = height_px - self.guess_of(row);
        let change = new - difference;
        self.differences[row] = new;
        let mut node = row + 1;
        while node < self.tree.len() {
            self.tree[node] += change;
            node += lowest_bit(node);
        }
    }

    /// How far below the first row that row begins, in pixels; past the last one, how high all of them are together.
    pub fn top_of(&self, row: usize) -> f64 {
        let row = row.min(self.differences.len());
        let heads = self.heads.partition_point(|head| *head < row);
        let mut px = as_px(row - heads) * self.guess.measure_px + as_px(heads) * self.guess.head_px;
        let mut node = row;
        while 0 < node {
            px += self.tree[node];
            node -= lowest_bit(node);
        }
        px
    }

    /// How high all rows are together, in pixels.
    pub fn total_px(&self) -> f64 {
        self.top_of(self.differences.len())
    }

    /// The row that stands so far below the beginning of the first one; the last one where it would be further down.
    pub fn row_at(&self, px: f64) -> usize {
        let (mut first, mut end) = (0, self.differences.len());
        while first < end {
            let middle = first.midpoint(end);
            if self.top_of(middle + 1) <= px {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        first.min(self.differences.len().saturating_sub(1))
    }

    fn guess_of(&self, row: usize) -> f64 {
        if self.is_head(row) {
            self.guess.head_px
        } else {
            self.guess.measure_px
        }
    }

    fn is_head(&self, row: usize) -> bool {
        self.heads.binary_search(&row).is_ok()
    }
}

fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}

#[expect(clippy::cast_precision_loss, reason = "far fewer rows than 2^52")]
fn as_px(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUESS: Guess = Guess {
        measure_px: 50.0,
        head_px: 30.0,
    };

    /// In whole pixels.
    fn tops<const COUNT: usize>(heights: &Heights, rows: [usize; COUNT]) -> [i64; COUNT] {
        #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
        rows.map(|row| heights.top_of(row).round() as i64)
    }

    #[test]
    fn a_measured_row_moves_what_stands_below_it() {
        let mut heights = Heights::guessed(6, &[0, 3], GUESS);
        assert_eq!(tops(&heights, [3, 6]), [130, 260]);
        heights.measure(1, 80.0);
        heights.measure(1, 70.0);
        heights.measure(3, 34.0);
        assert_eq!(tops(&heights, [1, 2, 4, 6]), [30, 100, 184, 284]);
        assert_eq!(
            heights.learnt(),
            Guess {
                measure_px: 70.0,
                head_px: 34.0
            }
        );
    }

    #[test]
    fn a_place_lies_in_the_row_that_begins_above_it() {
        let mut heights = Heights::guessed(4, &[], GUESS);
        heights.measure(0, 10.0);
        let rows: Vec<usize> = [-5.0, 0.0, 9.0, 10.0, 59.0, 60.0, 1e9]
            .map(|px| heights.row_at(px))
            .into();
        assert_eq!(rows, [0, 0, 0, 1, 1, 2, 3]);
        assert_eq!(Heights::guessed(0, &[], GUESS).row_at(3.0), 0);
    }
}
