//! A link to a line of a measure or of a general report.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::ui::Viewer;

/// A link to the line itself. Its address is the clean one; following it keeps the selection.
#[component]
pub fn LineLink(
    /// Where the line stands.
    home: Home,
    /// The line's id.
    #[prop(into)]
    fact: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::here();
    let route = viewer.clean_route(viewer.page_of(home), Some(fact));
    view! { <a href=format!("#{}", route.to_fragment())>{children()}</a> }
}
