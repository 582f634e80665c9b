//! The square of a slip chart: its years, its diagonal, the day as of which it is drawn, and the words in it.

use crate::chart::palette::Ink;
use crate::chart::slip_numbers::{Area, HALF_LINE_PX, HALO_PX};
use crate::chart::svg_writer::{Attributes, SvgWriter, TEXT_PX, rounded};
use crate::domain::date::{Day, PartialDate};
use crate::timeline::{Axis, Label};
use crate::words::slips as words;

/// The drawing without its margins, a square, and the margins.
const SIDE_PX: f64 = 292.0;
const LEFT_PX: f64 = 34.0;
const TOP_PX: f64 = 22.0;
const RIGHT_PX: f64 = 14.0;
const FOOT_PX: f64 = 36.0;
/// How much wider than usual letters the widest may be, spaced apart.
const WIDEST: f64 = 1.6;
/// The room that the name of a year needs, across and up.
const YEAR_PX: (f64, f64) = (32.0, 15.0);
/// As many years have a line each.
const MOST_LINES: usize = 40;
/// How far below the diagonal words stand.
const BELOW_PX: f64 = 9.0;

/// A place in the chart, in shares of its side: from the left, and from the foot.
pub(super) type Place = (f64, f64);

/// The square of one chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Square {
    /// The years of both directions.
    pub axis: Axis,
    /// The day as of which it is drawn.
    pub as_of: Day,
    /// Where it is shown.
    pub ink: Ink,
}

impl Square {
    /// The size of the whole drawing.
    pub(super) const WIDTH_PX: f64 = LEFT_PX + SIDE_PX + RIGHT_PX;
    pub(super) const HEIGHT_PX: f64 = TOP_PX + SIDE_PX + FOOT_PX;

    /// The room for numbers in it: between the years and the words above.
    pub(super) fn room() -> Area {
        Area {
            left: LEFT_PX + HALO_PX,
            top: TOP_PX - 2.0,
            right: LEFT_PX + SIDE_PX + RIGHT_PX / 2.0,
            foot: TOP_PX + SIDE_PX,
        }
    }

    /// Where words stand in it. `busy` is where something else is drawn on its diagonal.
    pub(super) fn words(&self, busy: &[f64]) -> Vec<Area> {
        let (end, middle) = self.past_due_end();
        let past_due = Area {
            left: end - WIDEST * Label::width_px(words::AXES[3]),
            right: end,
            top: middle - HALF_LINE_PX,
            foot: middle + HALF_LINE_PX,
        };
        // Words aslant are a chain of small areas.
        let aslant = self.end_on_diagonal(busy).into_iter().flat_map(|(x, y)| {
            let half = HALF_LINE_PX * std::f64::consts::FRAC_1_SQRT_2;
            let length = Self::diagonal_px() * std::f64::consts::FRAC_1_SQRT_2;
            let along = (0..)
                .map(move |step| f64::from(step) * half)
                .take_while(move |px| *px < length);
            along.map(move |px| Area::around((x - 3.0 - px, y + 1.0 + px), half, half))
        });
        std::iter::once(past_due).chain(aslant).collect()
    }

    fn share(&self, day: Day) -> f64 {
        self.axis.share(day)
    }

    /// The square, its years, what is past due in it, the diagonal, and the day. `busy` is where something else is drawn on its diagonal.
    pub(super) fn write(&self, svg: &mut SvgWriter, busy: &[f64]) {
        let (left, right, top, foot) = (LEFT_PX, LEFT_PX + SIDE_PX, TOP_PX, TOP_PX + SIDE_PX);
        let fill = |color: &str| vec![("fill", self.ink.token(color))];
        svg.element(
            "rect",
            ("x y width height", &[left, top, SIDE_PX, SIDE_PX]),
            &fill("panel"),
        );
        let past = format!("M{left} {foot}H{right}V{top}Z");
        svg.element("path", ("", &[]), &[vec![("d", past)], fill("band")].concat());
        let years = self.axis.years();
        let year_px = SIDE_PX / count(years.len());
        let step = |least: f64| {
            (1..=years.len())
                .find(|step| least <= count(*step) * year_px)
                .unwrap_or(years.len())
        };
        let (across, up) = (step(YEAR_PX.0), step(YEAR_PX.1));
        let line = self.ink.stroke("line", "1", None);
        // Dates a thousand years apart would fill the drawing with lines.
        let every = if years.len() <= MOST_LINES { 1 } else { across };
        for (place, year) in years.iter().enumerate() {
            let ends =
                [(1, 1), (12, 31)].map(|(month, day)| Day::new(*year, month, day).map_or(0.0, |day| self.share(day)));
            let (x, y) = at((ends[0], ends[0]));
            if place % every == 0 {
                svg.line((x, top), (x, foot), &line);
                svg.line((left, y), (right, y), &line);
            }
            let (middle_x, middle_y) = at([f64::midpoint(ends[0], ends[1]); 2].into());
            if place % across == 0 {
                svg.number(middle_x, foot + 10.0, &year.to_string(), self.ink.token("ink-soft"));
            }
            if place % up == 0 {
                svg.text(2.0, middle_y, &year.to_string(), "ink-soft");
            }
        }
        let frame = [("fill", "none".to_owned())];
        let frame = [frame.to_vec(), self.ink.stroke("line-strong", "1", None)].concat();
        svg.element("rect", ("x y width height", &[left, top, SIDE_PX, SIDE_PX]), &frame);
        svg.line((left, foot), (right, top), &self.ink.stroke("ink-soft", "1.5", None));
        let [said, promised, came, past_due] = words::AXES;
        svg.text(2.0, TOP_PX / 2.0, promised, "ink-soft");
        self.write_ending(svg, (right, foot + 26.0), said, None);
        self.write_ending(svg, self.past_due_end(), past_due, None);
        if let Some(end) = self.end_on_diagonal(busy) {
            self.write_ending(svg, end, came, Some(-45));
        }
        self.write_day(svg);
    }

    /// Where the words in the corner end. The line of the day may stand where they would.
    fn past_due_end(&self) -> (f64, f64) {
        let (right, foot) = at((1.0, 0.0));
        let (day, _) = at((self.share(self.as_of), 0.0));
        let is_crossed = (right - 12.0 - Label::width_px(words::AXES[3])..right).contains(&day);
        (if is_crossed { day } else { right } - 6.0, foot - 10.0)
    }

    /// Where the words below the diagonal end, as far down as nothing is drawn there, in letters of any width.
    fn end_on_diagonal(&self, busy: &[f64]) -> Option<(f64, f64)> {
        let day = self.share(self.as_of);
        let room = Self::diagonal_px() * std::f64::consts::FRAC_1_SQRT_2 / SIDE_PX;
        let is_free = |end: &f64| {
            let begin = end - room - 0.03;
            let is_apart = |share: &f64| !(begin..end + 0.06).contains(share);
            0.0 <= begin && busy.iter().chain([&day]).all(is_apart)
        };
        let end = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95].into_iter().find(is_free)?;
        let (x, y) = at((end, end));
        Some((x + BELOW_PX, y + BELOW_PX))
    }

    /// How long the words below the diagonal are at most.
    fn diagonal_px() -> f64 {
        WIDEST * Label::width_px(words::AXES[2])
    }

    fn write_day(&self, svg: &mut SvgWriter) {
        let (x, foot) = at((self.share(self.as_of), 0.0));
        svg.line((x, TOP_PX), (x, foot), &self.ink.stroke("ink", "1.5", Some("5 4")));
        let says = words::as_of(&PartialDate::of_day(self.as_of).in_short());
        let promised = Label::width_px(words::AXES[1]);
        // Wide letters take up to two thirds more.
        if 2.0 * TEXT_PX + WIDEST * (promised + Label::width_px(&says)) < x {
            self.write_ending(svg, (x, TOP_PX / 2.0), &says, None);
        }
    }

    /// A text that ends there, turned around that place.
    fn write_ending(&self, svg: &mut SvgWriter, (x, middle): (f64, f64), text: &str, turned: Option<i32>) {
        let baseline = middle + 4.0;
        let turned = turned.map(|degrees| {
            let turn = format!("rotate({degrees} {} {})", rounded(x), rounded(baseline));
            ("transform", turn)
        });
        let look = [
            ("text-anchor", "end".to_owned()),
            ("font-size", TEXT_PX.to_string()),
            ("fill", self.ink.token("ink-soft")),
        ];
        let look: Attributes = look.into_iter().chain(turned).collect();
        svg.written("text", ("x y", &[x, baseline]), &look, text);
    }
}

/// A place in pixels.
pub(super) fn at((across, up): Place) -> (f64, f64) {
    (LEFT_PX + across * SIDE_PX, TOP_PX + (1.0 - up) * SIDE_PX)
}

fn count(items: usize) -> f64 {
    u16::try_from(items).map_or(f64::MAX, f64::from)
}
