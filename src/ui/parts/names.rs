//! Lists of bodies and documents by name, each a link to its page.

use leptos::prelude::*;

use crate::domain::id::{BodyId, DocumentId};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::PageLink;

/// Bodies by their short names, separated by commas.
#[component]
pub fn BodyNames(
    /// Which.
    ids: &'static [BodyId],
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let bodies = ids.iter().filter_map(|id| dataset.body(id.as_str()));
    let name = |(number, body): (usize, &'static crate::domain::body::Body)| {
        view! {
            {(0 < number).then_some(", ")}
            <PageLink page=Page::Body(body.id.clone())>{body.short.as_str()}</PageLink>
        }
    };
    bodies.enumerate().map(name).collect_view()
}

/// Documents by their numbers, separated by commas.
#[component]
pub fn DocumentNames(
    /// Which.
    ids: &'static [DocumentId],
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let documents = ids.iter().filter_map(|id| dataset.document(id.as_str()));
    let name = |(number, document): (usize, &'static crate::domain::document::Document)| {
        view! {
            {(0 < number).then_some(", ")}
            <PageLink page=Page::Document(document.id.clone())>{document.name()}</PageLink>
        }
    };
    documents.enumerate().map(name).collect_view()
}
