//! Behind the marks: the terms of the Presidencies, and named days.

use crate::domain::date::{Day, Period};
use crate::timeline::{LETTER_PX, Run, TimeScale};

/// The space around a name.
const MARGIN_PX: f64 = 4.0;

/// A term, or a trio of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its days.
    pub period: Period,
    /// Its names, the longest first.
    pub names: Vec<String>,
}

/// A term as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where.
    pub run: Run,
    /// The longest of its names that fits, if any.
    pub label: Option<Label>,
    /// Its place among the terms. Even and odd ones look different.
    pub place: usize,
}

/// A text in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its room.
    pub run: Run,
    /// Its line: names of days are counted from the top; words beside a mark are in 0, words above a delay in 1.
    pub line: u8,
    /// What it says.
    pub text: String,
}

impl Label {
    /// The greatest width of a text in a file.
    pub fn width_px(text: &str) -> f64 {
        LETTER_PX * text.chars().map(|_| 1.0).sum::<f64>()
    }
}

/// The terms in view.
pub fn bands(terms: &[Term], scale: TimeScale) -> Vec<Band> {
    let band = |(place, term): (usize, &Term)| {
        let run = scale.run(term.period).clipped(scale.width_px())?;
        let room = run.width_px() - 2.0 * MARGIN_PX;
        let name = term.names.iter().find(|name| scale.words_px(name) <= room);
        let label = name.map(|name| Label {
            run: Run::new(run.from_px + MARGIN_PX, scale.words_px(name)),
            line: 0,
            text: name.clone(),
        });
        Some(Band { run, label, place })
    };
    terms.iter().enumerate().filter_map(band).collect()
}

/// Why a day has a name. Each kind looks different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// The status date of the edition.
    Status,
    /// The day for which everything is shown.
    AsOf,
    /// Today.
    Today,
}

/// A day that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// Which day.
    pub day: Day,
    /// Its name.
    pub name: String,
    /// Why it has one.
    pub kind: DayKind,
}

/// The line of a named day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayLine {
    /// The end of the day.
    pub x_px: f64,
    /// Its name, beside the line.
    pub label: Label,
    /// Why the day has a name.
    pub kind: DayKind,
}

/// The named days in view. Names that would touch stand in different lines.
pub(super) fn day_lines(days: &[NamedDay], scale: TimeScale) -> Vec<DayLine> {
    let mut lines: Vec<DayLine> = Vec::new();
    for named in days {
        let x_px = scale.x(named.day) + scale.px_per_day();
        if !(0.0..=scale.width_px()).contains(&x_px) {
            continue;
        }
        let width = scale.words_px(&named.name);
        let fits_right = x_px + MARGIN_PX + width <= scale.width_px();
        let from_px = if fits_right {
            x_px + MARGIN_PX
        } else {
            (x_px - MARGIN_PX - width).max(0.0)
        };
        let run = Run::new(from_px, width);
        let is_taken = |line: u8| {
            lines.iter().any(|other| {
                let clear = run.to_px + MARGIN_PX <= other.label.run.from_px
                    || other.label.run.to_px + MARGIN_PX <= run.from_px;
                other.label.line == line && !clear
            })
        };
        let line = (0..=u8::MAX).find(|line| !is_taken(*line)).unwrap_or_default();
        let label = Label {
            run,
            line,
            text: named.name.clone(),
        };
        lines.push(DayLine {
            x_px,
            label,
            kind: named.kind,
        });
    }
    lines
}
