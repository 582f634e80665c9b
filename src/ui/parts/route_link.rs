//! A link to a page with a selection of its own.

use leptos::prelude::*;

use crate::route::Route;

/// A link to a route: its address says the whole selection, and following it sets just that.
#[component]
pub fn RouteLink(
    /// Where it leads.
    route: Route,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <a href=format!("#{}", route.to_fragment())>{children()}</a> }
}
