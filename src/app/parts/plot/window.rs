//! A drawing in the window: how wide it is, which part of it is seen, and what is under the pointer.

use leptos::prelude::*;

use web_sys::{Event, MouseEvent};

use crate::app::lettering::Lettering;
use crate::app::memo::effect;
use crate::app::parts::plot::state::AHEAD_PX;
use crate::browser::{on_window, page};
use crate::timeline::FactPlace;

/// Narrower than this there is no room for names of the usual size beside the drawing, in pixels.
const NARROW_PX: f64 = 640.0;
/// The window is measured again when it has been scrolled this far, in pixels.
pub(super) const SCROLLED_PX: f64 = 200.0;

/// Keeps the width of the drawing, and the part of it that is seen, in step with the window and the letters.
pub(super) fn keep_in_step_with_window(
    width_px: RwSignal<f64>,
    is_narrow: RwSignal<bool>,
    near_px: RwSignal<(f64, f64)>,
    lettering: Lettering,
) {
    let measure = move || {
        let Some(whole) = page::width_of("[data-plot]").filter(|width| 0.0 < *width) else {
            return;
        };
        is_narrow.try_set(whole < NARROW_PX * untrack(|| lettering.times()));
        // First, what is beside the drawing takes its new room.
        request_animation_frame(move || {
            if let Some(width) = page::width_of("[data-lines]")
                // The drawing may be gone by this frame.
                && width_px.try_get_untracked().is_some_and(|before| 0.5 <= (before - width).abs())
            {
                width_px.try_set(width);
            }
        });
    };
    let look = move || {
        let Some((from, to)) = page::seen_part("[data-lines]") else {
            return;
        };
        let step = |px: f64| (px / SCROLLED_PX).round() * SCROLLED_PX;
        let now = (step(from) - AHEAD_PX, step(to) + AHEAD_PX);
        if near_px.try_get_untracked().is_some_and(|before| before != now) {
            near_px.try_set(now);
        }
    };
    effect(move |_| {
        lettering.track();
        request_animation_frame(move || {
            measure();
            look();
        });
    });
    on_window("resize", move |_: &Event| {
        measure();
        look();
    });
    on_window("scroll", move |_: &Event| look());
}

/// The mark under the pointer, by its first fact.
pub(super) fn mark_under(event: &MouseEvent) -> Option<FactPlace> {
    let name = page::data_under(event.target().as_ref()?, "mark")?;
    let mut numbers = name.split('-').map(str::parse);
    let mut number = || numbers.next()?.ok();
    Some(FactPlace {
        lane: number()?,
        row: number()?,
        fact: number()?,
    })
}

pub(super) fn is_in_card(event: &web_sys::Event) -> bool {
    event
        .target()
        .is_some_and(|target| page::data_under(&target, "card").is_some())
}
