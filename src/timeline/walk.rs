//! From mark to mark by the arrow keys.

use crate::timeline::{Chart, Drawing, FactLabel, FactPlace, LineSpan, Mark, TimeScale, lay_out, line_of};

/// A step from mark to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mark of the line, or the first of the next line that has one.
    Next,
    /// To the mark before, or the last of the line before that has one.
    Previous,
    /// To the nearest mark of the next line that has one.
    Down,
    /// To the nearest mark of the line before that has one.
    Up,
}

/// So far above and below a line its neighbours are looked for at first.
const NEAR_PX: f64 = 120.0;
/// So many times as far where they have no marks.
const FURTHER: f64 = 8.0;

impl Chart {
    /// The mark that stands for that fact, and the middle of its line, seen or not.
    pub fn mark_of(&self, place: FactPlace, scale: TimeScale) -> Option<(Mark, f64)> {
        let line = line_of(&self.lanes, self.heights, place)?;
        let drawing = self.marks_within(line, 0.0, scale);
        drawing
            .mark_of(place)
            .map(|(mark, middle_px)| (mark.clone(), middle_px))
    }

    /// As [`Drawing::stepped`] in the drawing of all lines, of which only the neighbours are laid out.
    pub fn stepped(&self, from: Option<FactPlace>, step: Step, scale: TimeScale) -> Option<FactPlace> {
        let from = from.filter(|place| self.mark_of(*place, scale).is_some());
        let line = from.and_then(|place| line_of(&self.lanes, self.heights, place));
        // Who comes from nowhere begins above the first line.
        let line = line.unwrap_or(LineSpan {
            lane: 0,
            row: None,
            top_px: -1.0,
            height_px: 0.0,
        });
        let foot_px = line.top_px + line.height_px;
        let mut around_px = NEAR_PX;
        loop {
            let drawing = self.marks_within(line, around_px, scale);
            let mut tops = drawing.lines.iter().filter(|other| !other.marks.is_empty());
            let has_before = tops.clone().any(|other| other.top_px < line.top_px);
            let has_next = tops.any(|other| line.top_px < other.top_px);
            let (is_top, is_foot) = (line.top_px <= around_px, drawing.height_px <= foot_px + around_px);
            if (is_top || has_before) && (is_foot || has_next) {
                return drawing.stepped(from, step);
            }
            around_px *= FURTHER;
        }
    }

    /// The lines so near to that one, without words.
    fn marks_within(&self, line: LineSpan, around_px: f64, scale: TimeScale) -> Drawing {
        let seen_px = line.top_px - around_px..line.top_px + line.height_px + around_px;
        lay_out(self, scale, seen_px, &|_| FactLabel::default())
    }
}

impl Drawing {
    /// The mark that stands for that fact, and the middle of its line.
    pub fn mark_of(&self, place: FactPlace) -> Option<(&Mark, f64)> {
        let lines = self.lines.iter().filter(|line| line.lane == place.lane);
        let marks = lines.flat_map(|line| line.marks.iter().map(|mark| (mark, line.middle_px)));
        let mut marks = marks.filter(|(mark, _)| mark.holds(place));
        marks.next()
    }

    /// The first fact of the mark to which a step leads: the first of all marks where none is named, and the mark itself
    /// where there is no further one.
    pub fn stepped(&self, from: Option<FactPlace>, step: Step) -> Option<FactPlace> {
        let lines: Vec<&[Mark]> = self.lines.iter().map(|line| line.marks.as_slice()).collect();
        let lines: Vec<&[Mark]> = lines.into_iter().filter(|marks| !marks.is_empty()).collect();
        let first = |mark: &Mark| Some(mark.first);
        let find = |place: FactPlace| {
            let line = lines
                .iter()
                .position(|line| line.iter().any(|mark| mark.holds(place)))?;
            let mark = lines[line].iter().position(|mark| mark.holds(place))?;
            Some((line, mark))
        };
        let Some((line, mark)) = from.and_then(find) else {
            return lines.first().and_then(|line| line.first()).and_then(first);
        };
        let next_line = lines.get(line + 1);
        let line_before = line.checked_sub(1).map(|before| lines[before]);
        let nearest = |marks: &'_ [Mark]| {
            let x_px = lines[line][mark].x_px;
            let distance = |mark: &&Mark| (mark.x_px - x_px).abs();
            let nearest = marks
                .iter()
                .min_by(|one, other| distance(one).total_cmp(&distance(other)));
            nearest.and_then(first)
        };
        let to = match step {
            Step::Next => lines[line]
                .get(mark + 1)
                .or_else(|| next_line.and_then(|line| line.first()))
                .and_then(first),
            Step::Previous => match mark.checked_sub(1) {
                Some(before) => first(&lines[line][before]),
                None => line_before.and_then(<[Mark]>::last).and_then(first),
            },
            Step::Down => next_line.and_then(|marks| nearest(marks)),
            Step::Up => line_before.and_then(nearest),
        };
        to.or_else(|| first(&lines[line][mark]))
    }
}
