//! One document, and who cites it.

use leptos::prelude::*;

use crate::domain::id::DocumentId;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::{named_line, part};

/// One document, or a page that says that there is none of that name.
#[component]
pub fn DocumentPage(
    /// Its id, as the link has it.
    id: DocumentId,
) -> impl IntoView {
    let viewer = Viewer::here();
    let named = named_line();
    match viewer.dataset.documents.iter().position(|document| document.id == id) {
        Some(place) => part("document", move || {
            let around = named.get().map(|(home, _)| home);
            html::document(&viewer.tell(|context| context.document(place, around)))
        }),
        None => view! { <MissingPage noun="document" name=id.to_string() /> }.into_any(),
    }
}
