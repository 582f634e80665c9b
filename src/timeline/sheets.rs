//! The lines of a drawing on sheets of paper.

use std::ops::Range;

use crate::timeline::{Heights, Lane, LineSpan, line_spans};

/// The lines of each sheet as pixels from the top of all lines; a sheet holds `sheet_px`.
///
/// A lane that fits on one sheet is not broken, and a head is never the last line of a sheet.
pub fn sheets(lanes: &[Lane], heights: Heights, sheet_px: f64) -> Vec<Range<f64>> {
    let all: Vec<LineSpan> = line_spans(lanes, heights).collect();
    let (mut begins, mut begin, mut foot) = (vec![0.0], 0.0, 0.0);
    for lane in all.chunk_by(|one, other| one.lane == other.lane) {
        let height = |lines: usize| lane.iter().take(lines).map(|line| line.height_px).sum::<f64>();
        for (place, line) in lane.iter().enumerate() {
            let own = line.height_px;
            let together = match place {
                0 if height(lane.len()) <= sheet_px => height(lane.len()),
                0 => height(2),
                _ => own,
            };
            if begin < foot && sheet_px < foot + together - begin {
                begin = foot;
                begins.push(begin);
            }
            foot += own;
        }
    }
    begins.push(foot);
    begins.windows(2).map(|ends| ends[0]..ends[1]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Row;

    /// Lanes with so many rows; heads are 20 pixels high, rows 10.
    #[track_caller]
    fn check(rows: &[usize], sheet_px: f64, expected: &[f64]) {
        let lanes: Vec<Lane> = rows
            .iter()
            .map(|rows| Lane::new(false, vec![Row::default(); *rows]))
            .collect();
        let heights = Heights {
            head_px: 20.0,
            row_px: 10.0,
            foot_px: 5.0,
        };
        let begins: Vec<f64> = sheets(&lanes, heights, sheet_px)
            .into_iter()
            .map(|sheet| sheet.start)
            .collect();
        assert_eq!(begins, expected);
    }

    #[test]
    fn what_fits_stands_on_one_sheet() {
        check(&[3, 3], 100.0, &[0.0]);
        check(&[], 100.0, &[0.0]);
    }

    #[test]
    fn a_lane_that_would_be_broken_begins_the_next_sheet() {
        check(&[3, 4], 100.0, &[0.0, 50.0]);
    }

    #[test]
    fn a_lane_longer_than_a_sheet_is_broken_between_its_rows() {
        check(&[20], 100.0, &[0.0, 100.0, 200.0]);
        // It begins where there is room for its head and a row.
        check(&[5, 20], 100.0, &[0.0, 100.0, 200.0]);
        check(&[6, 20], 100.0, &[0.0, 80.0, 180.0, 280.0]);
    }
}
