//! How large the page is in its window: a reader may have set `zoom` in a style sheet of their own.
//!
//! Pointer, scroll position and window are measured in pixels of the window. Engines do not agree on what the boxes of elements are measured
//! in: Chromium and Firefox take pixels of the window, WebKit those of the page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// How many pixels of the boxes of elements one of the page is.
pub fn zoom() -> f64 {
    ratio(|body, _| body.get_bounding_client_rect().width())
}

/// How many pixels of the window one of the page is.
pub fn window_zoom() -> f64 {
    ratio(|_, root| f64::from(root.client_width()))
}

/// How far a pointer is from the left of its window, in pixels of the page.
pub fn pointer_x_px(event: &MouseEvent) -> f64 {
    f64::from(event.client_x()) / window_zoom()
}

/// How far it is from the left of the element that listens to it.
pub fn pointer_x_within_px(event: &MouseEvent) -> f64 {
    let element = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let left_px = element.map_or(0.0, |element| element.get_bounding_client_rect().left() / zoom());
    pointer_x_px(event) - left_px
}

/// The width of the page as it is measured, over its width in pixels of its own.
fn ratio(width: impl Fn(&HtmlElement, &Element) -> f64) -> f64 {
    let (Some(body), Some(root)) = (document().body(), document().document_element()) else {
        return 1.0;
    };
    let ratio = width(&body, &root) / f64::from(body.offset_width().max(1));
    // Widths are told as whole numbers, so that a ratio is never quite 1.
    if (ratio - 1.0).abs() < 0.01 { 1.0 } else { ratio }
}
