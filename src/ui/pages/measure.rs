//! Everything about one measure.

use leptos::prelude::*;

use crate::domain::id::MeasureId;
use crate::domain::measure::Measure;
use crate::query::{self, Facet};
use crate::render::html;
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::pages::measure_timeline::MeasureTimeline;
use crate::ui::parts::{PageLink, PrioritySwatch, presidency_strip};

/// One measure, or a page that says that there is none of that name.
#[component]
pub fn MeasurePage(
    /// Its id, as the link has it.
    id: MeasureId,
) -> impl IntoView {
    let viewer = Viewer::here();
    match viewer.dataset.measures.iter().position(|measure| measure.id == id) {
        Some(place) => view! { <FoundMeasure place /> }.into_any(),
        None => view! { <MissingPage noun="measure" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundMeasure(
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let measure = viewer.measure(place);
    let view = Memo::new(move |_| viewer.context(&viewer.words.read()).measure(place));
    let aside = move || html::measure_aside(&view.read(), &presidency_strip(viewer, place)).0;
    view! {
        <article class="measure-page" data-measure-page=measure.id.as_str()>
            <Trail measure place />
            <div class="measure-body">
                <div inner_html=move || html::measure_head(&view.read()).0></div>
                <MeasureTimeline place />
                <div inner_html=move || html::measure_lines(&view.read()).0></div>
            </div>
            <aside aria-label="Facts about the measure" inner_html=aside></aside>
        </article>
    }
}

/// Where the reader is, and the ways to the neighbours within the selection.
#[component]
fn Trail(
    /// The measure.
    measure: &'static Measure,
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let priority = dataset.priority(measure.priority.as_str());
    let key = measure.priority.to_string();
    let neighbours = Memo::new(move |_| query::neighbours(&viewer.groups.read(), place, viewer.dataset.measures.len()));
    let link = move |neighbour: Option<usize>, before: &'static str, after: &'static str, says: &'static str| {
        neighbour.map(|neighbour| {
            let other = viewer.measure(neighbour);
            view! {
                <PageLink page=Page::Measure(other.id.clone())>
                    <span class="for-listeners">{says} " measure, "</span> {before} {other.number.as_str()} {after}
                </PageLink>
            }
        })
    };
    view! {
        <nav class="trail" aria-label="Where you are">
            <p>
                <a href="#/table">{move || if viewer.query.read().is_open() { "All measures" } else { "Selection" }}</a>
                " / "
                <button type="button" class="quiet" on:click=move |_| viewer.select(|query| {
                    *query = query.opened();
                    query.toggle(Facet::Priority, &key);
                })>
                    <PrioritySwatch id=measure.priority.as_str() />
                    {priority.map(|priority| priority.short_title.as_str())}
                </button>
            </p>
            <p class="neighbours">
                {move || link(neighbours.read().before, "‹ ", "", "Previous")}
                <span>{move || format!("{} of {}", neighbours.read().number, neighbours.read().count)}</span>
                {move || link(neighbours.read().after, "", " ›", "Next")}
            </p>
        </nav>
    }
}
