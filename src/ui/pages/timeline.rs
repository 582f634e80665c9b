//! Every dated fact of the selection on one axis of time, and the same facts as a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{page, save};
use crate::chart::{Ink, Picture, Surroundings, Timeline, surroundings};
use crate::domain::date::{Day, Period};
use crate::query::Window;
use crate::timeline::{FactPlace, Glyph, Heights, Mark, TimeScale, View, lay_out, sheets};
use crate::ui::Viewer;
use crate::ui::charted::{Charted, Drawable};
use crate::ui::parts::{Choice, FactsInView, Motion, Overview, Plot};

/// The width of the drawing in a file and on paper, in pixels.
const FILE_WIDTH_PX: f64 = 1240.0;
/// How much of the lines stands on one sheet of A3, in pixels of that drawing.
const SHEET_PX: f64 = 860.0;
/// How many times as large as the drawing its PNG is.
const PNG_TIMES: f64 = 2.0;
/// What is said where a file cannot be saved.
const REFUSED: &str = "The browser did not let the file be saved. The page can be printed instead.";

/// What the lanes stand for.
#[component]
pub fn TimelineTools() -> impl IntoView {
    let viewer = Viewer::here();
    let lanes = Signal::derive(move || viewer.options.read().lanes);
    let on_choose = Callback::new(move |lanes| {
        viewer.arrange(|options| {
            options.lanes = lanes;
            // The keys are those of other lanes.
            options.folded_lanes.clear();
        });
    });
    view! { <Choice label="Lanes" name="lanes" now=lanes on_choose /> }
}

/// The drawing, its tools and its list, as soon as there is something to draw.
#[component]
pub fn TimelineView() -> impl IntoView {
    let viewer = Viewer::here();
    let charted: Charted = expect_context();
    let drawable = match viewer.is_printing {
        true => Memo::new(move |_| charted.at_once(viewer)),
        false => charted.drawable(),
    };
    let is_there = Memo::new(move |_| drawable.read().is_some());
    move || {
        let first = is_there.get().then(|| drawable.get_untracked()).flatten();
        first.map(|first| {
            let drawable = Signal::derive(move || drawable.get().unwrap_or_else(|| first.clone()));
            view! { <DrawnTimeline drawable /> }
        })
    }
}

/// The same once there is something to draw.
#[component]
fn DrawnTimeline(
    /// What can be drawn.
    drawable: Signal<Drawable>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let shown = Shown::new(viewer, drawable);
    let motion = shown.motion;
    let has_facts = Memo::new(move |_| {
        let is_in_time = viewer.query.read().window.meets(shown.around.read().whole);
        is_in_time && shown.timeline.with(|timeline| !timeline.heads.is_empty())
    });
    let left_out = move || {
        let undrawn = shown.timeline.with(|timeline| timeline.undrawn);
        let measures = match undrawn {
            0 => None,
            1 => Some("1 measure has no dated fact and no row. ".to_owned()),
            count => Some(format!("{count} measures have no dated fact and no row. ")),
        };
        let facts = match shown.timeline.with(|timeline| timeline.undated) {
            0 => None,
            1 => Some("1 fact or commitment without a date is not drawn. ".to_owned()),
            count => Some(format!(
                "{count} facts and commitments without a date are not drawn; they stand on the pages of their measures. "
            )),
        };
        view! { {measures} {facts} }
    };
    view! {
        <Overview shown=shown.seen() />
        // What is not there has no width to be measured: the drawing comes when there is something to draw.
        <Show when=move || has_facts.get() fallback=|| view! {
            <p class="nothing">"No dated fact fits all of this. Take a part out of the selection above, or clear it."</p>
        }>
            <div class="timeline-view">
                <div class="timeline-tools">
                    <GlyphKey />
                    <MotionButtons motion />
                    <SaveButtons shown />
                </div>
                {move || if viewer.is_printing {
                    view! { <Sheets shown /> }.into_any()
                } else {
                    view! {
                        <Plot timeline=shown.timeline around=shown.around as_of=shown.as_of motion label="Timeline of the selection" can_fold=true />
                    }.into_any()
                }}
                <p class="timeline-note">{left_out} "A row stays where it is, whatever time is looked at. Ctrl and the wheel zoom around the pointer; over the calendar the wheel alone does."</p>
                <FactsInView timeline=shown.timeline seen=shown.settled as_of=shown.as_of />
            </div>
        </Show>
    }
}

/// What is shown, worked out from the route.
#[derive(Clone, Copy)]
struct Shown {
    as_of: Signal<Day>,
    timeline: Signal<Timeline<'static>>,
    around: Signal<Surroundings>,
    settled: Signal<View>,
    motion: Motion,
}

impl Shown {
    fn new(viewer: Viewer, drawable: Signal<Drawable>) -> Self {
        let dataset = viewer.dataset;
        let today = page::today().and_then(|(year, month, day)| Day::new(year, month, day).ok());
        let as_of = Memo::new(move |_| drawable.read().query.day(dataset));
        let lanes = Memo::new(move |_| drawable.read().timeline.clone());
        let around = Memo::new(move |_| surroundings(dataset, as_of.get(), today));
        let whole = Memo::new(move |_| around.read().whole);
        let usual = Memo::new(move |_| {
            let lanes = lanes.read();
            around.read().usual(lanes.facts().map(|(_, fact)| fact.period))
        });
        let home = Signal::derive(move || View::of(usual.get()));
        let settled = Memo::new(move |_| match viewer.query.read().window {
            window if window.is_open() => View::of(usual.get()),
            window => View::of(window.within(whole.get())),
        });
        let on_rest = Callback::new(move |period: Period| {
            let is_home = period == usual.get_untracked();
            let window = if is_home { Window::default() } else { Window::of(period) };
            if viewer.query.read_untracked().window != window {
                viewer.select(|query| query.window = window);
            }
        });
        Self {
            as_of: as_of.into(),
            timeline: lanes.into(),
            around: around.into(),
            settled: settled.into(),
            motion: Motion::new(whole.into(), home, settled.into(), on_rest),
        }
    }

    /// The days that the drawing shows now.
    fn seen(self) -> Signal<Option<Period>> {
        Signal::derive(move || Some(self.motion.view().period()))
    }

    /// The whole of it at the present view, as files that stand alone: one, or as many as sheets are needed.
    fn files(self, is_in_sheets: bool) -> Vec<String> {
        let viewer = Viewer::here();
        let around = self.around.get_untracked();
        let timeline = self.timeline.get_untracked();
        let view = untrack(|| self.motion.view());
        let Ok(scale) = TimeScale::new(view, FILE_WIDTH_PX) else {
            return Vec::new();
        };
        let chart = around.chart(Arc::clone(&timeline.lanes), Heights::BESIDE);
        let as_of = self.as_of.get_untracked();
        let (title, source) = untrack(|| (viewer.selection_in_words(), viewer.source_in_words()));
        let says = |mark: &Mark| timeline.says(mark, as_of, viewer.dataset);
        let label = |place: FactPlace| timeline.label(place, as_of, viewer.dataset);
        let sheets = if is_in_sheets {
            sheets(&chart.lanes, chart.heights, SHEET_PX)
        } else {
            vec![f64::NEG_INFINITY..f64::INFINITY]
        };
        let file = |seen_px| {
            let drawing = lay_out(&chart, scale, seen_px, &label);
            let picture = Picture {
                drawing: &drawing,
                timeline: &timeline,
                ink: Ink::File,
                says: &says,
            };
            picture.whole_svg(&title, &source)
        };
        sheets.into_iter().map(file).collect()
    }
}

/// The drawing as it is printed: whole, on as many sheets as it needs.
#[component]
fn Sheets(
    /// What is shown.
    shown: Shown,
) -> impl IntoView {
    let sheets = shown.files(true).into_iter();
    view! { <div class="timeline-sheets">{sheets.map(|sheet| view! { <div class="timeline-sheet" inner_html=sheet></div> }).collect_view()}</div> }
}

/// The buttons that move the view.
#[component]
fn MotionButtons(
    /// The view.
    motion: Motion,
) -> impl IntoView {
    view! {
        <div class="motion" role="group" aria-label="Move the timeline">
            <button type="button" data-motion="earlier" title="Earlier" on:click=move |_| motion.step(false)><span aria-hidden="true">"‹"</span><span class="for-listeners">"Earlier"</span></button>
            <button type="button" data-motion="later" title="Later" on:click=move |_| motion.step(true)><span aria-hidden="true">"›"</span><span class="for-listeners">"Later"</span></button>
            <button type="button" data-motion="in" title="Zoom in" on:click=move |_| motion.zoom_in()><span aria-hidden="true">"+"</span><span class="for-listeners">"Zoom in"</span></button>
            <button type="button" data-motion="out" title="Zoom out" on:click=move |_| motion.zoom_out()><span aria-hidden="true">"−"</span><span class="for-listeners">"Zoom out"</span></button>
            <button type="button" data-motion="fit" on:click=move |_| motion.fit()>"Fit"</button>
        </div>
    }
}

/// The drawing as a file.
#[component]
fn SaveButtons(
    /// What is shown.
    shown: Shown,
) -> impl IntoView {
    let message = RwSignal::new("");
    let on_svg = move |_| {
        let file = shown.files(false).pop().unwrap_or_default();
        let is_saved = save::save_text("iss-timeline.svg", "image/svg+xml", &file);
        message.set(if is_saved {
            "Saved as iss-timeline.svg."
        } else {
            REFUSED
        });
    };
    let on_png = move |_| {
        let file = shown.files(false).pop().unwrap_or_default();
        let size = size_of(&file);
        save::save_png("iss-timeline.png".to_owned(), &file, size, PNG_TIMES, move |is_saved| {
            message.set(if is_saved {
                "Saved as iss-timeline.png."
            } else {
                REFUSED
            });
        });
    };
    view! {
        <div class="save" role="group" aria-label="Save the drawing">
            <button type="button" data-save="svg" on:click=on_svg>"Save as SVG"</button>
            <button type="button" data-save="png" on:click=on_png>"PNG"</button>
            <span role="status" data-saved="">{message}</span>
        </div>
    }
}

/// What the shapes mean, each beside its words.
#[component]
fn GlyphKey() -> impl IntoView {
    let glyph = |glyph: Glyph, is_hollow: bool, says: &'static str| {
        view! {
            <li>
                <svg class="fact-mark" class:is-planned=is_hollow viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d=glyph.path() /></svg>
                {says}
            </li>
        }
    };
    view! {
        <ul class="glyph-key" aria-label="Marks">
            {glyph(Glyph::Circle, false, "meeting, discussion")}
            {glyph(Glyph::Diamond, false, "adoption, legal act")}
            {glyph(Glyph::Square, false, "report, document")}
            {glyph(Glyph::Flag, false, "deadline")}
            {glyph(Glyph::Circle, true, "hollow: planned, or not done")}
            <li><span class="key-count" aria-hidden="true">"3"</span> "several, opens"</li>
            <li><span class="key-late" aria-hidden="true"></span> "late, or put off"</li>
        </ul>
    }
}

/// The size of a drawing, as its first element says.
fn size_of(svg: &str) -> (f64, f64) {
    let side = |name: &str| {
        let (_, rest) = svg.split_once(&format!("{name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    (side("width").unwrap_or_default(), side("height").unwrap_or_default())
}
