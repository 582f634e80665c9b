//! The whole period at a glance: how the dated facts of the selection lie over it, and the period that is selected.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use crate::app::Viewer;
use crate::app::lettering::Lettering;
use crate::app::memo::{Memo, effect};
use crate::app::places::{PageParts, keep_attribute};
use crate::browser::{listen, on_window, page, pointer_x_within_px};
use crate::chart::{backdrop, histogram_facts};
use crate::domain::date::Period;
use crate::domain::keyed::Keyed;
use crate::query;
use crate::render::html;
use crate::timeline::{Brush, BrushPart, HistogramFacts, TimeScale, View};
use crate::view;

/// Where the pointer draws.
const STRIP: &str = "#app [data-overview]";
/// How far the pointer moves before it selects, in pixels.
const DRAG_PX: f64 = 4.0;

/// Every dated fact as of the current day, for the strip of all views that have one.
#[derive(Clone, Copy)]
pub struct OverviewFacts(Memo<HistogramFacts>);

impl OverviewFacts {
    /// Keeps them for the views that are drawn inside.
    pub fn provide(viewer: Viewer) {
        let day = Memo::new(move |_| viewer.aside_query.read().day(viewer.dataset));
        provide_context(Self(Memo::new(move |_| histogram_facts(day.get(), viewer.dataset))));
    }
}

/// Adds the strip to a page, where dragging selects a period; `shown` is the selected one. One that `grows` is large while a
/// period is drawn or selected on it.
pub fn overview(parts: &mut PageParts, viewer: Viewer, shown: Memo<Option<Period>>, grows: bool) {
    let dataset = viewer.dataset;
    let OverviewFacts(facts) = expect_context();
    let query = Memo::new(move |_| viewer.aside_query.read().without_window());
    let facts = Memo::new(move |_| facts.read().histogram(&query::run(&query.read(), viewer.index)));
    let around = backdrop(dataset, dataset.edition.status_date, None);
    let terms = around.terms.clone();
    let usual = Memo::new(move |_| around.usual_of(&facts.read()));
    let whole = Memo::new(move |_| view::strip_period(usual.get(), shown.get()));
    let (width_px, height_px) = (RwSignal::new(0.0), RwSignal::new(0.0));
    let lettering: Lettering = expect_context();
    let scale = Memo::new(move |_| lettering.scale(View::of(whole.get()), width_px.get()));
    let priorities = dataset.priorities.iter();
    let colors: Vec<String> = priorities.map(|priority| priority.color.key().to_owned()).collect();
    let draft = RwSignal::new(None::<Period>);
    let overview = Memo::new(move |_| {
        let brushed = draft.get().or_else(|| shown.get());
        let window = viewer.aside_query.read().window;
        view::overview(whole.get(), brushed, facts.read().count(), window)
    });
    let is_large = Memo::new(move |_| grows && (draft.read().is_some() || shown.read().is_some()));
    parts.say("strip-drawing", move || {
        let drawing = scale.get();
        let drawing = drawing.map(|scale| view::strip_drawing(&facts.read(), &terms, scale));
        html::strip_drawing(drawing.as_ref(), &colors, height_px.get())
    });
    parts.say("strip-brush", move || html::brush(&overview.read()));
    parts.say("strip-words", move || html::overview_words(&overview.read()));
    if viewer.is_printing {
        return;
    }
    let drag = Drag {
        scale,
        whole,
        shown,
        draft,
        select: Callback::new(move |period| {
            let window = view::window_of(period, usual.get_untracked());
            viewer.select(|query| query.window = window);
        }),
        held: StoredValue::new(None),
    };
    parts.start(move || {
        keep_attribute(STRIP, "data-large", move || is_large.get().then(String::new));
        keep_size((width_px, height_px), lettering, is_large);
        listen(STRIP, "pointerdown", move |event: &PointerEvent| drag.on_down(event));
        listen(STRIP, "pointermove", move |event: &PointerEvent| drag.on_move(event));
        listen(STRIP, "pointerup", move |_: &PointerEvent| drag.on_up());
        listen(STRIP, "pointercancel", move |_: &PointerEvent| drag.on_cancel());
        listen(STRIP, "keydown", move |event: &KeyboardEvent| drag.on_key(event));
    });
}

/// What pointer and keys do on the strip.
#[derive(Clone, Copy)]
struct Drag {
    scale: Memo<Option<TimeScale>>,
    whole: Memo<Period>,
    shown: Memo<Option<Period>>,
    draft: RwSignal<Option<Period>>,
    select: Callback<Period>,
    /// The brush, and where the pointer came down.
    held: StoredValue<Option<(Brush, f64)>>,
}

impl Drag {
    fn on_down(self, event: &PointerEvent) {
        let Some((scale, x_px)) = self.at(event) else { return };
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        let element = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = element {
            // A pointer that is gone by now needs no capture.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let brush = Brush::grasped(
            self.shown.get_untracked(),
            handle_of(event),
            scale,
            x_px,
            self.whole.get_untracked(),
        );
        self.held.set_value(Some((brush, x_px)));
    }

    fn on_move(self, event: &PointerEvent) {
        let (Some((brush, down_px)), Some((scale, x_px))) = (self.held.get_value(), self.at(event)) else {
            return;
        };
        if self.draft.get_untracked().is_some() || DRAG_PX <= (x_px - down_px).abs() {
            self.draft.set(brush.drawn_to(scale, x_px));
        }
    }

    fn on_up(self) {
        let draft = self.draft.get_untracked().filter(|_| self.held.get_value().is_some());
        if let Some(period) = draft {
            self.select.run(period);
        }
        self.on_cancel();
    }

    fn on_cancel(self) {
        self.held.set_value(None);
        self.draft.set(None);
    }

    fn on_key(self, event: &KeyboardEvent) {
        let whole = self.whole.get_untracked();
        let now = self.shown.get_untracked().unwrap_or(whole);
        let stepped = handle_of(event).and_then(|part| view::stepped(&event.key(), part, now, whole));
        if let Some(period) = stepped {
            event.prevent_default();
            if period != now {
                self.select.run(period);
            }
        }
    }

    /// Where the pointer is on the strip.
    fn at(self, event: &PointerEvent) -> Option<(TimeScale, f64)> {
        Some((self.scale.get_untracked()?, pointer_x_within_px(event)))
    }
}

/// The handle on which an event happened.
fn handle_of(event: &Event) -> Option<BrushPart> {
    BrushPart::from_key(&page::data_under(&event.target()?, "handle")?)
}

/// Keeps the width and height of the strip in step with the window, the letters and the style sheet, which has it grow.
fn keep_size(px: (RwSignal<f64>, RwSignal<f64>), lettering: Lettering, is_large: Memo<bool>) {
    let measure = move || {
        if let Some(size) = page::size_of(STRIP) {
            // The strip may be gone by this frame.
            for (now, known) in [(size.0, px.0), (size.1, px.1)] {
                if known
                    .try_get_untracked()
                    .is_some_and(|before| 0.5 <= (before - now).abs())
                {
                    known.try_set(now);
                }
            }
        }
    };
    effect(move |_| {
        is_large.track();
        lettering.track();
        request_animation_frame(measure);
    });
    on_window("resize", move |_: &Event| measure());
}
