//! The element that has the focus, to give it back later.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that had the focus at some time.
#[derive(Clone, Debug)]
pub struct Focus(HtmlElement);

impl Focus {
    /// The one that has it now, if it is a part of the page.
    pub fn now() -> Option<Self> {
        document().active_element()?.dyn_into().ok().map(Self)
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
