//! The page's own data in its elements, and others in their place.

use leptos::prelude::window;

use crate::browser::page::{set_attribute, set_text};

/// Puts other data in the place of those of the page, so that whatever is made of it is made of them.
pub fn put_dataset(packed: &str, record: &str, checksum: &str, chunks: &str) {
    set_text("script#dataset", packed);
    set_text("noscript#record-text", record);
    for (name, content) in [("dataset-sha256", checksum), ("dataset-chunks", chunks)] {
        set_attribute(&format!("meta[name=\"{name}\"]"), "content", Some(content));
    }
}

/// Loads the page anew, at the view that it begins with.
pub fn reload() {
    let location = window().location();
    // Where the address cannot be changed, the page is loaded at this one.
    let _ = location.set_hash("/table");
    let _ = location.reload();
}
