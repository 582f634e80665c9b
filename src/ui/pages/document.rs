//! One document, and who cites it.

use leptos::prelude::*;

use crate::domain::id::DocumentId;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::part;

/// One document, or a page that says that there is none of that name.
#[component]
pub fn DocumentPage(
    /// Its id, as the link has it.
    id: DocumentId,
) -> impl IntoView {
    let viewer = Viewer::here();
    let named = Memo::new(move |_| {
        viewer
            .dataset
            .record(viewer.route.read().fact.as_ref()?)
            .map(|(home, _)| home)
    });
    match viewer.dataset.documents.iter().position(|document| document.id == id) {
        Some(place) => part("document", move || {
            html::document(&viewer.tell(|context| context.document(place, named.get())))
        }),
        None => view! { <MissingPage noun="document" name=id.to_string() /> }.into_any(),
    }
}
