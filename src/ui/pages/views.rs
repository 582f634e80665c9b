//! The views of one selection: tabs above, filters beside, the selection in a sentence, and the view itself.

use leptos::prelude::*;
use maud::{Markup, html as markup};

use crate::browser;
use crate::query::{Facet, Unit};
use crate::render::html;
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::announce::announce;
use crate::ui::pages::actors::{ActorsTools, ActorsView};
use crate::ui::pages::commitments::{commitments_tools, commitments_view};
use crate::ui::pages::documents::{documents_tools, documents_view};
use crate::ui::pages::presidency::{PresidencyHead, PresidencyTools, PresidencyView};
use crate::ui::pages::table::{TableView, table_tools};
use crate::ui::pages::timeline::{TimelineView, timeline_tools};
use crate::ui::parts::{AsOfChoice, OverviewFacts, Selection, part};
use crate::view::{self, Action, filters_beside};

/// The selection, in the view that the route names.
#[component]
pub fn Views() -> impl IntoView {
    let viewer = Viewer::here();
    let is_printing = viewer.is_printing;
    OverviewFacts::provide(viewer);
    let is_sheet_open = viewer.shows_filters;
    if !is_printing {
        keep_focus_in_sheet(is_sheet_open);
        announce(".view-side > [data-announced]", move || viewer.count_in_words());
    }
    // Going from one Presidency to another keeps the view: only its inside changes.
    let view_of = Memo::new(move |_| match viewer.page.get() {
        Page::Presidency(_) => Page::Presidency(None),
        page => page,
    });
    let is_brief = Memo::new(move |_| matches!(*view_of.read(), Page::Presidency(_)));
    let filters = move || filters(viewer, &view_of.read());
    let tabs = move || html::tabs(&view::tabs(&viewer.route.read()));
    let noun = move || match viewer.unit.get() {
        _ if is_brief.get() => "items",
        Unit::Measures => "measures",
        Unit::Commitments => "commitments",
        Unit::Documents => "documents",
    };
    let head = move || match is_brief.get() {
        true => view! { <PresidencyHead /> }.into_any(),
        false => view! { <Selection /> }.into_any(),
    };
    let tools = move || match view_of.get() {
        Page::Presidency(_) => view! { <PresidencyTools /> }.into_any(),
        Page::Timeline => timeline_tools(),
        Page::Commitments => commitments_tools(),
        Page::Actors => view! { <ActorsTools /> }.into_any(),
        Page::Documents => documents_tools(),
        _ => table_tools(),
    };
    let inside = move || match view_of.get() {
        Page::Presidency(_) => view! { <PresidencyView /> }.into_any(),
        Page::Timeline => view! { <TimelineView /> }.into_any(),
        Page::Commitments => commitments_view(),
        Page::Actors => view! { <ActorsView /> }.into_any(),
        Page::Documents => documents_view(),
        _ => view! { <TableView /> }.into_any(),
    };
    let rail = move || {
        view! {
            <section class="rail" id="filters" aria-label="Filters"
                on:keydown=move |event| if event.key() == "Escape" { is_sheet_open.set(false) }>
                {part("filters", filters)}
                <button type="button" class="sheet-close" data-do=Action::ShowFilters(false).to_attribute()>
                    "Show " {viewer.count} " " {noun}
                </button>
            </section>
        }
    };
    let view_tools = move || {
        view! {
            <div class="view-tools">
                <button type="button" class="sheet-open" aria-controls="filters"
                    aria-expanded=move || is_sheet_open.get().to_string()
                    data-do=Action::ShowFilters(true).to_attribute()>"Filters"</button>
                <AsOfChoice />
                {tools}
            </div>
        }
    };
    view! {
        <div class="views" class:has-sheet=move || is_sheet_open.get()>
            {(!is_printing).then(rail)}
            <div class="view-side">
                {(!is_printing).then(|| part("tabs", tabs))}
                {head}
                {(!is_printing).then(view_tools)}
                {inside}
                {(!is_printing).then(|| view! { <p class="for-listeners" role="status" data-announced=""></p> })}
            </div>
        </div>
    }
}

/// The filters beside a view.
fn filters(viewer: Viewer, page: &Page) -> Markup {
    let (unit, all, role) = (viewer.unit.get(), viewer.all.get(), viewer.aside_query.read().role);
    let counts = viewer.facet_counts.read();
    viewer.tell(|context| {
        let filter = |facet: &Facet| html::filter(&context.filter(&counts[*facet as usize], unit, all, role));
        markup! { @for facet in filters_beside(page) { (filter(facet)) } }
    })
}

/// While the filters cover the page, nothing behind them can be reached; afterwards the reader is back at the button.
fn keep_focus_in_sheet(is_sheet_open: RwSignal<bool>) {
    const BEHIND: &str = ".top-bar, .view-side, .foot, .skip-link";
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_sheet_open.get();
        browser::page::set_inert(BEHIND, is_open);
        match (was_open, is_open) {
            (_, true) => browser::page::focus("#filters input"),
            (Some(true), false) => browser::page::focus(".sheet-open"),
            _ => false,
        };
        is_open
    });
    on_cleanup(move || {
        is_sheet_open.set(false);
        browser::page::set_inert(BEHIND, false);
    });
}
