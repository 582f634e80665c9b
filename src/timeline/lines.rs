//! The position of each line.

use std::iter;
use std::ops::Range;

use crate::timeline::{FactPlace, Heights, Lane};

/// The head of a lane, or a row, from top to foot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineSpan {
    /// Which lane.
    pub lane: usize,
    /// Which row of it; `None` for its head.
    pub row: Option<usize>,
    /// Where it begins.
    pub top_px: f64,
    /// Its height.
    pub height_px: f64,
}

impl LineSpan {
    /// Where it ends.
    pub fn foot_px(&self) -> f64 {
        self.top_px + self.height_px
    }
}

/// Every line, from top to bottom.
pub fn line_spans(lanes: &[Lane], heights: Heights) -> impl Iterator<Item = LineSpan> + '_ {
    let all = lanes.iter().enumerate().flat_map(|(lane, own)| {
        let rows = if own.is_folded { 0 } else { own.rows.len() };
        let rows = (0..rows).map(Some);
        iter::once(None).chain(rows).map(move |row| (lane, row))
    });
    all.scan(0.0, move |next_px, (lane, row)| {
        let top_px = *next_px;
        let height_px = if row.is_some() { heights.row_px } else { heights.head_px };
        *next_px += height_px;
        Some(LineSpan {
            lane,
            row,
            top_px,
            height_px,
        })
    })
}

/// The lines of which some part lies within `seen_px`, from top to bottom.
pub fn line_spans_within(lanes: &[Lane], heights: Heights, seen_px: Range<f64>) -> Vec<LineSpan> {
    let is_seen = |line: &LineSpan| line.top_px < seen_px.end && seen_px.start < line.foot_px();
    line_spans(lanes, heights).filter(is_seen).collect()
}

/// The line with the mark of a fact: its row, or the head of its lane if that is folded.
pub fn line_of(lanes: &[Lane], heights: Heights, place: FactPlace) -> Option<LineSpan> {
    let row = (!lanes.get(place.lane)?.is_folded).then_some(place.row);
    line_spans(lanes, heights).find(|line| (line.lane, line.row) == (place.lane, row))
}

/// The height of all lines.
pub(super) fn height_px(lanes: &[Lane], heights: Heights) -> f64 {
    line_spans(lanes, heights).map(|line| line.height_px).sum()
}
