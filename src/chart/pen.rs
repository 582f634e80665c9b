//! The elements of which every part of the drawing is made.

use xmlwriter::{Indent, Options, XmlWriter};

use crate::chart::palette::Ink;
use crate::timeline::{Band, Label};

/// The size of most words.
pub(super) const TEXT_PX: f64 = 11.0;
/// From the middle of a line of words down to their foot.
pub(super) const FOOT_PX: f64 = 4.0;

/// As much of the words as fits.
pub(super) fn cut(text: &str, room_px: f64) -> String {
    if Label::width_px(text) <= room_px {
        return text.to_owned();
    }
    let fits = |cut: &usize| Label::width_px(&text[..*cut]) + Label::width_px("…") <= room_px;
    let last = text.char_indices().map(|(place, _)| place).take_while(fits).last();
    format!("{}…", text[..last.unwrap_or_default()].trim_end())
}

pub(super) fn rounded(px: f64) -> f64 {
    // What lies between two hundredths of a pixel cannot be seen, and a file of it compares badly.
    let rounded = (px * 100.0).round() / 100.0;
    // No negative zero.
    rounded + 0.0
}

pub(super) fn write_px(xml: &mut XmlWriter, name: &str, px: f64) {
    xml.write_attribute(name, &rounded(px));
}

/// Writes elements that stand in every part of the drawing.
pub(super) struct Pen {
    pub(super) xml: XmlWriter,
    ink: Ink,
}

impl Pen {
    pub(super) fn begin(width_px: f64, height_px: f64, ink: Ink) -> Self {
        let options = Options {
            indent: Indent::None,
            ..Options::default()
        };
        let mut xml = XmlWriter::new(options);
        xml.start_element("svg");
        write_px(&mut xml, "width", width_px);
        write_px(&mut xml, "height", height_px);
        xml.write_attribute_fmt(
            "viewBox",
            format_args!("0 0 {} {}", rounded(width_px), rounded(height_px)),
        );
        Self { xml, ink }
    }

    pub(super) fn end(self) -> String {
        self.xml.end_document()
    }

    pub(super) fn element(&mut self, name: &str, attributes: impl FnOnce(&mut XmlWriter)) {
        self.xml.start_element(name);
        attributes(&mut self.xml);
        self.xml.end_element();
    }

    pub(super) fn text(&mut self, x_px: f64, middle_px: f64, text: &str, colour: &str, is_bold: bool) {
        self.text_sized(x_px, middle_px, text, colour, is_bold, TEXT_PX);
    }

    pub(super) fn text_sized(
        &mut self,
        x_px: f64,
        middle_px: f64,
        text: &str,
        colour: &str,
        is_bold: bool,
        size_px: f64,
    ) {
        self.xml.start_element("text");
        write_px(&mut self.xml, "x", x_px);
        write_px(&mut self.xml, "y", middle_px + FOOT_PX);
        write_px(&mut self.xml, "font-size", size_px);
        if is_bold {
            self.xml.write_attribute("font-weight", "600");
        }
        self.xml.write_attribute("fill", &self.ink.token(colour));
        self.xml.write_text(text);
        self.xml.end_element();
    }

    /// Every other band has a ground of its own.
    pub(super) fn band(&mut self, band: &Band, top_px: f64, bottom_px: f64) {
        let ground = self.ink.token(if band.place.is_multiple_of(2) {
            "band"
        } else {
            "surface"
        });
        self.element("rect", |xml| {
            write_px(xml, "x", band.run.from_px);
            write_px(xml, "y", top_px);
            write_px(xml, "width", band.run.width_px());
            write_px(xml, "height", bottom_px - top_px);
            xml.write_attribute("fill", &ground);
        });
    }

    pub(super) fn horizontal(
        &mut self,
        from_px: f64,
        to_px: f64,
        y_px: f64,
        colour: &str,
        width_px: f64,
        dashes: Option<&str>,
    ) {
        self.stroke((from_px, y_px), (to_px, y_px), colour, width_px, dashes);
    }

    pub(super) fn vertical(&mut self, x_px: f64, top_px: f64, bottom_px: f64, colour: &str, dashes: Option<&str>) {
        self.stroke((x_px, top_px), (x_px, bottom_px), colour, 1.0, dashes);
    }

    pub(super) fn vertical_stroke(&mut self, x_px: f64, top_px: f64, bottom_px: f64, colour: &str, width_px: f64) {
        self.stroke((x_px, top_px), (x_px, bottom_px), colour, width_px, None);
    }

    /// The status date is a whole line, the day as of which all is told a heavy one, today a broken one.
    pub(super) fn day_line(&mut self, x_px: f64, top_px: f64, bottom_px: f64, look: &str) {
        let (colour, width_px, dashes) = match look {
            "as-of" => ("accent", 2.5, None),
            "today" => ("ink-soft", 1.5, Some("5 4")),
            _ => ("ink", 1.5, None),
        };
        self.stroke((x_px, top_px), (x_px, bottom_px), colour, width_px, dashes);
    }

    fn stroke(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width_px: f64, dashes: Option<&str>) {
        let colour = self.ink.token(colour);
        self.element("line", |xml| {
            write_px(xml, "x1", from.0);
            write_px(xml, "y1", from.1);
            write_px(xml, "x2", to.0);
            write_px(xml, "y2", to.1);
            xml.write_attribute("stroke", &colour);
            write_px(xml, "stroke-width", width_px);
            if let Some(dashes) = dashes {
                xml.write_attribute("stroke-dasharray", dashes);
            }
        });
    }
}
