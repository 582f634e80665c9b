//! The strip above a view: the whole period at a glance, and the period that is selected on it.

use crate::domain::date::{Day, PartialDate, Period};
use crate::domain::window::Window;
use crate::timeline::{Band, Brush, BrushPart, Histogram, HistogramBar, Term, TimeScale, View, bands, month_number};
use crate::words::overview as words;

/// How many months Page Up and Page Down go.
const LARGE_STEP: i32 = 6;

/// The texts and handles of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewView {
    /// `512 dated facts; drag to select a period.`
    pub words: String,
    /// Whether a period is selected, so that there is a way back to all time.
    pub has_window: bool,
    /// How wide the mark of the selected period is, from the first handle on: `12.345%`; none where all time is shown.
    pub brush_width: Option<String>,
    /// Where the selected period begins and ends.
    pub handles: [HandleView; 2],
}

/// One end of the selected period, as a slider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandleView {
    /// Which end.
    pub part: BrushPart,
    /// The months of the strip, the first and the last, counted from the beginning of the year 0.
    pub months: (i32, i32),
    /// The current month.
    pub month: i32,
    /// The day in words.
    pub day: String,
    /// Its distance from the left end of the strip: `12.345%`.
    pub left: String,
}

/// How the facts lie over the time of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct StripDrawing {
    /// The facts of each stretch.
    pub bars: Vec<HistogramBar>,
    /// The terms behind them.
    pub bands: Vec<Band>,
    /// Where they lie.
    pub scale: TimeScale,
}

/// The strip of `whole` with that many facts, while `brushed` is drawn on it.
pub fn overview(whole: Period, brushed: Option<Period>, facts: usize, window: Window) -> OverviewView {
    let percent = TimeScale::new(View::of(whole), 100.0);
    let selected = brushed.unwrap_or(whole);
    let run = percent.map(|percent| percent.run(selected));
    let (from, to) = run.map_or((0.0, 100.0), |run| (run.from_px, run.to_px));
    let handle = |part, day, left| HandleView {
        part,
        months: (month_number(whole.first()), month_number(whole.last())),
        month: month_number(day),
        day: PartialDate::of_day(day).in_words(),
        left: format!("{left:.3}%"),
    };
    OverviewView {
        words: words::facts(facts, window.in_words().as_deref()),
        has_window: !window.is_open(),
        brush_width: brushed.map(|_| format!("{:.3}%", to - from)),
        handles: [
            handle(BrushPart::From, selected.first(), from),
            handle(BrushPart::To, selected.last(), to),
        ],
    }
}

/// The strip as it is drawn to a scale.
pub fn strip_drawing(facts: &Histogram, terms: &[Term], scale: TimeScale) -> StripDrawing {
    StripDrawing {
        bars: facts.bars(scale),
        bands: bands(terms, scale),
        scale,
    }
}

/// The time of the strip: the usual one, extended by whole years to hold what is shown, so that it does not change with every
/// day.
pub fn strip_period(usual: Period, shown: Option<Period>) -> Period {
    let (mut first, mut last) = (usual.first(), usual.last());
    if let Some(shown) = shown {
        if shown.first() < first {
            first = Day::new(shown.first().year(), 1, 1).unwrap_or(first);
        }
        if last < shown.last() {
            last = Day::new(shown.last().year(), 12, 31).unwrap_or(last);
        }
    }
    Period::new(first, last).unwrap_or(usual)
}

/// The window that selects a period; the usual one needs none.
pub fn window_of(selected: Period, usual: Period) -> Window {
    if selected == usual {
        Window::default()
    } else {
        Window::of(selected)
    }
}

/// The selected period after a key on a handle; none if the key has no meaning there.
pub fn stepped(key: &str, part: BrushPart, selected: Period, whole: Period) -> Option<Period> {
    let all = month_number(whole.last()) - month_number(whole.first());
    let months = match key {
        "ArrowLeft" | "ArrowDown" => -1,
        "ArrowRight" | "ArrowUp" => 1,
        "PageDown" => -LARGE_STEP,
        "PageUp" => LARGE_STEP,
        "Home" => -all,
        "End" => all,
        _ => return None,
    };
    Some(Brush::stepped(selected, part, months, whole))
}
