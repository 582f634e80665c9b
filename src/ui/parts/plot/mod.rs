//! Lanes of facts on an axis of time: looked at, moved about, and walked from mark to mark.

mod card;
mod gestures;
mod heads;

use leptos::ev;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

use crate::browser::page;
use crate::chart::{FactWords, Ink, Picture, Surroundings, Timeline, mark_id};
use crate::domain::date::{Day, Period};
use crate::timeline::{Chart, Drawing, FactPlace, Heights, Mark, Step, TimeScale, lay_out};
use crate::ui::Viewer;
use crate::ui::parts::line_link::page_of;

use card::MarkCard;
pub use gestures::Motion;
use heads::Heads;

/// Narrower than this there is no room for names beside the drawing, in pixels.
const NARROW_PX: f64 = 640.0;
/// Lines so far outside the window are drawn before they are scrolled to, in pixels.
const AHEAD_PX: f64 = 600.0;
/// The window is looked at anew when it has been scrolled so far, in pixels.
const SCROLLED_PX: f64 = 200.0;
/// The least room that a card needs to the right of its mark, in pixels.
const CARD_PX: f64 = 340.0;

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
    /// Called with the key of a lane that is to be folded or unfolded.
    #[prop(optional_no_strip)]
    on_turn: Option<Callback<String>>,
) -> impl IntoView {
    let plot = PlotState::new(timeline, around, as_of, motion, is_small);
    let dataset = Viewer::here().dataset;
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
                } else {
                    picture.lines_svg()
                }
            })
        })
    };
    let head = move || picture(true);
    let drawn = move || picture(false);
    let lanes = Memo::new(move |_| {
        plot.chart.with(|chart| {
            let folded = chart.lanes.iter().map(|lane| lane.is_folded);
            timeline.with(|timeline| timeline.heads.iter().cloned().zip(folded).collect::<Vec<_>>())
        })
    });
    let heights = Memo::new(move |_| plot.chart.with(|chart| (chart.heights.head_px, chart.heights.row_px)));
    let has_marks = move || {
        plot.drawing.with(|drawing| {
            drawing
                .as_ref()
                .is_some_and(|drawing| drawing.lines.iter().any(|line| !line.marks.is_empty()))
        })
    };
    let on_keydown = move |event: KeyboardEvent| {
        if motion.on_zoom_key(&event) {
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
            <Heads lanes heights on_turn />
            <div class="plot-lines" tabindex="0" role="group" aria-label=format!("{label}. The arrow keys move it, plus and minus zoom, Home shows all; Tab goes to the marks.")
                data-lines="" on:keydown=on_keydown
                on:wheel=move |event| motion.on_wheel(&event, false)
                on:dblclick=move |event| motion.on_double_click(&event)
                on:pointerdown=move |event| plot.on_pointer_down(&event) on:pointermove=move |event| plot.on_pointer_move(&event)
                on:pointerup=move |event| motion.on_pointer_up(&event) on:pointercancel=move |event| motion.on_pointer_up(&event)
                on:pointerleave=move |_| plot.pointed.set(None)
                on:click=move |event| plot.on_click(&event)>
                <div class="plot-marks" tabindex="0" data-marks="" role=move || if has_marks() { "listbox" } else { "group" }
                    aria-label="Marks: the arrow keys go from one to the next, Enter opens"
                    aria-activedescendant=move || plot.active().map(mark_id)
                    on:keydown=move |event| plot.on_mark_key(&event)
                    on:focus=move |_| plot.on_focus() on:blur=move |_| plot.has_focus.set(false)
                    inner_html=drawn></div>
                <Ring plot />
                {move || plot.card()}
            </div>
        </div>
    }
}

/// What is drawn, and what of it is pointed at, walked to and opened.
#[derive(Clone, Copy)]
struct PlotState {
    timeline: Signal<Timeline<'static>>,
    as_of: Signal<Day>,
    motion: Motion,
    chart: Memo<Chart>,
    drawing: Memo<Option<Drawing>>,
    is_narrow: RwSignal<bool>,
    /// The mark that is pointed at, by one of its facts.
    pointed: RwSignal<Option<FactPlace>>,
    /// The mark to which the keyboard has walked.
    walked: RwSignal<Option<FactPlace>>,
    /// The mark whose card is open.
    open: RwSignal<Option<FactPlace>>,
    has_focus: RwSignal<bool>,
    is_touch: StoredValue<bool>,
}

impl PlotState {
    fn new(
        timeline: Signal<Timeline<'static>>,
        around: Signal<Surroundings>,
        as_of: Signal<Day>,
        motion: Motion,
        is_small: bool,
    ) -> Self {
        let is_narrow = RwSignal::new(false);
        let chart = Memo::new(move |_| {
            let around = around.get();
            let heights = if is_narrow.get() {
                Heights::ABOVE
            } else {
                Heights::BESIDE
            };
            Chart {
                lanes: timeline.with(|timeline| timeline.lanes.clone()),
                terms: around.terms,
                trios: around.trios,
                named_days: around.named_days,
                heights: if is_small { heights.of_rows_alone() } else { heights },
            }
        });
        let seen = RwSignal::new((0.0, f64::MAX));
        let drawing = Memo::new(move |_| {
            let scale = TimeScale::new(motion.view(), motion.width_px.get()).ok()?;
            let (from, to) = seen.get();
            Some(chart.with(|chart| lay_out(chart, scale, from..to)))
        });
        keep_in_step_with_window(motion.width_px, is_narrow, seen);
        Self {
            timeline,
            as_of,
            motion,
            chart,
            drawing,
            is_narrow,
            pointed: RwSignal::new(None),
            walked: RwSignal::new(None),
            open: RwSignal::new(None),
            has_focus: RwSignal::new(false),
            is_touch: StoredValue::new(false),
        }
    }

    /// The mark to which the keyboard has walked, by its first fact, if it is drawn now.
    fn active(self) -> Option<FactPlace> {
        self.mark(self.walked.get()?)
            .and_then(|(mark, _)| mark.facts.first().copied())
    }

    fn mark(self, place: FactPlace) -> Option<(Mark, f64)> {
        let find = |drawing: &Drawing| {
            drawing
                .mark_of(place)
                .map(|(mark, middle_px)| (mark.clone(), middle_px))
        };
        self.drawing.with(|drawing| drawing.as_ref().and_then(find))
    }

    fn words(self, mark: &Mark) -> Vec<FactWords> {
        let dataset = Viewer::here().dataset;
        let words = |place: &FactPlace| {
            self.timeline
                .with(|timeline| timeline.words(*place, self.as_of.get(), dataset))
        };
        mark.facts.iter().filter_map(words).collect()
    }

    fn on_pointer_down(self, event: &PointerEvent) {
        self.is_touch.set_value(event.pointer_type() == "touch");
        if !is_in_card(event) {
            self.motion.on_pointer_down(event);
        }
    }

    fn on_pointer_move(self, event: &PointerEvent) {
        self.motion.on_pointer_move(event);
        let pointed = mark_under(event).filter(|_| event.pointer_type() != "touch");
        if self.pointed.get_untracked() != pointed {
            self.pointed.set(pointed);
        }
    }

    fn on_click(self, event: &MouseEvent) {
        if self.motion.was_dragged() || is_in_card(event) {
            return;
        }
        match mark_under(event) {
            Some(place) => self.open_mark(place, self.is_touch.get_value()),
            None => self.open.set(None),
        }
    }

    /// A single fact leads to its line; several, or any that is touched, say first what they are.
    fn open_mark(self, place: FactPlace, asks_first: bool) {
        let Some((mark, _)) = self.mark(place) else { return };
        let words = untrack(|| self.words(&mark));
        match words.as_slice() {
            [one] if !asks_first => Viewer::here().go(page_of(one.home), Some(one.id.clone())),
            _ => {
                self.open.set(Some(place));
                self.walked.set(Some(place));
                request_animation_frame(|| {
                    page::focus("[data-card].is-open a");
                });
            }
        }
    }

    fn on_focus(self) {
        self.has_focus.set(true);
        if untrack(|| self.active()).is_none() {
            self.walk(None, Step::Next);
        }
    }

    fn on_mark_key(self, event: &KeyboardEvent) {
        if self.motion.on_zoom_key(event) {
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
            "Escape" => self.open.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Goes from mark to mark, over lines that are not drawn yet too.
    fn walk(self, from: Option<FactPlace>, step: Step) {
        let scale = untrack(|| TimeScale::new(self.motion.view(), self.motion.width_px.get()));
        let Ok(scale) = scale else { return };
        let next = self
            .chart
            .with_untracked(|chart| lay_out(chart, scale, f64::NEG_INFINITY..f64::INFINITY).stepped(from, step));
        self.open.set(None);
        self.pointed.set(None);
        self.walked.set(next);
        request_animation_frame(|| page::reveal("[data-ring]"));
    }

    /// What the mark says that is open, pointed at, or walked to.
    fn card(self) -> Option<impl IntoView + use<>> {
        let open = self.open.get();
        let walked = || self.walked.get().filter(|_| self.has_focus.get());
        let place = open.or_else(|| self.pointed.get()).or_else(walked)?;
        let (mark, middle_px) = self.mark(place)?;
        let width = self.motion.width_px.get();
        let is_left = width < mark.x_px + CARD_PX && CARD_PX < mark.x_px;
        let left = if is_left {
            mark.x_px - mark.half_px
        } else {
            (mark.x_px + mark.half_px).min((width - CARD_PX).max(0.0))
        };
        let days = self.days_of(&mark);
        let on_close = Callback::new(move |()| {
            self.open.set(None);
            page::focus("[data-marks]");
        });
        let on_nearer = Callback::new(move |()| {
            self.open.set(None);
            if let Some(days) = days {
                self.motion.show_days(days);
            }
            page::focus("[data-marks]");
        });
        let words = self.words(&mark);
        Some(view! { <MarkCard words at_px=(left, middle_px) is_left is_open=open.is_some() on_close on_nearer /> })
    }

    /// All the days for which the facts of a mark stand.
    fn days_of(self, mark: &Mark) -> Option<Period> {
        self.chart.with_untracked(|chart| {
            let period = |place: &FactPlace| {
                let row = chart.lanes.get(place.lane)?.rows.get(place.row)?;
                row.facts.get(place.fact).map(|fact| fact.period)
            };
            let periods = mark.facts.iter().filter_map(period);
            periods
                .reduce(|all, one| Period::new(all.first().min(one.first()), all.last().max(one.last())).unwrap_or(all))
        })
    }
}

/// Around the mark to which the keyboard has walked.
#[component]
fn Ring(
    /// The drawing.
    plot: PlotState,
) -> impl IntoView {
    move || {
        let (mark, middle_px) = plot.walked.get().and_then(|place| plot.mark(place))?;
        let has_focus = plot.has_focus.get();
        Some(view! {
            <div class="mark-ring" class:has-focus=has_focus data-ring="" aria-hidden="true" style:left=format!("{:.1}px", mark.x_px - mark.half_px)
                style:top=format!("{middle_px:.1}px") style:width=format!("{:.1}px", 2.0 * mark.half_px)></div>
        })
    }
}

/// The mark under the pointer, by its first fact.
fn mark_under(event: &MouseEvent) -> Option<FactPlace> {
    let name = page::data_under(event.target().as_ref()?, "mark")?;
    let mut numbers = name.split('-').map(str::parse);
    let mut number = || numbers.next()?.ok();
    Some(FactPlace {
        lane: number()?,
        row: number()?,
        fact: number()?,
    })
}

fn is_in_card(event: &MouseEvent) -> bool {
    event
        .target()
        .is_some_and(|target| page::data_under(&target, "card").is_some())
}

/// Keeps the width of the drawing, and the part of it that is seen, in step with the window.
fn keep_in_step_with_window(width_px: RwSignal<f64>, is_narrow: RwSignal<bool>, seen: RwSignal<(f64, f64)>) {
    let measure = move || {
        let Some(whole) = page::width_of("[data-plot]") else {
            return;
        };
        is_narrow.set(whole < NARROW_PX);
        // What stands beside the drawing takes its new room first.
        request_animation_frame(move || {
            if let Some(width) = page::width_of("[data-lines]")
                && 0.5 <= (width_px.get_untracked() - width).abs()
            {
                width_px.set(width);
            }
        });
    };
    let look = move || {
        let Some((from, to)) = page::seen_part("[data-lines]") else {
            return;
        };
        let step = |px: f64| (px / SCROLLED_PX).round() * SCROLLED_PX;
        let now = (step(from) - AHEAD_PX, step(to) + AHEAD_PX);
        if seen.get_untracked() != now {
            seen.set(now);
        }
    };
    request_animation_frame(move || {
        measure();
        look();
    });
    let resize = window_event_listener(ev::resize, move |_| {
        measure();
        look();
    });
    let scroll = window_event_listener(ev::scroll, move |_| look());
    on_cleanup(move || {
        resize.remove();
        scroll.remove();
    });
}
