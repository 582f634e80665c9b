//! The hits of a search on the page, one after another.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Stands on the hit that was reached.
const REACHED: &str = "data-reached";

/// Goes to the hit behind the one that was reached last, or to the first one in the window or below; behind the last comes the
/// first. Returns its place, from 1, and how many there are; zeros without hits.
pub fn go_to_next_hit() -> (usize, usize) {
    let found = document().query_selector_all("main mark").ok();
    let found = found
        .iter()
        .flat_map(|found| (0..found.length()).filter_map(|place| found.get(place)));
    let all = found.filter_map(|node| node.dyn_into::<Element>().ok());
    let hits: Vec<Element> = all.filter(|hit| 0.0 < hit.get_bounding_client_rect().width()).collect();
    let reached = hits.iter().position(|hit| hit.has_attribute(REACHED));
    let is_ahead = |hit: &Element| 0.0 <= hit.get_bounding_client_rect().top();
    let next = match reached {
        Some(place) => place + 1,
        None => hits.iter().position(is_ahead).unwrap_or_default(),
    };
    let next = if next < hits.len() { next } else { 0 };
    if let Some(reached) = reached.and_then(|place| hits.get(place)) {
        let _ = reached.remove_attribute(REACHED);
    }
    let Some(hit) = hits.get(next) else {
        return (0, 0);
    };
    let _ = hit.set_attribute(REACHED, "");
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    hit.scroll_into_view_with_scroll_into_view_options(&options);
    (next + 1, hits.len())
}
