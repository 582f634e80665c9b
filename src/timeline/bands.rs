//! What lies behind the marks: the terms of the Presidencies, and the days that have a name.

use crate::domain::date::{Day, Period};
use crate::timeline::{LETTER_PX, Run, TimeScale};

/// The room that a name keeps to the edge of its band, on either side.
const MARGIN_PX: f64 = 4.0;

/// A stretch of time with a name: a term, or a trio of terms.
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
    /// The longest of its names that fits; nothing where none does.
    pub label: Option<Label>,
    /// Its place among the terms: neighbours are told apart by it.
    pub place: usize,
}

/// Words on the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where they begin and, at the most, end.
    pub run: Run,
    /// In which line: of the names of days counted from the top, of the words beside a mark 1 where they stand above it.
    pub line: usize,
    /// The words.
    pub text: String,
}

impl Label {
    /// The room that `text` takes at the most in the usual faces, as in a file.
    pub fn width_px(text: &str) -> f64 {
        LETTER_PX * text.chars().map(|_| 1.0).sum::<f64>()
    }
}

/// The terms that are seen.
pub fn bands(terms: &[Term], scale: TimeScale) -> Vec<Band> {
    let band = |(place, term): (usize, &Term)| {
        let run = scale.run(term.period).clipped(scale.width_px())?;
        let room = run.width_px() - 2.0 * MARGIN_PX;
        let name = term.names.iter().find(|name| scale.words_px(name) <= room);
        let label = name.map(|name| Label {
            run: Run {
                from_px: run.from_px + MARGIN_PX,
                to_px: run.from_px + MARGIN_PX + scale.words_px(name),
            },
            line: 0,
            text: name.clone(),
        });
        Some(Band { run, label, place })
    };
    terms.iter().enumerate().filter_map(band).collect()
}

/// Why a day has a name. Each has a look of its own.
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
    /// Where: at the end of the day, which still belongs to what is told.
    pub x_px: f64,
    /// Its name, beside the line.
    pub label: Label,
    /// Why the day has a name.
    pub kind: DayKind,
}

/// The named days that are seen, their names in lines of their own where they would touch.
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
        let run = Run {
            from_px,
            to_px: from_px + width,
        };
        let is_taken = |line: usize| {
            lines.iter().any(|other| {
                let clear = run.to_px + MARGIN_PX <= other.label.run.from_px
                    || other.label.run.to_px + MARGIN_PX <= run.from_px;
                other.label.line == line && !clear
            })
        };
        // With as many lines as names one is always free.
        let line = (0..days.len()).find(|line| !is_taken(*line)).unwrap_or_default();
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
