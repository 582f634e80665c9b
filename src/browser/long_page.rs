//! A long page: what opens and closes on it, and whether it is long at all.

use std::cell::Cell;

use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::browser::listen::on_window_first;
use crate::browser::{elements, on_window, page, window_zoom};

/// How a part that opens and closes is called.
const TURNS: &str = "data-folds";
/// Stands on one that was written open.
const OPEN: &str = "data-open";
/// A page higher than this many windows is long, and stays so until it is no higher than that: the line at its foot is a part of it.
const LONG: (f64, f64) = (3.0, 2.75);

/// Calls `then` with the name of each part that was opened or closed by the reader or by the browser's own search, and whether it is
/// open, as long as the page lives.
pub fn on_turned(then: impl Fn(&str, bool) + 'static) {
    on_window_first("toggle", move |event| {
        let part = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some((part, name)) = part.and_then(|part| Some((part.clone(), part.get_attribute(TURNS)?))) {
            let is_open = part.has_attribute("open");
            // A part that is put in the page open says so too.
            if is_open != part.has_attribute(OPEN) {
                then(&name, is_open);
            }
        }
    });
}

/// What of the elements that match is in the first of these attributes that each has.
pub fn values_of(selector: &str, attributes: &[&str]) -> Vec<String> {
    let value = |element: Element| attributes.iter().find_map(|name| element.get_attribute(name));
    elements::all(selector).into_iter().filter_map(value).collect()
}

/// Opens whatever hides an element.
pub fn unfold(part: &Element) {
    while let Ok(Some(closed)) = part.closest("details:not([open])") {
        // The name is valid.
        let _ = closed.set_attribute("open", "");
    }
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Keeps on the root element whether what matches is long, and whether the reader has scrolled.
pub fn watch_length(selector: &str) {
    let was_long = Cell::new(false);
    page::watch_size(selector, move |(_, height)| {
        let window_px = window().inner_height().ok().and_then(|height| height.as_f64());
        let windows = if was_long.get() { LONG.1 } else { LONG.0 };
        let is_long = window_px.is_some_and(|window_px| windows * window_px < height * window_zoom());
        if was_long.replace(is_long) != is_long {
            // What changes the size must wait until it has been told.
            request_animation_frame(move || page::set_root_data("long", is_long.then_some("")));
        }
    });
    let was_scrolled = Cell::new(false);
    on_window("scroll", move |_: &Event| {
        let is_scrolled = window().scroll_y().is_ok_and(|above_px| 0.0 < above_px);
        if was_scrolled.replace(is_scrolled) != is_scrolled {
            page::set_root_data("scrolled", is_scrolled.then_some(""));
        }
    });
}

/// Moves the focus to the first thing that can have it in the element at that place, from 0, among those that match.
pub fn focus_in(selector: &str, place: usize) {
    let stop = elements::all(selector).into_iter().nth(place).and_then(|element| {
        if element.has_attribute("tabindex") {
            Some(element)
        } else {
            element.query_selector("a").ok()?
        }
    });
    if let Some(stop) = stop.and_then(|stop| stop.dyn_into::<HtmlElement>().ok()) {
        let _ = stop.focus();
    }
}
