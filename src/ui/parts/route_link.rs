//! A link to a page with a selection of its own.

use leptos::prelude::*;

use crate::browser::page;
use crate::route::Route;
use crate::ui::Viewer;
use crate::ui::parts::is_plain_click;

/// A link to a route: its address says the whole selection, and following it sets just that.
#[component]
pub fn RouteLink(
    /// Where it leads.
    route: Route,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::here();
    let href = format!("#{}", route.to_fragment());
    view! {
        <a href=href on:click=move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                viewer.follow(route.clone());
                // From one view to another the link goes with its view: the reader goes on at the new heading.
                request_animation_frame(|| {
                    page::scroll_to_top();
                    page::focus("main h1");
                });
            }
        }>{children()}</a>
    }
}
