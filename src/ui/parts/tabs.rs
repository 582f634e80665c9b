//! The tabs above the views of the selection.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::PageLink;

/// One tab for each view; the one that is shown is marked.
#[component]
pub fn Tabs() -> impl IntoView {
    let viewer = Viewer::here();
    let tab = move |page: &Page| {
        let (shown, name) = (page.clone(), name(page));
        let is_shown = move || (*viewer.page.read() == shown).then_some("page");
        view! { <li><PageLink page=page.clone() attr:aria-current=is_shown>{name}</PageLink></li> }
    };
    view! {
        <nav class="tabs" aria-label="Views of the selection">
            <ul>{Page::VIEWS.iter().map(tab).collect_view()}</ul>
        </nav>
    }
}

fn name(page: &Page) -> &'static str {
    match page {
        Page::Commitments => "Commitments",
        Page::Actors => "Actors",
        Page::Documents => "Documents",
        _ => "Table",
    }
}
