//! Who has to do with which measures: bodies, working parties and systems against Presidencies and priorities.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::query::{self, Facet, HeatAxes};
use crate::ui::Viewer;

/// What stands in the rows and in the columns.
#[component]
pub fn ActorsTools() -> impl IntoView {
    let viewer = Viewer::here();
    let axes = move || viewer.query.read().axes;
    let select = move |label: &'static str, facets: &'static [Facet], now: Signal<Facet>, on: Callback<Facet>| {
        let option = move |facet: &Facet| {
            let facet = *facet;
            view! { <option value=facet.key() selected=move || now.get() == facet>{facet.label()}</option> }
        };
        view! {
            <label>{label} " "
                <select data-axis=label prop:value=move || now.get().key()
                    on:change=move |event| if let Some(facet) = Facet::from_key(&event_target_value(&event)) { on.run(facet) }>
                    {facets.iter().map(option).collect_view()}
                </select>
            </label>
        }
    };
    let set = move |axes: Option<HeatAxes>| {
        if let Some(axes) = axes {
            viewer.select(|query| query.axes = axes);
        }
    };
    let on_rows = Callback::new(move |rows| set(HeatAxes::new(rows, axes().columns())));
    let on_columns = Callback::new(move |columns| set(HeatAxes::new(axes().rows(), columns)));
    view! {
        {select("Rows", &HeatAxes::ROWS, Signal::derive(move || axes().rows()), on_rows)}
        {select("Columns", &HeatAxes::COLUMNS, Signal::derive(move || axes().columns()), on_columns)}
    }
}

/// The heat table.
#[component]
pub fn ActorsView() -> impl IntoView {
    let viewer = Viewer::here();
    let heat = Memo::new(move |_| {
        let query = viewer.query.read();
        query::heat(&query, query.axes, viewer.index)
    });
    move || view! { <p class="nothing">{heat.read().rows.len()} " rows"</p> }
}
