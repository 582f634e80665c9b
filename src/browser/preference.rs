//! What the browser may keep for the next visit. Nothing depends on it: a refusal is as good as nothing kept.

use gloo::storage::{LocalStorage, Storage};

/// What was kept under that name.
pub fn kept(name: &str) -> Option<String> {
    LocalStorage::get(name).ok()
}

/// Keeps `value` under that name if the browser allows it.
pub fn keep(name: &str, value: &str) {
    // A refusal only means that the next visit starts afresh.
    let _ = LocalStorage::set(name, value);
}
