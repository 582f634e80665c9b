//! The search box: words narrow the table as they are typed; the name of a thing offers the thing itself.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::app::Viewer;
use crate::app::announce::announce;
use crate::app::memo::{Memo, effect};
use crate::app::places::write;
use crate::browser::{on_window, page};
use crate::render::html;
use crate::view::{OfferView, SearchKey, search_key};
use crate::words::search;

/// Where words are typed.
pub const BOX: &str = "input[type=search]";

/// What the box offers, and which of it the arrow keys have reached.
#[derive(Clone, Copy)]
struct Search {
    viewer: Viewer,
    is_open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    offers: Memo<Vec<OfferView>>,
}

/// The hit that was reached on the page, from 1, and how many there are.
pub type ReachedHit = RwSignal<Option<(usize, usize)>>;

/// Search, and go to a measure, document or body, as long as the page lives.
pub fn follow_search_box(viewer: Viewer, hit: ReachedHit) {
    let text = Memo::new(move |_| viewer.aside.read().query.text.clone());
    let (is_open, active) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let offers = Memo::new(move |_| {
        let offers = is_open
            .get()
            .then(|| viewer.context(&[]).offers(&text.read(), &viewer.aside.read()));
        offers.unwrap_or_default()
    });
    let search = Search {
        viewer,
        is_open,
        active,
        offers,
    };
    write("offers", move || html::offers(&offers.read(), active.get()));
    effect(move |_| {
        let is_empty = offers.read().is_empty();
        page::set_attribute("#offers", "hidden", is_empty.then_some(""));
        page::set_attribute(BOX, "aria-expanded", Some(if is_empty { "false" } else { "true" }));
        let active = active.get().map(|place| format!("offer-{place}"));
        page::set_attribute(BOX, "aria-activedescendant", active.as_deref());
    });
    write("hits", move || html::hits(viewer.query.read().has_words(), hit.get()));
    effect(move |_| {
        viewer.query.track();
        viewer.page.track();
        hit.set(None);
    });
    effect(move |_| page::set_value(BOX, &text.read()));
    announce("[data-place=offers-announced]", move || {
        let offers = offers.read();
        search::offers(offers.len(), offers.iter().any(|offer| offer.is_named))
    });
    search.listen();
}

impl Search {
    fn listen(self) {
        let is_in_box = |event: &Event| event.target().is_some_and(|target| page::is_in(&target, BOX));
        on_window("input", move |event: &Event| {
            if is_in_box(event) {
                self.is_open.set(true);
                self.active.set(None);
                self.search(event_target_value(event));
            }
        });
        on_window("keydown", move |event: &KeyboardEvent| {
            if is_in_box(event) {
                self.on_key(event);
            }
        });
        on_window("focusin", move |event: &Event| self.is_open.set(is_in_box(event)));
        on_window("focusout", move |_: &Event| self.is_open.set(false));
        on_window("mousedown", move |event: &Event| {
            let place = event.target().and_then(|target| page::data_under(&target, "offer"));
            if let Some(place) = place.and_then(|place| place.parse().ok()) {
                event.prevent_default();
                self.take(place);
            }
        });
    }

    /// Goes where an offer leads.
    fn take(self, place: usize) {
        // A copy: the list cannot change while it is being read.
        let offer = self.offers.read_untracked().get(place).cloned();
        self.is_open.set(false);
        self.active.set(None);
        if let Some(offer) = offer {
            self.viewer.follow(offer.route);
            // Out of the box, so that the page that comes can give the focus to its heading or to the line that is meant.
            page::focus("main h1");
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let is_empty = self.viewer.route.read_untracked().query.text.is_empty();
        let (offers, marked) = (self.offers.get_untracked(), self.active.get_untracked());
        let Some(does) = search_key(&event.key(), &offers, marked, is_empty) else {
            return;
        };
        // The browser's own answer to Escape would take the words as well.
        event.prevent_default();
        match does {
            SearchKey::Take(place) => self.take(place),
            SearchKey::Mark(place) => self.active.set(place),
            SearchKey::Close => {
                self.is_open.set(false);
                self.active.set(None);
            }
            SearchKey::Empty => self.search(String::new()),
        }
    }

    /// Looks for words in the view, or in the table where the page is none; a page that is open stays when the box is emptied.
    fn search(self, text: String) {
        if text.is_empty() {
            self.viewer.change_route(|route| route.query.text = text);
        } else {
            self.viewer.look_for(text);
        }
    }
}
