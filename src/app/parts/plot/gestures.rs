//! Wheel, pinch, drag and keys: how a reader moves the view. The view itself is moved by the layout's own arithmetic.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, WheelEvent};

use std::time::Duration;

use crate::app::memo::{Memo, effect};
use crate::browser::{pointer_x_px, pointer_x_within_px};
use crate::domain::date::Period;
use crate::timeline::View;

/// How long the view must rest before it goes into the address.
const REST: Duration = Duration::from_millis(300);
/// How long the view must rest before its marks react to the pointer again.
const STILL: Duration = Duration::from_millis(120);
/// How far a pointer goes before it drags rather than clicks, in pixels.
const DRAG_PX: f64 = 4.0;
/// How far an arrow key or button goes, as a share of the view.
const KEY_SHARE: f64 = 0.125;
/// How much a key or button zooms.
const KEY_FACTOR: f64 = 1.5;
/// How much the wheel zooms for each pixel that it would scroll.
const WHEEL_FACTOR: f64 = 0.002;
/// The height of the lines in which some wheels count, in pixels.
const WHEEL_LINE_PX: f64 = 16.0;

/// The view and how it moves.
#[derive(Clone, Copy)]
pub struct Motion {
    /// All the time there is.
    pub whole: Memo<Period>,
    /// The view to which the reader returns.
    pub home: Memo<View>,
    /// The view in the address.
    pub settled: Memo<View>,
    /// Called with the days that are seen when the view has come to rest.
    pub on_rest: Callback<Period>,
    /// The width of the drawing.
    pub width_px: RwSignal<f64>,
    /// Whether a pointer or wheel moves the view: then only what is seen is drawn.
    pub is_moving: RwSignal<bool>,
    live: RwSignal<Option<View>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    still: StoredValue<Option<TimeoutHandle>>,
    pointers: StoredValue<Vec<Pointer>>,
    is_dragging: StoredValue<bool>,
}

/// A pointer that is down.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    start_px: f64,
    at_px: f64,
}

impl Motion {
    /// At rest.
    pub fn new(whole: Memo<Period>, home: Memo<View>, settled: Memo<View>, on_rest: Callback<Period>) -> Self {
        let motion = Self {
            whole,
            home,
            settled,
            on_rest,
            width_px: RwSignal::new(0.0),
            is_moving: RwSignal::new(false),
            live: RwSignal::new(None),
            timer: StoredValue::new(None),
            still: StoredValue::new(None),
            pointers: StoredValue::new(Vec::new()),
            is_dragging: StoredValue::new(false),
        };
        // A change from elsewhere, such as Back, moves the view; its own change of the address does not.
        effect(move |_| {
            let settled = motion.settled.get();
            let live = motion.live.get_untracked();
            if live.is_some_and(|live| live.period() != settled.period()) && motion.timer.with_value(Option::is_none) {
                motion.live.set(None);
            }
        });
        on_cleanup(move || {
            stop(motion.timer);
            stop(motion.still);
        });
        motion
    }

    /// The view that is shown.
    pub fn view(self) -> View {
        self.live.get().unwrap_or_else(|| self.settled.get())
    }

    fn view_untracked(self) -> View {
        self.live
            .get_untracked()
            .unwrap_or_else(|| self.settled.get_untracked())
    }

    fn show(self, view: View) {
        self.live.set(Some(view));
        let rest = move || {
            self.timer.set_value(None);
            self.on_rest.run(self.view_untracked().period());
        };
        start(self.timer, REST, rest);
    }

    /// Pointer and wheel move at every frame; a key or button moves once, and leaves the marks to those who go on to them.
    fn glide(self) {
        if !self.is_moving.get_untracked() {
            self.is_moving.set(true);
        }
        let stand_still = move || {
            self.still.set_value(None);
            self.is_moving.set(false);
        };
        start(self.still, STILL, stand_still);
    }

    /// Moves by a share of the view; to later days where it is positive.
    pub fn pan(self, share: f64) {
        let view = self.view_untracked();
        self.show(view.panned(share * view.days(), self.whole.get_untracked()));
    }

    /// Zooms around a share of the width; in where the factor is less than 1.
    pub fn zoom(self, factor: f64, share: f64) {
        self.show(self.view_untracked().zoomed(factor, share, self.whole.get_untracked()));
    }

    /// Zooms in around the middle.
    pub fn zoom_in(self) {
        self.zoom(KEY_FACTOR.recip(), 0.5);
    }

    /// Zooms out.
    pub fn zoom_out(self) {
        self.zoom(KEY_FACTOR, 0.5);
    }

    /// One step back or forward in time.
    pub fn step(self, is_later: bool) {
        self.pan(if is_later { KEY_SHARE } else { -KEY_SHARE });
    }

    /// Back to where nearly all of the facts are.
    pub fn fit(self) {
        self.show(self.home.get_untracked());
    }

    /// Shows exactly those days, with some room around them.
    pub fn show_days(self, period: Period) {
        const ROOM: f64 = 1.3;
        self.show(View::of(period).zoomed(ROOM, 0.5, self.whole.get_untracked()));
    }

    /// The keys that zoom, around a share of the width, and the one that shows all. Says whether it was one of them.
    pub fn on_zoom_key(self, event: &KeyboardEvent, share: f64) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        match event.key().as_str() {
            "+" | "=" => self.zoom(KEY_FACTOR.recip(), share),
            "-" | "_" => self.zoom(KEY_FACTOR, share),
            "Home" => self.fit(),
            _ => return false,
        }
        event.prevent_default();
        true
    }

    /// A wheel over the lines: with Ctrl (or a pinch on a touchpad) it zooms around the pointer, sideways or with Shift it
    /// pans, and otherwise the page scrolls as ever. Over the calendar `is_head` it zooms at once.
    pub fn on_wheel(self, event: &WheelEvent, is_head: bool) {
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE {
            WHEEL_LINE_PX
        } else {
            1.0
        };
        let (across, along) = (event.delta_x() * unit, event.delta_y() * unit);
        let width = self.width_px.get_untracked();
        let is_sideways = along.abs() < across.abs();
        if event.ctrl_key() || event.meta_key() || (is_head && !is_sideways && !event.shift_key()) {
            self.zoom((along * WHEEL_FACTOR).exp(), self.share_of(event));
        } else if (is_sideways || event.shift_key()) && 0.0 < width {
            self.pan(if is_sideways { across } else { along } / width);
        } else {
            return;
        }
        self.glide();
        event.prevent_default();
    }

    /// Where the pointer is, as a share of the width.
    fn share_of(self, event: &web_sys::MouseEvent) -> f64 {
        (pointer_x_within_px(event) / self.width_px.get_untracked().max(1.0)).clamp(0.0, 1.0)
    }

    /// A second click in the same place zooms in around it.
    pub fn on_double_click(self, event: &web_sys::MouseEvent) {
        self.zoom(0.5, self.share_of(event));
    }

    /// A pointer comes down.
    pub fn on_pointer_down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let at_px = pointer_x_px(event);
        self.pointers.update_value(|pointers| {
            // The first finger of a gesture: one that was let go elsewhere is forgotten.
            pointers.retain(|pointer| !event.is_primary() && pointer.id != event.pointer_id());
            if pointers.is_empty() {
                self.is_dragging.set_value(false);
            }
            pointers.push(Pointer {
                id: event.pointer_id(),
                start_px: at_px,
                at_px,
            });
            // What the fingers came down on is drawn anew while they move, and would take the end of the gesture with it.
            if 1 < pointers.len() {
                for pointer in pointers {
                    capture(event, pointer.id);
                }
            }
        });
    }

    /// A pointer moves: one that is down drags, two pinch.
    pub fn on_pointer_move(self, event: &PointerEvent) {
        if event.buttons() == 0 {
            // It was let go elsewhere.
            self.on_pointer_up(event);
            return;
        }
        let before = self.pointers.get_value();
        let Some(moved) = before.iter().position(|pointer| pointer.id == event.pointer_id()) else {
            return;
        };
        let mut after = before.clone();
        after[moved].at_px = pointer_x_px(event);
        let width = self.width_px.get_untracked().max(1.0);
        match (before.as_slice(), after.as_slice()) {
            ([one], [other]) => {
                let is_far = DRAG_PX <= (other.at_px - other.start_px).abs();
                if !self.is_dragging.get_value() && !is_far {
                    return;
                }
                if !self.is_dragging.get_value() {
                    self.is_dragging.set_value(true);
                    capture(event, event.pointer_id());
                }
                self.glide();
                self.pan((one.at_px - other.at_px) / width);
            }
            ([one, two], [other_one, other_two]) => {
                self.is_dragging.set_value(true);
                self.glide();
                let spread = |one: &Pointer, two: &Pointer| (one.at_px - two.at_px).abs().max(1.0);
                let middle = |one: &Pointer, two: &Pointer| f64::midpoint(one.at_px, two.at_px);
                let left = pointer_x_px(event) - pointer_x_within_px(event);
                self.pan((middle(one, two) - middle(other_one, other_two)) / width);
                let share = (middle(other_one, other_two) - left) / width;
                self.zoom(spread(one, two) / spread(other_one, other_two), share);
            }
            _ => {}
        }
        self.pointers.set_value(after);
    }

    /// A pointer leaves.
    pub fn on_pointer_up(self, event: &PointerEvent) {
        self.pointers
            .update_value(|pointers| pointers.retain(|pointer| pointer.id != event.pointer_id()));
    }

    /// Whether the click that has just come is the end of a drag.
    pub fn was_dragged(self) -> bool {
        self.is_dragging.get_value()
    }
}

/// Runs a timer anew.
fn start(timer: StoredValue<Option<TimeoutHandle>>, after: Duration, then: impl FnOnce() + 'static) {
    stop(timer);
    timer.set_value(set_timeout_with_handle(then, after).ok());
}

fn stop(timer: StoredValue<Option<TimeoutHandle>>) {
    timer.update_value(|timer| {
        if let Some(timer) = timer.take() {
            timer.clear();
        }
    });
}

/// The pointer goes on dragging where it leaves the drawing.
fn capture(event: &PointerEvent, pointer: i32) {
    let element = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // A pointer that is gone by now needs no capture.
        let _ = element.set_pointer_capture(pointer);
    }
}
