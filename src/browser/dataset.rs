//! The page's own data in its elements, and others in their place.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::page::{set_attribute, set_text};

/// Puts other data in the place of those of the page, so that whatever is made of it is made of them; `described` is what the head says of
/// them.
pub fn put_dataset(packed: &str, record: &str, described: &str, checksum: &str, chunks: &str) {
    put_described(described);
    set_text("script#dataset", packed);
    set_text("noscript#record-text", record);
    for (name, content) in [
        ("dataset-sha256", checksum),
        ("dataset-chunks", chunks),
        ("dataset-parts", ""),
    ] {
        set_attribute(&format!("meta[name=\"{name}\"]"), "content", Some(content));
    }
}

/// What the head says of the data, in place of what it said.
fn put_described(described: &str) {
    let document = document();
    if let Ok(said) = document.query_selector_all("head > [data-described]") {
        let said = (0..said.length()).filter_map(|place| said.item(place));
        for element in said.filter_map(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
    if let Ok(Some(head)) = document.query_selector("head") {
        let _ = head.insert_adjacent_html("beforeend", described);
    }
}

/// Loads the page anew, at the view that it begins with.
pub fn reload() {
    let location = window().location();
    // Where the address cannot be changed, the page is loaded at this one.
    let _ = location.set_hash("/table");
    let _ = location.reload();
}
