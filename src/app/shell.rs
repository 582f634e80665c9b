//! The frame around every page, and the page in it, on the screen and on paper.

use leptos::prelude::*;
use maud::{Markup, html as markup};
use web_sys::Event;

use crate::app::in_turns::PendingProgress;
use crate::app::lettering::Lettering;
use crate::app::memo::{Memo, effect};
use crate::app::own_data::OwnData;
use crate::app::pages;
use crate::app::places::{at_once, write};
use crate::app::{Viewer, subject, texts};
use crate::browser::{on_window, page, patch, watch_length};
use crate::domain::vocabulary::Wording;
use crate::query;
use crate::render::html::{self, Medium, Places};
use crate::route::Page;
use crate::view;
use crate::words::frame;

/// The element of the app.
const APP: &str = "#app";
/// The id of the copy for paper.
const PAPER: &str = "paper";

/// Creates the frame and keeps it and its page up to date. Returns the page that is shown.
pub fn put_up(viewer: Viewer) -> RwSignal<Page> {
    patch::put_in_first(APP, &frame(viewer, &|_| Markup::default()).0);
    watch_length("#content");
    write("running-head", move || running_head(viewer));
    if viewer.is_embedded {
        write("embed-foot", move || embed_foot(viewer));
    }
    write("top-links", move || {
        viewer.tell(|context| html::top_links(&context.link(Page::About, frame::ABOUT), viewer.theme.name()))
    });
    write("notices", move || notices(viewer));
    let PendingProgress(waits) = expect_context();
    write("waiting", move || {
        let progress = waits.read();
        let waiting = progress
            .as_ref()
            .map(|progress| html::waiting(progress.done, progress.all));
        waiting.unwrap_or_else(texts::notice)
    });
    write("as-of-bar", move || as_of_bar(viewer));
    write("tabs", move || {
        viewer.tell(|context| html::tabs(&context.tabs(&viewer.route.read())))
    });
    write("as-of-choice", move || {
        let choice = viewer.tell(|context| context.as_of_choice_on(&viewer.page.read(), viewer.day_hint.get()));
        choice.as_ref().map(html::as_of_choice).unwrap_or_default()
    });
    write("trail", move || trail(viewer));
    // A view moves its rows to another day or Presidency itself; any other page is drawn anew.
    let drawn = Memo::new(move |_| match viewer.page.get() {
        Page::Presidency(_) => (Page::Presidency(None), None),
        page if page.is_view() => (page, None),
        page => (page, Some(viewer.day.get())),
    });
    at_once(Box::new(move || {
        let (shown, _) = drawn.get();
        untrack(|| pages::page(viewer, &shown).put_up());
        // The page is hidden until all of it is there.
        request_animation_frame(|| page::reveal_across(".tabs ul", "[aria-current]"));
    }));
    // After that, because others follow it.
    let shown = RwSignal::new(viewer.page.get_untracked());
    effect(move |_| {
        drawn.track();
        let page = viewer.page.get();
        if shown.get_untracked() != page {
            shown.set(page);
        }
    });
    shown
}

fn frame(viewer: Viewer, text: Places<'_>) -> Markup {
    html::frame(&viewer.context(&[]).frame(viewer.is_printing), text)
}

fn running_head(viewer: Viewer) -> Markup {
    // The screen has the key where the signs are.
    let key = viewer
        .is_printing
        .then(|| html::key_of_signs(&viewer.page.read(), has_slips(viewer), &viewer.dataset.vocabulary));
    let lines = [viewer.source_in_words(), subject::on_paper(viewer)];
    html::running_head(&lines, &key.unwrap_or_default())
}

/// What stands below a view in a frame of another page.
fn embed_foot(viewer: Viewer) -> Markup {
    let whole = viewer.shared(&viewer.route.read()).to_fragment();
    html::embed_foot(
        &viewer.source_in_words(),
        &whole,
        viewer.dataset.vocabulary.one(Wording::Name),
    )
}

/// Whether the page has slip charts.
fn has_slips(viewer: Viewer) -> bool {
    match &*viewer.page.read() {
        Page::Slips => true,
        Page::Body(id) => {
            let body = viewer.dataset.body(id);
            body.is_some_and(|body| viewer.context(&[]).slips_of(body).is_some())
        }
        _ => false,
    }
}

fn notices(viewer: Viewer) -> Markup {
    html::notices(&view::notices(&viewer.issues.read(), &viewer.dataset.vocabulary))
}

/// The lines above every page: that it shows other data than its own, and that it is shown as of another day than the edition's.
fn as_of_bar(viewer: Viewer) -> Markup {
    let day = html::as_of_bar(&viewer.tell(|context| context.as_of_bar(&viewer.page.read())));
    let file = viewer.file.map(|file| {
        let saved = match &*viewer.page.read() {
            // There it stands beside what saves.
            Page::OwnData => String::new(),
            _ => expect_context::<OwnData>().saved_page.get(),
        };
        html::own_data_bar(file, &saved)
    });
    let file = file.unwrap_or_default();
    markup! { (file) (day) }
}

/// The way to the page, and on that of a measure its neighbours in the selection.
fn trail(viewer: Viewer) -> Markup {
    let route = viewer.route.read();
    let place = match &route.page {
        Page::Measure(id) => viewer.dataset.measure_place(id),
        _ => None,
    };
    let count = viewer.dataset.measures.len();
    let neighbours = place.map(|place| query::neighbours(&viewer.groups.read(), place, count));
    let trail = viewer.tell(|context| context.trail(&route, neighbours.as_ref()));
    trail.map(|trail| html::trail(&trail, Medium::App)).unwrap_or_default()
}

/// What is printed is a copy of the page, whole where the page itself is folded.
///
/// It is made from the ground up, because that is done at once: Firefox takes its picture of the page before what has
/// changed in an event is drawn.
pub fn print_a_copy(viewer: Viewer) {
    let owner = Owner::current().unwrap_or_default();
    on_window("beforeprint", move |_: &Event| {
        let viewer = Viewer {
            is_printing: true,
            ..viewer
        };
        page::set_root_data("printing", Some(""));
        let Some(paper) = page::added(PAPER) else { return };
        let copy = owner.child();
        let whole = copy.with(|| {
            provide_context(Lettering::usual());
            untrack(|| {
                frame(viewer, &|place| match place {
                    "running-head" => running_head(viewer),
                    "notices" => notices(viewer),
                    "as-of-bar" => as_of_bar(viewer),
                    "page" => pages::page(viewer, &viewer.page.get()).whole(),
                    _ => Markup::default(),
                })
            })
        });
        patch::put_in(&paper, &texts::shown(whole.0));
        copy.cleanup();
    });
    on_window("afterprint", move |_: &Event| {
        page::take_away(PAPER);
        page::set_root_data("printing", None);
    });
}
