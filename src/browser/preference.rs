//! What the browser may keep for the next visit. Nothing depends on it: a refusal is the same as nothing kept.
//!
//! Not through `gloo::storage`, which panics if the browser has no storage or forbids it.

use leptos::prelude::window;
use web_sys::Storage;

/// What was kept under that name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps `value` under that name if the browser allows it.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // A refusal only means that the next visit starts afresh.
        let _ = storage.set_item(name, value);
    }
}

/// Some browsers throw even at the mention of storage, as with cookies forbidden.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
