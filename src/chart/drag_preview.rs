//! The lines while the view is dragged: they look the same, and have so few elements that every frame can be drawn anew.

use crate::chart::svg::{HALF_BAR_PX, HALF_NUMBER_PX, Picture, number_of, words};
use crate::chart::svg_writer::{Outlines, Paint, SvgWriter, TEXT_PX, rounded};
use crate::timeline::{Drawing, HALF_MARK_PX, Line, Mark, Run};

impl Picture<'_> {
    /// The lines while they are dragged. Marks have no names and cannot be pointed at.
    pub fn drag_preview_svg(&self) -> String {
        let Drawing {
            width_px, height_px, ..
        } = *self.drawing;
        let mut svg = SvgWriter::new(width_px, height_px, self.ink, &[("aria-hidden", "true")]);
        self.write_ground(&mut svg, height_px);
        let mut outlines = Outlines::default();
        for line in &self.drawing.lines {
            self.add_line(line, &mut outlines);
        }
        svg.outlines(outlines);
        let size = [("font-size", TEXT_PX)];
        svg.start("g", &size, &[("fill", self.ink.token("ink-soft"))]);
        for (label, middle_px) in self.drawing.lines.iter().flat_map(words) {
            svg.plain_text(label.run.from_px, middle_px, &label.text, &[]);
        }
        svg.close();
        svg.start("g", &size, &[("text-anchor", "middle".to_owned())]);
        for line in &self.drawing.lines {
            for mark in line.marks.iter().filter(|mark| mark.glyph.is_none()) {
                svg.plain_text(
                    mark.x_px,
                    line.middle_px,
                    &number_of(mark),
                    &[("fill", self.number_color(mark))],
                );
            }
        }
        svg.close();
        self.write_day_lines(&mut svg, height_px);
        svg.end()
    }

    /// Adds everything in a line but its words.
    fn add_line(&self, line: &Line, outlines: &mut Outlines) {
        let middle_px = line.middle_px;
        let hollow = |paint: Paint| [vec![("fill", "none".to_owned())], paint].concat();
        let rule = format!(
            "M0 {}h{}",
            line.top_px + line.height_px - 0.5,
            rounded(self.drawing.width_px)
        );
        outlines.add(0, hollow(self.rule_paint(line)), &rule);
        for bar in &line.bars {
            outlines.add(1, self.bar_paint(bar), &pill(bar.run, middle_px, HALF_BAR_PX));
        }
        for delay in &line.delays {
            let Run { from_px, to_px } = delay.run;
            let outline = format!("M{} {middle_px}H{}m0-4v8", rounded(from_px), rounded(to_px));
            outlines.add(2, hollow(self.delay_paint(delay)), &outline);
        }
        for mark in &line.marks {
            outlines.add(3, self.mark_paint(mark), &outline(mark, middle_px));
        }
    }
}

fn outline(mark: &Mark, middle_px: f64) -> String {
    match mark.glyph {
        Some(glyph) => {
            let (x, y) = (rounded(mark.x_px - HALF_MARK_PX), rounded(middle_px - HALF_MARK_PX));
            format!("M{x} {y}{}", glyph.path())
        }
        None => pill(mark.run(), middle_px, HALF_NUMBER_PX),
    }
}

/// A bar with round ends, which are flatter where it is short.
fn pill(run: Run, middle_px: f64, half_px: f64) -> String {
    let radius = half_px.min(run.width_px() / 2.0);
    let (x, y) = (rounded(run.from_px + radius), rounded(middle_px - half_px));
    let (straight, height) = (rounded(run.width_px() - 2.0 * radius), 2.0 * half_px);
    let arc = format!("a{radius} {half_px} 0 0 1 0");
    format!("M{x} {y}h{straight}{arc} {height}h-{straight}{arc}-{height}z")
}
