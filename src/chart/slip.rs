//! The slip chart of an information system: across, the day on which a date was said; up, the date that was promised. A level line
//! keeps its word, a rising one slips, and the diagonal is the day on which it came.

use std::collections::BTreeMap;

use crate::chart::palette::Ink;
use crate::chart::svg_writer::{Attributes, SvgWriter, TEXT_PX, rounded};
use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate, When};
use crate::query::{Promise, Slips, Statement, StatementLine};
use crate::timeline::{Axis, Label};
use crate::words::slips as words;

/// The drawing without its margins, a square, and the margins.
const SIDE_PX: f64 = 292.0;
const LEFT_PX: f64 = 34.0;
const TOP_PX: f64 = 22.0;
const RIGHT_PX: f64 = 14.0;
const FOOT_PX: f64 = 36.0;
/// The size of the whole drawing.
pub(super) const WIDTH_PX: f64 = LEFT_PX + SIDE_PX + RIGHT_PX;
pub(super) const HEIGHT_PX: f64 = TOP_PX + SIDE_PX + FOOT_PX;
/// How much wider than usual letters the widest may be, spaced apart.
const WIDEST: f64 = 1.6;

/// The marks of what was promised and of what came.
const SAID_PX: f64 = 3.75;
const CAME_PX: f64 = 4.5;
/// The room that the name of a year needs, across and up.
const YEAR_PX: (f64, f64) = (32.0, 15.0);
/// As many years have a line each.
const MOST_LINES: usize = 40;
/// How far a number stands from its mark.
const NUMBER_PX: f64 = 15.0;
/// Where around its mark a number may stand, the best place first.
const AROUND: [(f64, f64); 8] = [
    (0., -1.),
    (-1., 0.),
    (0., 1.),
    (-1., -1.),
    (1., -1.),
    (1., 0.),
    (1., 1.),
    (-1., 1.),
];
/// How far below the diagonal words stand.
const BELOW_PX: f64 = 9.0;

/// One chart.
#[derive(Clone, Copy, Debug)]
pub struct SlipChart<'a> {
    /// What was promised.
    pub slips: &'a Slips<'a>,
    /// The years of both directions.
    pub axis: Axis,
    /// The day as of which it is drawn.
    pub as_of: Day,
    /// What its marks are named by.
    pub dataset: &'a Dataset,
    /// Where it is shown.
    pub ink: Ink,
}

/// The years that hold everything in these charts, and the day as of which they are drawn.
pub fn slip_axis<'a>(all: impl IntoIterator<Item = &'a Slips<'a>>, as_of: Day) -> Option<Axis> {
    let periods = all
        .into_iter()
        .flat_map(|slips| slips.periods().map(When::period).collect::<Vec<_>>());
    let day = When::new(PartialDate::of_day(as_of), None);
    Axis::covering(periods.chain(day.map(When::period)))
}

/// Who says so: the source of a record, or the publisher of the first page with a later fact.
pub fn stated_by(statement: &Statement<'_>, dataset: &Dataset) -> String {
    match statement.by {
        StatementLine::Record(_) => dataset.source_of(statement.home).map(|source| source.number.clone()),
        StatementLine::Later(fact) => fact.evidence.first().map(|page| page.publisher.clone()),
    }
    .unwrap_or_default()
}

/// A place in the chart, in shares of its side: from the left, and from the foot.
type Place = (f64, f64);

impl SlipChart<'_> {
    /// The drawing for the page; `name` is what it is called to those who listen.
    pub fn svg(&self, name: &str) -> String {
        let own = [("role", "img"), ("aria-label", name)];
        let mut svg = SvgWriter::new(WIDTH_PX, HEIGHT_PX, self.ink, &own);
        self.write(&mut svg);
        svg.end()
    }

    pub(super) fn write(&self, svg: &mut SvgWriter) {
        self.write_ground(svg);
        for promise in &self.slips.promises {
            self.write_course(svg, promise);
        }
        self.write_said(svg);
        self.write_came(svg);
        self.write_numbers(svg);
    }

    /// The square, its years, what is past due in it, the diagonal, and the day.
    fn write_ground(&self, svg: &mut SvgWriter) {
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
        // The line of the day may stand where these words would.
        let (day, _) = at((self.share(self.as_of), 0.0));
        let is_crossed = (right - 12.0 - Label::width_px(past_due)..right).contains(&day);
        let past_due_to = if is_crossed { day } else { right };
        self.write_ending(svg, (past_due_to - 6.0, foot - 10.0), past_due, None);
        if let Some(end) = self.end_on_diagonal() {
            self.write_ending(svg, end, came, Some(-45));
        }
        self.write_day(svg);
    }

    /// Where the words below the diagonal end, as far down as nothing is drawn there, in letters of any width.
    fn end_on_diagonal(&self) -> Option<(f64, f64)> {
        let words_px = Self::diagonal_px();
        let promises = self.slips.promises.iter();
        let came = promises
            .clone()
            .flat_map(|promise| &promise.came)
            .chain(&self.slips.launched);
        let came = came.map(|statement| self.begin(statement.on));
        let said = promises.flat_map(|promise| &promise.dates);
        let said = said.map(|said| (self.begin(said.statement.on), self.end(said.due)));
        let near = said.filter(|(on, due)| *due < on + 0.06).map(|(on, _)| on);
        let busy: Vec<f64> = came.chain(near).chain([self.share(self.as_of)]).collect();
        let room = words_px * std::f64::consts::FRAC_1_SQRT_2 / SIDE_PX;
        let is_free = |end: &f64| {
            let begin = end - room - 0.03;
            0.0 <= begin && busy.iter().all(|share| !(begin..end + 0.06).contains(share))
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

    /// The line of a promise: level while its date stands, rising where it slips.
    fn write_course(&self, svg: &mut SvgWriter, promise: &Promise<'_>) {
        let mut last: Option<Place> = None;
        for said in &promise.dates {
            let next = (self.begin(said.statement.on), self.end(said.due));
            if let Some(last) = last {
                self.write_level(svg, last, next.0);
                self.write_step(svg, next.0, last.1, next.1);
            }
            last = Some(next);
        }
        let Some(last) = last else { return };
        let day = self.share(self.as_of);
        match promise.came.last() {
            Some(came) if promise.has_come() => {
                let came = self.begin(came.on);
                self.write_level(svg, last, came);
                self.write_step(svg, came, last.1, came);
            }
            // What is still to come is not known to keep its word.
            _ if day < last.1 => {
                self.write_level(svg, last, day.max(last.0));
                let dots = self.ink.stroke("ink-soft", "1.5", Some("1 3"));
                svg.line(at((day.max(last.0), last.1)), at((last.1, last.1)), &dots);
            }
            _ => {
                let missing = promise.missing_on.map_or(0.0, |day| self.share(day));
                self.write_level(svg, last, missing.max(last.1));
            }
        }
    }

    /// A date that stands until then; dashed once it is past.
    fn write_level(&self, svg: &mut SvgWriter, (from, due): Place, to: f64) {
        let past = to.min(due.max(from));
        if from < past {
            svg.line(at((from, due)), at((past, due)), &self.ink.stroke("ink", "1.5", None));
        }
        if past < to {
            svg.line(
                at((past, due)),
                at((to, due)),
                &self.ink.stroke("ink", "1.5", Some("4 3")),
            );
        }
    }

    /// From one date to the next.
    fn write_step(&self, svg: &mut SvgWriter, x: f64, from: f64, to: f64) {
        let (color, width) = if from < to { ("alert", "2.5") } else { ("ink", "1.5") };
        let look = self.ink.stroke(color, width, None);
        svg.line(at((x, from)), at((x, to)), &look);
    }

    /// What was promised: hollow, with a bar for a period. Marks at one place are one, which names all of its sources.
    fn write_said(&self, svg: &mut SvgWriter) {
        let mut marks: BTreeMap<String, (Place, Vec<String>)> = BTreeMap::new();
        for (number, promise) in (1..).zip(&self.slips.promises) {
            for said in &promise.dates {
                let (from, to) = (self.begin(said.due), self.end(said.due));
                let on = self.axis.span(said.statement.on.period());
                let bar = self.ink.stroke("control-line", "3", None);
                svg.line(at((on.from, from)), at((on.from, to)), &bar);
                svg.line(at((on.from, to)), at((on.to, to)), &bar);
                let by = stated_by(&said.statement, self.dataset);
                let says = words::promised(number, &said.statement.on.in_short(), &said.due.in_short(), &by);
                let (x, y) = at((on.from, to));
                let mark = marks.entry(format!("{} {}", rounded(x), rounded(y)));
                mark.or_insert_with(|| ((on.from, to), Vec::new())).1.push(says);
            }
        }
        let look = [
            vec![("fill", self.ink.token("surface"))],
            self.ink.stroke("ink", "1.5", None),
        ]
        .concat();
        for (place, says) in marks.values() {
            write_mark(svg, *place, SAID_PX, &look, &says.join("\n"));
        }
    }

    /// What came, solid on the diagonal, and what else was put into service, smaller.
    fn write_came(&self, svg: &mut SvgWriter) {
        let launched = self.slips.launched.iter().map(|statement| (statement, 0));
        let promises = (1..).zip(&self.slips.promises);
        let came = promises.flat_map(|(number, promise)| promise.came.iter().map(move |statement| (statement, number)));
        for (statement, number) in launched.chain(came) {
            let by = stated_by(statement, self.dataset);
            let on = statement.on.in_short();
            let (radius, color, says) = match number {
                0 => (0.75 * SAID_PX, "ink-soft", words::launched(&on, &by)),
                number => (CAME_PX, "ink", words::came_in_full(number, &on, &by)),
            };
            let look = [
                vec![("fill", self.ink.token(color))],
                self.ink.stroke("surface", "1", None),
            ]
            .concat();
            let share = self.begin(statement.on);
            write_mark(svg, (share, share), radius, &look, &says);
        }
    }

    /// The number of each promise beside its last mark, where there is room.
    fn write_numbers(&self, svg: &mut SvgWriter) {
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for promise in &self.slips.promises {
            let dates = promise
                .dates
                .iter()
                .map(|said| (self.begin(said.statement.on), self.end(said.due)));
            let came = promise
                .came
                .iter()
                .map(|came| (self.begin(came.on), self.begin(came.on)));
            taken.extend(dates.chain(came).map(at));
        }
        // The words below the diagonal, too.
        if let Some((x, y)) = self.end_on_diagonal() {
            let along = (0..).map(|step| f64::from(step) * NUMBER_PX * std::f64::consts::FRAC_1_SQRT_2);
            let length = Self::diagonal_px() * std::f64::consts::FRAC_1_SQRT_2;
            taken.extend(along.take_while(|px| *px < length).map(|px| (x - px, y + px)));
        }
        for (number, promise) in (1..).zip(&self.slips.promises) {
            let Some(said) = promise.dates.last() else { continue };
            let (x, y) = at((self.begin(said.statement.on), self.end(said.due)));
            let rings = (1..=3).flat_map(|ring| AROUND.map(|place| (ring, place)));
            let mut around = rings.map(|(ring, (across, down))| {
                let away = f64::from(ring) * NUMBER_PX;
                (x + across * away, y + down * away)
            });
            let is_free = |place: &(f64, f64)| {
                let is_apart = |other: &(f64, f64)| NUMBER_PX - 1.0 <= (place.0 - other.0).hypot(place.1 - other.1);
                let across = LEFT_PX + 3.0..LEFT_PX + SIDE_PX;
                let inside = across.contains(&place.0) && (TOP_PX + 4.0..TOP_PX + SIDE_PX - 4.0).contains(&place.1);
                inside && taken.iter().all(is_apart)
            };
            let Some(place) = around.find(is_free) else { continue };
            taken.push(place);
            let halo = [
                ("paint-order", "stroke".to_owned()),
                ("stroke-linejoin", "round".to_owned()),
            ];
            let look = [
                ("text-anchor", "middle".to_owned()),
                ("font-size", TEXT_PX.to_string()),
                ("font-weight", "600".to_owned()),
                ("fill", self.ink.token("ink")),
            ];
            let look = [halo.to_vec(), self.ink.stroke("panel", "3", None), look.to_vec()].concat();
            svg.written("text", ("x y", &[place.0, place.1 + 4.0]), &look, &number.to_string());
        }
    }

    fn share(&self, day: Day) -> f64 {
        self.axis.share(day)
    }

    fn begin(&self, when: When) -> f64 {
        self.share(when.period().first())
    }

    /// The end of a period, until which what was promised for it is in time.
    fn end(&self, when: When) -> f64 {
        self.axis.span(when.period()).to
    }
}

fn write_mark(svg: &mut SvgWriter, place: Place, radius: f64, look: &Attributes, says: &str) {
    let (x, y) = at(place);
    svg.start("g", ("", &[]), &[]);
    svg.title(says);
    svg.element("circle", ("cx cy r", &[x, y, radius]), look);
    svg.close();
}

/// A place in pixels.
fn at((across, up): Place) -> (f64, f64) {
    (LEFT_PX + across * SIDE_PX, TOP_PX + (1.0 - up) * SIDE_PX)
}

fn count(items: usize) -> f64 {
    u16::try_from(items).map_or(f64::MAX, f64::from)
}
