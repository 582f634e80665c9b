//! The table of measures.

use leptos::prelude::*;
use maud::html;

use crate::chart::surroundings;
use crate::domain::keyed::Keyed;
use crate::query::Column;
use crate::render::html::{choice, sort_choice, strip_key};
use crate::ui::Viewer;
use crate::ui::parts::{ColumnHead, MeasureRows, Overview, part};
use crate::view::Setting;

/// What the reader can set beside the filters.
#[component]
pub fn TableTools() -> impl IntoView {
    let viewer = Viewer::here();
    part("table-tools", move || {
        let options = viewer.options.read();
        html! { (choice(Setting::Grouping, options.grouping)) (sort_choice(options.sort)) (strip_key()) }
    })
}

/// The measures that match, one row each.
#[component]
pub fn TableView() -> impl IntoView {
    let viewer = Viewer::here();
    let sort = Signal::derive(move || viewer.options.read().sort);
    let on_sort = Callback::new(move |sort| viewer.arrange(|options| options.sort = sort));
    let all_time = surroundings(viewer.dataset, viewer.dataset.edition.status_date, None).whole;
    let counted = RwSignal::new(None);
    let empty = move || {
        viewer.matches.read().is_empty().then(|| view! {
            <p class="nothing">"No measure fits all of this. Take a part out of the selection above, or clear it."</p>
        })
    };
    let shown = Signal::derive(move || {
        let window = viewer.aside_query.read().window;
        (!window.is_open()).then(|| window.within(all_time))
    });
    view! {
        <Overview shown />
        <table role="table" class="measures" aria-rowcount=move || counted.get() data-grouping=move || viewer.options.read().grouping.key() hidden=move || viewer.matches.read().is_empty()>
            <caption class="for-listeners">"Measures of the renewed EU Internal Security Strategy"</caption>
            <thead role="rowgroup">
                <tr role="row">{Column::ALL.iter().map(|column| view! { <ColumnHead column=*column sort on_sort /> }).collect_view()}</tr>
            </thead>
            <MeasureRows counted />
        </table>
        {empty}
    }
}
