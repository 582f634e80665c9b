//! The slip chart of an information system: across, the day on which a date was said; up, the date that was promised. A level line
//! keeps its word, a rising one slips, and the diagonal is the day on which it came.

use std::collections::BTreeMap;

use crate::chart::palette::Ink;
use crate::chart::slip_numbers::{HALO_PX, Taken, number_places};
use crate::chart::slip_square::{Place, Square, at};
use crate::chart::svg_writer::{Attributes, SvgWriter, TEXT_PX, rounded};
use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate, When};
use crate::query::{Promise, Slips, Statement, StatementLine};
use crate::timeline::Axis;
use crate::words::slips as words;

/// The marks of what was promised and of what came.
const SAID_PX: f64 = 3.75;
const CAME_PX: f64 = 4.5;

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

impl SlipChart<'_> {
    /// The drawing for the page; `name` is what it is called to those who listen.
    pub fn svg(&self, name: &str) -> String {
        let own = [("role", "img"), ("aria-label", name)];
        let mut svg = SvgWriter::new(Square::WIDTH_PX, Square::HEIGHT_PX, self.ink, &own);
        self.write(&mut svg);
        svg.end()
    }

    pub(super) fn write(&self, svg: &mut SvgWriter) {
        let busy = self.on_the_diagonal();
        self.square().write(svg, &busy);
        for promise in &self.slips.promises {
            self.write_course(svg, promise);
        }
        self.write_said(svg);
        self.write_came(svg);
        self.write_numbers(svg, &busy);
    }

    fn square(&self) -> Square {
        Square {
            axis: self.axis,
            as_of: self.as_of,
            ink: self.ink,
        }
    }

    /// Where something is drawn on the diagonal or close below it, in shares of its length.
    fn on_the_diagonal(&self) -> Vec<f64> {
        let promises = self.slips.promises.iter();
        let came = promises
            .clone()
            .flat_map(|promise| &promise.came)
            .chain(&self.slips.launched);
        let came = came.map(|statement| self.begin(statement.on));
        let said = promises.flat_map(|promise| &promise.dates);
        let said = said.map(|said| (self.begin(said.statement.on), self.end(said.due)));
        let near = said.filter(|(on, due)| *due < on + 0.06).map(|(on, _)| on);
        came.chain(near).collect()
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
    fn write_numbers(&self, svg: &mut SvgWriter, busy: &[f64]) {
        let promises = &self.slips.promises;
        let last = |promise: &Promise<'_>| {
            let said = promise.dates.last()?;
            Some(at((self.begin(said.statement.on), self.end(said.due))))
        };
        let named: Vec<_> = (1..)
            .zip(promises)
            .filter_map(|(number, promise)| Some((number, last(promise)?)))
            .collect();
        let dates = promises.iter().flat_map(|promise| &promise.dates);
        let dates = dates.map(|said| (self.begin(said.statement.on), self.end(said.due)));
        let came = promises
            .iter()
            .flat_map(|promise| &promise.came)
            .chain(&self.slips.launched)
            .map(|came| (self.begin(came.on), self.begin(came.on)));
        let taken = Taken {
            marks: dates.chain(came).map(at).collect(),
            words: self.square().words(busy),
        };
        for (number, (x, y)) in number_places(&named, taken, Square::room()) {
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
            let look = [
                halo.to_vec(),
                self.ink.stroke("panel", &(2.0 * HALO_PX).to_string(), None),
                look.to_vec(),
            ]
            .concat();
            svg.written("text", ("x y", &[x, y + 4.0]), &look, &number.to_string());
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
