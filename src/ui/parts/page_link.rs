//! A link to a page of the app that keeps the reader's selection.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::Viewer;

/// A link to a page. Its address is the clean one that can be copied and sent; following it keeps the selection.
#[component]
pub fn PageLink(
    /// Where it leads.
    page: Page,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::here();
    let href = format!("#{}", viewer.clean_route(page, None).to_fragment());
    view! { <a href=href>{children()}</a> }
}
