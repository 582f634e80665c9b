//! A text with the reader's search hits marked.

use leptos::prelude::*;

use crate::query::highlight;
use crate::render::html;
use crate::ui::Viewer;

/// A text in which the words that are looked for are marked.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: Oco<'static, str>,
) -> impl IntoView {
    let words = Viewer::here().words;
    view! { <span inner_html=move || html::marked(&highlight(&text, &words.read())).0></span> }
}
