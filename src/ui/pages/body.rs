//! One body, and everything on it.

use leptos::prelude::*;

use crate::domain::id::BodyId;
use crate::query;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::part;

/// One body, or a page that says that there is none of that name.
#[component]
pub fn BodyPage(
    /// Its id, as the link has it.
    id: BodyId,
) -> impl IntoView {
    let viewer = Viewer::here();
    match viewer.dataset.body(&id) {
        Some(body) => {
            let profile = query::body_profile(&body.id, viewer.dataset);
            part("body", move || {
                html::body(&viewer.tell(|context| context.body(body, &profile)))
            })
        }
        None => view! { <MissingPage noun="body" name=id.to_string() /> }.into_any(),
    }
}
