//! The expansions of acronyms, shown and hidden.

use leptos::prelude::*;

use crate::browser;

/// Escape hides a visible expansion, and does nothing else, until the next one is requested.
pub fn hide_expansions_on_escape() {
    const ACRONYM: &str = ".acronym";
    const SHOWN: &str = ":root:not([data-expansions]) .acronym:is(:hover, :focus)";
    let asked = |event: &web_sys::Event| {
        if event
            .target()
            .is_some_and(|target| browser::page::is_in(&target, ACRONYM))
        {
            browser::page::set_root_data("expansions", None);
        }
    };
    browser::on_first_escape(|| {
        let is_shown = 0 < browser::page::count(SHOWN);
        if is_shown {
            browser::page::set_root_data("expansions", Some("hidden"));
        }
        is_shown
    });
    let listeners = [
        window_event_listener(leptos::ev::mouseover, move |event| asked(&event)),
        window_event_listener(leptos::ev::focusin, move |event| asked(&event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}
