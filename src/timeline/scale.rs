//! From days to pixels and back, and the period in view.

use crate::domain::date::{Day, Period, days_after, days_between};
use crate::timeline::LETTER_PX;

/// The day from which days are counted.
const EPOCH: Day = Day::constant(2000, 1, 1);

/// The rounding error of a day, far below what a screen can show.
const ROUNDING_DAYS: f64 = 1e-6;

/// The shortest view.
pub const SHORTEST_DAYS: f64 = 14.0;

/// The period in view. May begin and end within a day while it moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    // Invariant: both are finite, and 0 < days.
    from: f64,
    days: f64,
}

impl View {
    /// Exactly those days.
    pub fn of(period: Period) -> Self {
        Self {
            from: day_number(period.first()).into(),
            days: f64::from(days_between(period.first(), period.last()) + 1),
        }
    }

    /// Its length.
    pub fn days(self) -> f64 {
        self.days
    }

    /// The whole days in view, each end at the nearest midnight.
    pub fn period(self) -> Period {
        let first = self.from.round();
        let last = (self.from + self.days).round().max(first + 1.0) - 1.0;
        let (first, last) = (day_of(first), day_of(last));
        Period::new(first, last).unwrap_or(Period::of_day(first))
    }

    /// Moved by that many days, without leaving `whole`.
    #[must_use]
    pub fn panned(self, days: f64, whole: Period) -> Self {
        Self {
            from: self.from + if days.is_finite() { days } else { 0.0 },
            ..self
        }
        .kept_in(whole)
    }

    /// `factor` times as long, around the point at `share` of its length; at least [`SHORTEST_DAYS`], unless it was shorter, and
    /// at most `whole`.
    #[must_use]
    pub fn zoomed(self, factor: f64, share: f64, whole: Period) -> Self {
        if !(factor.is_finite() && 0.0 < factor && share.is_finite()) {
            return self;
        }
        let most = Self::of(whole).days;
        let days = (self.days * factor).clamp(SHORTEST_DAYS.min(most).min(self.days), most);
        Self {
            from: self.from + share * (self.days - days),
            days,
        }
        .kept_in(whole)
    }

    /// Moved into `whole`, and shortened to it if necessary.
    #[must_use]
    pub fn kept_in(self, whole: Period) -> Self {
        let whole = Self::of(whole);
        let days = self.days.min(whole.days);
        let last_start = whole.from + whole.days - days;
        Self {
            from: self.from.clamp(whole.from, last_start.max(whole.from)),
            days,
        }
    }
}

/// A width that is not finite and above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoWidth;

/// A run of pixels, from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Where it begins.
    pub from_px: f64,
    /// Where it ends, never before it begins.
    pub to_px: f64,
}

impl Run {
    /// A run of that width.
    pub fn new(from_px: f64, width_px: f64) -> Self {
        Self {
            from_px,
            to_px: from_px + width_px,
        }
    }

    /// Its width.
    pub fn width_px(self) -> f64 {
        self.to_px - self.from_px
    }

    /// The part between 0 and `width_px`, if any.
    pub fn clipped(self, width_px: f64) -> Option<Self> {
        let clipped = Self {
            from_px: self.from_px.max(0.0),
            to_px: self.to_px.min(width_px),
        };
        (clipped.from_px < clipped.to_px).then_some(clipped)
    }
}

/// A view fitted into a width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    view: View,
    // Invariant: finite and above zero.
    px_per_day: f64,
    width_px: f64,
    letter_px: f64,
}

impl TimeScale {
    /// Fits `view` into `width_px` CSS pixels.
    ///
    /// # Errors
    /// [`NoWidth`] unless `width_px` is finite and above zero (a hidden panel measures 0).
    pub fn new(view: View, width_px: f64) -> Result<Self, NoWidth> {
        let px_per_day = width_px / view.days;
        if !(width_px.is_finite() && 0.0 < width_px && px_per_day.is_finite() && 0.0 < px_per_day) {
            return Err(NoWidth);
        }
        Ok(Self {
            view,
            px_per_day,
            width_px,
            letter_px: LETTER_PX,
        })
    }

    /// With letters of that width, but never less than the default, so that a drawing changes only where its text would not fit.
    #[must_use]
    pub fn lettered(self, letter_px: f64) -> Self {
        Self {
            letter_px: letter_px.max(LETTER_PX),
            ..self
        }
    }

    /// The greatest average width of the letters of a word.
    pub(super) fn letter_px(self) -> f64 {
        self.letter_px
    }

    /// The greatest width of a text.
    pub fn words_px(self, text: &str) -> f64 {
        self.letter_px * text.chars().map(|_| 1.0).sum::<f64>()
    }

    /// The width of the whole view.
    pub fn width_px(self) -> f64 {
        self.width_px
    }

    /// The width of a day.
    pub fn px_per_day(self) -> f64 {
        self.px_per_day
    }

    /// Where a day begins, from the left edge of the view. Outside of the width for days out of view.
    pub fn x(self, day: Day) -> f64 {
        self.x_of(day_number(day).into())
    }

    /// The same for a day number, which may have a fraction.
    pub(super) fn x_of(self, number: f64) -> f64 {
        (number - self.view.from) * self.px_per_day
    }

    /// From the beginning of the first day to the end of the last.
    pub fn run(self, period: Period) -> Run {
        Run {
            from_px: self.x(period.first()),
            to_px: self.x(period.last()) + self.px_per_day,
        }
    }

    /// The day that is drawn at `x_px`.
    pub fn day_at(self, x_px: f64) -> Day {
        day_of((self.view.from + x_px / self.px_per_day + ROUNDING_DAYS).floor())
    }
}

/// How many days it is after the epoch.
pub(super) fn day_number(day: Day) -> i32 {
    days_between(EPOCH, day)
}

/// The day that many days after the epoch; saturates.
fn day_of(number: f64) -> Day {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole by now, and `as` stops at the ends of its range"
    )]
    let days = number as i32;
    days_after(EPOCH, days)
}
