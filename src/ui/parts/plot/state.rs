//! What is drawn, and what of it is pointed at, walked to and opened.

use std::sync::Arc;

use leptos::prelude::*;
use maud::Markup;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

use crate::browser::page;
use crate::chart::{FactWords, Surroundings, Timeline};
use crate::domain::date::{Day, Period};
use crate::render::html;
use crate::timeline::{
    Chart, Drawing, FactPlace, Heights, Lane, LineSpan, Mark, Step, TimeScale, lay_out, line_spans_within,
};
use crate::ui::Viewer;
use crate::ui::lettering::Lettering;
use crate::ui::parts::plot::gestures::Motion;
use crate::ui::parts::plot::window::{SCROLLED_PX, is_in_card, keep_in_step_with_window, mark_under};
use crate::view::CardView;

/// The width of a drawing on a page that is printed, in pixels; the token `--paper-plot` says the same.
const PAPER_PX: f64 = 460.0;
/// Lines so far outside the window are drawn before they are scrolled to, in pixels.
pub(super) const AHEAD_PX: f64 = 600.0;
/// So much of that is certainly out of sight, in pixels.
const UNSEEN_PX: f64 = AHEAD_PX - SCROLLED_PX / 2.0;
/// So many names stand in the page at once: more would be slow, and fewer are all there for those who search the page.
const MOST_NAMES: usize = 200;
/// How many facts are named before a mark is opened.
const MOST_NAMED: usize = 5;
/// How many are named when it is: the others are seen from nearer.
const MOST_OPEN: usize = 200;
/// The least room that a card needs to the right of its mark, in pixels.
const CARD_PX: f64 = 340.0;

/// So much of the lines is taken to be in the window before it has been looked at, in pixels.
const FIRST_PX: f64 = 1200.0;

/// What is drawn, and what of it is pointed at, walked to and opened.
#[derive(Clone, Copy)]
pub(super) struct PlotState {
    viewer: Viewer,
    pub(super) timeline: Signal<Timeline<'static>>,
    pub(super) as_of: Signal<Day>,
    pub(super) motion: Motion,
    pub(super) chart: Memo<Chart>,
    pub(super) drawing: Memo<Option<Drawing>>,
    /// From where to where lines stand in the page: those in the window, and some before and after it.
    pub(super) near_px: RwSignal<(f64, f64)>,
    pub(super) is_narrow: RwSignal<bool>,
    /// The mark that is pointed at, by one of its facts.
    pub(super) pointed: RwSignal<Option<FactPlace>>,
    /// The mark to which the keyboard has walked.
    pub(super) walked: RwSignal<Option<FactPlace>>,
    /// The mark whose card is open.
    pub(super) open: RwSignal<Option<FactPlace>>,
    pub(super) has_focus: RwSignal<bool>,
    pub(super) is_touch: StoredValue<bool>,
    /// Whether a pointer has just come down.
    pub(super) is_pressed: StoredValue<bool>,
    /// Whether the reader has sent the card away that came by itself.
    pub(super) is_dismissed: RwSignal<bool>,
}

impl PlotState {
    pub(super) fn new(
        timeline: Signal<Timeline<'static>>,
        around: Signal<Surroundings>,
        as_of: Signal<Day>,
        motion: Motion,
        is_small: bool,
    ) -> Self {
        let is_narrow = RwSignal::new(false);
        let lettering = Lettering::here();
        let chart = Memo::new(move |_| {
            let around = around.get();
            let heights = if is_narrow.get() {
                Heights::ABOVE
            } else {
                Heights::BESIDE
            };
            let heights = if is_small { heights.of_rows_alone() } else { heights };
            let heights = heights.scaled(lettering.times());
            around.chart(timeline.with(|timeline| Arc::clone(&timeline.lanes)), heights)
        });
        let dataset = Viewer::here().dataset;
        let is_printing = Viewer::here().is_printing;
        let near_px = RwSignal::new((0.0, if is_printing { f64::MAX } else { FIRST_PX }));
        let drawing = Memo::new(move |_| {
            let scale = lettering.scale(motion.view(), motion.width_px.get())?;
            let (mut from, mut to) = near_px.get();
            if motion.is_moving.get() && !is_printing {
                // Who moves in time does not scroll.
                (from, to) = (from + UNSEEN_PX, to - UNSEEN_PX);
            }
            let drawn = timeline.with(|timeline| {
                let label = |place: FactPlace| timeline.label(place, as_of.get(), dataset);
                chart.with(|chart| lay_out(chart, scale, from..to, &label))
            });
            Some(drawn)
        });
        if is_printing {
            motion.width_px.set(PAPER_PX);
        } else {
            keep_in_step_with_window(motion.width_px, is_narrow, near_px, lettering);
        }
        let (pointed, walked, open) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        // Places are those of one selection: in another they would be other facts.
        let places = Memo::new_with_compare(
            move |_| timeline.get(),
            |before: Option<&Timeline<'static>>, now| match (before, now) {
                (Some(before), Some(now)) => !before.has_places_of(now),
                _ => true,
            },
        );
        Effect::new(move |before: Option<()>| {
            places.track();
            if before.is_some() {
                for place in [pointed, walked, open] {
                    place.set(None);
                }
            }
        });
        Self {
            viewer: Viewer::here(),
            timeline,
            as_of,
            motion,
            chart,
            drawing,
            near_px,
            is_narrow,
            pointed,
            walked,
            open,
            has_focus: RwSignal::new(false),
            is_touch: StoredValue::new(false),
            is_pressed: StoredValue::new(false),
            is_dismissed: RwSignal::new(false),
        }
    }

    /// The mark to which the keyboard has walked, by its first fact, if it is drawn now.
    pub(super) fn active(self) -> Option<FactPlace> {
        self.mark(self.walked.get()?).map(|(mark, _)| mark.first)
    }

    pub(super) fn mark(self, place: FactPlace) -> Option<(Mark, f64)> {
        let find = |drawing: &Drawing| {
            drawing
                .mark_of(place)
                .map(|(mark, middle_px)| (mark.clone(), middle_px))
        };
        self.drawing.with(|drawing| drawing.as_ref().and_then(find))
    }

    /// The first facts of a mark in words, no more than so many.
    fn words(self, mark: &Mark, most: usize) -> Vec<FactWords> {
        let dataset = self.viewer.dataset;
        let words = |place: FactPlace| {
            self.timeline
                .with(|timeline| timeline.words(place, self.as_of.get(), dataset))
        };
        mark.facts().into_iter().take(most).filter_map(words).collect()
    }

    pub(super) fn on_pointer_down(self, event: &PointerEvent) {
        self.is_touch.set_value(event.pointer_type() == "touch");
        self.is_pressed.set_value(true);
        // The focus comes with the press, before the next frame.
        request_animation_frame(move || {
            self.is_pressed.try_set_value(false);
        });
        if !is_in_card(event) {
            self.motion.on_pointer_down(event);
        }
    }

    pub(super) fn on_pointer_move(self, event: &PointerEvent) {
        self.motion.on_pointer_move(event);
        let pointed = mark_under(event).filter(|_| event.pointer_type() != "touch");
        if self.pointed.get_untracked() != pointed {
            self.is_dismissed.set(false);
            self.pointed.set(pointed);
        }
    }

    pub(super) fn on_click(self, event: &MouseEvent) {
        if is_in_card(event) {
            self.on_card_click(event);
            return;
        }
        if self.motion.was_dragged() {
            return;
        }
        match mark_under(event) {
            Some(place) => self.open_mark(place, self.is_touch.get_value()),
            None => self.open.set(None),
        }
    }

    /// The card is closed, or its days are looked at from nearer.
    fn on_card_click(self, event: &MouseEvent) {
        let is_on = |name: &str| {
            event
                .target()
                .is_some_and(|target| page::data_under(&target, name).is_some())
        };
        let days = || untrack(|| self.shown()).and_then(|(mark, _)| self.days_of(&mark));
        let nearer = is_on("nearer").then(days).flatten();
        if is_on("close") || nearer.is_some() {
            self.close_card();
        }
        if let Some(days) = nearer {
            self.motion.show_days(days);
        }
    }

    /// A single fact leads to its line; several, or any that is touched, say first what they are.
    pub(super) fn open_mark(self, place: FactPlace, asks_first: bool) {
        let Some((mark, _)) = self.mark(place) else { return };
        let words = untrack(|| self.words(&mark, 1));
        match words.as_slice() {
            [one] if mark.count == 1 && !asks_first => {
                self.viewer.go(self.viewer.page_of(one.home), Some(one.id.clone()));
            }
            _ => {
                self.open.set(Some(place));
                self.walked.set(Some(place));
                request_animation_frame(|| {
                    page::focus("[data-card].is-open a");
                });
            }
        }
    }

    /// The keyboard enters at the first mark that is drawn; a pointer that comes down focuses too, and walks nowhere.
    pub(super) fn on_focus(self) {
        self.has_focus.set(true);
        if !self.is_pressed.get_value() && untrack(|| self.active()).is_none() {
            let first = self
                .drawing
                .with_untracked(|drawing| drawing.as_ref().and_then(Drawing::first_mark));
            self.walk_to(first);
        }
    }

    pub(super) fn on_mark_key(self, event: &KeyboardEvent) {
        let walked = untrack(|| self.walked.get().and_then(|place| self.mark(place)));
        let width = self.motion.width_px.get_untracked().max(1.0);
        // What the reader stands on stays where it is.
        let share = walked.map_or(0.5, |(mark, _)| mark.x_px / width);
        if self.motion.on_zoom_key(event, share) {
            event.stop_propagation();
            return;
        }
        let at = self.walked.get_untracked();
        match event.key().as_str() {
            "ArrowRight" => self.walk(at, Step::Next),
            "ArrowLeft" => self.walk(at, Step::Previous),
            "ArrowDown" => self.walk(at, Step::Down),
            "ArrowUp" => self.walk(at, Step::Up),
            "Enter" | " " => {
                if let Some(place) = at {
                    self.open_mark(place, false);
                }
            }
            "Escape" => {
                self.open.set(None);
                self.is_dismissed.set(true);
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Goes from mark to mark, over lines that are not drawn yet too.
    pub(super) fn walk(self, from: Option<FactPlace>, step: Step) {
        let to = self.scale_untracked().and_then(|scale| {
            let stepped = |chart: &Chart| chart.stepped(from, step, scale);
            self.chart.with_untracked(stepped)
        });
        self.walk_to(to);
    }

    fn walk_to(self, place: Option<FactPlace>) {
        self.open.set(None);
        self.pointed.set(None);
        self.is_dismissed.set(false);
        self.walked.set(place);
        request_animation_frame(|| page::reveal("[data-ring]"));
    }

    fn scale_untracked(self) -> Option<TimeScale> {
        untrack(|| TimeScale::new(self.motion.view(), self.motion.width_px.get())).ok()
    }

    /// The mark of a fact and the middle of its line, drawn or not: what is not drawn yet can be scrolled to.
    pub(super) fn mark_anywhere(self, place: FactPlace) -> Option<(Mark, f64)> {
        let find = |scale: TimeScale| self.chart.with_untracked(|chart| chart.mark_of(place, scale));
        self.mark(place).or_else(|| self.scale_untracked().and_then(find))
    }

    /// The mark whose card is shown: the one that is open, pointed at, or walked to.
    fn shown(self) -> Option<(Mark, f64)> {
        let walked = || self.walked.get().filter(|_| self.has_focus.get());
        let by_itself = || self.pointed.get().or_else(walked).filter(|_| !self.is_dismissed.get());
        self.mark(self.open.get().or_else(by_itself)?)
    }

    /// What that mark stands for; nothing where no card is shown.
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
        let words = self
            .words(&mark, if is_open { MOST_OPEN } else { MOST_NAMED })
            .into_iter();
        let context = self.viewer.context(&[]);
        html::card(&CardView {
            facts: words.map(|words| context.fact_on_card(words)).collect(),
            count: mark.count,
            at_px: (left_px, middle_px),
            is_left,
            is_open,
        })
    }

    pub(super) fn close_card(self) {
        self.open.set(None);
        page::focus("[data-marks]");
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
    pub(super) fn heads(self, can_fold: bool) -> Markup {
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
                can_fold,
            )
        })
    }

    /// All the days for which the facts of a mark stand.
    pub(super) fn days_of(self, mark: &Mark) -> Option<Period> {
        self.chart.with_untracked(|chart| {
            let period = |place: &FactPlace| {
                let row = chart.lanes.get(place.lane)?.rows.get(place.row)?;
                row.get(place.fact).map(|fact| fact.period)
            };
            let facts = mark.facts();
            facts.iter().filter_map(period).reduce(Period::joined)
        })
    }
}
