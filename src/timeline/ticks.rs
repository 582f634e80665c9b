//! The calendar along the axis.

use crate::domain::date::{Day, PartialDate, Period};
use crate::timeline::brush::month_number;
use crate::timeline::{Run, TimeScale};

/// The least room between two ticks.
const APART_PX: f64 = 8.0;
/// The room between a tick and its words.
const GAP_PX: f64 = 3.0;

/// A beginning of a year, quarter, month or day on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x_px: f64,
    /// Its name; empty if there is no room before the edge.
    pub label: String,
    /// The room of the name.
    pub run: Run,
    /// Whether a year begins there.
    pub is_year: bool,
}

/// How finely the calendar is written.
#[derive(Clone, Copy)]
enum Step {
    Months(i16),
    Days(i8),
}

/// From the finest to the coarsest, each with its longest label in letters.
const STEPS: [(Step, f64); 12] = [
    (Step::Days(1), 6.0),
    (Step::Days(5), 6.0),
    (Step::Days(10), 6.0),
    (Step::Months(1), 4.0),
    (Step::Months(3), 4.0),
    (Step::Months(6), 4.0),
    (Step::Months(12), 4.0),
    (Step::Months(24), 4.0),
    (Step::Months(60), 4.0),
    (Step::Months(120), 4.0),
    (Step::Months(240), 4.0),
    (Step::Months(600), 4.0),
];

/// The finest ticks whose labels do not touch.
pub(super) fn ticks(scale: TimeScale) -> Vec<Tick> {
    let room = |step: Step| match step {
        Step::Days(days) => scale.px_per_day() * f64::from(days),
        Step::Months(months) => scale.px_per_day() * 28.0 * f64::from(months),
    };
    let fits = |(step, letters): &&(Step, f64)| letters * scale.letter_px() + APART_PX <= room(*step);
    let (step, _) = STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
    let (first, last) = (scale.day_at(0.0), scale.day_at(scale.width_px()));
    let months = (first.year()..=last.year()).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let begins = months.filter_map(|(year, month)| Day::new(year, month, 1).ok());
    let days = begins.flat_map(|begin| days_of(begin, *step));
    let tick = |day: Day| {
        let (x_px, words) = (scale.x(day), label(day, *step));
        let from_px = x_px + GAP_PX;
        let to_px = from_px + scale.words_px(&words);
        // The name of a year is bold, and a little wider.
        let fits = to_px + GAP_PX <= scale.width_px();
        Tick {
            x_px,
            label: if fits { words } else { String::new() },
            run: Run {
                from_px,
                to_px: if fits { to_px } else { from_px },
            },
            is_year: (day.month(), day.day()) == (1, 1),
        }
    };
    let is_seen = |tick: &Tick| 0.0 <= tick.x_px && tick.x_px < scale.width_px();
    days.map(tick).filter(is_seen).collect()
}

/// The days with a tick in the month that begins on `begin`.
fn days_of(begin: Day, step: Step) -> impl Iterator<Item = Day> {
    let (step, last) = match step {
        Step::Months(months) => (1, i8::from(month_number(begin) % i32::from(months) == 0)),
        Step::Days(1) => (1, begin.days_in_month()),
        // No tick shortly before the next month.
        Step::Days(days) => (days, 29 - days),
    };
    let numbers = (1..=last).filter(move |number| (number - 1) % step == 0);
    numbers.filter_map(move |number| Day::new(begin.year(), begin.month(), number).ok())
}

fn label(day: Day, step: Step) -> String {
    let date = match (step, day.month(), day.day()) {
        (_, 1, 1) | (Step::Months(12..), ..) => PartialDate::beginning_with(Period::of_day(day).first()),
        _ => PartialDate::of_day(day),
    };
    let words = date.in_short();
    // The year of `17 Oct 2019` has its own tick.
    let mut pieces = words.split(' ');
    match (step, day.day(), pieces.next(), pieces.next()) {
        (Step::Months(_), _, Some(_), Some(month)) | (Step::Days(_), 1, Some(_), Some(month)) => month.to_owned(),
        (Step::Days(_), _, Some(number), Some(month)) => format!("{number} {month}"),
        _ => words,
    }
}
