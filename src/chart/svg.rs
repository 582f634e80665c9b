//! The drawing as SVG: its parts for the page, and the whole of it for a file or for paper.

use crate::chart::lanes::Timeline;
use crate::chart::palette::Ink;
use crate::chart::pen::{FOOT_PX, Pen, TEXT_PX, cut, rounded, write_px};
use crate::timeline::{Drawing, FactPlace, Glyph, HALF_MARK_PX, Label, Line, Mark, Tick};

/// The height of a row of names above the drawing.
pub const NAMES_PX: f64 = 18.0;
/// Half the height of the bar of a range.
pub(super) const HALF_BAR_PX: f64 = 3.0;
/// The room between a number and a title, and between a title and the drawing.
const GAP_PX: f64 = 6.0;
/// How far the words of a way stand above it.
pub(super) const ABOVE_PX: f64 = 8.0;
/// Half the height of a mark with a number.
pub(super) const HALF_NUMBER_PX: f64 = 8.0;
/// The faces of words in a file.
const FACES: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif";
/// The room for the heads of lanes and rows in a file, and at its edges.
const HEADS_PX: f64 = 260.0;
const EDGE_PX: f64 = 16.0;

/// What is drawn, and in which ink.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// Where everything stands.
    pub drawing: &'a Drawing,
    /// What everything is.
    pub timeline: &'a Timeline<'a>,
    /// In which ink.
    pub ink: Ink,
    /// What a mark says to those who do not see it.
    pub says: &'a dyn Fn(&Mark) -> String,
}

/// The id of a mark on the page: that of its first fact.
pub fn mark_id(place: FactPlace) -> String {
    format!("mark-{}-{}-{}", place.lane, place.row, place.fact)
}

/// What stands in a mark for several facts.
pub(super) fn number_of(mark: &Mark) -> String {
    if mark.count < 1000 {
        mark.count.to_string()
    } else {
        "1k+".to_owned()
    }
}

impl Picture<'_> {
    /// The height of the names above the lines.
    pub fn head_height_px(&self) -> f64 {
        let names = self.drawing.day_lines.iter().map(|day| day.label.line + 1).max();
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let names = names.unwrap_or_default() as f64;
        NAMES_PX * (3.0 + names)
    }

    /// Trios, terms, the calendar and the named days, for the page.
    pub fn head_svg(&self) -> String {
        let mut pen = Pen::begin(self.drawing.width_px, self.head_height_px(), self.ink);
        pen.xml.write_attribute("aria-hidden", "true");
        self.write_head(&mut pen);
        pen.end()
    }

    /// The lines and their marks, for the page.
    pub fn lines_svg(&self) -> String {
        let mut pen = Pen::begin(self.drawing.width_px, self.drawing.height_px, self.ink);
        pen.xml.write_attribute("role", "presentation");
        self.write_ground(&mut pen, self.drawing.height_px);
        for line in &self.drawing.lines {
            self.write_line(&mut pen, line);
        }
        self.write_day_lines(&mut pen, self.drawing.height_px);
        pen.end()
    }

    /// The colour with that number; a grey where there are several, or none.
    pub(super) fn tone(&self, number: Option<usize>) -> String {
        self.ink.tone(self.timeline.tone(number))
    }

    fn write_head(&self, pen: &mut Pen) {
        let bottom = self.head_height_px();
        for (bands, top) in [(&self.drawing.trios, 0.0), (&self.drawing.bands, NAMES_PX)] {
            for band in bands {
                pen.band(band, top, if top == 0.0 { NAMES_PX } else { bottom });
            }
            for label in bands.iter().filter_map(|band| band.label.as_ref()) {
                let colour = if top == 0.0 { "ink-soft" } else { "ink" };
                pen.text(label.run.from_px, top + NAMES_PX / 2.0, &label.text, colour, false);
            }
        }
        for tick in &self.drawing.ticks {
            let colour = if tick.is_year { "ink" } else { "ink-soft" };
            pen.text(
                tick.run.from_px,
                bottom - NAMES_PX / 2.0,
                &tick.label,
                colour,
                tick.is_year,
            );
            pen.vertical(tick.x_px, bottom - NAMES_PX, bottom, "line-strong", None);
        }
        for day in &self.drawing.day_lines {
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let top = NAMES_PX * (2.0 + day.label.line as f64);
            // A line through its name would make a year unreadable.
            let end = if self.crosses_tick(day.x_px) {
                bottom - NAMES_PX
            } else {
                bottom
            };
            pen.day_line(day.x_px, top, end, day.look);
            pen.text(
                day.label.run.from_px,
                top + NAMES_PX / 2.0,
                &day.label.text,
                "ink",
                true,
            );
        }
    }

    /// Whether the name of a tick stands there.
    fn crosses_tick(&self, x_px: f64) -> bool {
        let crosses = |tick: &Tick| !tick.label.is_empty() && (tick.run.from_px..=tick.run.to_px).contains(&x_px);
        self.drawing.ticks.iter().any(crosses)
    }

    /// Terms and ticks behind the lines.
    pub(super) fn write_ground(&self, pen: &mut Pen, height_px: f64) {
        for band in &self.drawing.bands {
            pen.band(band, 0.0, height_px);
        }
        for tick in self.drawing.ticks.iter().filter(|tick| tick.is_year) {
            pen.vertical(tick.x_px, 0.0, height_px, "line-strong", None);
        }
    }

    pub(super) fn write_day_lines(&self, pen: &mut Pen, height_px: f64) {
        for day in &self.drawing.day_lines {
            pen.day_line(day.x_px, 0.0, height_px, day.look);
        }
    }

    fn write_line(&self, pen: &mut Pen, line: &Line) {
        let middle = line.middle_px;
        let foot = line.top_px + line.height_px;
        let rule = if line.row.is_some() { "line" } else { "line-strong" };
        pen.horizontal(0.0, self.drawing.width_px, foot - 0.5, rule, 1.0, None);
        for bar in &line.bars {
            let colour = self.tone(bar.tone);
            let (fill, opacity) = if bar.is_planned {
                (self.ink.token("surface"), "1")
            } else {
                (colour.clone(), "0.35")
            };
            pen.element("rect", |xml| {
                write_px(xml, "x", bar.run.from_px);
                write_px(xml, "y", middle - HALF_BAR_PX);
                write_px(xml, "width", bar.run.width_px());
                write_px(xml, "height", 2.0 * HALF_BAR_PX);
                write_px(xml, "rx", HALF_BAR_PX);
                xml.write_attribute("fill", &fill);
                xml.write_attribute("fill-opacity", opacity);
                if bar.is_planned {
                    xml.write_attribute("stroke", &colour);
                    xml.write_attribute("stroke-dasharray", "3 2");
                }
            });
        }
        for way in &line.ways {
            let (colour, dashes) = if way.is_done {
                ("ink-soft", None)
            } else {
                ("alert", Some("2 2"))
            };
            pen.horizontal(way.run.from_px, way.run.to_px, middle, colour, 1.5, dashes);
            let end = way.run.to_px;
            pen.vertical_stroke(end, middle - 4.0, middle + 4.0, colour, 1.5);
        }
        for label in &line.labels {
            let above = if label.line == 0 { 0.0 } else { ABOVE_PX };
            pen.text(label.run.from_px, middle - above, &label.text, "ink-soft", false);
        }
        for mark in &line.marks {
            self.write_mark(pen, mark, middle);
        }
    }

    fn write_mark(&self, pen: &mut Pen, mark: &Mark, middle: f64) {
        let colour = self.tone(mark.tone);
        let surface = self.ink.token("surface");
        let (fill, stroke) = if mark.is_planned {
            (&surface, &colour)
        } else {
            (&colour, &surface)
        };
        let says = (self.says)(mark);
        pen.xml.start_element("g");
        if self.ink == Ink::Page {
            let first = mark.first;
            pen.xml.write_attribute("class", "mark");
            pen.xml.write_attribute("role", "option");
            pen.xml.write_attribute("id", &mark_id(first));
            pen.xml
                .write_attribute_fmt("data-mark", format_args!("{}-{}-{}", first.lane, first.row, first.fact));
            pen.xml
                .write_attribute_fmt("data-facts", format_args!("{}", mark.count));
            pen.xml.write_attribute("aria-label", &says);
            // What is pointed at is larger than what is seen.
            pen.element("rect", |xml| {
                write_px(xml, "x", mark.x_px - mark.half_px);
                write_px(xml, "y", middle - 12.0);
                write_px(xml, "width", 2.0 * mark.half_px);
                xml.write_attribute("height", "24");
                xml.write_attribute("fill", "transparent");
            });
        } else {
            pen.xml.start_element("title");
            pen.xml.write_text(&says);
            pen.xml.end_element();
        }
        if let Some(glyph) = mark.glyph {
            pen.element("path", |xml| {
                xml.write_attribute("d", glyph.path());
                let (x, y) = (rounded(mark.x_px - HALF_MARK_PX), rounded(middle - HALF_MARK_PX));
                xml.write_attribute_fmt("transform", format_args!("translate({x} {y})"));
                xml.write_attribute("fill", fill);
                // The pole of a flag is thin: an edge of another colour would take it away.
                xml.write_attribute("stroke", if glyph == Glyph::Flag { &colour } else { stroke });
                xml.write_attribute("stroke-width", if mark.is_planned { "1.6" } else { "1" });
            });
        } else {
            pen.element("rect", |xml| {
                write_px(xml, "x", mark.x_px - mark.half_px);
                write_px(xml, "y", middle - HALF_NUMBER_PX);
                write_px(xml, "width", 2.0 * mark.half_px);
                write_px(xml, "height", 2.0 * HALF_NUMBER_PX);
                write_px(xml, "rx", HALF_NUMBER_PX);
                xml.write_attribute("fill", fill);
                xml.write_attribute("stroke", stroke);
                xml.write_attribute("stroke-width", if mark.is_planned { "1.6" } else { "1" });
            });
            let number = &number_of(mark);
            pen.xml.start_element("text");
            write_px(&mut pen.xml, "x", mark.x_px);
            write_px(&mut pen.xml, "y", middle + FOOT_PX);
            pen.xml.write_attribute("text-anchor", "middle");
            write_px(&mut pen.xml, "font-size", TEXT_PX);
            pen.xml
                .write_attribute("fill", if mark.is_planned { &colour } else { &surface });
            pen.xml.write_text(number);
            pen.xml.end_element();
        }
        pen.xml.end_element();
    }

    /// The whole drawing, or the part of it that is laid out, with its heads, as a file that stands alone.
    ///
    /// `title` stands above it, `source` below: what it shows, as of when, and where it comes from.
    pub fn whole_svg(&self, title: &str, source: &str) -> String {
        let lines = &self.drawing.lines;
        let top = lines.first().map_or(0.0, |line| line.top_px);
        let height = lines.last().map_or(0.0, |line| line.top_px + line.height_px) - top;
        let (title_px, foot_px) = (2.0 * NAMES_PX, 2.5 * NAMES_PX);
        let head_px = self.head_height_px();
        let width = EDGE_PX + HEADS_PX + self.drawing.width_px + EDGE_PX;
        let all = title_px + head_px + height + foot_px;
        let mut pen = Pen::begin(width, all, self.ink);
        pen.xml.write_attribute("xmlns", "http://www.w3.org/2000/svg");
        pen.xml.write_attribute("role", "img");
        pen.xml.write_attribute("font-family", FACES);
        pen.xml.start_element("title");
        pen.xml.write_text(title);
        pen.xml.end_element();
        pen.element("rect", |xml| {
            xml.write_attribute("width", "100%");
            xml.write_attribute("height", "100%");
            xml.write_attribute("fill", &self.ink.token("surface"));
        });
        pen.text_sized(
            EDGE_PX,
            title_px / 2.0,
            &cut(title, width - 2.0 * EDGE_PX),
            "ink",
            true,
            15.0,
        );
        pen.xml.start_element("svg");
        write_px(&mut pen.xml, "x", EDGE_PX + HEADS_PX);
        write_px(&mut pen.xml, "y", title_px);
        write_px(&mut pen.xml, "width", self.drawing.width_px);
        write_px(&mut pen.xml, "height", head_px);
        self.write_head(&mut pen);
        pen.xml.end_element();
        pen.xml.start_element("svg");
        write_px(&mut pen.xml, "x", EDGE_PX + HEADS_PX);
        write_px(&mut pen.xml, "y", title_px + head_px);
        write_px(&mut pen.xml, "width", self.drawing.width_px);
        write_px(&mut pen.xml, "height", height);
        // A mark at the edge is seen whole.
        pen.xml.write_attribute("overflow", "visible");
        self.write_ground(&mut pen, height);
        pen.xml.start_element("g");
        pen.xml
            .write_attribute_fmt("transform", format_args!("translate(0 {})", rounded(-top)));
        for line in lines {
            self.write_line(&mut pen, line);
        }
        pen.xml.end_element();
        self.write_day_lines(&mut pen, height);
        pen.xml.end_element();
        for line in lines {
            let middle = title_px + head_px + line.middle_px - top;
            self.write_line_head(&mut pen, line, middle);
        }
        self.write_key(&mut pen, all - 1.75 * NAMES_PX);
        pen.text(EDGE_PX, all - 0.75 * NAMES_PX, source, "ink-soft", false);
        pen.end()
    }

    fn write_line_head(&self, pen: &mut Pen, line: &Line, middle: f64) {
        let Some(head) = self.timeline.heads.get(line.lane) else {
            return;
        };
        match line.row.and_then(|row| self.timeline.row_head(line.lane, row)) {
            Some(row) => {
                pen.text(EDGE_PX, middle, &row.number, "ink-soft", false);
                // Titles stand below one another where the numbers are short.
                let left = (2.5 * EDGE_PX).max(EDGE_PX + Label::width_px(&row.number) + GAP_PX);
                let room = HEADS_PX + EDGE_PX - GAP_PX - left;
                pen.text(left, middle, &cut(&row.title, room), "ink", false);
            }
            None => pen.text_sized(EDGE_PX, middle, &cut(&head.title, HEADS_PX), "ink", true, 12.0),
        }
    }

    /// What the shapes mean, in one line.
    fn write_key(&self, pen: &mut Pen, middle: f64) {
        let shapes = [
            (Glyph::Circle, false, "meeting, discussion"),
            (Glyph::Diamond, false, "adoption, legal act"),
            (Glyph::Square, false, "report, document"),
            (Glyph::Flag, false, "deadline"),
            (Glyph::Circle, true, "hollow: planned, or not done"),
        ];
        let mut x = EDGE_PX;
        for (glyph, is_hollow, says) in shapes {
            let (ink, surface) = (self.ink.token("ink"), self.ink.token("surface"));
            pen.element("path", |xml| {
                xml.write_attribute("d", glyph.path());
                let (x, y) = (rounded(x), rounded(middle - HALF_MARK_PX));
                xml.write_attribute_fmt("transform", format_args!("translate({x} {y})"));
                xml.write_attribute("fill", if is_hollow { &surface } else { &ink });
                xml.write_attribute("stroke", &ink);
            });
            pen.text(x + 16.0, middle, says, "ink-soft", false);
            x += 16.0 + Label::width_px(says) + EDGE_PX;
        }
        pen.text(
            x,
            middle,
            "thin bar: range · dashed line: late, or put off · solid line: came late",
            "ink-soft",
            false,
        );
    }
}
