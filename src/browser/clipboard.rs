//! Copies text to the clipboard. Browsers often refuse, so each call returns whether it succeeded.

use wasm_bindgen_futures::JsFuture;

use leptos::prelude::window;

/// Puts `text` on the clipboard; returns whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text))
        .await
        .is_ok()
}
