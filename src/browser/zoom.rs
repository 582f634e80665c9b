//! How large the page is in its window.

use leptos::prelude::document;

/// How many pixels of the window one of the page is: a reader may have set `zoom` in a style sheet of their own.
pub fn zoom() -> f64 {
    let zoom = document().body().map_or(1.0, |body| {
        body.get_bounding_client_rect().width() / f64::from(body.offset_width().max(1))
    });
    // One is a whole number, the other is not.
    if (zoom - 1.0).abs() < 0.01 { 1.0 } else { zoom }
}
