//! Lanes of facts on an axis of time: looked at, moved about, and walked from mark to mark.

mod gestures;
mod labels;
mod state;
mod window;

use leptos::prelude::*;
use maud::{Markup, PreEscaped};
use web_sys::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use crate::app::places::{PageParts, keep_attribute};
use crate::browser::{listen, on_first_escape};
use crate::chart::{Ink, Picture, mark_id};
use crate::timeline::Mark;

pub use gestures::Motion;
pub use state::Plot;
use window::is_in_card;

const PLOT: &str = "#app [data-plot]";
const CALENDAR: &str = "#app [data-place=plot-calendar]";
const HEADS: &str = "#app [data-place=plot-heads]";
const LINES: &str = "#app [data-lines]";
const MARKS: &str = "#app [data-marks]";

impl Plot {
    /// Fills the places of a drawing on that page, and hears what the reader does there.
    pub fn stand_in(self, parts: &mut PageParts) {
        parts.draw("plot-calendar", move || self.picture(true));
        parts.draw("plot-marks", move || self.picture(false));
        parts.say("ring", move || self.ring());
        parts.say("card", move || self.card());
        parts.say("plot-heads", move || self.heads());
        parts.start(move || {
            self.keep_attributes();
            self.listen();
            self.keep_in_step_with_window();
        });
    }

    /// The calendar, or the lines with their marks; none without a width.
    fn picture(self, is_head: bool) -> Markup {
        let drawing = self.drawing.read();
        let Some(drawing) = &*drawing else {
            return Markup::default();
        };
        let timeline = self.timeline.read();
        let says = |mark: &Mark| timeline.says_with_names(mark, self.as_of.get(), self.viewer.dataset);
        let picture = Picture {
            drawing,
            timeline: &timeline,
            ink: Ink::Page,
            says: &says,
        };
        PreEscaped(match is_head {
            true => picture.head_svg(),
            false if self.motion.is_moving.get() => picture.drag_preview_svg(),
            false => picture.lines_svg(),
        })
    }

    fn keep_attributes(self) {
        let motion = self.motion;
        keep_attribute(PLOT, "data-from", move || {
            Some(motion.view().period().first().to_string())
        });
        keep_attribute(PLOT, "data-to", move || Some(motion.view().period().last().to_string()));
        keep_attribute(PLOT, "class", move || {
            Some(if self.is_narrow.get() { "plot is-narrow" } else { "plot" }.to_owned())
        });
        // Until it is drawn, the focus has no outline.
        let is_drawn = move || self.drawing.with(Option::is_some);
        keep_attribute(MARKS, "tabindex", move || {
            Some(if is_drawn() { "0" } else { "-1" }.to_owned())
        });
        keep_attribute(MARKS, "role", move || {
            Some(if self.has_marks() { "listbox" } else { "group" }.to_owned())
        });
        keep_attribute(MARKS, "aria-activedescendant", move || self.active().map(mark_id));
    }

    fn listen(self) {
        let motion = self.motion;
        listen(CALENDAR, "wheel", move |event: &WheelEvent| {
            motion.on_wheel(event, true);
        });
        listen(CALENDAR, "dblclick", move |event: &MouseEvent| {
            motion.on_double_click(event);
        });
        listen(CALENDAR, "pointerdown", move |event: &PointerEvent| {
            motion.on_pointer_down(event);
        });
        listen(CALENDAR, "pointermove", move |event: &PointerEvent| {
            motion.on_pointer_move(event);
        });
        listen(LINES, "wheel", move |event: &WheelEvent| motion.on_wheel(event, false));
        listen(LINES, "dblclick", move |event: &MouseEvent| {
            if !is_in_card(event) {
                motion.on_double_click(event);
            }
        });
        listen(LINES, "pointerdown", move |event: &PointerEvent| {
            self.on_pointer_down(event);
        });
        listen(LINES, "pointermove", move |event: &PointerEvent| {
            self.on_pointer_move(event);
        });
        // On a phone the names lie over the lines: a finger that comes down on one moves the view as well.
        listen(HEADS, "pointerdown", move |event: &PointerEvent| {
            if self.is_narrow.get_untracked() && event.pointer_type() == "touch" {
                motion.on_pointer_down(event);
            }
        });
        listen(HEADS, "pointermove", move |event: &PointerEvent| {
            motion.on_pointer_move(event);
        });
        for (selector, name) in [CALENDAR, HEADS, LINES]
            .into_iter()
            .flat_map(|it| [(it, "pointerup"), (it, "pointercancel")])
        {
            listen(selector, name, move |event: &PointerEvent| motion.on_pointer_up(event));
        }
        listen(LINES, "pointerleave", move |_: &PointerEvent| self.pointed.set(None));
        listen(LINES, "click", move |event: &MouseEvent| self.on_click(event));
        listen(LINES, "keydown", move |event: &KeyboardEvent| self.on_key(event));
        listen(MARKS, "keydown", move |event: &KeyboardEvent| self.on_mark_key(event));
        listen(MARKS, "focus", move |_: &FocusEvent| self.on_focus());
        on_first_escape(move || self.dismiss_card());
        listen(MARKS, "blur", move |_: &FocusEvent| self.has_focus.set(false));
    }

    fn on_key(self, event: &KeyboardEvent) {
        if is_in_card(event) {
            return;
        }
        if self.motion.on_zoom_key(event, 0.5) {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => self.motion.step(false),
            "ArrowRight" => self.motion.step(true),
            _ => return,
        }
        event.prevent_default();
    }
}
