//! The frame around every page, and the page in it, on the screen and on paper.

use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use maud::Markup;

use crate::browser::{page, patch};
use crate::render::html;
use crate::route::Page;
use crate::ui::charted::Charted;
use crate::ui::in_turns::Waits;
use crate::ui::lettering::Lettering;
use crate::ui::pages::{AboutPage, BodyPage, DocumentPage, MeasurePage, ReportPage, Views};
use crate::ui::parts::AsOfBar;
use crate::ui::places::{mount, write};
use crate::ui::{Viewer, subject};
use crate::view::{self, FrameView, OpenLists};

/// Where the app stands.
const APP: &str = "#app";
/// Where the copy for paper stands.
const PAPER: &str = "paper";

/// Puts the frame up and keeps it and the page in it in step. Gives the page that stands there.
pub fn put_up(viewer: Viewer) -> RwSignal<Page> {
    patch::put_in_first(APP, &frame(viewer, &|_| Markup::default()).0);
    write("running-head", move || running_head(viewer));
    write("top-links", move || {
        viewer.tell(|context| html::top_links(&context.link(Page::About, "About"), viewer.theme.name()))
    });
    write("notices", move || notices(viewer));
    let Waits(waits) = expect_context();
    write("waiting", move || {
        let progress = waits.read();
        let waiting = progress
            .as_ref()
            .map(|progress| html::waiting(progress.done, progress.all));
        waiting.unwrap_or_default()
    });
    // As long as the page lives.
    let _ = StoredValue::new_local(mount(APP, "as-of-bar", || view! { <AsOfBar /> }.into_any()));
    // Going from one view to another keeps the filters: only their inside changes. A view moves its rows to another day
    // itself; any other page is drawn anew.
    let drawn = Memo::new(move |_| match viewer.page.get() {
        page if page.is_view() => (Page::default(), None),
        page => (page, Some(viewer.day.get())),
    });
    let shown = RwSignal::new(viewer.page.get_untracked());
    // A page outlives the run of the effect that has put it there.
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |before: Option<(_, _)>| {
        let (page, drawn) = (viewer.page.get(), drawn.get());
        let kept = before.filter(|(before, _)| *before == drawn);
        let standing = kept.unwrap_or_else(|| {
            // The lists of another page begin folded.
            viewer.lists.set(OpenLists::default());
            let next = page.clone();
            let mounted = untrack(|| owner.with(|| mount(APP, "page", move || page_of(&next))));
            (drawn, mounted)
        });
        // Whoever follows what stands there comes after it.
        if shown.get_untracked() != page {
            shown.set(page);
        }
        standing
    });
    shown
}

fn page_of(page: &Page) -> AnyView {
    match page.clone() {
        Page::Report(id) => view! { <ReportPage id /> }.into_any(),
        Page::Measure(id) => view! { <MeasurePage id /> }.into_any(),
        Page::Document(id) => view! { <DocumentPage id /> }.into_any(),
        Page::Body(id) => view! { <BodyPage id /> }.into_any(),
        Page::About => view! { <AboutPage /> }.into_any(),
        _ => view! { <Views /> }.into_any(),
    }
}

fn frame(viewer: Viewer, text: &dyn Fn(&str) -> Markup) -> Markup {
    let frame = FrameView {
        edition: viewer.dataset.edition.id.clone(),
        status_date: viewer.status_date(),
        about: untrack(|| viewer.context(&[]).link(Page::About, "About")),
        is_on_paper: viewer.is_printing,
    };
    html::frame(&frame, text)
}

fn running_head(viewer: Viewer) -> Markup {
    html::running_head(&[viewer.source_in_words(), subject::on_paper(viewer)])
}

fn notices(viewer: Viewer) -> Markup {
    html::notices(&view::notices(&viewer.issues.read()))
}

/// What is printed is a copy of the page, whole where the page itself is folded.
///
/// It is made from the ground up, because that is done at once: Firefox takes its picture of the page before what has
/// changed in an event is drawn.
pub fn print_a_copy(viewer: Viewer) {
    let copy = StoredValue::new_local(None::<[Option<UnmountHandle<AnyViewState>>; 2]>);
    let charted: Charted = expect_context();
    let begin = window_event_listener_untyped("beforeprint", move |_| {
        let viewer = Viewer {
            is_printing: true,
            ..viewer
        };
        page::set_root_data("printing", Some(""));
        let Some(paper) = page::added(PAPER) else { return };
        let text = |place: &str| match place {
            "running-head" => running_head(viewer),
            "notices" => notices(viewer),
            _ => Markup::default(),
        };
        patch::put_in(&paper, &untrack(|| frame(viewer, &text)).0);
        let provide = move || {
            provide_context(viewer);
            provide_context(charted);
            provide_context(Lettering::usual());
        };
        let root = format!("body > .{PAPER}");
        let as_of_bar = mount(&root, "as-of-bar", move || {
            provide();
            view! { <AsOfBar /> }.into_any()
        });
        let page = mount(&root, "page", move || {
            provide();
            page_of(&viewer.page.get_untracked())
        });
        patch::apply_styles(&paper);
        copy.set_value(Some([as_of_bar, page]));
    });
    let end = window_event_listener_untyped("afterprint", move |_| {
        copy.set_value(None);
        page::take_away(PAPER);
        page::set_root_data("printing", None);
    });
    on_cleanup(move || {
        begin.remove();
        end.remove();
    });
}
