//! Where each line stands: reckoned from the heights, without a walk over the lines that are out of sight.

use std::ops::Range;

use crate::timeline::{FactPlace, Heights, Lane};

/// The head of a lane, or a row, from top to foot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineSpan {
    /// Which lane.
    pub lane: usize,
    /// Which row of it; nothing for its head.
    pub row: Option<usize>,
    /// Where it begins.
    pub top_px: f64,
    /// Its height.
    pub height_px: f64,
}

/// Every line, from top to bottom.
pub fn line_spans(lanes: &[Lane], heights: Heights) -> impl Iterator<Item = LineSpan> + '_ {
    lane_tops(lanes, heights).flat_map(move |(number, lane, top_px)| {
        let rows = (0..lane.shown_rows()).map(move |row| row_span(number, row, top_px, heights));
        std::iter::once(head_span(number, top_px, heights)).chain(rows)
    })
}

/// The lines of which some part lies within `seen_px`, from top to bottom.
pub fn line_spans_within(lanes: &[Lane], heights: Heights, seen_px: Range<f64>) -> Vec<LineSpan> {
    let is_seen = |line: &LineSpan| line.top_px < seen_px.end && seen_px.start < line.top_px + line.height_px;
    let mut seen = Vec::new();
    for (number, lane, top_px) in lane_tops(lanes, heights) {
        if seen_px.end <= top_px {
            break;
        }
        let rows_px = top_px + heights.head_px;
        let first = rows_before(seen_px.start - rows_px, heights).saturating_sub(1);
        let last = rows_before(seen_px.end - rows_px, heights).saturating_add(1);
        let rows = first..last.min(lane.shown_rows());
        let spans = rows.map(|row| row_span(number, row, top_px, heights));
        seen.extend(
            std::iter::once(head_span(number, top_px, heights))
                .chain(spans)
                .filter(is_seen),
        );
    }
    seen
}

/// The line in which the mark of a fact stands: its row, or the head of its lane where that is folded.
pub fn line_of(lanes: &[Lane], heights: Heights, place: FactPlace) -> Option<LineSpan> {
    let (number, lane, top_px) = lane_tops(lanes, heights).nth(place.lane)?;
    if lane.is_folded {
        return Some(head_span(number, top_px, heights));
    }
    (place.row < lane.rows.len()).then(|| row_span(number, place.row, top_px, heights))
}

/// The height of all lines.
pub(super) fn height_px(lanes: &[Lane], heights: Heights) -> f64 {
    lanes.iter().map(|lane| lane_px(lane, heights)).sum()
}

impl Lane {
    /// How many of its rows are drawn.
    fn shown_rows(&self) -> usize {
        if self.is_folded { 0 } else { self.rows.len() }
    }
}

fn lane_tops(lanes: &[Lane], heights: Heights) -> impl Iterator<Item = (usize, &Lane, f64)> {
    let top = move |top_px: &mut f64, (number, lane): (usize, _)| {
        let own_px = *top_px;
        *top_px += lane_px(lane, heights);
        Some((number, lane, own_px))
    };
    lanes.iter().enumerate().scan(0.0, top)
}

#[expect(clippy::cast_precision_loss, reason = "far fewer rows than 2^52")]
fn lane_px(lane: &Lane, heights: Heights) -> f64 {
    heights.head_px + heights.row_px * lane.shown_rows() as f64
}

fn head_span(lane: usize, top_px: f64, heights: Heights) -> LineSpan {
    LineSpan {
        lane,
        row: None,
        top_px,
        height_px: heights.head_px,
    }
}

#[expect(clippy::cast_precision_loss, reason = "far fewer rows than 2^52")]
fn row_span(lane: usize, row: usize, lane_px: f64, heights: Heights) -> LineSpan {
    LineSpan {
        lane,
        row: Some(row),
        top_px: lane_px + heights.head_px + heights.row_px * row as f64,
        height_px: heights.row_px,
    }
}

/// How many whole rows so many pixels hold.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole by now, and `as` stops at the ends of its range"
)]
fn rows_before(px: f64, heights: Heights) -> usize {
    (px / heights.row_px).floor() as usize
}
