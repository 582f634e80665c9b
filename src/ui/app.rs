//! The frame around every page: the bar on top, the messages, the page, and the line below.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::task::spawn_local;

use crate::browser::{self, Shown, bind_address_bar, time};
use crate::dataset::Dataset;
use crate::render::html;
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::act::on_every_control;
use crate::ui::charted::Charted;
use crate::ui::in_turns::Waits;
use crate::ui::lettering::{Lettering, LetteringSample};
use crate::ui::pages::{AboutPage, BodyPage, DocumentPage, MeasurePage, ReportPage, Views};
use crate::ui::parts::{
    AsOfBar, Notices, PageLink, RunningHead, SearchBox, ShareDialog, Sharing, Waiting, hide_expansions_on_escape, part,
};
use crate::ui::subject;

/// The whole page.
#[component]
pub fn App(
    /// The records to show.
    dataset: &'static Dataset,
) -> impl IntoView {
    // The address is read before it is written: otherwise the first effect would write over a deep link.
    let (route, issues) = Route::from_fragment(&browser::opening());
    let waits = Waits(RwSignal::new(None));
    provide_context(waits);
    let viewer = Viewer::new(dataset, Viewer::spelt(route, dataset), issues, waits);
    provide_context(viewer);
    provide_context(Lettering::usual());
    Charted::provide(viewer, waits);
    let sharing = Sharing::closed();
    provide_context(sharing);
    on_every_control(viewer, sharing);
    keep_address_in_step(viewer);
    // After everything that stands in the page: a control may hear of a click first.
    Effect::new(move |_| browser::on_link(move |fragment| viewer.follow_link(fragment)));
    keep_title_and_focus_in_step(viewer);
    hide_expansions_on_escape();
    print_a_copy(viewer);
    read_words_ahead(viewer);
    view! {
        <Frame />
        <ShareDialog />
        <LetteringSample />
    }
}

/// What stands around every page, and the page.
#[component]
fn Frame() -> impl IntoView {
    let viewer = Viewer::here();
    // Going from one view to another keeps the frame with the filters: only its inside changes. A view moves its rows to
    // another day itself; any other page is drawn anew.
    let drawn = Memo::new(move |_| match viewer.page.get() {
        page if page.is_view() => (Page::default(), None),
        page => (page, Some(viewer.day.get())),
    });
    view! {
        <div class="frame">
            <RunningHead />
            {(!viewer.is_printing).then(|| view! { {part("skip", html::skip_link)} <TopBar /> })}
            <main id="content" tabindex="-1">
                <Notices />
                {(!viewer.is_printing).then(|| view! { <Waiting /> })}
                <AsOfBar />
                {move || match drawn.get() {
                    (Page::Report(id), _) => view! { <ReportPage id /> }.into_any(),
                    (Page::Measure(id), _) => view! { <MeasurePage id /> }.into_any(),
                    (Page::Document(id), _) => view! { <DocumentPage id /> }.into_any(),
                    (Page::Body(id), _) => view! { <BodyPage id /> }.into_any(),
                    (Page::About, _) => view! { <AboutPage /> }.into_any(),
                    _ => view! { <Views /> }.into_any(),
                }}
            </main>
            <footer class="foot">
                <p>
                    "Unofficial presentation of Council document " {viewer.dataset.edition.id.as_str()}
                    " and the documents around it. Summaries and status are the editors’ reading; the source decides. "
                    <PageLink page=Page::About>"About this page"</PageLink>
                </p>
            </footer>
        </div>
    }
}

/// Name, edition, search and theme.
#[component]
fn TopBar() -> impl IntoView {
    let viewer = Viewer::here();
    let edition = move || html::edition(viewer.dataset.edition.id.as_str(), &viewer.status_date());
    let links =
        move || viewer.tell(|context| html::top_links(&context.link(Page::About, "About"), viewer.theme.name()));
    view! {
        <header class="top-bar">
            {part("edition", edition)}
            <SearchBox />
            {part("top-links", links)}
        </header>
    }
}

fn keep_address_in_step(viewer: Viewer) {
    let shown = Memo::new(move |previous: Option<&(Route, Shown)>| {
        let route = viewer.aside.get();
        let replaces = previous.is_some_and(|(previous, _)| route.continues(previous));
        let shown = Shown {
            fragment: route.to_fragment(),
            replaces,
        };
        (route, shown)
    });
    let shown = Signal::derive(move || shown.get().1);
    let on_change = Callback::new(move |fragment: String| {
        let (route, issues) = Route::from_fragment(&fragment);
        let route = Viewer::spelt(route, viewer.dataset);
        let spelt = route.to_fragment();
        // Our own spelling of a damaged link may come back as a change, and must not wipe the message.
        let is_echo = fragment == spelt && route == viewer.route.get_untracked();
        if !is_echo || !issues.is_empty() {
            viewer.issues.set(issues);
            viewer.route.set(route);
        }
        spelt
    });
    bind_address_bar(shown, on_change);
}

/// A new page has a new title, and the reader's focus goes to its heading, or back to the row it came from.
fn keep_title_and_focus_in_step(viewer: Viewer) {
    let fact = Memo::new(move |_| viewer.route.read().fact.clone());
    Effect::new(move |previous: Option<(Page, Option<String>)>| {
        let (page, fact) = (viewer.page.get(), fact.get());
        browser::page::set_title(&subject::title(viewer, &page));
        let is_same_page = previous.as_ref().is_none_or(|(previous, _)| *previous == page);
        let is_other_line = previous.as_ref().is_none_or(|(_, previous)| *previous != fact);
        // A link that has just been opened, or one from line to line, may name a line of the page that is there.
        if let Some(line) = fact_selector(viewer).filter(|_| is_same_page && is_other_line) {
            // A long list draws that line first.
            if !browser::page::focus(&line) {
                request_animation_frame(move || {
                    browser::page::focus(&line);
                });
            }
        }
        let is_other_tab = |previous: &Page| page.is_view() && previous.is_view();
        let previous = previous.map(|(previous, _)| previous);
        if let Some(previous) = previous.filter(|previous| *previous != page && !is_other_tab(previous)) {
            let left = match (&page, &previous) {
                (Page::Table | Page::Timeline, Page::Measure(id)) => Some(format!("[data-measure=\"{id}\"] a")),
                (Page::Measure(_) | Page::Report(_) | Page::Commitments, _) => fact_selector(viewer),
                _ => None,
            };
            let is_searching = browser::page::focus_is_in("input[type=search]");
            // Nothing behind a dialog takes the focus.
            browser::page::close_dialog("dialog[open]");
            if !is_searching && !left.is_some_and(|row| browser::page::focus(&row)) {
                browser::page::scroll_to_top();
                browser::page::focus("main h1");
            }
        }
        viewer.left.set_value(match &page {
            Page::Measure(id) => Some(id.clone()),
            _ => None,
        });
        (page, fact)
    });
}

/// Reads the words by which measures are found while the reader looks at the first screen, in turns that leave the page alive.
fn read_words_ahead(viewer: Viewer) {
    const MEASURES: usize = 16;
    let read_some = move || {
        let progress = viewer.index.index_words(MEASURES);
        progress.done < progress.all
    };
    spawn_local(async move {
        time::turn().await;
        while time::work(read_some) {
            time::turn().await;
        }
    });
}

/// What is printed is a copy of the page, whole where the page itself is folded.
///
/// It is made from the ground up, because that is done at once: Firefox takes its picture of the page before what has
/// changed in an event is drawn.
fn print_a_copy(viewer: Viewer) {
    const PLACE: &str = "paper";
    let copy = StoredValue::new_local(None::<UnmountHandle<AnyViewState>>);
    let charted: Charted = expect_context();
    let begin = window_event_listener_untyped("beforeprint", move |_| {
        let viewer = Viewer {
            is_printing: true,
            ..viewer
        };
        browser::page::set_root_data("printing", Some(""));
        if let Some(place) = browser::page::added(PLACE) {
            let frame = move || {
                provide_context(viewer);
                provide_context(charted);
                provide_context(Lettering::usual());
                view! { <Frame /> }.into_any()
            };
            copy.set_value(Some(mount_to(place.clone(), frame)));
            browser::patch::apply_styles(&place);
        }
    });
    let end = window_event_listener_untyped("afterprint", move |_| {
        copy.set_value(None);
        browser::page::take_away(PLACE);
        browser::page::set_root_data("printing", None);
    });
    on_cleanup(move || {
        begin.remove();
        end.remove();
    });
}

/// Where the line stands that the link names.
fn fact_selector(viewer: Viewer) -> Option<String> {
    let fact = viewer.route.read_untracked().fact.clone()?;
    // An id of ours has no character that a selector would read otherwise.
    viewer.dataset.record(&fact)?;
    Some(format!(":is([id=\"{fact}\"], tr[data-commitment=\"{fact}\"])"))
}
