//! A link to a page of the app that keeps the reader's selection.

use leptos::prelude::*;
use web_sys::MouseEvent;

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
    let href = format!("#{}", viewer.clean_route(page.clone(), None).to_fragment());
    view! {
        <a href=href on:click=move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                viewer.open(page.clone());
            }
        }>{children()}</a>
    }
}

/// Whether a click asks for the same window: no modifier, main button.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
