//! From lanes of facts to marks, bars and words in pixels.

use std::ops::Range;

use crate::timeline::bands::{bands, day_lines};
use crate::timeline::merge::{Cluster, HALF_COUNT_PX, HALF_MARK_PX, joined, merged, settled};
use crate::timeline::ticks::ticks;
use crate::timeline::{
    Anchor, Band, DayLine, Fact, FactPlace, Glyph, Label, Lane, NamedDay, Run, Term, Tick, TimeScale,
};

/// How high lines are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    /// The head of a lane.
    pub head_px: f64,
    /// A row.
    pub row_px: f64,
}

impl Heights {
    /// Where the names of lanes and rows stand beside the drawing.
    pub const BESIDE: Self = Self {
        head_px: 34.0,
        row_px: 26.0,
    };
    /// Where they stand in the drawing, above the marks.
    pub const ABOVE: Self = Self {
        head_px: 50.0,
        row_px: 46.0,
    };

    /// The same without heads, as where there is only one lane.
    #[must_use]
    pub fn of_rows_alone(self) -> Self {
        Self { head_px: 0.0, ..self }
    }
}

impl Default for Heights {
    fn default() -> Self {
        Self::BESIDE
    }
}

/// From the middle of the marks of a line down to its foot.
const MIDDLE_TO_FOOT_PX: f64 = 13.0;
/// The room between a mark and its words.
const GAP_PX: f64 = 4.0;

/// What is laid out, beside the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// The terms behind them.
    pub terms: Vec<Term>,
    /// The trios above the terms.
    pub trios: Vec<Term>,
    /// The days that have a name.
    pub named_days: Vec<NamedDay>,
    /// How high its lines are.
    pub heights: Heights,
}

/// Everything that is drawn, in CSS pixels from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The width of it all.
    pub width_px: f64,
    /// The height of it all, drawn or not.
    pub height_px: f64,
    /// The lines of the drawing: heads of lanes and rows; only those that are seen.
    pub lines: Vec<Line>,
    /// The terms.
    pub bands: Vec<Band>,
    /// The trios.
    pub trios: Vec<Band>,
    /// The calendar.
    pub ticks: Vec<Tick>,
    /// The days that have a name.
    pub day_lines: Vec<DayLine>,
}

/// One line of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which lane.
    pub lane: usize,
    /// Which row of it; nothing for its head.
    pub row: Option<usize>,
    /// Where it begins.
    pub top_px: f64,
    /// Its height.
    pub height_px: f64,
    /// Where the middle of its marks is.
    pub middle_px: f64,
    /// The marks in it, from left to right; none lies on another.
    pub marks: Vec<Mark>,
    /// The ranges of what is done, and of what is planned; of each kind none lies on another.
    pub bars: Vec<Bar>,
    /// The ways of what came and of what is still to come; of each kind none lies on another.
    pub ways: Vec<WayLine>,
    /// The words beside marks; none lies on another, on a mark, a bar, a way or the line of a named day.
    /// Those of ways stand above them.
    pub labels: Vec<Label>,
}

/// One fact, or several that would lie on one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x_px: f64,
    /// Half its width.
    pub half_px: f64,
    /// What it stands for, in order of time.
    pub facts: Vec<FactPlace>,
    /// The shape; nothing for several facts, which are a number.
    pub glyph: Option<Glyph>,
    /// Whether all of it is still to come.
    pub is_planned: bool,
    /// The key of its colour; nothing where its facts have several.
    pub tone: Option<String>,
}

/// The time that one fact, or several, stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where.
    pub run: Run,
    /// Whether it is still to come.
    pub is_planned: bool,
    /// The key of its colour; nothing where its facts have several.
    pub tone: Option<String>,
}

/// The way from promise to outcome, or several that would lie on one another.
#[derive(Clone, Debug, PartialEq)]
pub struct WayLine {
    /// Where.
    pub run: Run,
    /// Whether what was promised came.
    pub is_done: bool,
}

/// Lays out the lanes. Lines outside `seen_px`, from top to bottom, are left out; so are days outside the scale.
///
/// What is drawn of a line is bounded by its width: marks keep [`HALF_MARK_PX`] to either side, bars and ways a pixel.
pub fn lay_out(chart: &Chart, scale: TimeScale, seen_px: Range<f64>) -> Drawing {
    let day_lines = day_lines(&chart.named_days, scale);
    let days: Vec<f64> = day_lines.iter().map(|day| day.x_px).collect();
    let mut lines = Vec::new();
    let mut top_px = 0.0;
    for (lane, row, height_px) in line_heights(&chart.lanes, chart.heights) {
        if top_px < seen_px.end && seen_px.start < top_px + height_px {
            let facts = facts_of(&chart.lanes[lane], lane, row);
            lines.push(line((lane, row), (top_px, height_px), &facts, &days, scale));
        }
        top_px += height_px;
    }
    Drawing {
        width_px: scale.width_px(),
        height_px: top_px,
        lines,
        bands: bands(&chart.terms, scale),
        trios: bands(&chart.trios, scale),
        ticks: ticks(scale),
        day_lines,
    }
}

/// The lane, row and height of every line, from top to bottom.
pub fn line_heights(lanes: &[Lane], heights: Heights) -> impl Iterator<Item = (usize, Option<usize>, f64)> + '_ {
    lanes.iter().enumerate().flat_map(move |(number, lane)| {
        let rows = if lane.is_folded { 0 } else { lane.rows.len() };
        let rows = (0..rows).map(move |row| (number, Some(row), heights.row_px));
        std::iter::once((number, None, heights.head_px)).chain(rows)
    })
}

/// The facts of a row; of a head those of the whole lane where it is folded, and none otherwise.
fn facts_of(lane: &Lane, number: usize, row: Option<usize>) -> Vec<(FactPlace, &Fact)> {
    let rows = match row {
        Some(row) => row..row + 1,
        None if lane.is_folded => 0..lane.rows.len(),
        None => 0..0,
    };
    let of_row = |row: usize| {
        let facts = lane.rows[row].facts.iter().enumerate();
        facts.map(move |(fact, own)| {
            (
                FactPlace {
                    lane: number,
                    row,
                    fact,
                },
                own,
            )
        })
    };
    rows.flat_map(of_row).collect()
}

fn line(
    (lane, row): (usize, Option<usize>),
    (top_px, height_px): (f64, f64),
    facts: &[(FactPlace, &Fact)],
    days: &[f64],
    scale: TimeScale,
) -> Line {
    let marks: Vec<Mark> = clusters(facts, scale)
        .into_iter()
        .map(|cluster| mark(cluster, facts))
        .collect();
    let mut laid = Line {
        lane,
        row,
        top_px,
        height_px,
        middle_px: top_px + height_px - MIDDLE_TO_FOOT_PX,
        bars: bars(facts, scale),
        ways: ways(facts, scale),
        labels: Vec::new(),
        marks,
    };
    laid.labels = labels(&laid, facts, days, scale);
    laid
}

/// The facts of a line as marks. A range whose mark would stand outside the view has one at the edge.
fn clusters(facts: &[(FactPlace, &Fact)], scale: TimeScale) -> Vec<Cluster> {
    let width_px = scale.width_px();
    let is_inside = |x_px: f64| (0.0..=width_px).contains(&x_px);
    let middles: Vec<f64> = facts.iter().map(|(_, fact)| middle(fact, scale)).collect();
    let places = middles.iter().enumerate().map(|(place, x_px)| (*x_px, place));
    // A mark that stands for something within the view stays in it.
    let is_seen = |cluster: &Cluster| cluster.members.iter().any(|member| is_inside(middles[*member]));
    let seen: Vec<Cluster> = merged(places.collect()).into_iter().filter(is_seen).collect();
    let mut has_mark = vec![false; facts.len()];
    for member in seen.iter().flat_map(|cluster| &cluster.members) {
        has_mark[*member] = true;
    }
    let is_left_out =
        |place: &usize| !has_mark[*place] && scale.run(facts[*place].1.period).clipped(width_px).is_some();
    let (left, right) = (0..facts.len())
        .filter(is_left_out)
        .partition(|place| middles[*place] < 0.0);
    let edge = |x_px: f64, members: Vec<usize>| (!members.is_empty()).then_some(Cluster { x_px, members });
    let into_view = |cluster: Cluster| Cluster {
        x_px: cluster.x_px.clamp(0.0, width_px),
        ..cluster
    };
    let seen = seen.into_iter().map(into_view);
    let all = edge(0.0, left).into_iter().chain(seen).chain(edge(width_px, right));
    settled(all).into_iter().map(into_view).collect()
}

fn middle(fact: &Fact, scale: TimeScale) -> f64 {
    let run = scale.run(fact.period);
    match fact.anchor {
        Anchor::Middle => f64::midpoint(run.from_px, run.to_px),
        Anchor::End => run.to_px,
    }
}

fn mark(cluster: Cluster, facts: &[(FactPlace, &Fact)]) -> Mark {
    let half_px = cluster.half_px();
    let mut members = cluster.members;
    members.sort_by_key(|member| (facts[*member].1.period, facts[*member].0));
    let own = || members.iter().map(|member| facts[*member].1);
    let glyph = match members.as_slice() {
        [member] => Some(facts[*member].1.glyph),
        _ => None,
    };
    Mark {
        x_px: cluster.x_px,
        half_px,
        glyph,
        is_planned: own().all(|fact| fact.is_planned),
        tone: one_tone(own()),
        facts: members.iter().map(|member| facts[*member].0).collect(),
    }
}

fn one_tone<'a>(mut facts: impl Iterator<Item = &'a Fact>) -> Option<String> {
    let tone = &facts.next()?.tone;
    facts.all(|fact| fact.tone == *tone).then(|| tone.clone())
}

/// The ranges that are wider than a mark.
fn bars(facts: &[(FactPlace, &Fact)], scale: TimeScale) -> Vec<Bar> {
    let of_kind = |is_planned: bool| {
        let own = facts.iter().filter(move |(_, fact)| fact.is_planned == is_planned);
        let wide = own
            .map(|(_, fact)| (scale.run(fact.period), *fact))
            .filter(|(run, _)| 2.0 * HALF_MARK_PX < run.width_px())
            .filter_map(|(run, fact)| Some((run.clipped(scale.width_px())?, Some(fact.tone.as_str()))));
        joined(wide.collect()).into_iter().map(move |(run, tone)| Bar {
            run,
            is_planned,
            tone: tone.map(str::to_owned),
        })
    };
    of_kind(false).chain(of_kind(true)).collect()
}

fn ways(facts: &[(FactPlace, &Fact)], scale: TimeScale) -> Vec<WayLine> {
    let of_kind = |is_done: bool| {
        let ways = facts.iter().filter_map(|(_, fact)| fact.way.as_ref());
        let runs = ways
            .filter(move |way| way.is_done == is_done)
            .filter_map(|way| Some((scale.run(way.period).clipped(scale.width_px())?, None)));
        joined(runs.collect())
            .into_iter()
            .map(move |(run, _)| WayLine { run, is_done })
    };
    of_kind(true).chain(of_kind(false)).collect()
}

/// Words to the right of single marks, where they fit whole.
///
/// The words of a way stand above it, so that only marks and named days are in their way.
fn labels(line: &Line, facts: &[(FactPlace, &Fact)], days: &[f64], scale: TimeScale) -> Vec<Label> {
    // They come in the order of their places.
    let fact = |place: FactPlace| {
        let at = facts.binary_search_by_key(&place, |(other, _)| *other).ok()?;
        Some(facts[at].1)
    };
    let drawn = line.bars.iter().map(|bar| bar.run);
    let drawn: Vec<Run> = drawn.chain(line.ways.iter().map(|way| way.run)).collect();
    let ends = line.marks.iter().skip(1).map(|next| next.x_px - next.half_px);
    let ends = ends.chain([scale.width_px()]);
    let label = |(mark, next_px): (&Mark, f64)| {
        let [place] = mark.facts.as_slice() else { return None };
        let fact = fact(*place)?;
        let from_px = mark.x_px + mark.half_px + GAP_PX;
        // A line through the mark itself takes the room at once.
        let day = days.iter().copied().filter(|day| mark.x_px <= *day);
        let above_px = day.fold(next_px, f64::min) - GAP_PX;
        let taken = drawn
            .iter()
            .filter(|run| from_px < run.to_px)
            .map(|run| run.from_px - GAP_PX);
        let beside_px = taken.fold(above_px, f64::min);
        let way = fact.way.as_ref().map(|way| (way.label.as_str(), true, above_px));
        let words = way.into_iter().chain([(fact.label.as_str(), false, beside_px)]);
        let fits =
            |(words, _, end_px): &(&str, bool, f64)| !words.is_empty() && from_px + Label::width_px(words) <= *end_px;
        let (text, is_above, _) = words.into_iter().find(fits)?;
        Some(Label {
            run: Run {
                from_px,
                to_px: from_px + Label::width_px(text),
            },
            line: usize::from(is_above),
            text: text.to_owned(),
        })
    };
    line.marks.iter().zip(ends).filter_map(label).collect()
}

/// The most marks that a line of that width can have.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width is positive, and a screen has few pixels"
)]
pub fn most_marks(width_px: f64) -> usize {
    // One at each edge may stand half outside.
    ((width_px + 2.0 * HALF_COUNT_PX) / (2.0 * HALF_MARK_PX)) as usize + 1
}
