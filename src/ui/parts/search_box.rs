//! The search box: words narrow the table as they are typed; the name of a thing offers the thing itself.

use leptos::prelude::*;
use web_sys::{Event, FocusEvent, KeyboardEvent, MouseEvent};

use crate::browser::page;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::{Announced, part};
use crate::view::{OfferView, offers_in_words};

/// Search, and go to a measure, document or body.
#[component]
pub fn SearchBox() -> impl IntoView {
    let viewer = Viewer::here();
    let text = Memo::new(move |_| viewer.aside.read().query.text.clone());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offers = Memo::new(move |_| {
        let is_open = is_open.get();
        let offers = is_open.then(|| viewer.context(&[]).offers(&text.read(), &viewer.aside.read()));
        offers.unwrap_or_default()
    });
    // A copy: while the list is read, nothing may change it.
    let offered = move |place: usize| offers.read_untracked().get(place).cloned();
    let take = move |offer: OfferView| {
        is_open.set(false);
        active.set(None);
        viewer.follow(offer.route);
        // Out of the box, so that the page that comes can give the focus to its heading or to the line that is meant.
        page::focus("main h1");
    };
    let on_input = move |event: Event| {
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
                // What is offered alone need not be chosen.
                let chosen = place.or_else(|| (count == 1).then_some(0));
                if let Some(offer) = chosen.and_then(offered) {
                    take(offer);
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
    let on_mousedown = move |event: MouseEvent| {
        event.prevent_default();
        let place = event.target().and_then(|target| page::data_under(&target, "offer"));
        let place = place.and_then(|place| place.parse::<usize>().ok());
        if let Some(offer) = place.and_then(offered) {
            take(offer);
        }
    };
    let announced = Signal::derive(move || offers_in_words(offers.read().len()));
    view! {
        <search class="search-box">
            <input type="search" role="combobox" aria-label="Search, or go to a measure, document or body"
                placeholder="Search, or go to 31, 9727/19, LEWP" autocomplete="off" spellcheck="false"
                aria-autocomplete="list" aria-controls="offers"
                aria-expanded=move || (!offers.read().is_empty()).to_string()
                aria-activedescendant=move || active.get().map(|place| format!("offer-{place}"))
                prop:value=text on:input=on_input on:keydown=on_keydown
                on:focus=move |_: FocusEvent| is_open.set(true) on:blur=move |_: FocusEvent| is_open.set(false) />
            <ul id="offers" role="listbox" aria-label="Go to" hidden=move || offers.read().is_empty() on:mousedown=on_mousedown>
                {part("offers", move || html::offers(&offers.read(), active.get()))}
            </ul>
            <Announced words=announced />
        </search>
    }
}
