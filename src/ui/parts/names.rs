//! Bodies by name, each a link to its page.

use leptos::prelude::*;

use crate::domain::id::BodyId;
use crate::render::html::links;
use crate::ui::Viewer;

/// Bodies by their short names, separated by commas.
#[component]
pub fn BodyNames(
    /// Which.
    ids: &'static [BodyId],
) -> impl IntoView {
    let names = Viewer::here().context(&[]).bodies(ids);
    view! { <span inner_html=links(&names).0></span> }
}
