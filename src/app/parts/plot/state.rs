//! What is drawn, and what of it is pointed at, walked to and opened.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

use crate::app::Viewer;
use crate::app::lettering::Lettering;
use crate::app::memo::{Memo, effect};
use crate::app::parts::plot::gestures::Motion;
use crate::app::parts::plot::window::{SCROLLED_PX, is_in_card, keep_in_step_with_window, mark_under};
use crate::browser::{focus_in_place, page};
use crate::chart::{Backdrop, FactWords, Timeline};
use crate::domain::date::{Day, Period};
use crate::timeline::{Chart, Drawing, FactPlace, Heights, Mark, Step, TimeScale, lay_out};

/// The width of a drawing on a printed page, in pixels; the same as the token `--paper-plot`.
const PAPER_PX: f64 = 460.0;
/// Lines this far outside the window are drawn before they are scrolled to, in pixels.
pub(super) const AHEAD_PX: f64 = 600.0;
/// This much of that is certainly out of sight, in pixels.
const UNSEEN_PX: f64 = AHEAD_PX - SCROLLED_PX / 2.0;

/// How much of the lines is assumed to be in the window before it is measured, in pixels.
const FIRST_PX: f64 = 1200.0;

/// What is drawn, and what of it is pointed at, walked to and opened.
#[derive(Clone, Copy)]
pub struct Plot {
    pub(super) viewer: Viewer,
    pub(super) timeline: Memo<Timeline<'static>>,
    pub(super) as_of: Memo<Day>,
    pub(super) motion: Motion,
    pub(super) chart: Memo<Chart>,
    pub(super) drawing: Memo<Option<Drawing>>,
    /// The range of lines in the page: those in the window, and some before and after it.
    pub(super) near_px: RwSignal<(f64, f64)>,
    pub(super) is_narrow: RwSignal<bool>,
    /// The mark that is pointed at, by one of its facts.
    pub(super) pointed: RwSignal<Option<FactPlace>>,
    /// The mark to which the keyboard has walked.
    pub(super) walked: RwSignal<Option<FactPlace>>,
    /// The mark whose card was opened.
    pub(super) open: RwSignal<Option<FactPlace>>,
    pub(super) has_focus: RwSignal<bool>,
    pub(super) is_touch: StoredValue<bool>,
    /// Whether a pointer has just come down.
    pub(super) is_pressed: StoredValue<bool>,
    lettering: Lettering,
    /// Whether it has one lane that needs no head, and is not folded.
    pub(super) is_small: bool,
    /// Whether the reader has sent the card away that came by itself.
    pub(super) is_dismissed: RwSignal<bool>,
}

impl Plot {
    /// A drawing of that timeline, as of that day, with what is around it. A small one has one lane, without a head.
    pub fn new(
        viewer: Viewer,
        timeline: Memo<Timeline<'static>>,
        around: Memo<Backdrop>,
        as_of: Memo<Day>,
        motion: Motion,
        is_small: bool,
    ) -> Self {
        let is_narrow = RwSignal::new(false);
        let lettering: Lettering = expect_context();
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
        let dataset = viewer.dataset;
        let near_px = RwSignal::new((0.0, if viewer.is_printing { f64::MAX } else { FIRST_PX }));
        if viewer.is_printing {
            motion.width_px.set(PAPER_PX);
        }
        let drawing = Memo::new(move |_| {
            let scale = lettering.scale(motion.view(), motion.width_px.get())?;
            let (mut from, mut to) = near_px.get();
            if motion.is_moving.get() {
                // Who moves in time does not scroll.
                (from, to) = (from + UNSEEN_PX, to - UNSEEN_PX);
            }
            let drawn = timeline.with(|timeline| {
                let label = |place: FactPlace| timeline.label(place, as_of.get(), dataset);
                chart.with(|chart| lay_out(chart, scale, from..to, &label))
            });
            Some(drawn)
        });
        let (pointed, walked, open) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        // Places are those of one selection: in another they would be other facts.
        let places = Memo::new_with_compare(move |_| timeline.get(), Timeline::has_places_of);
        effect(move |is_first| {
            places.track();
            if !is_first {
                for place in [pointed, walked, open] {
                    place.set(None);
                }
            }
        });
        Self {
            viewer,
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
            lettering,
            is_small,
        }
    }

    /// Keeps the width of the drawing, and the part of it that is seen, in step with the window and the letters.
    pub(super) fn keep_in_step_with_window(self) {
        keep_in_step_with_window(self.motion.width_px, self.is_narrow, self.near_px, self.lettering);
    }

    /// Whether a mark is drawn now.
    pub(super) fn has_marks(self) -> bool {
        let has_marks = |drawing: &Drawing| drawing.lines.iter().any(|line| !line.marks.is_empty());
        self.drawing.with(|drawing| drawing.as_ref().is_some_and(has_marks))
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

    /// The first facts of a mark in words, at most that many.
    pub(super) fn words(self, mark: &Mark, most: usize) -> Vec<FactWords> {
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
            // A tap beside a card only closes it.
            _ if self.is_touch.get_value() && self.open.get_untracked().is_some() => self.open.set(None),
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
                    page::reveal("[data-card]");
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
        // What is under the focus stays where it is.
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

    /// Closes the card that was opened; the reader is back at the marks, and sees what was seen.
    pub(super) fn close_card(self) {
        self.open.set(None);
        focus_in_place("[data-marks]");
    }

    /// Sends the card away, if there is one.
    pub(super) fn dismiss_card(self) -> bool {
        let is_shown = untrack(|| self.shown()).is_some();
        if is_shown {
            self.is_dismissed.set(true);
        }
        if self.open.get_untracked().is_some() {
            self.close_card();
        }
        is_shown
    }

    /// The period of all facts of a mark.
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
