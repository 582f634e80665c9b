//! The expansions of acronyms, shown and hidden.

use leptos::prelude::*;

use crate::browser;

/// Escape hides a visible expansion, until the next one is requested.
pub fn hide_expansions_on_escape() {
    const ACRONYM: &str = ".acronym";
    let asked = |event: &web_sys::Event| {
        if event
            .target()
            .is_some_and(|target| browser::page::is_in(&target, ACRONYM))
        {
            browser::page::set_root_data("expansions", None);
        }
    };
    let listeners = [
        window_event_listener(leptos::ev::keydown, |event| {
            if event.key() == "Escape" {
                browser::page::set_root_data("expansions", Some("hidden"));
            }
        }),
        window_event_listener(leptos::ev::mouseover, move |event| asked(&event)),
        window_event_listener(leptos::ev::focusin, move |event| asked(&event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}
