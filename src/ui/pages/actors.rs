//! Who has to do with which measures: bodies, working parties and systems against Presidencies and priorities.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::query::{self, Facet, HeatAxes};
use crate::ui::Viewer;
use crate::ui::parts::{HeatLegend, HeatTable};

/// What stands in the rows and in the columns.
#[component]
pub fn ActorsTools() -> impl IntoView {
    let viewer = Viewer::here();
    let rows = Signal::derive(move || viewer.options.read().axes.rows());
    let columns = Signal::derive(move || viewer.options.read().axes.columns());
    let set = move |axes: Option<HeatAxes>| {
        if let Some(axes) = axes {
            viewer.arrange(|options| options.axes = axes);
        }
    };
    let on_rows = Callback::new(move |rows| set(HeatAxes::new(rows, columns.get_untracked())));
    let on_columns = Callback::new(move |columns| set(HeatAxes::new(rows.get_untracked(), columns)));
    view! {
        <AxisChoice label="Rows" key="rows" facets=&HeatAxes::ROWS now=rows other=columns on_choose=on_rows />
        <AxisChoice label="Columns" key="columns" facets=&HeatAxes::COLUMNS now=columns other=rows on_choose=on_columns />
    }
}

/// The choice of what stands on one axis. What stands on the other is not offered.
#[component]
fn AxisChoice(
    /// What the axis is called.
    label: &'static str,
    /// The axis, for tests.
    key: &'static str,
    /// What can stand on it.
    facets: &'static [Facet],
    /// What stands on it now.
    #[prop(into)]
    now: Signal<Facet>,
    /// What stands on the other axis.
    #[prop(into)]
    other: Signal<Facet>,
    /// Called with the reader's choice.
    on_choose: Callback<Facet>,
) -> impl IntoView {
    let option = move |facet: &Facet| {
        let facet = *facet;
        let is_taken = move || other.get() == facet;
        view! {
            <option value=facet.key() selected=move || now.get() == facet hidden=is_taken disabled=is_taken>{facet.label()}</option>
        }
    };
    let on_change = move |event| {
        if let Some(facet) = Facet::from_key(&event_target_value(&event)) {
            on_choose.run(facet);
        }
    };
    view! {
        <label>{label} " "
            <select data-axis=key prop:value=move || now.get().key() on:change=on_change>
                {facets.iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// The heat table.
#[component]
pub fn ActorsView() -> impl IntoView {
    let viewer = Viewer::here();
    let is_open = RwSignal::new(false);
    let counted = Memo::new(move |_| {
        let query = viewer.query.get();
        (query::heat(&query, viewer.options.read().axes, viewer.index), query)
    });
    move || {
        let (heat, query) = counted.get();
        if heat.rows.is_empty() {
            let says = match viewer.matches.read().is_empty() {
                true => "No measure fits all of this. Take a part out of the selection above, or clear it.",
                false => "None of the selected measures names one. Choose something else for the rows.",
            };
            return view! { <p class="nothing">{says}</p> }.into_any();
        }
        view! {
            <HeatLegend heat=heat.clone() />
            <HeatTable heat query is_open />
        }
        .into_any()
    }
}
