//! The focus: moved without scrolling, and given back later.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus to the first element that matches, and scrolls nowhere.
pub fn focus_in_place(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into().ok()) {
        focus_without_scrolling(&element);
    }
}

/// Moves the focus to an element, and scrolls nowhere.
pub(super) fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Only an invalid option could fail.
    let _ = element.focus_with_options(&options);
}

/// The element that had the focus at some time.
#[derive(Clone, Debug)]
pub struct Focus(HtmlElement);

impl Focus {
    /// The one that has it now, if it is a part of the page.
    pub fn now() -> Option<Self> {
        let focused: HtmlElement = document().active_element()?.dyn_into().ok()?;
        (focused.tag_name() != "BODY").then_some(Self(focused))
    }

    /// Gives the focus back to it.
    pub fn restore(&self) {
        // It may be gone by now.
        let _ = self.0.focus();
    }

    /// Whether it is still in the page.
    pub fn is_there(&self) -> bool {
        self.0.is_connected()
    }
}
