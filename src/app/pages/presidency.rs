//! The handover brief of a Presidency, alone or beside another one.

use leptos::prelude::*;
use maud::{Markup, html as markup};

use crate::app::Viewer;
use crate::app::places::PageParts;
use crate::render::html;
use crate::route::Page;

/// The briefs, side by side; their head is above.
pub fn view(viewer: Viewer) -> PageParts {
    let mut parts = PageParts::text(move || {
        let page = viewer.page.read();
        let named = match &*page {
            Page::Presidency(named) => named.as_ref(),
            _ => None,
        };
        let told = viewer.tell(|context| {
            viewer.with_briefs(|briefs| Some(context.brief_page(named, &viewer.query.read(), briefs?.all())))
        });
        told.as_ref().map(html::brief_page).unwrap_or_default()
    });
    parts.say("view-head", move || {
        let context = viewer.context(&[]);
        let picker = context.presidency_picker(&viewer.route.read(), viewer.presidencies.read().first().copied());
        let head = viewer.with_briefs(|briefs| context.brief_head(&viewer.query.read(), briefs?));
        markup! {
            (html::presidency_picker(&picker))
            @if let Some(head) = &head { (html::brief_head(head)) }
        }
    });
    parts.say("view-tools", move || {
        if viewer.with_briefs(|briefs| briefs.is_none_or(|briefs| briefs.all().is_empty())) {
            return Markup::default();
        }
        let context = viewer.context(&[]);
        let tools = context.brief_tools(viewer.options.read().brief_by, &viewer.presidencies.read());
        html::brief_tools(&tools, &viewer.last_copy.read())
    });
    parts
}
