//! Every dated fact of the selection on one axis of time, and the same facts as a list.

use leptos::prelude::*;
use maud::html;

use crate::render::html::{choice, drawing_tools, facts_in_view, nothing_matches};
use crate::ui::Viewer;
use crate::ui::announce::announce;
use crate::ui::charted::{Charted, Drawable};
use crate::ui::drawn_timeline::{DrawnTimeline, TimelineOnPage};
use crate::ui::parts::{Overview, Plot, part};
use crate::view::{FactsInView, Setting, undrawn_in_words};

/// What the lanes stand for.
pub fn timeline_tools() -> AnyView {
    let viewer = Viewer::here();
    part("timeline-tools", move || {
        choice(Setting::Lanes, viewer.options.read().lanes)
    })
}

/// The drawing, its tools and its list, as soon as there is something to draw.
#[component]
pub fn TimelineView() -> impl IntoView {
    let viewer = Viewer::here();
    let charted: Charted = expect_context();
    let drawable = match viewer.is_printing {
        true => Memo::new(move |_| charted.at_once()),
        false => charted.drawable(),
    };
    let is_there = Memo::new(move |_| drawable.read().is_some());
    move || {
        let first = is_there.get().then(|| drawable.get_untracked()).flatten();
        first.map(|first| {
            let drawable = Signal::derive(move || drawable.get().unwrap_or_else(|| first.clone()));
            view! { <Drawn drawable /> }
        })
    }
}

/// The same once there is something to draw.
#[component]
fn Drawn(
    /// What can be drawn.
    drawable: Signal<Drawable>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let drawn = DrawnTimeline::new(viewer, drawable);
    let motion = drawn.motion;
    let has_facts = Memo::new(move |_| {
        let is_in_time = viewer.query.read().window.meets(drawn.around.read().whole);
        is_in_time && drawn.timeline.with(|timeline| !timeline.heads.is_empty())
    });
    let shown = Signal::derive(move || Some(motion.view().period()));
    // What is not there has no width to be measured: the drawing comes when there is something to draw.
    let inside = move || match (has_facts.get(), viewer.is_printing) {
        (false, _) => part("no-facts", || nothing_matches("dated facts")),
        (true, true) => sheets(drawn),
        (true, false) => on_screen(viewer, drawn),
    };
    view! { <Overview shown /> {inside} }
}

/// The drawing as it is printed: whole, on as many sheets as it needs.
fn sheets(drawn: DrawnTimeline) -> AnyView {
    let sheets = drawn.sheets().into_iter();
    let sheets = sheets.map(|sheet| view! { <div class="timeline-sheet" inner_html=sheet></div> });
    view! { <div class="timeline-sheets">{sheets.collect_view()}</div> }.into_any()
}

/// The drawing with its tools, and its facts as a list.
fn on_screen(viewer: Viewer, drawn: DrawnTimeline) -> AnyView {
    let on_page: TimelineOnPage = expect_context();
    on_page.set(drawn);
    let note = move || {
        html! {
            p.timeline-note {
                (drawn.timeline.with(undrawn_in_words))
                "Rows stay in place whatever period is shown. Ctrl and the wheel zoom around the pointer; over the calendar the \
                 wheel alone does."
            }
        }
    };
    let facts = Memo::new(move |_| {
        let period = drawn.settled.get().period();
        viewer.tell(|context| drawn.timeline.with(|timeline| context.facts_in_view(timeline, period)))
    });
    announce(".facts-in-view > [data-announced]", move || {
        facts.with(|facts: &FactsInView| facts.summary.clone())
    });
    view! {
        <div class="timeline-view">
            {part("drawing-tools", move || drawing_tools(drawn.message.get()))}
            <Plot timeline=drawn.timeline around=drawn.around as_of=drawn.as_of motion=drawn.motion label="Timeline of the selection" can_fold=true />
            {part("timeline-note", note)}
            {part("facts-in-view", move || facts_in_view(&facts.read()))}
        </div>
    }
    .into_any()
}
