//! From lanes of facts to marks, bars and words in pixels.

use std::ops::Range;
use std::sync::Arc;

use crate::timeline::bands::{bands, day_lines};
use crate::timeline::lines::height_px;
use crate::timeline::merge::{Cluster, HALF_COUNT_PX, HALF_MARK_PX, joined, merged, settled};
use crate::timeline::order::{Members, Order, Spot};
use crate::timeline::ticks::ticks;
use crate::timeline::{
    Band, DayLine, FactLabel, FactPlace, Glyph, Label, Lane, LineSpan, NamedDay, Run, Term, Tick, TimeScale,
    line_spans_within,
};

/// How high lines are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    /// The head of a lane.
    pub head_px: f64,
    /// A row.
    pub row_px: f64,
    /// From the middle of the marks of a line down to its foot.
    pub foot_px: f64,
}

impl Heights {
    /// Where the names of lanes and rows stand beside the drawing.
    pub const BESIDE: Self = Self {
        head_px: 34.0,
        row_px: 26.0,
        foot_px: 13.0,
    };
    /// Where they stand in the drawing, above the marks.
    pub const ABOVE: Self = Self {
        head_px: 50.0,
        row_px: 46.0,
        foot_px: 13.0,
    };

    /// The same where the names of lanes and rows are so many times as large.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            head_px: factor * self.head_px,
            row_px: factor * self.row_px,
            foot_px: factor * self.foot_px,
        }
    }

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

/// The room between a mark and its words.
const GAP_PX: f64 = 4.0;

/// What is laid out, beside the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The lanes, from top to bottom.
    pub lanes: Arc<[Lane]>,
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
    /// The first fact, in order of time, that it stands for.
    pub first: FactPlace,
    /// How many facts it stands for.
    pub count: usize,
    /// The shape; nothing for several facts, which are a number.
    pub glyph: Option<Glyph>,
    /// Whether all of it is still to come.
    pub is_planned: bool,
    /// The number of its colour; nothing where its facts have several.
    pub tone: Option<usize>,
    members: Members,
}

impl Mark {
    /// What it stands for, in order of time.
    pub fn facts(&self) -> Vec<FactPlace> {
        let mut spots: Vec<&Spot> = self.members.spots().collect();
        spots.sort_by(|one, other| one.in_time(other));
        spots.into_iter().map(|spot| spot.place).collect()
    }

    /// The first so many of them.
    pub fn facts_first(&self, count: usize) -> Vec<FactPlace> {
        let mut first: Vec<&Spot> = Vec::new();
        for spot in self.members.spots() {
            let place = first.partition_point(|other| other.in_time(spot).is_lt());
            if place < count {
                first.truncate(count - 1);
                first.insert(place, spot);
            }
        }
        first.into_iter().map(|spot| spot.place).collect()
    }

    /// Whether it stands for that fact.
    pub fn holds(&self, place: FactPlace) -> bool {
        self.members.spots().any(|spot| spot.place == place)
    }
}

/// The time that one fact, or several, stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where.
    pub run: Run,
    /// Whether it is still to come.
    pub is_planned: bool,
    /// The number of its colour; nothing where its facts have several.
    pub tone: Option<usize>,
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
/// `label` is asked only for facts whose mark has room for words. What is drawn of a line is bounded by its width: marks keep
/// [`HALF_MARK_PX`] to either side, bars and ways a pixel.
pub fn lay_out(
    chart: &Chart,
    scale: TimeScale,
    seen_px: Range<f64>,
    label: &dyn Fn(FactPlace) -> FactLabel,
) -> Drawing {
    let day_lines = day_lines(&chart.named_days, scale);
    let days: Vec<f64> = day_lines.iter().map(|day| day.x_px).collect();
    let spans = line_spans_within(&chart.lanes, chart.heights, seen_px);
    let line = |span: LineSpan| {
        let order = chart.lanes[span.lane].order(span.lane, span.row);
        let middle_px = span.top_px + span.height_px - chart.heights.foot_px;
        line(span, middle_px, &order, &days, scale, label)
    };
    Drawing {
        width_px: scale.width_px(),
        height_px: height_px(&chart.lanes, chart.heights),
        lines: spans.into_iter().map(line).collect(),
        bands: bands(&chart.terms, scale),
        trios: bands(&chart.trios, scale),
        ticks: ticks(scale),
        day_lines,
    }
}

fn line(
    span: LineSpan,
    middle_px: f64,
    order: &Order,
    days: &[f64],
    scale: TimeScale,
    label: &dyn Fn(FactPlace) -> FactLabel,
) -> Line {
    let clusters = clusters(&order.spots, scale).into_iter();
    let mut laid = Line {
        lane: span.lane,
        row: span.row,
        top_px: span.top_px,
        height_px: span.height_px,
        middle_px,
        bars: bars(order, scale),
        ways: ways(order, scale),
        labels: Vec::new(),
        marks: clusters.filter_map(|cluster| mark(cluster, &order.spots)).collect(),
    };
    laid.labels = labels(&laid, days, scale, label);
    laid
}

/// The facts of a line as marks. A range whose mark would stand outside the view has one at the edge.
fn clusters(spots: &[Spot], scale: TimeScale) -> Vec<Cluster> {
    let width_px = scale.width_px();
    let middle_px = |spot: &Spot| spot.middle_px(scale);
    let inside =
        spots.partition_point(|spot| middle_px(spot) < 0.0)..spots.partition_point(|spot| middle_px(spot) <= width_px);
    // A mark that stands for something within the view stays in it.
    let is_seen = |cluster: &Cluster| cluster.run.start < inside.end && inside.start < cluster.run.end;
    let seen: Vec<Cluster> = merged(spots.iter().map(middle_px))
        .into_iter()
        .filter(|cluster| !inside.is_empty() && is_seen(cluster))
        .collect();
    let before = 0..seen.first().map_or(inside.start, |cluster| cluster.run.start);
    let after = seen.last().map_or(inside.end, |cluster| cluster.run.end)..spots.len();
    let reaches_in = |place: &usize| spots[*place].stretch.run(scale).clipped(width_px).is_some();
    let edge = |x_px: f64, outside: Range<usize>| {
        let others: Vec<usize> = outside.filter(reaches_in).collect();
        let run = 0..0;
        (!others.is_empty()).then_some(Cluster { x_px, run, others })
    };
    let into_view = |cluster: Cluster| Cluster {
        x_px: cluster.x_px.clamp(0.0, width_px),
        ..cluster
    };
    let (left, right) = (edge(0.0, before), edge(width_px, after));
    let all = left.into_iter().chain(seen.into_iter().map(into_view)).chain(right);
    settled(all).into_iter().map(into_view).collect()
}

fn mark(cluster: Cluster, spots: &Arc<[Spot]>) -> Option<Mark> {
    let half_px = cluster.half_px();
    let members = Members {
        spots: Arc::clone(spots),
        run: cluster.run,
        others: cluster.others,
    };
    let first = *members.spots().min_by(|one, other| one.in_time(other))?;
    let is_planned = members.spots().all(|spot| spot.is_planned);
    let has_one_tone = members.spots().all(|spot| spot.tone == first.tone);
    Some(Mark {
        x_px: cluster.x_px,
        half_px,
        first: first.place,
        count: members.len(),
        glyph: (members.len() == 1).then_some(first.glyph),
        is_planned,
        tone: has_one_tone.then_some(first.tone),
        members,
    })
}

/// The ranges that are wider than a mark.
fn bars(order: &Order, scale: TimeScale) -> Vec<Bar> {
    let of_kind = |is_planned: bool| {
        let own = order.ranges.iter().filter(move |range| range.1 == is_planned);
        let runs = own.map(|(stretch, _, tone)| (stretch.run(scale), *tone));
        let wide = runs.filter(|(run, _)| 2.0 * HALF_MARK_PX < run.width_px());
        let seen = wide.filter_map(|(run, tone)| Some((run.clipped(scale.width_px())?, tone)));
        let bar = move |(run, tone)| Bar { run, is_planned, tone };
        joined(seen).into_iter().map(bar)
    };
    of_kind(false).chain(of_kind(true)).collect()
}

fn ways(order: &Order, scale: TimeScale) -> Vec<WayLine> {
    let of_kind = |is_done: bool| {
        let own = order.ways.iter().filter(move |way| way.1 == is_done);
        let seen = own.filter_map(|(stretch, _)| Some((stretch.run(scale).clipped(scale.width_px())?, 0)));
        joined(seen).into_iter().map(move |(run, _)| WayLine { run, is_done })
    };
    of_kind(true).chain(of_kind(false)).collect()
}

/// Words to the right of single marks, where they fit whole.
///
/// The words of a way stand above it, so that only marks and named days are in their way.
fn labels(line: &Line, days: &[f64], scale: TimeScale, words: &dyn Fn(FactPlace) -> FactLabel) -> Vec<Label> {
    let drawn = line.bars.iter().map(|bar| bar.run);
    let drawn: Vec<Run> = drawn.chain(line.ways.iter().map(|way| way.run)).collect();
    let ends = line.marks.iter().skip(1).map(|next| next.x_px - next.half_px);
    let ends = ends.chain([scale.width_px()]);
    let label = |(mark, next_px): (&Mark, f64)| {
        let from_px = mark.x_px + mark.half_px + GAP_PX;
        // A line through the mark itself takes the room at once.
        let day = days.iter().copied().filter(|day| mark.x_px <= *day);
        let above_px = day.fold(next_px, f64::min) - GAP_PX;
        if mark.count != 1 || above_px < from_px {
            return None;
        }
        let taken = drawn
            .iter()
            .filter(|run| from_px < run.to_px)
            .map(|run| run.from_px - GAP_PX);
        let beside_px = taken.fold(above_px, f64::min);
        let words = words(mark.first);
        let way = words.way.map(|way| (way, true, above_px));
        let words = way.into_iter().chain([(words.text, false, beside_px)]);
        let fits =
            |(words, _, end_px): &(String, bool, f64)| !words.is_empty() && from_px + scale.words_px(words) <= *end_px;
        let (text, is_above, _) = { words }.find(fits)?;
        Some(Label {
            run: Run {
                from_px,
                to_px: from_px + scale.words_px(&text),
            },
            line: usize::from(is_above),
            text,
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
