//! The lines while the view is dragged: they look the same, and have so few elements that every frame can be drawn anew.

use crate::chart::svg::{HALF_BAR_PX, HALF_NUMBER_PX, Picture, write_words};
use crate::chart::svg_writer::{Attributes, Outlines, SvgWriter, rounded};
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
        for line in &self.drawing.lines {
            write_words(&mut svg, line);
            for mark in line.marks.iter().filter(|mark| mark.glyph.is_none()) {
                self.write_number(&mut svg, mark, line.middle_px);
            }
        }
        self.write_day_lines(&mut svg, height_px);
        svg.end()
    }

    /// Adds everything in a line but its words.
    fn add_line(&self, line: &Line, outlines: &mut Outlines) {
        let middle_px = line.middle_px;
        let hollow = |look: Attributes| [vec![("fill", "none".to_owned())], look].concat();
        let rule = format!("M0 {}h{}", line.span.foot_px() - 0.5, rounded(self.drawing.width_px));
        outlines.add(0, hollow(self.rule_look(line)), &rule);
        for bar in &line.bars {
            outlines.add(1, self.bar_look(bar), &pill(bar.run, middle_px, HALF_BAR_PX));
        }
        for delay in &line.delays {
            let Run { from_px, to_px } = delay.run;
            let outline = format!("M{} {middle_px}H{}m0-4v8", rounded(from_px), rounded(to_px));
            outlines.add(2, hollow(self.delay_look(delay)), &outline);
        }
        for mark in &line.marks {
            outlines.add(3, self.mark_look(mark), &outline(mark, middle_px));
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
