//! The verbs about how the page is laid out, whatever letters it is written in.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use crate::session::texts;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fmt;

/// Measures the page in the page itself: thousands of lines at once.
const LAYOUT: &str = include_str!("../pages/layout.js");
/// Looks for what a finger misses.
const TARGETS: &str = include_str!("../pages/targets.js");
/// The size of text that browsers begin with, in pixels.
const TEXT_PX: u32 = 16;

/// A face of which all text is set, from the narrowest to the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A fifth narrower than usual.
    Narrow,
    /// As wide as Arial and Helvetica.
    Usual,
    /// As wide as Verdana.
    Wide,
    /// Every letter as wide as the widest.
    VeryWide,
}

impl Face {
    /// All of them.
    pub const ALL: [Face; 4] = [Face::Narrow, Face::Usual, Face::Wide, Face::VeryWide];

    fn name(self) -> &'static str {
        match self {
            Face::Narrow => "Liberation Sans Narrow",
            Face::Usual => "Liberation Sans",
            Face::Wide => "DejaVu Sans",
            Face::VeryWide => "DejaVu Sans Mono",
        }
    }

    fn package(self) -> &'static str {
        match self {
            Face::Narrow => "fonts-liberation-sans-narrow, or fonts-liberation before Debian 13",
            Face::Usual => "fonts-liberation",
            Face::Wide | Face::VeryWide => "fonts-dejavu-core",
        }
    }
}

/// How a reader has the text set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// As the page has it.
    Plain,
    /// With the room between lines, letters and words that success criterion 1.4.12 of WCAG names.
    Spaced,
    /// Twice as large, by the browser's own preference: Chromium alone can be told while the page is open.
    Doubled,
}

/// In what letters the page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters {
    /// Their face.
    pub face: Face,
    /// How they are set.
    pub text: Text,
}

impl Letters {
    fn is_doubled(self) -> bool {
        self.text == Text::Doubled
    }

    fn style(self) -> String {
        let spaced = match self.text {
            Text::Spaced => {
                "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
                 p { margin-block-end: 2em !important; }"
            }
            Text::Plain | Text::Doubled => "",
        };
        let name = self.face.name();
        format!("*, *::before, *::after {{ font-family: \"{name}\" !important; }} {spaced}")
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, {:?}", self.face.name(), self.text)
    }
}

impl Reader {
    /// Fails with the package to install where one of the faces is missing: another would be measured in its place.
    pub fn check_faces(&self) -> Result<()> {
        let body = "const pen = document.createElement('canvas').getContext('2d');
            const width = (faces) => {
                pen.font = `100px ${faces}`;
                return pen.measureText('A line of words, 5618/20').width;
            };
            const isThere = (name) => width(`\"${name}\", serif`) === width(`\"${name}\", monospace`);
            const widths = arguments[0].map((name) => width(`\"${name}\"`));
            return arguments[0].map((name, place) => isThere(name) && widths.indexOf(widths[place]) === place)";
        let names = Face::ALL.map(Face::name);
        let found = self.session().script(body, &[json!(names)])?;
        for (place, face) in Face::ALL.into_iter().enumerate() {
            let (name, package) = (face.name(), face.package());
            ensure!(
                found[place] == json!(true),
                "{name} is not installed: it is in the Debian package {package}"
            );
        }
        Ok(())
    }

    /// What is wrong with the layout of the page as it stands, in each of these letters: what is cut off, overlaps, or makes the page
    /// scroll sideways.
    pub fn layout_faults(&self, all: &[Letters]) -> Result<Vec<Vec<String>>> {
        self.lay_out(all, "faults")
    }

    /// The same under another style sheet, as it is where the page has a fault.
    pub fn layout_faults_under(&self, style: &str) -> Result<Vec<String>> {
        let mut answers = self.measured(&[style.to_owned()], "faults")?;
        answers.pop().context("no answer")
    }

    /// How wide and high the first element that matches is, in pixels; 0 where it is not shown.
    pub fn size_of(&self, selector: &str) -> Result<(f64, f64)> {
        let body = "const {width, height} = document.querySelector(arguments[0]).getBoundingClientRect(); return [width, height]";
        let size = self.session().script(body, &[json!(selector)])?;
        let px = |at: usize| size[at].as_f64().context("no such element");
        Ok((px(0)?, px(1)?))
    }

    /// How far from the top of the page the first element that matches stands, in whole pixels.
    pub fn top_of(&self, selector: &str) -> Result<i64> {
        let body = "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY)";
        let top = self.session().script(body, &[json!(selector)])?;
        top.as_i64().context("no such element")
    }

    /// Lets the page be pointed at by a finger, which Chromium alone can pretend.
    pub fn point_with_a_finger(&self) -> Result<()> {
        let touch = json!({ "enabled": true });
        self.session()
            .developer_command("Emulation.setTouchEmulationEnabled", &touch)?;
        let body = "return matchMedia('(pointer: coarse)').matches";
        ensure!(
            self.session().script(body, &[])? == json!(true),
            "the pointer is still fine"
        );
        Ok(())
    }

    /// What a finger misses of the page as it stands, with all that is folded open: what is lower than 24 pixels, and what lies on
    /// another target. Under that style sheet besides the page's own.
    pub fn target_faults(&self, style: &str) -> Result<Vec<String>> {
        let body = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets = [sheet];
            for (const folded of document.querySelectorAll('details')) folded.open = true;
            document.querySelector('[data-marks] .mark')?.scrollIntoView({block: 'center'})";
        self.session().script(body, &[json!(style)])?;
        Ok(texts(&self.session().script(TARGETS, &[])?))
    }

    /// Where the bar on top and what stands in it are, in each of these letters.
    pub fn bars(&self, all: &[Letters]) -> Result<Vec<Vec<String>>> {
        self.lay_out(all, "bar")
    }

    /// Where the parts of the first screen stand, in each of the letters.
    pub fn first_screens(&self, all: &[Letters]) -> Result<Vec<Vec<String>>> {
        self.lay_out(all, "screen")
    }

    fn lay_out(&self, all: &[Letters], asked: &str) -> Result<Vec<Vec<String>>> {
        let mut answers = Vec::new();
        for alike in all.chunk_by(|one, next| one.is_doubled() == next.is_doubled()) {
            let styles: Vec<String> = alike.iter().map(|letters| letters.style()).collect();
            let is_doubled = alike[0].is_doubled();
            if is_doubled {
                self.set_text_size(2 * TEXT_PX)?;
            }
            let measured = self.measured(&styles, asked);
            if is_doubled {
                self.set_text_size(TEXT_PX)?;
            }
            answers.extend(measured?);
        }
        Ok(answers)
    }

    fn measured(&self, styles: &[String], asked: &str) -> Result<Vec<Vec<String>>> {
        let answers = self
            .session()
            .script_with_answer(LAYOUT, &[json!(styles), json!(asked)])?;
        Ok(answers.as_array().context("no answers")?.iter().map(texts).collect())
    }

    /// Has Chromium set text in that size where the page names none, as a reader has in its preferences.
    fn set_text_size(&self, size_px: u32) -> Result<()> {
        let sizes = json!({ "fontSizes": { "standard": size_px, "fixed": size_px } });
        self.session()
            .developer_command("Page.setFontSizes", &sizes)
            .map(|_| ())
    }
}
