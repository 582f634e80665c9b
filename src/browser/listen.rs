//! Events on the window, and on one element where they do not rise to the page. Each listener lives as long as its owner: when the page
//! shows other data, all of them go with the app that they belong to.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{StoredValue, document, window};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, KeyboardEvent};

/// Calls `then` with each event of that name on the first element that matches, as long as the owner lives. The event is of
/// the type that the name implies.
pub fn listen<E: JsCast>(selector: &str, name: &'static str, then: impl Fn(&E) + 'static) {
    listen_untyped(selector, name, Box::new(move |event| then(event.unchecked_ref())));
}

/// Calls `then` with each event of that name on the window, as long as the owner lives. The event is of the type that the name
/// implies.
pub fn on_window<E: JsCast>(name: &'static str, then: impl Fn(&E) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    add(
        &window(),
        name,
        options,
        Box::new(move |event| then(event.unchecked_ref())),
    );
}

/// The same before anything in the page hears of it, and of what does not rise from where it happens.
pub fn on_window_first(name: &'static str, then: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::run_in_capture_phase();
    add(&window(), name, options, Box::new(then));
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
        add(&element, name, EventListenerOptions::enable_prevent_default(), then);
    }
}

// One instance for all events.
fn add(target: &EventTarget, name: &'static str, options: EventListenerOptions, then: Box<dyn Fn(&Event)>) {
    StoredValue::new_local(EventListener::new_with_options(target, name, options, move |event| {
        then(event);
    }));
}

/// Asks `closes` at each press of Escape, before anything else hears of it: where it has closed something, nothing else does. As long as
/// the owner lives.
pub fn on_first_escape(closes: impl Fn() -> bool + 'static) {
    let options = EventListenerOptions::run_in_capture_phase();
    let options = EventListenerOptions {
        passive: false,
        ..options
    };
    let hears = move |event: &Event| {
        let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
        if is_escape && closes() {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    add(&window(), "keydown", options, Box::new(hears));
}
