//! A link to a document's page in the official register.

use leptos::prelude::*;

use crate::domain::document::Document;

/// The link, for a document whose number leads to such a page; nothing for any other.
#[component]
pub fn RegisterLink(
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    document.url().map(|url| {
        view! {
            <a class="register-link" href=url rel="noopener noreferrer" target="_blank"
                aria-label=format!("{} in the official register", document.name())>"register ↗"</a>
        }
    })
}
