//! The selection in one sentence, whose parts can be taken out one by one.

use leptos::prelude::*;

use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;

/// `23 of 74 measures that the [Croatian Presidency ×] acted on or has plans for, naming [Europol ×]`.
#[component]
pub fn Selection() -> impl IntoView {
    let viewer = Viewer::here();
    part("selection", move || {
        let counts = (viewer.count.get(), viewer.all.get());
        let context = viewer.context(&[]);
        html::selection(&context.selection(&viewer.query.read(), viewer.unit.get(), counts))
    })
}
