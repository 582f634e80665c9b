//! The page for a link that names something that is not there.

use leptos::prelude::*;

use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;

/// Says that there is no such thing, and offers what the reader may have meant.
#[component]
pub fn MissingPage(
    /// What kind of thing it would have been.
    noun: &'static str,
    /// Its name, as the link has it.
    name: String,
) -> impl IntoView {
    let viewer = Viewer::here();
    part("missing", move || {
        html::missing(&viewer.tell(|context| context.missing(noun, &name)))
    })
}
