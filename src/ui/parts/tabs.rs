//! The tabs above the views of the selection.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::Viewer;

/// One tab for each view; the one that is shown is marked.
#[component]
pub fn Tabs() -> impl IntoView {
    let viewer = Viewer::here();
    let tab = move |page: &Page| {
        let (shown, name) = (page.clone(), name(page));
        let is_shown = move || viewer.page.read().is_same_view(&shown).then_some("page");
        // The whole selection, so that a tab opened in a new window shows the same.
        let page = page.clone();
        let href = move || format!("#{}", viewer.route.read().with_page(page.clone()).to_fragment());
        view! { <li><a href=href aria-current=is_shown data-tab=name.to_lowercase()>{name}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label="Views of the selection">
            <ul>{Page::VIEWS.iter().map(tab).collect_view()}</ul>
        </nav>
    }
}

fn name(page: &Page) -> &'static str {
    match page {
        Page::Timeline => "Timeline",
        Page::Presidency(_) => "Presidency",
        Page::Commitments => "Commitments",
        Page::Actors => "Actors",
        Page::Documents => "Documents",
        _ => "Table",
    }
}
