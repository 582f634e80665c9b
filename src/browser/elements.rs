//! The elements that a selector matches.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The elements of the page that match, in order.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let root = document().document_element();
    root.map(|root| all_within(&root, selector)).unwrap_or_default()
}

/// The elements within another that match, in order.
pub(super) fn all_within(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|place| found.get(place));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}
