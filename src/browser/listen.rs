//! Events on one element, such as those of the wheel and those that do not rise to the page.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{StoredValue, document};
use wasm_bindgen::JsCast;
use web_sys::Event;

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
