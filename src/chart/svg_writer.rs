//! Writes the SVG elements that every drawing is made of.

use std::collections::BTreeMap;

use xmlwriter::{Indent, Options, XmlWriter};

use crate::chart::palette::Ink;
use crate::timeline::{Band, DayKind, DayLine, Glyph, HALF_MARK_PX, Label, Run, Tick};

/// The size of most texts.
pub(super) const TEXT_PX: f64 = 11.0;
/// From the middle of a line of text down to its baseline.
const BASELINE_PX: f64 = 4.0;

/// As much of the text as fits into a file.
pub(super) fn cut(text: &str, room_px: f64) -> String {
    if Label::width_px(text) <= room_px {
        return text.to_owned();
    }
    let fits = |cut: &usize| Label::width_px(&text[..*cut]) + Label::width_px("…") <= room_px;
    let last = text.char_indices().map(|(place, _)| place).take_while(fits).last();
    format!("{}…", text[..last.unwrap_or_default()].trim_end())
}

/// Rounds to hundredths of a pixel: a finer difference cannot be seen, and makes files hard to compare.
pub(super) fn rounded(px: f64) -> f64 {
    // Adding zero removes the sign of a negative zero.
    (px * 100.0).round() / 100.0 + 0.0
}

/// The attribute that moves an element.
pub(super) fn translate(x_px: f64, y_px: f64) -> (&'static str, String) {
    ("transform", format!("translate({} {})", rounded(x_px), rounded(y_px)))
}

/// A text in which `&` and `<` stand for themselves: the library escapes quotes in attributes and `<` between elements only.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Attributes in the order in which they are written.
pub(super) type Attributes = Vec<(&'static str, String)>;

/// Outlines joined by layer and look, so that a drawing has few elements.
#[derive(Default)]
pub(super) struct Outlines(BTreeMap<(u8, Attributes), String>);

impl Outlines {
    /// Adds an outline. Higher layers are drawn over lower ones.
    pub(super) fn add(&mut self, layer: u8, look: Attributes, outline: &str) {
        self.0.entry((layer, look)).or_default().push_str(outline);
    }
}

/// Writes one drawing.
pub(super) struct SvgWriter {
    xml: XmlWriter,
    ink: Ink,
}

impl SvgWriter {
    /// Begins a drawing of that size.
    pub(super) fn new(width_px: f64, height_px: f64, ink: Ink, attributes: &[(&'static str, &str)]) -> Self {
        let options = Options {
            indent: Indent::None,
            ..Options::default()
        };
        let xml = XmlWriter::new(options);
        let mut svg = Self { xml, ink };
        let view_box = format!("0 0 {} {}", rounded(width_px), rounded(height_px));
        let own = attributes.iter().map(|(name, value)| (*name, (*value).to_owned()));
        let all: Attributes = [("viewBox", view_box)].into_iter().chain(own).collect();
        svg.start("svg", ("width height", &[width_px, height_px]), &all);
        svg
    }

    /// The drawing as text.
    pub(super) fn end(self) -> String {
        self.xml.end_document()
    }

    /// Begins an element. `px` are the names of its attributes in pixels, with spaces between, and their values.
    pub(super) fn start(&mut self, name: &str, px: (&str, &[f64]), others: &[(&'static str, String)]) {
        self.xml.start_element(name);
        for (name, px) in px.0.split(' ').zip(px.1) {
            self.xml.write_attribute(name, &rounded(*px));
        }
        for (name, value) in others {
            self.xml.write_attribute(name, &escaped(value));
        }
    }

    /// Ends the element that began last.
    pub(super) fn close(&mut self) {
        self.xml.end_element();
    }

    /// An element without content.
    pub(super) fn element(&mut self, name: &str, px: (&str, &[f64]), others: &[(&'static str, String)]) {
        self.start(name, px, others);
        self.close();
    }

    /// An element with a text.
    pub(super) fn written(&mut self, name: &str, px: (&str, &[f64]), others: &[(&'static str, String)], text: &str) {
        self.start(name, px, others);
        self.xml.write_text(&escaped(text));
        self.close();
    }

    /// The accessible name of the element around it.
    pub(super) fn title(&mut self, title: &str) {
        self.start("title", ("", &[]), &[]);
        self.xml.write_text(&escaped(title));
        self.close();
    }

    /// A text of the usual size that begins at `x_px`, in a color of the style.
    pub(super) fn text(&mut self, x_px: f64, middle_px: f64, text: &str, color: &str) {
        self.text_sized(x_px, middle_px, text, color, TEXT_PX, false);
    }

    /// A text of that size.
    pub(super) fn text_sized(
        &mut self,
        x_px: f64,
        middle_px: f64,
        text: &str,
        color: &str,
        size_px: f64,
        is_bold: bool,
    ) {
        let weight = is_bold.then(|| ("font-weight", "600".to_owned()));
        let look: Attributes = weight.into_iter().chain([("fill", self.ink.token(color))]).collect();
        self.start(
            "text",
            ("x y font-size", &[x_px, middle_px + BASELINE_PX, size_px]),
            &look,
        );
        self.xml.write_text(&escaped(text));
        self.close();
    }

    /// The number in a mark, whose middle is at `x_px`.
    pub(super) fn number(&mut self, x_px: f64, middle_px: f64, number: &str, fill: String) {
        let size = ("font-size", TEXT_PX.to_string());
        let look = [("text-anchor", "middle".to_owned()), size, ("fill", fill)];
        self.start("text", ("x y", &[x_px, middle_px + BASELINE_PX]), &look);
        self.xml.write_text(&escaped(number));
        self.close();
    }

    /// A shape, the square around which begins at `x_px`.
    pub(super) fn glyph(&mut self, glyph: Glyph, x_px: f64, middle_px: f64, look: Attributes) {
        let place = translate(x_px, middle_px - HALF_MARK_PX);
        let path = vec![("d", glyph.path().to_owned()), place];
        self.element("path", ("", &[]), &[path, look].concat());
    }

    /// The terms behind a drawing, every other one with another ground.
    pub(super) fn bands(&mut self, bands: &[Band], top_px: f64, foot_px: f64) {
        for band in bands {
            let ground = ["band", "surface"][band.place % 2];
            let Run { from_px, .. } = band.run;
            let px = [from_px, top_px, band.run.width_px(), foot_px - top_px];
            self.element("rect", ("x y width height", &px), &[("fill", self.ink.token(ground))]);
        }
    }

    /// A bar with round ends.
    pub(super) fn pill(&mut self, run: Run, middle_px: f64, half_px: f64, look: &[(&'static str, String)]) {
        let px = [run.from_px, middle_px - half_px, run.width_px(), 2.0 * half_px, half_px];
        self.element("rect", ("x y width height rx", &px), look);
    }

    /// The line of a named day.
    pub(super) fn day_line(&mut self, day: &DayLine, top_px: f64, foot_px: f64) {
        let look = match day.kind {
            DayKind::Status => self.ink.stroke("ink", "1.5", None),
            DayKind::AsOf => self.ink.stroke("accent", "2.5", None),
            DayKind::Today => self.ink.stroke("ink-soft", "1.5", Some("5 4")),
        };
        self.line((day.x_px, top_px), (day.x_px, foot_px), &look);
    }

    /// The line of a tick.
    pub(super) fn tick(&mut self, tick: &Tick, top_px: f64, foot_px: f64) {
        let look = self.ink.stroke("line-strong", "1", None);
        self.line((tick.x_px, top_px), (tick.x_px, foot_px), &look);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), look: &[(&'static str, String)]) {
        self.element("line", ("x1 y1 x2 y2", &[from.0, from.1, to.0, to.1]), look);
    }

    /// A path for each layer and look.
    pub(super) fn outlines(&mut self, outlines: Outlines) {
        for ((_, look), outline) in outlines.0 {
            self.element("path", ("", &[]), &[vec![("d", outline)], look].concat());
        }
    }
}

impl Ink {
    /// The look of a line in a color of the style.
    pub(super) fn stroke(self, color: &str, width: &str, dashes: Option<&str>) -> Attributes {
        let stroke = [("stroke", self.token(color)), ("stroke-width", width.to_owned())];
        let dashes = dashes.map(|dashes| ("stroke-dasharray", dashes.to_owned()));
        stroke.into_iter().chain(dashes).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_as_it_was() {
        let hostile = "R&D &amp; &lt;b> </text><script>\"'";
        let mut svg = SvgWriter::new(9.0, 9.0, Ink::File, &[("aria-label", hostile)]);
        svg.title(hostile);
        svg.text(0.0, 0.0, hostile, "ink");
        svg.number(0.0, 0.0, hostile, "red".to_owned());
        svg.written("text", ("", &[]), &[("fill", hostile.to_owned())], hostile);
        let drawn = svg.end();
        let drawn = roxmltree::Document::parse(&drawn).expect("a drawing");
        let read = drawn.root_element().children();
        assert!(read.clone().all(|node| node.text() == Some(hostile)));
        assert_eq!(read.count(), 4);
        let attributes = [
            drawn.root_element(),
            drawn.root_element().last_element_child().expect("the last"),
        ];
        let [label, fill] = attributes.map(|node| node.attribute("aria-label").or(node.attribute("fill")));
        assert_eq!((label, fill), (Some(hostile), Some(hostile)));
    }
}
