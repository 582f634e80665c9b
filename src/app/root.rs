//! The app: its state, and what keeps the address, the title and the focus in step with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::act::on_every_control;
use crate::app::day_field::follow_day_field;
use crate::app::density::follow_density;
use crate::app::drawn_timeline::TimelineOnPage;
use crate::app::expansions::hide_expansions_on_escape;
use crate::app::in_turns::PendingProgress;
use crate::app::keys::follow_keys;
use crate::app::lettering::{Lettering, follow_letters};
use crate::app::memo::{Memo, effect};
use crate::app::own_data::OwnData;
use crate::app::parts::OverviewFacts;
use crate::app::search::{ReachedHit, follow_search_box};
use crate::app::share::Sharing;
use crate::app::texts;
use crate::app::timeline_facts::TimelineFacts;
use crate::app::{Viewer, pages, shell, subject};
use crate::browser::{self, HistoryEntry, bind_address_bar, is_returning, keep_positions, time};
use crate::dataset::Dataset;
use crate::domain::id::LineId;
use crate::render::copied_rows;
use crate::route::{Page, Route};
use crate::view::OpenLists;

/// The whole page.
#[component]
pub fn App(
    /// The records to show.
    dataset: &'static Dataset,
    /// The name of the file in which the reader has opened them; none of the page's own.
    file: Option<&'static str>,
) -> impl IntoView {
    // The address is read before it is written: otherwise the first effect would write over a deep link.
    let opening = browser::opening();
    let waits = PendingProgress(RwSignal::new(None));
    provide_context(waits);
    let viewer = Viewer {
        file,
        ..Viewer::new(dataset, &opening, waits)
    };
    let lettering = Lettering::usual();
    provide_context(lettering);
    OverviewFacts::provide(viewer);
    TimelineFacts::provide(viewer);
    let sharing = Sharing::closed(expect_context::<TimelineFacts>());
    let timeline = TimelineOnPage::none();
    provide_context(timeline);
    let hit = ReachedHit::new(None);
    let own_data = OwnData::wait(viewer);
    provide_context(own_data);
    on_every_control(viewer, sharing, timeline, hit, own_data);
    begin_lists_anew(viewer);
    keep_address_in_step(viewer);
    // After everything in the page: a control may handle a click first.
    // In a frame of another page, a link opens the whole page in a window of its own.
    if !viewer.is_embedded {
        effect(move |_| browser::on_link(move |fragment| follow_link(viewer, fragment)));
    }
    if viewer.file.is_some() {
        // A link that is copied says of which edition it is.
        browser::on_link_taken(move |fragment| viewer.fragment(&Route::from_fragment(fragment).0));
    }
    let shown = shell::put_up(viewer);
    keep_title_and_focus_in_step(viewer, shown);
    follow_search_box(viewer, hit);
    follow_day_field(viewer);
    follow_density(viewer);
    follow_letters(lettering);
    sharing.follow(viewer);
    follow_keys(viewer, own_data);
    hide_expansions_on_escape();
    browser::on_copied_rows(copied_rows);
    shell::print_a_copy(viewer);
    read_words_ahead(viewer);
}

/// Goes where a link leads, also where the reader has been led before and has gone on from.
fn follow_link(viewer: Viewer, fragment: &str) {
    let before = viewer.route.get_untracked();
    viewer.follow_link(fragment);
    if before == *viewer.route.read_untracked()
        && let Some(line) = fact_selector(viewer)
    {
        browser::page::go_to(&line);
    }
}

/// Long lists are reset when their lines change, or when a link names another line; on another page than a view they are folded
/// again.
fn begin_lists_anew(viewer: Viewer) {
    let fact = Memo::new(move |_| viewer.route.read().fact.clone());
    let mut before: Option<Page> = None;
    effect(move |_| {
        viewer.query.track();
        viewer.options.track();
        fact.track();
        let page = viewer.page.get();
        match &before {
            None => {}
            Some(before) if *before == page || (before.is_view() && page.is_view()) => {
                viewer.lists.maybe_update(OpenLists::begin_anew);
            }
            Some(_) => viewer.lists.set(OpenLists::default()),
        }
        before = Some(page);
    });
}

fn keep_address_in_step(viewer: Viewer) {
    let shown = Memo::new(move |previous: Option<&(Route, HistoryEntry)>| {
        let route = viewer.aside.get();
        // What is chosen in the sheet of filters stands in the entry of the sheet.
        let is_in_sheet = viewer.sheet_entry.with_value(Option::is_some);
        let replaces = is_in_sheet || previous.is_some_and(|(previous, _)| route.continues(previous));
        let shown = HistoryEntry {
            fragment: viewer.fragment(&route),
            replaces,
        };
        (route, shown)
    });
    let on_change = Callback::new(move |fragment: String| {
        if pages::close_by_back(viewer, &fragment) {
            return viewer.route.with_untracked(|route| viewer.fragment(route));
        }
        let (route, issues) = Route::open(&fragment, viewer.index);
        if route.is_embedded && !viewer.is_embedded {
            browser::begin_anew();
        }
        let route = route.embedded(false);
        let canonical = viewer.fragment(&route);
        // Our own spelling of a damaged link may come back as a change, and must not wipe the message.
        let is_echo = fragment == canonical && route == viewer.route.get_untracked();
        if !is_echo || !issues.is_empty() {
            viewer.issues.set(issues);
            viewer.route.set(route);
        }
        canonical
    });
    bind_address_bar(move || shown.get().1, on_change);
    keep_positions(
        move || viewer.lists.read_untracked().to_text(),
        move |text| {
            let lists = OpenLists::from_text(text);
            if *viewer.lists.read_untracked() != lists {
                viewer.lists.set(lists);
            }
        },
    );
}

/// A new page has a new title, and the reader's focus goes to its heading, or back to the row it came from.
fn keep_title_and_focus_in_step(viewer: Viewer, shown: RwSignal<Page>) {
    let fact = Memo::new(move |_| viewer.route.read().fact.clone());
    let mut previous: Option<(Page, Option<LineId>)> = None;
    effect(move |_| {
        let (page, fact) = (shown.get(), fact.get());
        browser::page::set_title(&subject::title(viewer, &page));
        let is_same_page = previous.as_ref().is_none_or(|(previous, _)| *previous == page);
        let is_other_line = previous.as_ref().is_none_or(|(_, previous)| *previous != fact) && !is_returning();
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
        let previous_page = previous.take().map(|(previous, _)| previous);
        if let Some(previous) = previous_page.filter(|previous| *previous != page && !is_other_tab(previous)) {
            let left = match (&page, &previous) {
                (Page::Table | Page::Timeline, Page::Measure(id)) => Some(format!("[data-measure=\"{id}\"] a")),
                (Page::Measure(_) | Page::Report(_) | Page::Commitments, _) => fact_selector(viewer),
                _ => None,
            };
            let is_searching = browser::page::focus_is_in("input[type=search]");
            // Behind a dialog, nothing takes the focus.
            browser::page::close_dialog("dialog[open]");
            if !is_returning() && !is_searching && !left.is_some_and(|row| browser::page::focus(&row)) {
                browser::long_page::scroll_to_top();
                // After a tab, the focus stays on it, so that the next one can be reached by key.
                if !browser::page::focus_is_in("[data-tab]") {
                    browser::page::focus("main h1");
                }
            }
        }
        viewer.left.set_value(match &page {
            Page::Measure(id) => Some(id.clone()),
            _ => None,
        });
        previous = Some((page, fact));
    });
}

/// Reads the words by which measures are found while the reader looks at the first screen, in turns that leave the page alive.
fn read_words_ahead(viewer: Viewer) {
    const MEASURES: usize = 16;
    // They are not there yet.
    if texts::are_apart() {
        return;
    }
    let read_some = move || {
        let progress = viewer.index.index_words(MEASURES);
        progress.done < progress.all || viewer.index.index_other_words(MEASURES).is_some()
    };
    spawn_local(async move {
        time::turn().await;
        while time::work(read_some) {
            time::turn().await;
        }
    });
}

/// The line that the link names.
fn fact_selector(viewer: Viewer) -> Option<String> {
    let fact = viewer.route.read_untracked().fact.clone()?;
    // An id of ours has no character that a selector would read otherwise.
    let dataset = viewer.dataset;
    if dataset.record(&fact).is_none() && dataset.later_fact(&fact).is_none() {
        return None;
    }
    Some(format!(":is([id=\"{fact}\"], tr[data-commitment=\"{fact}\"])"))
}
