//! A measure's own small timeline, beside what other documents say of the same things.

use leptos::prelude::*;

use crate::browser::page;
use crate::chart::{surroundings, timeline_of_measure};
use crate::domain::date::{Day, Period};
use crate::timeline::View;
use crate::ui::Viewer;
use crate::ui::parts::{Motion, Plot};

/// The dated facts of the measure, and in a row for each other document what it says of the same things.
#[component]
pub fn MeasureTimeline(
    /// The measure's place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let as_of = Memo::new(move |_| viewer.query.read().day(dataset));
    let timeline = Memo::new(move |_| timeline_of_measure(place, as_of.get(), dataset));
    if timeline.with_untracked(|timeline| timeline.heads.is_empty()) {
        return ().into_any();
    }
    let today = page::today().and_then(|(year, month, day)| Day::new(year, month, day).ok());
    let around = Memo::new(move |_| surroundings(dataset, as_of.get(), today));
    let whole = Memo::new(move |_| around.read().whole);
    let usual = Memo::new(move |_| {
        let timeline = timeline.read();
        around.read().usual(timeline.facts().map(|(_, fact)| fact.period))
    });
    // A small drawing is looked at in passing: where it was moved to is in no link.
    let seen = RwSignal::new(None::<Period>);
    let home = Signal::derive(move || View::of(usual.get()));
    let settled = Signal::derive(move || View::of(seen.get().unwrap_or_else(|| usual.get())));
    let on_rest = Callback::new(move |period| seen.set(Some(period)));
    let motion = Motion::new(whole.into(), home, settled, on_rest);
    view! {
        <section class="measure-timeline" aria-labelledby="measure-timeline">
            <h2 id="measure-timeline">"Timeline"</h2>
            <Plot timeline around as_of motion label="Timeline of the measure" is_small=true />
        </section>
    }
    .into_any()
}
