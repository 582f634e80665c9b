//! Events on the window, and on one element where they do not rise to the page. Each listener lives as long as its owner: when the page
//! shows other data, all of them go with the app that they belong to.

use leptos::prelude::{StoredValue, document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, BeforeUnloadEvent, Event, EventTarget, KeyboardEvent};

/// Calls `then` with each event of that name on the first element that matches, as long as the owner lives. The event is of
/// the type that the name implies.
pub fn listen<E: JsCast>(selector: &str, name: &'static str, then: impl Fn(&E) + 'static) {
    listen_untyped(selector, name, Box::new(move |event| then(event.unchecked_ref())));
}

/// Calls `then` with each event of that name on the window, as long as the owner lives. The event is of the type that the name
/// implies.
pub fn on_window<E: JsCast>(name: &'static str, then: impl Fn(&E) + 'static) {
    let then = move |event: &Event| then(event.unchecked_ref());
    add(&window(), name, Phase::Usual, Box::new(then));
}

/// The same before anything in the page hears of it, and of what does not rise from where it happens.
pub fn on_window_first(name: &'static str, then: impl Fn(&Event) + 'static) {
    add(&window(), name, Phase::First, Box::new(then));
}

/// Asks `holds` before the reader leaves the page: where it holds them, the browser asks whether they mean to. As long as the owner lives.
pub fn on_leaving(holds: impl Fn() -> bool + 'static) {
    on_window("beforeunload", move |event: &BeforeUnloadEvent| {
        if holds() {
            event.prevent_default();
            // What some browsers go by; none shows the text.
            event.set_return_value("unsaved");
        }
    });
}

fn listen_untyped(selector: &str, name: &'static str, then: Box<dyn Fn(&Event)>) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        // A wheel that moves a drawing must not move the page as well.
        add(&element, name, Phase::Usual, then);
    }
}

/// When a listener hears of an event, and what it may do to it.
#[derive(Clone, Copy)]
enum Phase {
    /// With the others; it may keep the browser from doing what it does.
    Usual,
    /// Before the others, only to look.
    First,
    /// Before the others, and it may keep the browser from doing what it does.
    Deciding,
}

/// A listener, which goes when it is dropped. It may be called while it runs: what a click does may click in turn.
struct Listener {
    target: EventTarget,
    name: &'static str,
    is_first: bool,
    hears: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let hears = self.hears.as_ref().unchecked_ref();
        let target = &self.target;
        // It is there.
        let _ = target.remove_event_listener_with_callback_and_bool(self.name, hears, self.is_first);
    }
}

// One instance for all events.
fn add(target: &EventTarget, name: &'static str, phase: Phase, then: Box<dyn Fn(&Event)>) {
    let is_first = !matches!(phase, Phase::Usual);
    let options = AddEventListenerOptions::new();
    options.set_capture(is_first);
    options.set_passive(matches!(phase, Phase::First));
    let hears: Closure<dyn Fn(Event)> = Closure::new(move |event: Event| then(&event));
    let callback = hears.as_ref().unchecked_ref();
    // No browser refuses one.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, callback, &options);
    StoredValue::new_local(Listener {
        target: target.clone(),
        name,
        is_first,
        hears,
    });
}

/// Asks `closes` at each press of Escape, before anything else hears of it: where it has closed something, nothing else does. As long as
/// the owner lives.
pub fn on_first_escape(closes: impl Fn() -> bool + 'static) {
    let hears = move |event: &Event| {
        let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
        if is_escape && closes() {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    add(&window(), "keydown", Phase::Deciding, Box::new(hears));
}
