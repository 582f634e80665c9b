//! The views of one selection: filters beside, the selection in a sentence, and the view itself.

use leptos::prelude::*;
use maud::{Markup, html as markup};

use crate::app::announce::announce;
use crate::app::memo::Memo;
use crate::app::pages::sheet::keep_sheet;
use crate::app::pages::{actors, commitments, documents, presidency, table, timeline};
use crate::app::places::PageParts;
use crate::app::{Viewer, texts};
use crate::query::{self, Briefs};
use crate::render::html;
use crate::route::Page;
use crate::view::CountedFacts;
use crate::words::{counts, filters, other_hits};

/// The selection in a view.
pub fn views(viewer: Viewer, view: &Page) -> PageParts {
    let counted = Memo::new(move |_| match &*viewer.page.read() {
        Page::Actors => viewer.tell(|context| context.counted_facts(&viewer.query.read(), &viewer.options.read())),
        _ => None,
    });
    let parts = match view {
        Page::Presidency(_) => presidency::view(viewer),
        Page::Timeline => timeline::view(viewer),
        Page::Commitments => commitments::view(viewer),
        Page::Actors => actors::view(viewer, counted),
        Page::Documents => documents::view(viewer),
        _ => table::view(viewer),
    };
    around(viewer, view.clone(), parts, counted)
}

/// A view with its frame.
fn around(viewer: Viewer, view: Page, view_parts: PageParts, counted: Memo<Option<CountedFacts>>) -> PageParts {
    let is_brief = matches!(view, Page::Presidency(_));
    let (is_table, is_documents) = (view == Page::Table, view == Page::Documents);
    let others = Memo::new(move |_| {
        texts::track();
        query::other_hits(&viewer.aside_query.read(), viewer.unit.get(), viewer.index)
    });
    let mut parts = view_parts.within(move |view, text| html::views(viewer.is_printing, view, text));
    if !is_brief {
        parts.say("view-head", move || {
            let counts = (viewer.count.get(), viewer.all.get());
            let context = viewer.context(&[]);
            let selection = context.selection(&viewer.query.read(), viewer.unit.get(), counts);
            let options = viewer.options.read();
            let has_order = (is_table && options.sort.is_some()) || (is_documents && options.document_sort.is_some());
            let are_sorted = has_order && viewer.query.read().has_words();
            let selection = selection.counting((*counted.read()).as_ref());
            let has_choice = is_table && !viewer.is_printing && viewer.dataset.afterwards.is_some();
            let beside = markup! {
                @if has_choice { (html::later_column(&options, &viewer.dataset.vocabulary)) }
                (html::other_hits_link(others.read().count(), counts.0 == 0, are_sorted))
            };
            html::selection(&selection, &beside)
        });
    }
    if viewer.is_printing {
        return parts;
    }
    parts.say("other-hits", move || {
        let count = viewer.count.get();
        html::other_hits(&viewer.tell(|context| context.other_hits(&others.read(), &viewer.aside.read(), count)))
    });
    let beside = view.clone();
    parts.say("filters", move || filters(viewer, &beside));
    parts.say("folded-key", move || {
        html::folded_key(&view, &viewer.dataset.vocabulary)
    });
    parts.say("sheet-clear", move || {
        let is_narrow = |briefs: &Briefs<'_>| briefs.all().iter().any(|brief| !brief.narrowed_by.is_empty());
        html::clear_all(viewer.with_briefs(|briefs| briefs.map_or_else(|| !viewer.query.read().is_open(), is_narrow)))
    });
    parts.say("sheet-count", move || {
        let noun = if is_brief {
            filters::ITEMS
        } else {
            query::noun(viewer.unit.get())
        };
        markup! { (viewer.count.get()) " " (noun) }
    });
    parts.start(move || {
        announce("[data-place=announced]", move || {
            let more = others.read().count();
            let is_alone = viewer.count.get() == 0 && 0 < more;
            let counted = counted.read();
            let listed = (*counted).as_ref().map(|counted| counted.title.as_str());
            let count = counts::after_listed(listed, &viewer.count_in_words());
            counts::announced(&count, is_alone.then(|| other_hits::more(more, true)))
        });
        keep_sheet(viewer);
    });
    parts
}

/// How a view is arranged, in the bar above it and, on a phone, in the sheet of filters.
pub fn arranged(parts: &mut PageParts, html: impl Fn() -> Markup + Copy + Send + Sync + 'static) {
    parts.say("arrange", html);
    parts.say("sheet-arrange", html);
}

/// The filters beside a view.
fn filters(viewer: Viewer, view: &Page) -> Markup {
    let (unit, all, role) = (viewer.unit.get(), viewer.all.get(), viewer.aside_query.read().role);
    let counts = viewer.facet_counts.read();
    viewer.tell(|context| html::filters(&context.filters(view, &counts, unit, all, role)))
}
