//! The search box: words narrow the table as they are typed; the name of a thing offers the thing itself.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::export::short_code;
use crate::query::{Facet, Query, Target, go_to};
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::parts::Announced;

/// Search, and go to a measure, document or body.
#[component]
pub fn SearchBox() -> impl IntoView {
    let viewer = Viewer::here();
    let text = Memo::new(move |_| viewer.aside.read().query.text.clone());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offers = Memo::new(move |_| {
        if is_open.get() {
            go_to(&text.read(), viewer.dataset)
        } else {
            Vec::new()
        }
    });
    let take = move |target: &Target| {
        is_open.set(false);
        active.set(None);
        viewer.follow(route_to(viewer, target));
        // Out of the box, so that the page that comes can give the focus to its heading or to the line that is meant.
        crate::browser::page::focus("main h1");
    };
    let on_input = move |event| {
        is_open.set(true);
        active.set(None);
        viewer.select(|query| query.text = event_target_value(&event));
    };
    let on_keydown = move |event: KeyboardEvent| {
        let count = offers.read_untracked().len();
        let next = match (event.key().as_str(), active.get_untracked()) {
            ("ArrowDown", None) if 0 < count => Some(0),
            ("ArrowDown", Some(place)) if place + 1 < count => Some(place + 1),
            ("ArrowDown", place) => place,
            ("ArrowUp", Some(place)) => place.checked_sub(1),
            ("Enter", place) => {
                if let Some(target) = offers
                    .get_untracked()
                    .get(place.unwrap_or(0))
                    .filter(|_| place.is_some() || count == 1)
                {
                    take(target);
                }
                is_open.set(false);
                return;
            }
            ("Escape", _) if 0 < count => {
                // The first Escape closes the list; the browser's own answer would take the words as well.
                is_open.set(false);
                None
            }
            _ => return,
        };
        event.prevent_default();
        active.set(next);
    };
    let option = move |(place, target): (usize, Target)| {
        let (name, says) = describe(viewer, &target);
        view! {
            <li role="option" id=format!("offer-{place}") aria-selected=move || (active.get() == Some(place)).to_string()
                on:mousedown=move |event| { event.prevent_default(); take(&target); }>
                <b>{name}</b> " " <span>{says}</span>
            </li>
        }
    };
    let offered = Signal::derive(move || match offers.read().len() {
        0 => String::new(),
        1 => "1 place to go to: press Enter.".to_owned(),
        count => format!("{count} places to go to: arrow keys choose, Enter goes there."),
    });
    view! {
        <search class="search-box">
            <input type="search" role="combobox" aria-label="Search, or go to a measure, document or body"
                placeholder="Search, or go to 31, 9727/19, LEWP" autocomplete="off" spellcheck="false"
                aria-autocomplete="list" aria-controls="offers"
                aria-expanded=move || (!offers.read().is_empty()).to_string()
                aria-activedescendant=move || active.get().map(|place| format!("offer-{place}"))
                prop:value=text on:input=on_input on:keydown=on_keydown
                on:focus=move |_| is_open.set(true) on:blur=move |_| is_open.set(false) />
            <ul id="offers" role="listbox" aria-label="Go to" hidden=move || offers.read().is_empty()>
                {move || offers.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <Announced words=offered />
        </search>
    }
}

/// Where a thing is shown, in the selection without the words that found it.
fn route_to(viewer: Viewer, target: &Target) -> Route {
    let mut route = viewer.route.get_untracked();
    route.query.text.clear();
    let (page, fact) = match target {
        Target::Measure(id) => (Page::Measure(id.clone()), None),
        Target::Document(id) => (Page::Document(id.clone()), None),
        Target::Body(id) => (Page::Body(id.clone()), None),
        Target::Report(id) => (Page::Report(id.clone()), None),
        Target::Line(id) => match viewer.dataset.record(id) {
            Some((home, _)) => (viewer.page_of(home), Some(id.clone())),
            None => return route,
        },
        Target::Source(id) => {
            return Route::table(viewer.told_alike(Query::default().narrowed(Facet::Source, id.as_str())));
        }
    };
    Route { page, fact, ..route }
}

/// The name of a thing, and what it is.
fn describe(viewer: Viewer, target: &Target) -> (String, String) {
    let dataset = viewer.dataset;
    match target {
        Target::Measure(id) => {
            let title = dataset.measure(id.as_str()).map(|measure| measure.title.clone());
            (format!("Measure {id}"), title.unwrap_or_default())
        }
        Target::Line(id) => {
            let text = dataset.record(id).map(|(_, record)| record.text().to_owned());
            (short_code(id), text.unwrap_or_default())
        }
        Target::Document(id) => {
            let document = dataset.document(id.as_str());
            let title = document
                .and_then(|document| document.title.clone())
                .unwrap_or_else(|| "document".to_owned());
            (
                document.map_or_else(String::new, |document| document.name().to_owned()),
                title,
            )
        }
        Target::Report(id) => {
            let report = dataset
                .report(id.as_str())
                .map(|place| dataset.reports[place].title.clone());
            ("General report".to_owned(), report.unwrap_or_default())
        }
        Target::Source(id) => {
            let source = dataset.source(id.as_str());
            (
                source.map_or_else(String::new, |source| format!("Measures of {}", source.number)),
                source.map_or_else(String::new, |source| source.title.clone()),
            )
        }
        Target::Body(id) => {
            let body = dataset.body(id.as_str());
            (
                body.map_or_else(String::new, |body| body.short.clone()),
                body.map_or_else(String::new, |body| body.name.clone()),
            )
        }
    }
}
