//! The lines while the view is moved: the same to look at, and so few elements that every frame can have its own drawing.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::chart::pen::{FOOT_PX, Pen, TEXT_PX, rounded, write_px};
use crate::chart::svg::{ABOVE_PX, HALF_BAR_PX, HALF_NUMBER_PX, Picture, number_of};
use crate::timeline::{Bar, Glyph, HALF_MARK_PX, Line, Mark};

/// A look, and the outlines of all that has it; in the order in which they lie on one another.
type Layers = BTreeMap<Look, String>;

/// How outlines are filled and drawn, by the names and numbers of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    /// The line under a row, or under the head of a lane.
    Rule { is_head: bool },
    /// The range of what is done, or of what is planned.
    Bar { is_planned: bool, tone: Option<usize> },
    /// The way of what came, or of what is still to come.
    Way { is_done: bool },
    /// Marks of one shape; those without one stand for several facts.
    Marks {
        is_flag: bool,
        is_planned: bool,
        tone: Option<usize>,
    },
}

impl Picture<'_> {
    /// The lines and their marks while they move: nothing in it has a name, nor can it be pointed at.
    pub fn moving_svg(&self) -> String {
        let mut pen = Pen::begin(self.drawing.width_px, self.drawing.height_px, self.ink);
        pen.xml.write_attribute("aria-hidden", "true");
        self.write_ground(&mut pen, self.drawing.height_px);
        let mut layers = Layers::new();
        for line in &self.drawing.lines {
            outline(line, self.drawing.width_px, &mut layers);
        }
        for (look, outlines) in &layers {
            self.write_layer(&mut pen, *look, outlines);
        }
        self.write_words(&mut pen);
        self.write_day_lines(&mut pen, self.drawing.height_px);
        pen.end()
    }

    fn write_layer(&self, pen: &mut Pen, look: Look, outlines: &str) {
        let surface = self.ink.token("surface");
        let none = || "none".to_owned();
        let (fill, stroke, width_px, dashes) = match look {
            Look::Rule { is_head } => {
                let rule = if is_head { "line-strong" } else { "line" };
                (none(), self.ink.token(rule), 1.0, None)
            }
            Look::Bar { is_planned, tone } if is_planned => (surface, self.tone(tone), 1.0, Some("3 2")),
            Look::Bar { tone, .. } => (self.tone(tone), none(), 1.0, None),
            Look::Way { is_done: true } => (none(), self.ink.token("ink-soft"), 1.5, None),
            Look::Way { is_done: false } => (none(), self.ink.token("alert"), 1.5, Some("2 2")),
            Look::Marks {
                is_planned: true, tone, ..
            } => (surface, self.tone(tone), 1.6, None),
            // The pole of a flag is thin: an edge of another colour would take it away.
            Look::Marks {
                is_flag: true, tone, ..
            } => (self.tone(tone), self.tone(tone), 1.0, None),
            Look::Marks { tone, .. } => (self.tone(tone), surface, 1.0, None),
        };
        pen.element("path", |xml| {
            xml.write_attribute("d", outlines);
            xml.write_attribute("fill", &fill);
            if matches!(look, Look::Bar { is_planned: false, .. }) {
                xml.write_attribute("fill-opacity", "0.35");
            }
            xml.write_attribute("stroke", &stroke);
            write_px(xml, "stroke-width", width_px);
            if let Some(dashes) = dashes {
                xml.write_attribute("stroke-dasharray", dashes);
            }
        });
    }

    fn write_words(&self, pen: &mut Pen) {
        pen.xml.start_element("g");
        write_px(&mut pen.xml, "font-size", TEXT_PX);
        pen.xml.write_attribute("fill", &self.ink.token("ink-soft"));
        for line in &self.drawing.lines {
            for label in &line.labels {
                let above_px = if label.line == 0 { 0.0 } else { ABOVE_PX };
                write_text(pen, label.run.from_px, line.middle_px - above_px, &label.text, None);
            }
        }
        pen.xml.end_element();
        pen.xml.start_element("g");
        write_px(&mut pen.xml, "font-size", TEXT_PX);
        pen.xml.write_attribute("text-anchor", "middle");
        pen.xml.write_attribute("fill", &self.ink.token("surface"));
        for line in &self.drawing.lines {
            for mark in line.marks.iter().filter(|mark| mark.glyph.is_none()) {
                let colour = mark.is_planned.then(|| self.tone(mark.tone));
                write_text(pen, mark.x_px, line.middle_px, &number_of(mark), colour);
            }
        }
        pen.xml.end_element();
    }
}

/// Words whose look is that of their group, but for a colour of their own.
fn write_text(pen: &mut Pen, x_px: f64, middle_px: f64, text: &str, colour: Option<String>) {
    pen.xml.start_element("text");
    write_px(&mut pen.xml, "x", x_px);
    write_px(&mut pen.xml, "y", middle_px + FOOT_PX);
    if let Some(colour) = colour {
        pen.xml.write_attribute("fill", &colour);
    }
    pen.xml.write_text(text);
    pen.xml.end_element();
}

/// Adds the outlines of a line to those of their looks.
fn outline(line: &Line, width_px: f64, layers: &mut Layers) {
    let middle_px = line.middle_px;
    let rule_px = line.top_px + line.height_px - 0.5;
    let is_head = line.row.is_none();
    add(
        layers,
        Look::Rule { is_head },
        &format!("M0 {rule_px}h{}", rounded(width_px)),
    );
    for bar in &line.bars {
        add(
            layers,
            look_of_bar(bar),
            &pill(bar.run.from_px, bar.run.width_px(), middle_px, HALF_BAR_PX),
        );
    }
    for way in &line.ways {
        let (from_px, to_px) = (rounded(way.run.from_px), rounded(way.run.to_px));
        let way_px = format!("M{from_px} {middle_px}H{to_px}m0-4v8");
        add(layers, Look::Way { is_done: way.is_done }, &way_px);
    }
    for mark in &line.marks {
        add(layers, look_of_mark(mark), &outline_of_mark(mark, middle_px));
    }
}

fn add(layers: &mut Layers, look: Look, outline: &str) {
    layers.entry(look).or_default().push_str(outline);
}

fn look_of_bar(bar: &Bar) -> Look {
    Look::Bar {
        is_planned: bar.is_planned,
        tone: bar.tone,
    }
}

fn look_of_mark(mark: &Mark) -> Look {
    Look::Marks {
        is_flag: mark.glyph == Some(Glyph::Flag),
        is_planned: mark.is_planned,
        tone: mark.tone,
    }
}

fn outline_of_mark(mark: &Mark, middle_px: f64) -> String {
    match mark.glyph {
        Some(glyph) => {
            let (x, y) = (rounded(mark.x_px - HALF_MARK_PX), rounded(middle_px - HALF_MARK_PX));
            format!("M{x} {y}{}", glyph.path())
        }
        None => pill(mark.x_px - mark.half_px, 2.0 * mark.half_px, middle_px, HALF_NUMBER_PX),
    }
}

/// A bar with round ends; what is too short for them has plain ones.
fn pill(from_px: f64, width_px: f64, middle_px: f64, half_px: f64) -> String {
    let (height, radius) = (2.0 * half_px, half_px.min(width_px / 2.0));
    let straight = rounded(width_px - 2.0 * radius);
    let mut pill = format!("M{} {}", rounded(from_px + radius), rounded(middle_px - half_px));
    // Writing to a string cannot fail.
    let _ = write!(
        pill,
        "h{straight}a{radius} {half_px} 0 0 1 0 {height}h-{straight}a{radius} {half_px} 0 0 1 0-{height}z"
    );
    pill
}
