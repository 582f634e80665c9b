//! The expansions of acronyms, shown and hidden.

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
    browser::on_window("mouseover", asked);
    browser::on_window("focusin", asked);
}
