//! The drawing as SVG: its parts for the page, and all of it for a file or for paper.

use crate::chart::palette::Ink;
use crate::chart::svg_writer::{Attributes, SvgWriter, TEXT_PX, cut, translate};
use crate::chart::timeline::Timeline;
use crate::timeline::{Bar, DelayLine, Drawing, FactPlace, Glyph, HALF_MARK_PX, Label, Line, Mark, Tick};
use crate::words::drawing as words;

/// The height of a row of names above the drawing.
pub(super) const NAMES_PX: f64 = 18.0;
/// Half the height of the bar of a period.
pub(super) const HALF_BAR_PX: f64 = 3.0;
/// The room between a number and a title, and between a title and the drawing.
const GAP_PX: f64 = 6.0;
/// How far the words of a delay stand above its line.
const ABOVE_PX: f64 = 8.0;
/// Half the height of a mark with a number.
pub(super) const HALF_NUMBER_PX: f64 = 8.0;
/// Half the height of what can be pointed at of a mark.
const HALF_TARGET_PX: f64 = 12.0;
/// The fonts of a file.
pub(super) const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif";
/// The room for the heads of lanes and rows in a file, and at its edges.
const HEADS_PX: f64 = 260.0;
const EDGE_PX: f64 = 16.0;

/// A drawing and what it needs to be written.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The layout.
    pub drawing: &'a Drawing,
    /// What everything is.
    pub timeline: &'a Timeline<'a>,
    /// Where the drawing is shown.
    pub ink: Ink,
    /// The accessible name of a mark.
    pub says: &'a dyn Fn(&Mark) -> String,
}

/// The id of a mark on the page: that of its first fact.
pub fn mark_id(place: FactPlace) -> String {
    format!("mark-{}", numbers(place))
}

fn numbers(place: FactPlace) -> String {
    format!("{}-{}-{}", place.lane, place.row, place.fact)
}

impl Picture<'_> {
    /// The height of the names above the lines.
    pub fn head_height_px(&self) -> f64 {
        let names = self.drawing.day_lines.iter().map(|day| day.label.line + 1).max();
        NAMES_PX * (3.0 + f64::from(names.unwrap_or_default()))
    }

    /// Trios, terms, the calendar and the named days, for the page.
    pub fn head_svg(&self) -> String {
        let hidden = [("aria-hidden", "true")];
        let mut svg = SvgWriter::new(self.drawing.width_px, self.head_height_px(), self.ink, &hidden);
        self.write_head(&mut svg);
        svg.end()
    }

    /// The lines and their marks, for the page.
    pub fn lines_svg(&self) -> String {
        let Drawing {
            width_px, height_px, ..
        } = *self.drawing;
        let mut svg = SvgWriter::new(width_px, height_px, self.ink, &[("role", "presentation")]);
        self.write_ground(&mut svg, height_px);
        for lane in self.drawing.lines.chunk_by(|one, next| one.span.lane == next.span.lane) {
            self.write_lane(&mut svg, lane);
        }
        self.write_day_lines(&mut svg, height_px);
        svg.end()
    }

    /// The color with that number; gray for several colors, or none.
    pub(super) fn color(&self, number: Option<usize>) -> String {
        self.ink.color(self.timeline.color(number))
    }

    /// The look of the line below a row, or below the head of a lane.
    pub(super) fn rule_look(&self, line: &Line) -> Attributes {
        let color = if line.span.row.is_some() { "line" } else { "line-strong" };
        self.ink.stroke(color, "1", None)
    }

    /// The look of a bar: solid for what happened, dashed for what is planned.
    pub(super) fn bar_look(&self, bar: &Bar) -> Attributes {
        let color = self.color(bar.color);
        if !bar.is_planned {
            return vec![("fill", color), ("fill-opacity", "0.35".to_owned())];
        }
        vec![
            ("fill", self.ink.token("surface")),
            ("fill-opacity", "1".to_owned()),
            ("stroke", color),
            ("stroke-dasharray", "3 2".to_owned()),
        ]
    }

    /// The look of a delay: solid if it has ended.
    pub(super) fn delay_look(&self, delay: &DelayLine) -> Attributes {
        if delay.is_done {
            self.ink.stroke("ink-soft", "1.5", None)
        } else {
            self.ink.stroke("ink-soft", "1.5", Some("2 2"))
        }
    }

    /// The look of a mark: hollow if all of its facts are planned.
    pub(super) fn mark_look(&self, mark: &Mark) -> Attributes {
        let (color, surface) = (self.color(mark.color), self.ink.token("surface"));
        // The pole of a flag is thin: a stroke of another color would hide it.
        let (fill, stroke, width) = match (mark.is_planned, mark.glyph) {
            (true, _) => (surface, color, "1.6"),
            (false, Some(Glyph::Flag)) => (color.clone(), color, "1"),
            (false, _) => (color, surface, "1"),
        };
        vec![("fill", fill), ("stroke", stroke), ("stroke-width", width.to_owned())]
    }

    fn write_head(&self, svg: &mut SvgWriter) {
        let foot = self.head_height_px();
        let rows = [
            (&self.drawing.trios, 0.0, NAMES_PX, "ink-soft"),
            (&self.drawing.bands, NAMES_PX, foot, "ink"),
        ];
        for (bands, top, foot, color) in rows {
            svg.bands(bands, top, foot);
            for label in bands.iter().filter_map(|band| band.label.as_ref()) {
                svg.text(label.run.from_px, top + NAMES_PX / 2.0, &label.text, color);
            }
        }
        let (calendar, middle) = (foot - NAMES_PX, foot - NAMES_PX / 2.0);
        for tick in &self.drawing.ticks {
            let color = if tick.is_year { "ink" } else { "ink-soft" };
            svg.text_sized(tick.run.from_px, middle, &tick.label, color, TEXT_PX, tick.is_year);
            svg.tick(tick, calendar, foot);
        }
        for day in &self.drawing.day_lines {
            let top = NAMES_PX * (2.0 + f64::from(day.label.line));
            // A line through the name of a tick would make it unreadable.
            svg.day_line(day, top, if self.crosses_tick(day.x_px) { calendar } else { foot });
            let middle = top + NAMES_PX / 2.0;
            svg.text_sized(day.label.run.from_px, middle, &day.label.text, "ink", TEXT_PX, true);
        }
    }

    /// Whether the name of a tick is there.
    fn crosses_tick(&self, x_px: f64) -> bool {
        let crosses = |tick: &Tick| !tick.label.is_empty() && (tick.run.from_px..=tick.run.to_px).contains(&x_px);
        self.drawing.ticks.iter().any(crosses)
    }

    /// Terms and years behind the lines.
    pub(super) fn write_ground(&self, svg: &mut SvgWriter, height_px: f64) {
        svg.bands(&self.drawing.bands, 0.0, height_px);
        for tick in self.drawing.ticks.iter().filter(|tick| tick.is_year) {
            svg.tick(tick, 0.0, height_px);
        }
    }

    pub(super) fn write_day_lines(&self, svg: &mut SvgWriter, height_px: f64) {
        for day in &self.drawing.day_lines {
            svg.day_line(day, 0.0, height_px);
        }
    }

    /// The lines of one lane, whose marks are a group of their own for those who listen.
    fn write_lane(&self, svg: &mut SvgWriter, lines: &[Line]) {
        let name = lines.first().and_then(|line| self.timeline.heads.get(line.span.lane));
        let name = name.filter(|_| lines.iter().any(|line| !line.marks.is_empty()));
        let group = name.map(|head| [("role", "group".to_owned()), ("aria-label", head.title.clone())]);
        svg.start("g", ("", &[]), group.as_ref().map_or(&[], |group| group));
        for line in lines {
            self.write_line(svg, line);
        }
        svg.close();
    }

    fn write_line(&self, svg: &mut SvgWriter, line: &Line) {
        let middle = line.middle_px;
        let foot = line.span.foot_px() - 0.5;
        svg.line((0.0, foot), (self.drawing.width_px, foot), &self.rule_look(line));
        for bar in &line.bars {
            svg.pill(bar.run, middle, HALF_BAR_PX, &self.bar_look(bar));
        }
        for delay in &line.delays {
            let (look, end) = (self.delay_look(delay), delay.run.to_px);
            svg.line((delay.run.from_px, middle), (end, middle), &look);
            // Its end is never dashed.
            svg.line((end, middle - 4.0), (end, middle + 4.0), &look[..2]);
        }
        write_words(svg, line);
        for mark in &line.marks {
            self.write_mark(svg, mark, middle);
        }
    }

    fn write_mark(&self, svg: &mut SvgWriter, mark: &Mark, middle: f64) {
        let says = (self.says)(mark);
        if self.ink == Ink::Page {
            let attributes = [
                ("class", "mark".to_owned()),
                ("role", "option".to_owned()),
                ("id", mark_id(mark.first)),
                ("data-mark", numbers(mark.first)),
                ("data-facts", mark.count.to_string()),
                ("aria-label", says),
            ];
            svg.start("g", ("", &[]), &attributes);
            let run = mark.run();
            let target = [
                run.from_px,
                middle - HALF_TARGET_PX,
                run.width_px(),
                2.0 * HALF_TARGET_PX,
            ];
            svg.element(
                "rect",
                ("x y width height", &target),
                &[("fill", "transparent".to_owned())],
            );
        } else {
            svg.start("g", ("", &[]), &[]);
            svg.title(&says);
        }
        let look = self.mark_look(mark);
        if let Some(glyph) = mark.glyph {
            svg.glyph(glyph, mark.x_px - HALF_MARK_PX, middle, look);
        } else {
            svg.pill(mark.run(), middle, HALF_NUMBER_PX, &look);
            self.write_number(svg, mark, middle);
        }
        svg.close();
    }

    /// How many facts a mark represents.
    pub(super) fn write_number(&self, svg: &mut SvgWriter, mark: &Mark, middle: f64) {
        let fill = if mark.is_planned {
            self.color(mark.color)
        } else {
            self.ink.token("surface")
        };
        let number = match mark.count {
            count @ ..1000 => count.to_string(),
            _ => "1k+".to_owned(),
        };
        svg.number(mark.x_px, middle, &number, fill);
    }

    /// The drawing, as far as it is laid out, with its heads as a file.
    ///
    /// With `title` above it and `source` below.
    pub fn whole_svg(&self, title: &str, source: &str) -> String {
        let Drawing { lines, width_px, .. } = self.drawing;
        let top = lines.first().map_or(0.0, |line| line.span.top_px);
        let height = lines.last().map_or(0.0, |line| line.span.foot_px()) - top;
        let (title_px, foot_px) = (2.0 * NAMES_PX, 2.5 * NAMES_PX);
        let head_px = self.head_height_px();
        let width = EDGE_PX + HEADS_PX + width_px + EDGE_PX;
        let all = title_px + head_px + height + foot_px;
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("role", "img"),
            ("font-family", FONTS),
        ];
        let mut svg = SvgWriter::new(width, all, self.ink, &attributes);
        svg.title(title);
        let hundred = || "100%".to_owned();
        let ground = self.ink.token("surface");
        let ground = [("width", hundred()), ("height", hundred()), ("fill", ground)];
        svg.element("rect", ("", &[]), &ground);
        let shown = cut(title, width - 2.0 * EDGE_PX);
        svg.text_sized(EDGE_PX, title_px / 2.0, &shown, "ink", 15.0, true);
        let inner = |y: f64, height: f64| [EDGE_PX + HEADS_PX, y, *width_px, height];
        svg.start("svg", ("x y width height", &inner(title_px, head_px)), &[]);
        self.write_head(&mut svg);
        svg.close();
        // A mark at the edge is seen whole.
        let visible = [("overflow", "visible".to_owned())];
        svg.start(
            "svg",
            ("x y width height", &inner(title_px + head_px, height)),
            &visible,
        );
        self.write_ground(&mut svg, height);
        svg.start("g", ("", &[]), &[translate(0.0, -top)]);
        for line in lines {
            self.write_line(&mut svg, line);
        }
        svg.close();
        self.write_day_lines(&mut svg, height);
        svg.close();
        for line in lines {
            self.write_line_head(&mut svg, line, title_px + head_px + line.middle_px - top);
        }
        self.write_key(&mut svg, all - 1.75 * NAMES_PX);
        svg.text(EDGE_PX, all - 0.75 * NAMES_PX, source, "ink-soft");
        svg.end()
    }

    fn write_line_head(&self, svg: &mut SvgWriter, line: &Line, middle: f64) {
        let Some(head) = self.timeline.heads.get(line.span.lane) else {
            return;
        };
        let row = line.span.row;
        match row.and_then(|row| self.timeline.row_head(line.span.lane, row)) {
            Some(row) => {
                svg.text(EDGE_PX, middle, &row.number, "ink-soft");
                // Titles are aligned where the numbers are short.
                let left = (2.5 * EDGE_PX).max(EDGE_PX + Label::width_px(&row.number) + GAP_PX);
                let room = HEADS_PX + EDGE_PX - GAP_PX - left;
                svg.text(left, middle, &cut(&row.title, room), "ink");
            }
            None => svg.text_sized(EDGE_PX, middle, &cut(&head.title, HEADS_PX), "ink", 12.0, true),
        }
    }

    /// What the shapes mean, in one line.
    fn write_key(&self, svg: &mut SvgWriter, middle: f64) {
        let (ink, surface) = (self.ink.token("ink"), self.ink.token("surface"));
        let says = words::KEY;
        let shapes = [
            (Glyph::Circle, &ink, says[0]),
            (Glyph::Diamond, &ink, says[1]),
            (Glyph::Square, &ink, says[2]),
            (Glyph::Flag, &ink, says[3]),
            (Glyph::Circle, &surface, says[4]),
        ];
        let mut x = EDGE_PX;
        for (glyph, fill, says) in shapes {
            svg.glyph(glyph, x, middle, vec![("fill", fill.clone()), ("stroke", ink.clone())]);
            svg.text(x + 16.0, middle, says, "ink-soft");
            x += 16.0 + Label::width_px(says) + EDGE_PX;
        }
        svg.text(x, middle, words::KEY_LINES, "ink-soft");
    }
}

/// The words in a line.
pub(super) fn write_words(svg: &mut SvgWriter, line: &Line) {
    for label in &line.labels {
        let above_px = if label.line == 0 { 0.0 } else { ABOVE_PX };
        svg.text(label.run.from_px, line.middle_px - above_px, &label.text, "ink-soft");
    }
}
