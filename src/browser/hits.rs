//! The hits of a search on the page, one after another.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::elements;

/// Stands on the hit that was reached.
const REACHED: &str = "data-reached";

/// Goes to the hit behind the one that was reached last, or to the first one in the window or below; behind the last comes the
/// first. Returns its place, from 1, and how many there are; zeros without hits.
pub fn go_to_next_hit() -> (usize, usize) {
    let mut hits = elements::all("main mark");
    hits.retain(|hit| 0.0 < hit.get_bounding_client_rect().width());
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
