//! From lanes of facts to marks, bars and words in pixels.

use std::ops::Range;
use std::sync::Arc;

use crate::domain::sort;
use crate::timeline::bands::{bands, day_lines};
use crate::timeline::cluster::{Cluster, HALF_MARK_PX, joined, merged, settled};
use crate::timeline::lines::height_px;
use crate::timeline::order::{Members, Order, Spot, Stretches};
use crate::timeline::ticks::ticks;
use crate::timeline::{
    Band, DayLine, FactLabel, FactPlace, Glyph, Label, Lane, LineSpan, NamedDay, Run, Term, Tick, TimeScale,
    line_spans_within,
};

/// The heights of lines.
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
    /// With the names of lanes and rows beside the drawing.
    pub const BESIDE: Self = Self {
        head_px: 34.0,
        row_px: 26.0,
        foot_px: 13.0,
    };
    /// With the names in the drawing, above the marks.
    pub const ABOVE: Self = Self {
        head_px: 50.0,
        row_px: 46.0,
        foot_px: 13.0,
    };

    /// For names `factor` times as large.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            head_px: factor * self.head_px,
            row_px: factor * self.row_px,
            foot_px: factor * self.foot_px,
        }
    }

    /// Without heads, for a single lane.
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

/// The space between a mark and its words.
const GAP_PX: f64 = 4.0;

/// What is laid out.
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
    /// The heights of its lines.
    pub heights: Heights,
}

/// Everything that is drawn, in CSS pixels from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width_px: f64,
    /// The height of all lines, in view or not.
    pub height_px: f64,
    /// The lines in view: heads of lanes, and rows.
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
    /// Which line, and its position.
    pub span: LineSpan,
    /// The middle of its marks.
    pub middle_px: f64,
    /// Its marks, from left to right. None overlap.
    pub marks: Vec<Mark>,
    /// The periods of what happened, and of what is planned. None of a kind overlap.
    pub bars: Vec<Bar>,
    /// The delays of what is done, and of what is not. None of a kind overlap.
    pub delays: Vec<DelayLine>,
    /// The words beside marks, and above delays. They overlap nothing but the ground.
    pub labels: Vec<Label>,
}

/// One fact, or several whose marks would overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x_px: f64,
    /// Half its width.
    pub half_px: f64,
    /// Its first fact in order of time.
    pub first: FactPlace,
    /// How many facts it has.
    pub count: usize,
    /// Its shape; `None` for several facts, which are a number.
    pub glyph: Option<Glyph>,
    /// Whether all of its facts are planned.
    pub is_planned: bool,
    /// The number of its color; `None` for facts of several colors.
    pub color: Option<usize>,
    members: Members,
}

impl Mark {
    /// From its left to its right edge.
    pub fn run(&self) -> Run {
        Run::new(self.x_px - self.half_px, 2.0 * self.half_px)
    }

    /// Its facts, in order of time.
    pub fn facts(&self) -> Vec<FactPlace> {
        let mut spots: Vec<&Spot> = self.members.spots().collect();
        sort::by_key(&mut spots, |spot| spot.time());
        spots.into_iter().map(|spot| self.members.place(spot)).collect()
    }

    /// Whether that is one of its facts.
    pub fn holds(&self, place: FactPlace) -> bool {
        self.members.spots().any(|spot| self.members.place(spot) == place)
    }
}

/// The period of one fact, or of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where.
    pub run: Run,
    /// Whether it is planned.
    pub is_planned: bool,
    /// The number of its color; `None` for facts of several colors.
    pub color: Option<usize>,
}

/// A delay, or several that overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct DelayLine {
    /// Where.
    pub run: Run,
    /// Whether the commitments are done.
    pub is_done: bool,
}

/// Lays out the lanes. Lines outside `seen_px`, from top to bottom, are left out, and so are days outside the scale.
///
/// `label` is called only for facts whose mark has room for words. What is drawn of a line is bounded by its width: marks keep
/// [`HALF_MARK_PX`] to either side, bars and delays a pixel.
pub fn lay_out(
    chart: &Chart,
    scale: TimeScale,
    seen_px: Range<f64>,
    label: &dyn Fn(FactPlace) -> FactLabel,
) -> Drawing {
    let day_lines = day_lines(&chart.named_days, scale);
    let days: Vec<f64> = day_lines.iter().map(|day| day.x_px).collect();
    let spans = line_spans_within(&chart.lanes, chart.heights, seen_px).into_iter();
    Drawing {
        width_px: scale.width_px(),
        height_px: height_px(&chart.lanes, chart.heights),
        lines: spans.map(|span| chart.line(span, &days, scale, label)).collect(),
        bands: bands(&chart.terms, scale),
        trios: bands(&chart.trios, scale),
        ticks: ticks(scale),
        day_lines,
    }
}

impl Chart {
    /// A line, with words that keep clear of the named days at `days_px`.
    fn line(&self, span: LineSpan, days_px: &[f64], scale: TimeScale, label: &dyn Fn(FactPlace) -> FactLabel) -> Line {
        let order = self.lanes[span.lane].order(span.row);
        let bars = [false, true].into_iter().flat_map(|is_planned| {
            let runs = runs(&order.periods[usize::from(is_planned)], 2.0 * HALF_MARK_PX, scale);
            runs.into_iter().map(move |(run, color)| Bar { run, is_planned, color })
        });
        let delays = [true, false].into_iter().flat_map(|is_done| {
            let runs = runs(&order.delays[usize::from(is_done)], 0.0, scale);
            runs.into_iter().map(move |(run, _)| DelayLine { run, is_done })
        });
        let mut line = Line {
            span,
            middle_px: self.middle_px(span),
            bars: bars.collect(),
            delays: delays.collect(),
            labels: Vec::new(),
            marks: marks(span.lane, &order, scale),
        };
        line.labels = labels(&line, days_px, scale, label);
        line
    }

    /// The middle of the marks of a line.
    pub(super) fn middle_px(&self, span: LineSpan) -> f64 {
        span.foot_px() - self.heights.foot_px
    }

    /// The marks of a line alone.
    pub(super) fn marks(&self, span: LineSpan, scale: TimeScale) -> Vec<Mark> {
        marks(span.lane, &self.lanes[span.lane].order(span.row), scale)
    }
}

/// The visible ranges that are wider than that, joined where they touch.
fn runs(stretches: &Stretches, least_px: f64, scale: TimeScale) -> Vec<(Run, Option<usize>)> {
    joined(stretches.iter().filter_map(|(days, color)| {
        let run = Some(days.run(scale)).filter(|run| least_px < run.width_px())?;
        Some((run.clipped(scale.width_px())?, *color))
    }))
}

fn marks(lane: usize, order: &Order, scale: TimeScale) -> Vec<Mark> {
    let clusters = clusters(&order.spots, scale).into_iter();
    clusters
        .filter_map(|cluster| mark(lane, cluster, &order.spots))
        .collect()
}

/// The facts of a line in clusters. A period that reaches into the view with its mark outside has a mark at the edge.
fn clusters(spots: &[Spot], scale: TimeScale) -> Vec<Cluster> {
    let width_px = scale.width_px();
    let middle_px = |spot: &Spot| spot.middle_px(scale);
    let inside =
        spots.partition_point(|spot| middle_px(spot) < 0.0)..spots.partition_point(|spot| middle_px(spot) <= width_px);
    // A mark with a fact inside the view stays in view.
    let is_seen = |cluster: &Cluster| cluster.run.start < inside.end && inside.start < cluster.run.end;
    let seen: Vec<Cluster> = merged(spots.iter().map(middle_px))
        .into_iter()
        .filter(|cluster| !inside.is_empty() && is_seen(cluster))
        .collect();
    let before = 0..seen.first().map_or(inside.start, |cluster| cluster.run.start);
    let after = seen.last().map_or(inside.end, |cluster| cluster.run.end)..spots.len();
    let reaches_in = |place: &usize| spots[*place].days.run(scale).clipped(width_px).is_some();
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

fn mark(lane: usize, cluster: Cluster, spots: &Arc<[Spot]>) -> Option<Mark> {
    let (x_px, half_px, count) = (cluster.x_px, cluster.half_px(), cluster.len());
    let members = Members {
        lane,
        spots: Arc::clone(spots),
        cluster,
    };
    let first = *members.spots().min_by_key(|spot| spot.time())?;
    let is_planned = members.spots().all(|spot| spot.is_planned);
    let has_one_color = members.spots().all(|spot| spot.color == first.color);
    Some(Mark {
        x_px,
        half_px,
        first: members.place(&first),
        count,
        glyph: (count == 1).then_some(first.glyph),
        is_planned,
        color: has_one_color.then_some(first.color),
        members,
    })
}

/// Words to the right of single marks, where they fit whole.
///
/// The words of a delay stand above its line, so that only marks and named days limit them.
fn labels(line: &Line, days_px: &[f64], scale: TimeScale, words: &dyn Fn(FactPlace) -> FactLabel) -> Vec<Label> {
    let drawn = line.bars.iter().map(|bar| bar.run);
    let drawn: Vec<Run> = drawn.chain(line.delays.iter().map(|delay| delay.run)).collect();
    let ends = line.marks.iter().skip(1).map(|next| next.run().from_px);
    let ends = ends.chain([scale.width_px()]);
    let label = |(mark, next_px): (&Mark, f64)| {
        let from_px = mark.run().to_px + GAP_PX;
        // A line through the mark itself leaves no room.
        let days = days_px.iter().copied().filter(|day| mark.x_px <= *day);
        let above_px = days.fold(next_px, f64::min) - GAP_PX;
        if mark.count != 1 || above_px < from_px {
            return None;
        }
        let taken = drawn.iter().filter(|run| from_px < run.to_px);
        let beside_px = taken.map(|run| run.from_px - GAP_PX).fold(above_px, f64::min);
        let FactLabel { text, delay } = words(mark.first);
        let delay = delay.map(|delay| (delay, 1, above_px)).into_iter();
        delay.chain([(text, 0, beside_px)]).find_map(|(text, line, end_px)| {
            let to_px = from_px + scale.words_px(&text);
            let run = Run { from_px, to_px };
            (!text.is_empty() && to_px <= end_px).then_some(Label { run, line, text })
        })
    };
    line.marks.iter().zip(ends).filter_map(label).collect()
}
