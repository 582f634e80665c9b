//! The texts around a drawing: the card of a mark, the ring around it, and the names of the lines.

use leptos::prelude::*;
use maud::Markup;

use crate::app::parts::plot::Plot;
use crate::browser::page;
use crate::render::html;
use crate::timeline::{Lane, LineSpan, Mark, line_spans_within};
use crate::view::CardView;

/// How many names are in the page at most: more would be slow, and fewer are all there for the browser's own search.
const MOST_NAMES: usize = 200;
/// How many facts are named before a mark is opened.
const MOST_NAMED: usize = 5;
/// How many are named when it is: the others are seen from nearer.
const MOST_OPEN: usize = 200;
/// The least room that a card needs to the right of its mark, in pixels.
const CARD_PX: f64 = 340.0;
/// The least room that it needs below its mark.
const CARD_BELOW_PX: f64 = 200.0;

impl Plot {
    /// The mark whose card is shown: opened, pointed at, or reached by keyboard.
    pub(super) fn shown(self) -> Option<(Mark, f64)> {
        let walked = || self.walked.get().filter(|_| self.has_focus.get());
        let by_itself = || self.pointed.get().or_else(walked).filter(|_| !self.is_dismissed.get());
        self.mark(self.open.get().or_else(by_itself)?)
    }

    /// The facts of that mark; none while no card is shown.
    pub(super) fn card(self) -> Markup {
        let Some((mark, middle_px)) = self.shown() else {
            return Markup::default();
        };
        let width = self.motion.width_px.get();
        let is_open = self.open.get().is_some();
        let is_left = width < mark.x_px + CARD_PX && CARD_PX < mark.x_px;
        let left_px = if is_left {
            mark.x_px - mark.half_px
        } else {
            (mark.x_px + mark.half_px).min((width - CARD_PX).max(0.0))
        };
        let is_above = page::seen_part("[data-lines]")
            .is_some_and(|(from, to)| to - middle_px < CARD_BELOW_PX && CARD_BELOW_PX < middle_px - from);
        let words = self
            .words(&mark, if is_open { MOST_OPEN } else { MOST_NAMED })
            .into_iter();
        let context = self.viewer.context(&[]);
        html::card(&CardView {
            facts: words.map(|words| context.fact_on_card(words)).collect(),
            count: mark.count,
            at_px: (left_px, middle_px),
            is_left,
            is_above,
            is_open,
        })
    }

    /// Around the mark to which the keyboard has walked.
    pub(super) fn ring(self) -> Markup {
        let walked = self.walked.get().and_then(|place| self.mark_anywhere(place));
        let ring = |(mark, middle_px): (Mark, f64)| {
            html::ring(
                mark.x_px - mark.half_px,
                middle_px,
                2.0 * mark.half_px,
                self.has_focus.get(),
            )
        };
        walked.map(ring).unwrap_or_default()
    }

    /// The names of the lines near the window; of few lines those of all.
    pub(super) fn heads(self) -> Markup {
        let (from_px, to_px) = self.near_px.get();
        self.chart.with(|chart| {
            let is_drawn = |lane: &Lane| if lane.is_folded { 1 } else { 1 + lane.rows.len() };
            let is_short = chart.lanes.iter().map(is_drawn).sum::<usize>() <= MOST_NAMES;
            let near_px = if is_short {
                f64::NEG_INFINITY..f64::INFINITY
            } else {
                from_px..to_px
            };
            let spans = line_spans_within(&chart.lanes, chart.heights, near_px);
            let context = self.viewer.context(&[]);
            let head = |span: &LineSpan| self.timeline.with(|timeline| context.head(span, timeline));
            let heads: Vec<_> = spans.iter().filter_map(head).collect();
            // The place of the names above the first one is kept.
            let above_px = spans.first().map_or(0.0, |span| span.top_px);
            html::heads(
                &heads,
                above_px,
                (chart.heights.head_px, chart.heights.row_px),
                !self.is_small,
            )
        })
    }
}
