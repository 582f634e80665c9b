//! The handover brief of a Presidency, alone or beside another one.

use leptos::prelude::*;
use maud::html as markup;

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::browser::page;
use crate::render::html;
use crate::route::Page;
use crate::view::BriefPageView;

/// The briefs, side by side; their head is above.
pub fn view(viewer: Viewer) -> PageParts {
    let told = Memo::new(move |_| {
        let page = viewer.page.read();
        let named = match &*page {
            Page::Presidency(named) => named.as_ref(),
            _ => None,
        };
        viewer.tell(|context| {
            viewer.with_briefs(|briefs| Some(context.brief_page(named, &viewer.query.read(), briefs?.all())))
        })
    });
    let mut parts = PageParts::text(move || told.with(|told| told.as_ref().map(html::brief_page).unwrap_or_default()));
    parts.say("page-parts", move || {
        let parts = told.with(|told| told.as_ref().map(BriefPageView::parts).unwrap_or_default());
        html::page_parts(&parts)
    });
    parts.say("view-head", move || {
        let context = viewer.context(&[]);
        let picker = context.presidency_picker(&viewer.route.read(), viewer.presidencies.read().first().copied());
        let head = viewer.with_briefs(|briefs| context.brief_head(&viewer.query.read(), briefs?));
        markup! {
            (html::presidency_picker(&picker, &viewer.dataset.vocabulary))
            @if let Some(head) = &head { (html::brief_head(head)) }
        }
    });
    let has_brief = move || viewer.with_briefs(|briefs| briefs.is_some_and(|briefs| !briefs.all().is_empty()));
    parts.say("view-tools", move || {
        markup! { @if has_brief() { (html::brief_tools(&viewer.last_copy.read())) } }
    });
    arranged(&mut parts, move || {
        let context = viewer.context(&[]);
        let tools = context.brief_tools(viewer.options.read().brief_by, &viewer.presidencies.read());
        markup! { @if has_brief() { (html::arrange_brief(&tools, &viewer.dataset.vocabulary)) } }
    });
    // The page is hidden until all of it is there.
    parts.start(|| request_animation_frame(|| page::reveal_across(".presidency-picker > ul", "[aria-current]")));
    parts
}
