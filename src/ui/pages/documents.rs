//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use leptos::prelude::*;

use crate::domain::date::PartialDate;
use crate::domain::keyed::Keyed;
use crate::query::{self, DocumentColumn};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{Marked, PageLink};

/// The documents that match, one row each.
#[component]
pub fn DocumentsView() -> impl IntoView {
    let viewer = Viewer::here();
    let cited = query::cited(viewer.dataset, viewer.index);
    let places = move || {
        let order = viewer.query.read().order;
        query::arrange_documents(viewer.documents.get(), order, viewer.dataset, viewer.index)
    };
    let is_empty = move || viewer.documents.read().is_empty();
    view! {
        <table role="table" class="references" hidden=is_empty>
            <caption class="for-listeners">"Documents that are cited"</caption>
            <thead role="rowgroup">
                <tr role="row">{DocumentColumn::ALL.iter().map(|column| view! { <ColumnHead column=*column /> }).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">
                <For each=places key=|place| *place let:place><Row place cited=cited[place] /></For>
            </tbody>
        </table>
        {move || is_empty().then(|| view! {
            <p class="nothing">"No document fits all of this. Take a part out of the selection above, or clear it."</p>
        })}
    }
}

#[component]
fn ColumnHead(
    /// The column.
    column: DocumentColumn,
) -> impl IntoView {
    let viewer = Viewer::here();
    let sort = move || viewer.query.read().order;
    let order = move || match sort() {
        sort if sort.column != column => None,
        sort if sort.is_descending => Some("descending"),
        _ => Some("ascending"),
    };
    view! {
        <th role="columnheader" scope="col" class=column.key() aria-sort=order>
            <button type="button" data-order=column.key()
                on:click=move |_| viewer.select(|query| query.order = query.order.clicked(column))>
                {column.label()}
                <span aria-hidden="true">{move || match order() {
                    Some("descending") => " ↓",
                    Some(_) => " ↑",
                    None => "",
                }}</span>
            </button>
        </th>
    }
}

#[component]
fn Row(
    /// The document's place in the dataset.
    place: usize,
    /// How many measures and sections of the general reports cite it.
    cited: usize,
) -> impl IntoView {
    let document = &Viewer::here().dataset.documents[place];
    view! {
        <tr role="row" class="reference-row" data-document=document.id.as_str()>
            <th role="rowheader" scope="row" class="document">
                <PageLink page=Page::Document(document.id.clone())><Marked text=document.name() /></PageLink>
                {document.number.as_ref().and(document.title.as_deref()).map(|title| view! { <span class="document-title"><Marked text=title /></span> })}
                {document.url().map(|url| view! {
                    <a class="register-link" href=url rel="noopener noreferrer" target="_blank"
                        aria-label=format!("{} in the official register", document.name())>"register ↗"</a>
                })}
            </th>
            <td role="cell" class="kind">{document.kind.label()}</td>
            <td role="cell" class="date">{document.date.map(PartialDate::in_short)}</td>
            <td role="cell" class="cited">{cited}</td>
        </tr>
    }
}
