//! Lanes of facts on an axis of time: looked at, moved about, and walked from mark to mark.

mod gestures;
mod state;
mod window;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::chart::{Ink, Picture, Surroundings, Timeline, mark_id};
use crate::domain::date::Day;
use crate::timeline::Mark;
use crate::ui::Viewer;
use crate::ui::parts::part;

pub use gestures::Motion;
use state::PlotState;
use window::is_in_card;

/// A drawing with its names, and everything by which it is used.
#[component]
pub fn Plot(
    /// What is drawn.
    #[prop(into)]
    timeline: Signal<Timeline<'static>>,
    /// What stands around it.
    #[prop(into)]
    around: Signal<Surroundings>,
    /// The day as of which it is told.
    #[prop(into)]
    as_of: Signal<Day>,
    /// The view and how it moves.
    motion: Motion,
    /// What it is a drawing of, for those who do not see it.
    label: &'static str,
    /// Whether it has one lane that needs no head.
    #[prop(optional)]
    is_small: bool,
    /// Whether its lanes can be folded.
    #[prop(optional)]
    can_fold: bool,
) -> impl IntoView {
    let plot = PlotState::new(timeline, around, as_of, motion, is_small);
    let Viewer {
        dataset, is_printing, ..
    } = Viewer::here();
    let picture = move |is_head: bool| {
        plot.drawing.with(|drawing| {
            let Some(drawing) = drawing else { return String::new() };
            timeline.with(|timeline| {
                let says = |mark: &Mark| timeline.says(mark, as_of.get(), dataset);
                let picture = Picture {
                    drawing,
                    timeline,
                    ink: Ink::Page,
                    says: &says,
                };
                if is_head {
                    picture.head_svg()
                } else if motion.is_moving.get() && !is_printing {
                    picture.drag_preview_svg()
                } else {
                    picture.lines_svg()
                }
            })
        })
    };
    let head = move || picture(true);
    let drawn = move || picture(false);
    let has_marks = move || {
        plot.drawing.with(|drawing| {
            drawing
                .as_ref()
                .is_some_and(|drawing| drawing.lines.iter().any(|line| !line.marks.is_empty()))
        })
    };
    // Before it is drawn there is nothing to see of the focus.
    let tab_index = move || if plot.drawing.with(Option::is_some) { "0" } else { "-1" };
    let on_keydown = move |event: KeyboardEvent| {
        if is_in_card(&event) {
            if event.key() == "Escape" {
                event.stop_propagation();
                plot.close_card();
            }
            return;
        }
        if motion.on_zoom_key(&event, 0.5) {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => motion.step(false),
            "ArrowRight" => motion.step(true),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="plot" class:is-narrow=plot.is_narrow data-plot="" data-from=move || motion.view().period().first().to_string()
            data-to=move || motion.view().period().last().to_string()>
            <div class="plot-names"></div>
            <div class="plot-calendar" on:wheel=move |event| motion.on_wheel(&event, true)
                on:dblclick=move |event| motion.on_double_click(&event)
                on:pointerdown=move |event| motion.on_pointer_down(&event) on:pointermove=move |event| motion.on_pointer_move(&event)
                on:pointerup=move |event| motion.on_pointer_up(&event) on:pointercancel=move |event| motion.on_pointer_up(&event)
                inner_html=head></div>
            <div class="plot-lines" tabindex="0" role="group" aria-label=format!("{label}. The arrow keys move it, plus and minus zoom, Home shows all; Tab goes to the marks.")
                data-lines="" on:keydown=on_keydown
                on:wheel=move |event| motion.on_wheel(&event, false)
                on:dblclick=move |event| if !is_in_card(&event) { motion.on_double_click(&event) }
                on:pointerdown=move |event| plot.on_pointer_down(&event) on:pointermove=move |event| plot.on_pointer_move(&event)
                on:pointerup=move |event| motion.on_pointer_up(&event) on:pointercancel=move |event| motion.on_pointer_up(&event)
                on:pointerleave=move |_| plot.pointed.set(None)
                on:click=move |event| plot.on_click(&event)>
                <div class="plot-marks" tabindex=tab_index data-marks="" role=move || if has_marks() { "listbox" } else { "group" }
                    aria-label="Marks: the arrow keys go from one to the next, Enter opens, plus and minus zoom around the mark, Home shows all"
                    aria-activedescendant=move || plot.active().map(mark_id)
                    on:keydown=move |event| plot.on_mark_key(&event)
                    on:focus=move |_| plot.on_focus() on:blur=move |_| plot.has_focus.set(false)
                    inner_html=drawn></div>
                {part("ring", move || plot.ring())}
                {part("card", move || plot.card())}
            </div>
            <div class="plot-heads">{part("heads", move || plot.heads(can_fold))}</div>
        </div>
    }
}
