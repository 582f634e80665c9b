//! The handover brief of a Presidency, alone or beside another one.

use leptos::prelude::*;
use maud::html as markup;

use crate::render::html;
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::part;

/// Whose brief it is, and what narrows it.
#[component]
pub fn PresidencyHead() -> impl IntoView {
    let viewer = Viewer::here();
    part("brief-head", move || {
        let context = viewer.context(&[]);
        let picker = context.presidency_picker(&viewer.route.read(), viewer.presidencies.read().first().copied());
        let head = viewer.with_briefs(|briefs| context.brief_head(&viewer.query.read(), briefs?));
        markup! {
            (html::presidency_picker(&picker))
            @if let Some(head) = &head { (html::brief_head(head)) }
        }
    })
}

/// What the reader can set beside the filters.
#[component]
pub fn PresidencyTools() -> impl IntoView {
    let viewer = Viewer::here();
    let has_brief =
        Memo::new(move |_| viewer.with_briefs(|briefs| briefs.is_some_and(|briefs| !briefs.all().is_empty())));
    let tools = move || {
        let context = viewer.context(&[]);
        let tools = context.brief_tools(viewer.options.read().brief_by, &viewer.presidencies.read());
        html::brief_tools(&tools, &viewer.last_copy.read())
    };
    move || has_brief.get().then(|| part("brief-tools", tools))
}

/// The briefs, section beside section.
#[component]
pub fn PresidencyView() -> impl IntoView {
    let viewer = Viewer::here();
    part("brief", move || {
        let page = viewer.page.read();
        let named = match &*page {
            Page::Presidency(named) => named.as_ref(),
            _ => None,
        };
        let told = viewer.tell(|context| {
            viewer.with_briefs(|briefs| Some(context.brief_page(named, &viewer.query.read(), briefs?.all())))
        });
        told.as_ref().map(html::brief_page).unwrap_or_default()
    })
}
