//! What the reader must be told about the link that was followed.

use leptos::prelude::*;

use crate::query;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;
use crate::view;

/// Sentences about everything in the link that could not be honoured.
#[component]
pub fn Notices() -> impl IntoView {
    let viewer = Viewer::here();
    let notices = move || {
        let unknown = query::resolve(&viewer.route.read().query, viewer.index).1;
        let line = viewer.misnamed_line();
        html::notices(&view::notices(&viewer.issues.read(), &unknown, line.as_ref()))
    };
    view! { <div role="alert">{part("notices", notices)}</div> }
}
