//! Controls in the text of the page: one listener for each kind of event hears all of them.

use crate::browser::{elements, is_plain_click, on_window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent};

/// A control that the reader has used.
#[derive(Clone, Debug)]
pub struct Control {
    /// Its `data-do`.
    pub does: String,
    /// Its value; empty without one.
    pub value: String,
}

/// Calls `act` for each control that is pressed or changed, as long as the owner lives.
pub fn on_control(act: impl Fn(Control) + Copy + 'static) {
    // A field acts once its value has changed, everything else when it is pressed.
    on_window("click", move |event: &MouseEvent| {
        let Some(control) = control(event).filter(|control| !is_field(control)) else {
            return;
        };
        // A link with a meaning of its own is still one: it can be opened in another window.
        if control.has_attribute("href") {
            if !is_plain_click(event) {
                return;
            }
            event.prevent_default();
        }
        act(read(&control));
    });
    on_window("change", move |event: &Event| {
        if let Some(control) = control(event).filter(is_field) {
            act(read(&control));
        }
    });
}

/// Calls `act` for each control that matches and is scrolled into the window, or less than its height below. One that has the
/// focus is left out: a reader who has come there by key decides by key.
pub fn on_near(selector: &'static str, act: impl Fn(Control) + 'static) {
    on_window("scroll", move |_: &Event| {
        for control in elements::all(selector).into_iter().filter(is_near) {
            act(read(&control));
        }
    });
}

fn is_near(control: &Element) -> bool {
    let place = control.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let is_shown = 0.0 < place.width() && 0.0 < place.bottom();
    is_shown && place.top() < 2.0 * height.unwrap_or_default() && document().active_element().as_ref() != Some(control)
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
