//! The whole period at a glance: how the dated facts of the selection lie over it, and the time that is looked at.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use crate::browser::page;
use crate::chart::{Ink, density_svg, grains, surroundings};
use crate::domain::date::{Day, PartialDate, Period};
use crate::query::{self, Query, Window};
use crate::timeline::{Band, Brush, BrushPart, Grains, TimeScale, View, bands, month_number};
use crate::ui::Viewer;
use crate::ui::lettering::Lettering;

/// Its height, in pixels.
const HEIGHT_PX: f64 = 72.0;
/// How far the pointer goes before it draws, in pixels.
const DRAG_PX: f64 = 4.0;
/// How many months a key with a large step goes.
const LARGE_STEP: i32 = 6;

/// Every dated fact as the strip counts it on the day that is told, for all views that have one.
#[derive(Clone, Copy)]
pub struct OverviewFacts(Memo<Grains>);

impl OverviewFacts {
    /// Keeps them for the views that are drawn inside.
    pub fn provide(viewer: Viewer) {
        let day = Memo::new(move |_| viewer.aside_query.read().day(viewer.dataset));
        provide_context(Self(Memo::new(move |_| grains(day.get(), viewer.dataset))));
    }
}

/// The strip with its brush: drawing over it sets the time that is looked at.
#[component]
pub fn Overview(
    /// The days that are looked at; nothing where no time is set.
    #[prop(into)]
    shown: Signal<Option<Period>>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let OverviewFacts(grains) = expect_context();
    let query = Memo::new(move |_| viewer.aside_query.read().without_window());
    let facts = Memo::new(move |_| grains.read().counted(&query::run(&query.read(), viewer.index)));
    let around = surroundings(dataset, dataset.edition.status_date, None);
    let terms = around.terms.clone();
    let usual = Memo::new(move |_| around.usual_of(&facts.read()));
    let whole = Memo::new(move |_| {
        let usual = usual.get();
        // What is looked at stands on the strip.
        shown.get().map_or(usual, |shown| stretched(usual, shown))
    });
    let width_px = RwSignal::new(0.0);
    let lettering = Lettering::here();
    keep_width(width_px, lettering);
    let scale = Memo::new(move |_| lettering.scale(View::of(whole.get()), width_px.get()));
    let tones: Vec<String> = dataset
        .priorities
        .iter()
        .map(|priority| priority.id.to_string())
        .collect();
    let drawn = move || {
        let scale = scale.get()?;
        let bars = facts.read().bars(scale);
        let bands: Vec<Band> = bands(&terms, scale);
        Some(density_svg(&bars, &tones, scale, &bands, HEIGHT_PX, Ink::Page))
    };
    let draft = RwSignal::new(None::<Period>);
    let brushed = move || draft.get().or_else(|| shown.get());
    let set = Callback::new(move |period: Option<Period>| {
        let window = period.filter(|period| *period != usual.get_untracked()).map(Window::of);
        viewer.select(|query| query.window = window.unwrap_or_default());
    });
    let hand = Hand {
        scale,
        whole,
        shown,
        draft,
        set,
        held: StoredValue::new(None),
    };
    let share = move |day: Day, is_end: bool| {
        let scale = scale.get()?;
        let run = scale.run(Period::of_day(day));
        Some(100.0 * if is_end { run.to_px } else { run.from_px } / scale.width_px())
    };
    let brush = move || {
        let period = brushed()?;
        let (left, right) = share(period.first(), false).zip(share(period.last(), true))?;
        Some(view! {
            <div class="brush" aria-hidden="true" style:left=format!("{left:.3}%") style:width=format!("{:.3}%", right - left)></div>
        })
    };
    let place = move |is_end: bool| {
        let period = brushed().unwrap_or_else(|| whole.get());
        let day = if is_end { period.last() } else { period.first() };
        share(day, is_end).map(|share| format!("{share:.3}%"))
    };
    let handle = move |is_end: bool, label: &'static str, name: &'static str| {
        let months = move |period: Period| month_number(if is_end { period.last() } else { period.first() });
        let now = move || brushed().unwrap_or_else(|| whole.get());
        let says = move || {
            let period = now();
            let day = if is_end { period.last() } else { period.first() };
            PartialDate::of_day(day).in_words()
        };
        view! {
            <div class="brush-handle" class:is-end=is_end role="slider" tabindex="0" aria-label=label data-handle=name
                aria-valuemin=move || month_number(whole.get().first()) aria-valuemax=move || month_number(whole.get().last())
                aria-valuenow=move || months(now()) aria-valuetext=says style:left=move || place(is_end)
                on:keydown=move |event| hand.on_key(&event, is_end)></div>
        }
    };
    let words = move || in_words(facts.read().count(), &viewer.aside_query.read());
    view! {
        <div class="overview" role="group" aria-label="The whole period">
            <div class="overview-strip" data-overview="" on:pointerdown=move |event| hand.on_down(&event) on:pointermove=move |event| hand.on_move(&event)
                on:pointerup=move |_| hand.on_up() on:pointercancel=move |_| hand.on_cancel()>
                <div class="overview-drawing" inner_html=drawn></div>
                {brush}
                {handle(false, "Beginning of the time that is looked at", "from")}
                {handle(true, "End of the time that is looked at", "to")}
            </div>
            <p class="overview-words">{words} {move || (!viewer.aside_query.read().window.is_open()).then(|| view! {
                " " <button type="button" class="quiet" data-all-time="" on:click=move |_| {
                    set.run(None);
                    page::focus("[data-handle=from]");
                }>"All the time"</button>
            })}</p>
        </div>
    }
}

/// What stands below the strip.
fn in_words(count: usize, query: &Query) -> String {
    match query.window.in_words() {
        None => format!("{count} dated facts; draw over the strip to look at a part of the time."),
        Some(window) => format!("{count} dated facts, looked at {window}."),
    }
}

/// The hand that draws over the strip.
#[derive(Clone, Copy)]
struct Hand {
    scale: Memo<Option<TimeScale>>,
    whole: Memo<Period>,
    shown: Signal<Option<Period>>,
    draft: RwSignal<Option<Period>>,
    set: Callback<Option<Period>>,
    /// The brush, and where the pointer came down.
    held: StoredValue<Option<(Brush, f64)>>,
}

impl Hand {
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
        let part = event.target().and_then(|target| page::data_under(&target, "handle"));
        let part = match part.as_deref() {
            Some("from") => Some(BrushPart::From),
            Some("to") => Some(BrushPart::To),
            _ => None,
        };
        let brush = Brush::grasped(
            self.shown.get_untracked(),
            part,
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
        let draft = self.draft.get_untracked();
        if self.held.get_value().is_some() && draft.is_some() {
            self.set.run(draft);
        }
        self.on_cancel();
    }

    fn on_cancel(self) {
        self.held.set_value(None);
        self.draft.set(None);
    }

    fn on_key(self, event: &KeyboardEvent, is_end: bool) {
        let whole = self.whole.get_untracked();
        let now = self.shown.get_untracked().unwrap_or(whole);
        let part = if is_end { BrushPart::To } else { BrushPart::From };
        let months = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -LARGE_STEP,
            "PageUp" => LARGE_STEP,
            "Home" => -months_between(whole),
            "End" => months_between(whole),
            _ => return,
        };
        event.prevent_default();
        let stepped = Brush::stepped(now, part, months, whole);
        if stepped != now {
            self.set.run(Some(stepped));
        }
    }

    /// Where the pointer is on the strip.
    fn at(self, event: &PointerEvent) -> Option<(TimeScale, f64)> {
        let element = event.current_target()?.dyn_into::<Element>().ok()?;
        let left = element.get_bounding_client_rect().left();
        Some((self.scale.get_untracked()?, f64::from(event.client_x()) - left))
    }
}

/// Stretched to hold what is looked at: by whole years, so that the strip is not drawn anew for every day.
fn stretched(usual: Period, shown: Period) -> Period {
    let (mut first, mut last) = (usual.first(), usual.last());
    if shown.first() < first {
        first = Day::new(shown.first().year(), 1, 1).unwrap_or(first);
    }
    if last < shown.last() {
        last = Day::new(shown.last().year(), 12, 31).unwrap_or(last);
    }
    Period::new(first, last).unwrap_or(usual)
}

fn months_between(period: Period) -> i32 {
    month_number(period.last()) - month_number(period.first())
}

/// Keeps the width of the strip in step with the window and the letters.
fn keep_width(width_px: RwSignal<f64>, lettering: Lettering) {
    let measure = move || {
        if let Some(width) = page::width_of("[data-overview]") {
            // The strip may be gone by this frame.
            width_px.try_set(width);
        }
    };
    Effect::new(move |_| {
        lettering.track();
        request_animation_frame(measure);
    });
    let listener = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
}
