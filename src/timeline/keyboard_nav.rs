//! From mark to mark by the arrow keys.

use crate::timeline::{Chart, Drawing, FactPlace, LineSpan, Mark, TimeScale, line_of, line_spans};

/// A step from mark to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mark of the line, or the first of the next line with marks.
    Next,
    /// To the mark before, or the last of the line before with marks.
    Previous,
    /// To the nearest mark of the next line with marks.
    Down,
    /// To the nearest mark of the line before with marks.
    Up,
}

impl Chart {
    /// The mark of a fact and the middle of its line, whether it is drawn or not.
    pub fn mark_of(&self, place: FactPlace, scale: TimeScale) -> Option<(Mark, f64)> {
        let line = line_of(&self.lanes, self.heights, place)?;
        let mark = self.marks(line, scale).into_iter().find(|mark| mark.holds(place))?;
        Some((mark, self.middle_px(line)))
    }

    /// The first fact of the mark to which a step leads, over all lines: the first of all marks if `from` has none, and its
    /// own mark if there is no further one.
    pub fn stepped(&self, from: Option<FactPlace>, step: Step, scale: TimeScale) -> Option<FactPlace> {
        let lines: Vec<LineSpan> = line_spans(&self.lanes, self.heights).collect();
        let marks = |line: &LineSpan| Some(self.marks(*line, scale)).filter(|marks| !marks.is_empty());
        let find = |place: FactPlace| {
            let line = line_of(&self.lanes, self.heights, place)?;
            let line = lines.iter().position(|other| *other == line)?;
            let own = marks(&lines[line])?;
            Some((line, own.iter().position(|mark| mark.holds(place))?, own))
        };
        let Some((line, at, own)) = from.and_then(find) else {
            return Some(lines.iter().find_map(marks)?[0].first);
        };
        let neighbor = match step {
            Step::Next => own.get(at + 1),
            Step::Previous => own[..at].last(),
            Step::Down | Step::Up => None,
        };
        if let Some(mark) = neighbor {
            return Some(mark.first);
        }
        let other = match step {
            Step::Next | Step::Down => lines[line + 1..].iter().find_map(marks),
            Step::Previous | Step::Up => lines[..line].iter().rev().find_map(marks),
        };
        let other = other.unwrap_or_default();
        let distance = |mark: &Mark| (mark.x_px - own[at].x_px).abs();
        let to = match step {
            Step::Next => other.first(),
            Step::Previous => other.last(),
            Step::Down | Step::Up => other.iter().min_by(|one, two| distance(one).total_cmp(&distance(two))),
        };
        Some(to.unwrap_or(&own[at]).first)
    }
}

impl Drawing {
    /// The mark of a fact, and the middle of its line.
    pub fn mark_of(&self, place: FactPlace) -> Option<(&Mark, f64)> {
        let lines = self.lines.iter().filter(|line| line.span.lane == place.lane);
        let mut marks = lines.flat_map(|line| line.marks.iter().map(|mark| (mark, line.middle_px)));
        marks.find(|(mark, _)| mark.holds(place))
    }

    /// The first fact of the first mark.
    pub fn first_mark(&self) -> Option<FactPlace> {
        let mut marks = self.lines.iter().flat_map(|line| &line.marks);
        marks.next().map(|mark| mark.first)
    }
}
