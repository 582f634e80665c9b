//! Everything about one measure.

use leptos::prelude::*;

use crate::domain::id::MeasureId;
use crate::query;
use crate::render::html::{self, Medium};
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::pages::measure_timeline::MeasureTimeline;
use crate::ui::parts::part;

/// One measure, or a page that says that there is none of that name.
#[component]
pub fn MeasurePage(
    /// Its id, as the link has it.
    id: MeasureId,
) -> impl IntoView {
    let viewer = Viewer::here();
    match viewer.dataset.measure_place(&id) {
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
    let neighbours = Memo::new(move |_| query::neighbours(&viewer.groups.read(), place, viewer.dataset.measures.len()));
    let trail = move || {
        let is_open = viewer.query.read().is_open();
        viewer.tell(|context| html::trail(&context.trail(place, &neighbours.read(), is_open)))
    };
    let aside = move || {
        let strip = viewer.context(&[]).presidency_strip(place, &viewer.chosen_terms());
        html::measure_aside(&view.read(), Some(&html::presidency_cells(&strip)), Medium::App).0
    };
    view! {
        <article class="measure-page" data-measure-page=measure.id.as_str()>
            {part("trail", trail)}
            <div class="measure-body">
                <div inner_html=move || html::measure_head(&view.read(), Medium::App).0></div>
                <MeasureTimeline place />
                <div inner_html=move || html::measure_lines(&view.read(), Medium::App).0></div>
            </div>
            <aside aria-label="Facts about the measure" inner_html=aside></aside>
        </article>
    }
}
