//! Events on one element, such as those of the wheel and those that do not rise to the page.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{StoredValue, document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Calls `then` with each event of that name on the first element that matches, as long as the owner lives. The event is of
/// the type that the name implies.
pub fn listen<E: JsCast>(selector: &str, name: &'static str, then: impl Fn(&E) + 'static) {
    listen_untyped(selector, name, Box::new(move |event| then(event.unchecked_ref())));
}

// One instance for all events.
fn listen_untyped(selector: &str, name: &'static str, then: Box<dyn Fn(&Event)>) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        // A wheel that moves a drawing must not move the page as well.
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&element, name, options, move |event| then(event));
        StoredValue::new_local(listener);
    }
}

/// Asks `closes` at each press of Escape, before anything else hears of it: where it has closed something, nothing else does. As long as
/// the owner lives.
pub fn on_first_escape(closes: impl Fn() -> bool + 'static) {
    let options = EventListenerOptions::run_in_capture_phase();
    let options = EventListenerOptions {
        passive: false,
        ..options
    };
    let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
        if is_escape && closes() {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    StoredValue::new_local(listener);
}
