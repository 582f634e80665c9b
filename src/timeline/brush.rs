//! The period that is selected on a strip, in whole months.

use crate::domain::date::{Day, Period};
use crate::domain::keyed::keyed;
use crate::timeline::TimeScale;
use crate::words::choices as words;

keyed! {
    /// An end of the brush, which can be dragged.
    BrushPart, words::PERIOD_ENDS {
        /// Its beginning.
        From = "from";
        /// Its end.
        To = "to";
    }
}

/// A brush that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    hold: Hold,
    whole: Period,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Hold {
    /// One end moves, and the month at the other stays.
    End { stays: i32 },
    /// Both ends move as far as the pointer, from the month where it came down.
    Both { from: i32, to: i32, down: i32 },
}

impl Brush {
    /// Grasped at `x_px`: by an end, in its middle, or outside of it, which draws a new one.
    pub fn grasped(shown: Option<Period>, part: Option<BrushPart>, scale: TimeScale, x_px: f64, whole: Period) -> Self {
        let at = month_at(scale, x_px);
        let ((from, to), (first, last)) = (months_of(shown.unwrap_or(whole)), months_of(whole));
        let hold = match (part, shown) {
            (Some(BrushPart::From), _) => Hold::End { stays: to },
            (Some(BrushPart::To), _) => Hold::End { stays: from },
            (None, Some(_)) if (from..=to).contains(&at) => Hold::Both { from, to, down: at },
            (None, _) => Hold::End {
                stays: at.clamp(first, last),
            },
        };
        Self { hold, whole }
    }

    /// The whole months that it covers when the pointer is at `x_px`.
    pub fn drawn_to(self, scale: TimeScale, x_px: f64) -> Option<Period> {
        let at = month_at(scale, x_px);
        let (first, last) = months_of(self.whole);
        match self.hold {
            Hold::End { stays } => {
                let at = at.clamp(first, last);
                months(at.min(stays), at.max(stays))
            }
            Hold::Both { from, to, down } => {
                let moved = (at - down).clamp((first - from).min(0), (last - to).max(0));
                months(from + moved, to + moved)
            }
        }
    }

    /// The selected period with one end moved by that many months. The ends do not pass one another.
    pub fn stepped(shown: Period, part: BrushPart, by_months: i32, whole: Period) -> Period {
        let ((from, to), (first, last)) = (months_of(shown), months_of(whole));
        // The other end keeps its day.
        let stepped = match part {
            BrushPart::From => {
                first_day((from + by_months).clamp(first.min(to), to)).and_then(|day| Period::new(day, shown.last()))
            }
            BrushPart::To => first_day((to + by_months).clamp(from, last.max(from)))
                .and_then(|day| Period::new(shown.first(), day.last_of_month())),
        };
        stepped.unwrap_or(shown)
    }
}

fn month_at(scale: TimeScale, x_px: f64) -> i32 {
    month_number(scale.day_at(x_px.clamp(0.0, scale.width_px())))
}

fn months_of(period: Period) -> (i32, i32) {
    (month_number(period.first()), month_number(period.last()))
}

/// The month of a day, counted from the beginning of the year 0.
pub fn month_number(day: Day) -> i32 {
    12 * i32::from(day.year()) + i32::from(day.month()) - 1
}

/// The first day of that month.
fn first_day(number: i32) -> Option<Day> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    let month = i8::try_from(number.rem_euclid(12) + 1).ok()?;
    Day::new(year, month, 1).ok()
}

/// The days of those months.
pub(super) fn months(from: i32, to: i32) -> Option<Period> {
    Period::new(first_day(from)?, first_day(to)?.last_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::PartialDate;
    use crate::timeline::View;

    fn period(text: &str) -> Period {
        let (first, last) = text.split_once(' ').unwrap_or((text, text));
        let date = |text: &str| text.parse::<PartialDate>().expect("a date").period();
        Period::new(date(first).first(), date(last).last()).expect("a period")
    }

    /// On a strip of 2019 with 10 pixels for each month.
    #[track_caller]
    fn check(shown: Option<&str>, part: Option<BrushPart>, down: f64, up: f64, expected: &str) {
        let whole = period("2019");
        let scale = TimeScale::new(View::of(whole), 120.0).expect("a width");
        let brush = Brush::grasped(shown.map(period), part, scale, down, whole);
        assert_eq!(brush.drawn_to(scale, up), Some(period(expected)));
    }

    #[test]
    fn it_is_drawn_anew_moved_or_pulled_by_an_end() {
        check(None, None, 35.0, 64.0, "2019-04 2019-07");
        check(None, None, 64.0, 35.0, "2019-04 2019-07");
        check(Some("2019-04 2019-05"), None, 45.0, 65.0, "2019-06 2019-07");
        check(Some("2019-04 2019-05"), None, 45.0, 900.0, "2019-11 2019-12");
        check(Some("2019-04 2019-05"), None, 95.0, 105.0, "2019-10 2019-11");
        check(
            Some("2019-04 2019-05"),
            Some(BrushPart::To),
            50.0,
            75.0,
            "2019-04 2019-08",
        );
        check(
            Some("2019-04 2019-05"),
            Some(BrushPart::From),
            30.0,
            -50.0,
            "2019-01 2019-05",
        );
        check(None, Some(BrushPart::From), 0.0, 15.0, "2019-02 2019-12");
    }

    #[test]
    fn keys_move_an_end_by_months() {
        let whole = period("2018 2019");
        let check = |part, months, expected| {
            assert_eq!(
                Brush::stepped(period("2019-04 2019-06"), part, months, whole),
                period(expected)
            );
        };
        check(BrushPart::From, -1, "2019-03 2019-06");
        check(BrushPart::From, 12, "2019-06 2019-06");
        check(BrushPart::To, 12, "2019-04 2019-12");
        check(BrushPart::To, -6, "2019-04 2019-04");
        check(BrushPart::From, -100, "2018-01 2019-06");
    }
}
