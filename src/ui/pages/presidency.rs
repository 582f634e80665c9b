//! The handover brief of a Presidency, alone or beside another one.

use leptos::prelude::*;
use maud::html as markup;

use crate::export;
use crate::query::Briefs;
use crate::render::html;
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{CopyText, part};

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
    let text = Callback::new(move |()| {
        let context = viewer.context(&[]);
        let briefs = viewer.briefed.at_once();
        let briefs = briefs.iter().flat_map(Briefs::all);
        let texts: Vec<String> = briefs.map(|brief| export::brief_markdown(brief, &context)).collect();
        texts.join("\n")
    });
    let tools = move || {
        let context = viewer.context(&[]);
        html::brief_tools(&context.brief_tools(viewer.options.read().brief_by, &viewer.presidencies.read()))
    };
    move || {
        has_brief
            .get()
            .then(|| view! { {part("brief-tools", tools)} <CopyText label="Copy as Markdown" what="brief" text /> })
    }
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
        viewer.tell(|context| {
            viewer.with_briefs(|briefs| {
                html::brief_page(&context.brief_page(named, &viewer.query.read(), briefs.map(Briefs::all)))
            })
        })
    })
}
