//! The views of one selection: tabs above, filters beside, the selection in a sentence, and the view itself.

use leptos::prelude::*;
use maud::{Markup, html as markup};
use web_sys::KeyboardEvent;

use crate::app::Viewer;
use crate::app::announce::announce;
use crate::app::memo::{Memo, effect};
use crate::app::pages::{actors, commitments, documents, presidency, table, timeline};
use crate::app::places::{PageParts, keep_attribute};
use crate::browser::{self, listen};
use crate::query;
use crate::render::html;
use crate::route::Page;
use crate::view;
use crate::words::{counts, filters, other_hits};

/// The selection in a view.
pub fn views(viewer: Viewer, view: &Page) -> PageParts {
    let parts = match view {
        Page::Presidency(_) => presidency::view(viewer),
        Page::Timeline => timeline::view(viewer),
        Page::Commitments => commitments::view(viewer),
        Page::Actors => actors::view(viewer),
        Page::Documents => documents::view(viewer),
        _ => table::view(viewer),
    };
    around(viewer, view.clone(), parts)
}

/// A view with its frame.
fn around(viewer: Viewer, view: Page, view_parts: PageParts) -> PageParts {
    let is_brief = matches!(view, Page::Presidency(_));
    let others = Memo::new(move |_| query::other_hits(&viewer.aside_query.read(), viewer.unit.get(), viewer.index));
    let mut parts = view_parts.within(move |view, text| html::views(viewer.is_printing, view, text));
    if !is_brief {
        parts.say("view-head", move || {
            let counts = (viewer.count.get(), viewer.all.get());
            let context = viewer.context(&[]);
            let selection = context.selection(&viewer.query.read(), viewer.unit.get(), counts);
            markup! { (html::selection(&selection)) (html::other_hits_link(others.read().count(), counts.0 == 0)) }
        });
    }
    if viewer.is_printing {
        return parts;
    }
    parts.say("other-hits", move || {
        let count = viewer.count.get();
        html::other_hits(&viewer.tell(|context| context.other_hits(&others.read(), &viewer.aside.read(), count)))
    });
    parts.say("filters", move || filters(viewer, &view));
    parts.say("tabs", move || html::tabs(&view::tabs(&viewer.route.read())));
    parts.say("as-of-choice", move || {
        html::as_of_choice(&viewer.tell(|context| context.as_of_choice(viewer.day_hint.get())))
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
            let is_alone = viewer.count.get() == 0;
            counts::announced(
                &viewer.count_in_words(),
                (0 < more).then(|| other_hits::more(more, is_alone)),
            )
        });
        keep_focus_in_sheet(viewer.shows_filters);
    });
    parts
}

/// The filters beside a view.
fn filters(viewer: Viewer, view: &Page) -> Markup {
    let (unit, all, role) = (viewer.unit.get(), viewer.all.get(), viewer.aside_query.read().role);
    let counts = viewer.facet_counts.read();
    viewer.tell(|context| html::filters(&context.filters(view, &counts, unit, all, role)))
}

/// While the filters cover the page, nothing behind them can be reached; afterwards the focus is back at the button.
fn keep_focus_in_sheet(is_sheet_open: RwSignal<bool>) {
    const BEHIND: &str = ".top-bar, .view-side, .foot, .skip-link";
    listen("#filters", "keydown", move |event: &KeyboardEvent| {
        if event.key() == "Escape" {
            is_sheet_open.set(false);
        }
    });
    keep_attribute(".views", "class", move || {
        Some(
            if is_sheet_open.get() {
                "views has-sheet"
            } else {
                "views"
            }
            .to_owned(),
        )
    });
    keep_attribute(".sheet-open", "aria-expanded", move || {
        Some(is_sheet_open.get().to_string())
    });
    let mut was_open = false;
    effect(move |_| {
        let is_open = is_sheet_open.get();
        browser::page::set_inert(BEHIND, is_open);
        match (was_open, is_open) {
            (_, true) => browser::page::focus("#filters input"),
            (true, false) => browser::page::focus(".sheet-open"),
            _ => false,
        };
        was_open = is_open;
    });
    on_cleanup(move || {
        is_sheet_open.set(false);
        browser::page::set_inert(BEHIND, false);
    });
}
