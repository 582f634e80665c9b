//! From mark to mark by the arrow keys.

use crate::timeline::{Drawing, FactPlace, Mark};

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

impl Drawing {
    /// The mark that stands for that fact, and the middle of its line.
    pub fn mark_of(&self, place: FactPlace) -> Option<(&Mark, f64)> {
        let lines = self.lines.iter().filter(|line| line.lane == place.lane);
        let marks = lines.flat_map(|line| line.marks.iter().map(|mark| (mark, line.middle_px)));
        let mut marks = marks.filter(|(mark, _)| mark.facts.contains(&place));
        marks.next()
    }

    /// The first fact of the mark to which a step leads: the first of all marks where none is named, and the mark itself
    /// where there is no further one.
    pub fn stepped(&self, from: Option<FactPlace>, step: Step) -> Option<FactPlace> {
        let lines: Vec<&[Mark]> = self.lines.iter().map(|line| line.marks.as_slice()).collect();
        let lines: Vec<&[Mark]> = lines.into_iter().filter(|marks| !marks.is_empty()).collect();
        let first = |mark: &Mark| mark.facts.first().copied();
        let find = |place: FactPlace| {
            let line = lines
                .iter()
                .position(|line| line.iter().any(|mark| mark.facts.contains(&place)))?;
            let mark = lines[line].iter().position(|mark| mark.facts.contains(&place))?;
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
