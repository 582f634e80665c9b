//! Commitments on their axis of time as a file.

use crate::chart::palette::Ink;
use crate::chart::svg::FONTS;
use crate::chart::svg_writer::{SvgWriter, cut, translate};
use crate::domain::status::OutcomeState;
use crate::timeline::{PromiseMarks, Span};
use crate::words::commitments as words;

/// The room at the edges, above the first row, and for a row.
const EDGE_PX: f64 = 20.0;
const HEAD_PX: f64 = 84.0;
const ROW_PX: f64 = 22.0;
/// Where each column begins, and where the last one ends.
const TEXT_PX: f64 = 130.0;
const AXIS_PX: f64 = 560.0;
const OUTCOME_PX: f64 = 1000.0;
const END_PX: f64 = 1240.0;
/// From one column to the next.
const GAP_PX: f64 = 14.0;
/// The end of the time that was given, from its foot.
pub const FLAG: &str = "M-1 5V-9.5H0L8.5-6 0-2.5V5z";
/// The day when a thing came about, around its middle.
pub const DIAMOND: &str = "M0-6 6 0 0 6-6 0z";

/// A commitment in a file.
#[derive(Clone, Debug)]
pub struct CommitmentLine {
    /// By when it was due.
    pub due: String,
    /// What was to be done.
    pub text: String,
    /// What came of it.
    pub outcome: (OutcomeState, String),
    /// Its place on the axis.
    pub marks: PromiseMarks,
    /// The dates that were announced since: where each stands, and what it says.
    pub ghosts: Vec<(f64, String)>,
}

/// Commitments on an axis of these years.
#[derive(Clone, Debug)]
pub struct CommitmentSheet {
    /// The years of the axis.
    pub years: Vec<i16>,
    /// The place of the current day on it.
    pub day: f64,
    /// The commitments of each group, with its heading where there is one.
    pub groups: Vec<(Option<String>, Vec<CommitmentLine>)>,
}

impl CommitmentSheet {
    /// The drawing, with `title` above it and `source` below.
    pub fn svg(&self, title: &str, source: &str) -> String {
        let rows = |(head, lines): &(Option<String>, Vec<CommitmentLine>)| lines.len() + usize::from(head.is_some());
        let rows: usize = self.groups.iter().map(rows).sum();
        let foot = HEAD_PX + ROW_PX * number(rows);
        let own = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("role", "img"),
            ("font-family", FONTS),
        ];
        let ink = Ink::File;
        let mut svg = SvgWriter::new(END_PX + EDGE_PX, foot + 2.0 * ROW_PX, ink, &own);
        svg.title(title);
        let ground = [
            ("width", "100%".to_owned()),
            ("height", "100%".to_owned()),
            ("fill", ink.token("surface")),
        ];
        svg.element("rect", ("", &[]), &ground);
        svg.text_sized(EDGE_PX, EDGE_PX, &cut(title, END_PX - EDGE_PX), "ink", 15.0, true);
        svg.text(EDGE_PX, EDGE_PX + ROW_PX, words::KEY_IN_FILE, "ink-soft");
        self.write_axis(&mut svg, foot);
        let mut middle = HEAD_PX + ROW_PX / 2.0;
        for (head, lines) in &self.groups {
            if let Some(head) = head {
                svg.text_sized(EDGE_PX, middle, &cut(head, END_PX - EDGE_PX), "ink", 12.0, true);
                middle += ROW_PX;
            }
            for line in lines {
                write_line(&mut svg, line, middle, ink);
                middle += ROW_PX;
            }
        }
        svg.text(EDGE_PX, foot + ROW_PX, source, "ink-soft");
        svg.end()
    }

    fn write_axis(&self, svg: &mut SvgWriter, foot: f64) {
        let count = number(self.years.len().max(1));
        for (place, year) in self.years.iter().enumerate() {
            let x = x_of(number(place) / count);
            let look = Ink::File.stroke("line", "1", None);
            svg.line((x, HEAD_PX - ROW_PX), (x, foot), &look);
            svg.text(x + 3.0, HEAD_PX - ROW_PX / 2.0, &year.to_string(), "ink-soft");
        }
        let x = x_of(self.day);
        svg.line(
            (x, HEAD_PX - ROW_PX),
            (x, foot),
            &Ink::File.stroke("ink-soft", "1", None),
        );
    }
}

fn write_line(svg: &mut SvgWriter, line: &CommitmentLine, middle: f64, ink: Ink) {
    let (state, outcome) = &line.outcome;
    svg.text(EDGE_PX, middle, &cut(&line.due, TEXT_PX - EDGE_PX - GAP_PX), "ink");
    svg.text(TEXT_PX, middle, &cut(&line.text, AXIS_PX - TEXT_PX - GAP_PX), "ink");
    svg.text(OUTCOME_PX, middle, &cut(outcome, END_PX - OUTCOME_PX), "ink-soft");
    let marks = line.marks;
    if let Some(due) = marks.due {
        let px = [x_of(due.from), middle - 2.0, x_of(due.to) - x_of(due.from), 4.0, 2.0];
        svg.element(
            "rect",
            ("x y width height rx", &px),
            &[("fill", ink.token("line-strong"))],
        );
    }
    if let Some(slip) = marks.slip {
        let look = match state {
            OutcomeState::PastDue => ink.stroke("ink-soft", "2.5", Some("4 3")),
            _ => ink.stroke("alert", "2.5", None),
        };
        svg.line((x_of(slip.from), middle), (x_of(slip.to), middle), &look);
    }
    for (place, says) in &line.ghosts {
        let look = [
            ink.stroke("accent", "1", Some("2 1")),
            vec![("fill", "none".to_owned())],
        ]
        .concat();
        let place = [translate(x_of(*place), middle), ("d", FLAG.to_owned())];
        svg.start("path", ("", &[]), &[place.to_vec(), look].concat());
        svg.title(says);
        svg.close();
    }
    let mut mark = |at: f64, path: &str, fill: &str, stroke: &str| {
        let look = [("fill", ink.token(fill)), ("stroke", ink.token(stroke))];
        let place = [translate(x_of(at), middle), ("d", path.to_owned())];
        svg.element("path", ("", &[]), &[place, look].concat());
    };
    if let Some(due) = marks.due {
        let is_hollow = matches!(state, OutcomeState::Open | OutcomeState::Unknown);
        mark(due.to, FLAG, if is_hollow { "surface" } else { "ink" }, "ink");
    }
    let half = |span: Span| f64::midpoint(span.from, span.to);
    if let Some(done) = marks.done {
        mark(half(done), DIAMOND, "ink", "surface");
    }
    if let Some(later) = marks.put_off_to {
        mark(half(later), FLAG, "surface", "ink");
    }
}

/// Where a share of the axis stands.
fn x_of(share: f64) -> f64 {
    AXIS_PX + share * (OUTCOME_PX - GAP_PX - AXIS_PX)
}

fn number(count: usize) -> f64 {
    u16::try_from(count).map_or(f64::MAX, f64::from)
}
