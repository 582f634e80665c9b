//! Controls that stand in the page as text: one listener for each kind of event hears all of them.

use crate::browser::is_plain_click;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// A control that the reader has used.
#[derive(Clone, Debug)]
pub struct Control {
    /// What its `data-do` says.
    pub does: String,
    /// The value that it has now; empty where it has none.
    pub value: String,
}

/// Calls `act` for each control that is pressed or changed, as long as the owner lives.
pub fn on_control(act: impl Fn(Control) + Copy + 'static) {
    // A field says what it does once its value has changed, everything else when it is pressed.
    let pressed = window_event_listener(leptos::ev::click, move |event| {
        let Some(control) = control(&event).filter(|control| !is_field(control)) else {
            return;
        };
        // A link with a meaning of its own is still one: it can be opened in another window.
        if control.has_attribute("href") {
            if !is_plain_click(&event) {
                return;
            }
            event.prevent_default();
        }
        act(read(&control));
    });
    let changed = window_event_listener(leptos::ev::change, move |event| {
        if let Some(control) = control(&event).filter(is_field) {
            act(read(&control));
        }
    });
    on_cleanup(move || {
        pressed.remove();
        changed.remove();
    });
}

fn control(event: &Event) -> Option<Element> {
    event
        .target()?
        .dyn_ref::<Element>()?
        .closest("[data-do]")
        .ok()
        .flatten()
}

fn is_field(control: &Element) -> bool {
    control.is_instance_of::<HtmlInputElement>() || control.is_instance_of::<HtmlSelectElement>()
}

fn read(control: &Element) -> Control {
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let select = || control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    Control {
        does: control.get_attribute("data-do").unwrap_or_default(),
        value: input.or_else(select).unwrap_or_default(),
    }
}
