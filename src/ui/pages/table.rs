//! The table of measures.

use leptos::html::Thead;
use leptos::prelude::*;
use maud::html;

use crate::chart::surroundings;
use crate::domain::keyed::Keyed;
use crate::render::html::{choice, column_heads, nothing_matches, sort_choice, strip_key};
use crate::ui::Viewer;
use crate::ui::parts::{MeasureRows, Overview, part, text_in};
use crate::view::Setting;

/// What the reader can set beside the filters.
pub fn table_tools() -> AnyView {
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
    let all_time = surroundings(viewer.dataset, viewer.dataset.edition.status_date, None).whole;
    let counted = RwSignal::new(None);
    let is_empty = Memo::new(move |_| viewer.matches.read().is_empty());
    let shown = Signal::derive(move || {
        let window = viewer.aside_query.read().window;
        (!window.is_open()).then(|| window.within(all_time))
    });
    let head = NodeRef::<Thead>::new();
    let heads = text_in(head, move || column_heads(viewer.options.read().sort));
    view! {
        <Overview shown />
        <table role="table" class="measures" aria-rowcount=move || counted.get() data-grouping=move || viewer.options.read().grouping.key() hidden=is_empty>
            <caption class="for-listeners">"Measures of the renewed EU Internal Security Strategy"</caption>
            <thead role="rowgroup" node_ref=head inner_html=heads></thead>
            <MeasureRows counted />
        </table>
        {part("no-measures", move || html! { @if is_empty.get() { (nothing_matches("measures")) } })}
    }
}
