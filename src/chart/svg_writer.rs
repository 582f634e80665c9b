//! Writes the SVG elements that every drawing is made of.

use std::collections::BTreeMap;

use xmlwriter::{Indent, Options, XmlWriter};

use crate::chart::palette::Ink;
use crate::timeline::{Band, DayKind, Glyph, HALF_MARK_PX, Label, Run};

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

/// Attributes that set how an element looks.
pub(super) type Paint = Vec<(&'static str, String)>;

/// Outlines joined by their layer and paint, so that a drawing has few elements.
#[derive(Default)]
pub(super) struct Outlines(BTreeMap<(u8, Paint), String>);

impl Outlines {
    /// Adds an outline, which begins where it likes. Higher layers are drawn over lower ones.
    pub(super) fn add(&mut self, layer: u8, paint: Paint, outline: &str) {
        self.0.entry((layer, paint)).or_default().push_str(outline);
    }
}

/// Writes one drawing.
pub(super) struct SvgWriter {
    xml: XmlWriter,
    ink: Ink,
}

impl SvgWriter {
    /// Begins a drawing of that size.
    pub(super) fn new(width_px: f64, height_px: f64, ink: Ink, attributes: &[(&str, &str)]) -> Self {
        let options = Options {
            indent: Indent::None,
            ..Options::default()
        };
        let xml = XmlWriter::new(options);
        let mut svg = Self { xml, ink };
        let view_box = format!("0 0 {} {}", rounded(width_px), rounded(height_px));
        svg.start(
            "svg",
            &[("width", width_px), ("height", height_px)],
            &[("viewBox", view_box)],
        );
        for (name, value) in attributes {
            svg.xml.write_attribute(name, value);
        }
        svg
    }

    /// The drawing as text.
    pub(super) fn end(self) -> String {
        self.xml.end_document()
    }

    /// Begins an element with attributes in pixels, and others.
    pub(super) fn start(&mut self, name: &str, lengths_px: &[(&str, f64)], others: &[(&'static str, String)]) {
        self.xml.start_element(name);
        for (name, px) in lengths_px {
            self.xml.write_attribute(name, &rounded(*px));
        }
        for (name, value) in others {
            self.xml.write_attribute(name, value);
        }
    }

    /// Ends the element that began last.
    pub(super) fn close(&mut self) {
        self.xml.end_element();
    }

    /// An element without content.
    pub(super) fn element(&mut self, name: &str, lengths_px: &[(&str, f64)], others: &[(&'static str, String)]) {
        self.start(name, lengths_px, others);
        self.close();
    }

    /// An element with a text.
    pub(super) fn text_element(
        &mut self,
        name: &str,
        lengths_px: &[(&str, f64)],
        others: &[(&'static str, String)],
        text: &str,
    ) {
        self.start(name, lengths_px, others);
        self.xml.write_text(text);
        self.close();
    }

    /// A text that begins at `x_px`, in a color of the style.
    pub(super) fn text(&mut self, x_px: f64, middle_px: f64, text: &str, color: &str, size_px: f64, is_bold: bool) {
        let lengths_px = [("x", x_px), ("y", middle_px + BASELINE_PX), ("font-size", size_px)];
        let weight = is_bold.then(|| ("font-weight", "600".to_owned()));
        let paint: Paint = weight.into_iter().chain([("fill", self.ink.token(color))]).collect();
        self.text_element("text", &lengths_px, &paint, text);
    }

    /// The number in a mark.
    pub(super) fn number(&mut self, x_px: f64, middle_px: f64, number: &str, color: &str) {
        let lengths_px = [("x", x_px), ("y", middle_px + BASELINE_PX)];
        self.start("text", &lengths_px, &[("text-anchor", "middle".to_owned())]);
        self.xml.write_attribute("font-size", &TEXT_PX);
        self.xml.write_attribute("fill", color);
        self.xml.write_text(number);
        self.close();
    }

    /// A shape whose square begins at `x_px`.
    pub(super) fn glyph(&mut self, glyph: Glyph, x_px: f64, middle_px: f64, paint: &[(&'static str, String)]) {
        let path = ("d", glyph.path().to_owned());
        self.element(
            "path",
            &[],
            &[&[path, translate(x_px, middle_px - HALF_MARK_PX)], paint].concat(),
        );
    }

    /// A text whose size and color are those of its group, unless it has a color of its own.
    pub(super) fn plain_text(&mut self, x_px: f64, middle_px: f64, text: &str, paint: &[(&'static str, String)]) {
        self.text_element("text", &[("x", x_px), ("y", middle_px + BASELINE_PX)], paint, text);
    }

    /// The terms behind a drawing: every other one has a ground of its own.
    pub(super) fn bands(&mut self, bands: &[Band], top_px: f64, bottom_px: f64) {
        for band in bands {
            let ground = if band.place.is_multiple_of(2) {
                "band"
            } else {
                "surface"
            };
            let fill = self.ink.token(ground);
            self.rect(band.run, top_px, bottom_px - top_px, &[], &[("fill", fill)]);
        }
    }

    /// A rectangle.
    pub(super) fn rect(
        &mut self,
        run: Run,
        top_px: f64,
        height_px: f64,
        radius: &[(&str, f64)],
        paint: &[(&'static str, String)],
    ) {
        let lengths_px = [
            ("x", run.from_px),
            ("y", top_px),
            ("width", run.width_px()),
            ("height", height_px),
        ];
        self.element("rect", &[&lengths_px, radius].concat(), paint);
    }

    /// A bar with round ends.
    pub(super) fn pill(&mut self, run: Run, middle_px: f64, half_px: f64, paint: &[(&'static str, String)]) {
        self.rect(run, middle_px - half_px, 2.0 * half_px, &[("rx", half_px)], paint);
    }

    /// The line of a named day.
    pub(super) fn day_line(&mut self, x_px: f64, top_px: f64, bottom_px: f64, kind: DayKind) {
        let paint = match kind {
            DayKind::Status => self.ink.stroke("ink", "1.5", None),
            DayKind::AsOf => self.ink.stroke("accent", "2.5", None),
            DayKind::Today => self.ink.stroke("ink-soft", "1.5", Some("5 4")),
        };
        self.line((x_px, top_px), (x_px, bottom_px), &paint);
    }

    /// The line of a tick.
    pub(super) fn tick(&mut self, x_px: f64, top_px: f64, bottom_px: f64) {
        let paint = self.ink.stroke("line-strong", "1", None);
        self.line((x_px, top_px), (x_px, bottom_px), &paint);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: &[(&'static str, String)]) {
        self.element(
            "line",
            &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)],
            paint,
        );
    }

    /// A path for each layer and paint.
    pub(super) fn outlines(&mut self, outlines: Outlines) {
        for ((_, paint), outline) in outlines.0 {
            self.element("path", &[], &[vec![("d", outline)], paint].concat());
        }
    }
}

impl Ink {
    /// The look of a line.
    pub(super) fn stroke(self, color: &str, width: &str, dashes: Option<&str>) -> Paint {
        let stroke = [("stroke", self.token(color)), ("stroke-width", width.to_owned())];
        let dashes = dashes.map(|dashes| ("stroke-dasharray", dashes.to_owned()));
        stroke.into_iter().chain(dashes).collect()
    }
}
