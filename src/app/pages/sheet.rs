//! The filters where they cover the page: a sheet that holds the focus, and that Back, Escape and its button close.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::app::Viewer;
use crate::app::memo::effect;
use crate::app::places::keep_attribute;
use crate::browser::{add_entry, fragment, go_back, listen, on_window, page};
use crate::route::Route;

/// What the sheet covers: nothing there can be reached while it is open.
const BEHIND: &str = ".top-bar, .view-bar, .view-side, .foot, .skip-link";
/// When a change of the address has been heard.
const AFTER_ADDRESS: Duration = Duration::from_millis(50);

/// Keeps the sheet in step with whether it is open, as long as the owner lives; closed, it gives the focus back to its button.
pub fn keep_sheet(viewer: Viewer) {
    let is_open = viewer.shows_filters;
    listen("#filters", "keydown", move |event: &KeyboardEvent| {
        if event.key() == "Escape" {
            is_open.set(false);
        }
    });
    keep_attribute(".views", "class", move || {
        Some(if is_open.get() { "views has-sheet" } else { "views" }.to_owned())
    });
    keep_attribute(".sheet-open", "aria-expanded", move || Some(is_open.get().to_string()));
    // Whether the next step back is the page's own.
    let is_own_step = StoredValue::new(false);
    let mut was_open = false;
    effect(move |_| {
        let is_open = is_open.get();
        page::set_inert(BEHIND, is_open);
        match (was_open, is_open) {
            (false, true) => {
                let here = viewer.route.with_untracked(Route::to_fragment);
                viewer.sheet_entry.set_value(add_entry().then_some(here));
                page::focus("#filters h2");
            }
            (true, false) => {
                if is_entry_left(viewer) {
                    is_own_step.set_value(true);
                    go_back();
                }
                page::focus(".sheet-open");
            }
            _ => {}
        }
        was_open = is_open;
    });
    // Where the address changes too, what keeps it in step hears of it first.
    on_window("popstate", move |_: &Event| {
        if is_own_step.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        set_timeout(move || _ = close_by_back(viewer, &fragment()), AFTER_ADDRESS);
    });
    on_cleanup(move || {
        is_open.set(false);
        page::set_inert(BEHIND, false);
    });
}

/// Closes the sheet if it is open and the reader has gone back to where it was opened; says whether that was so.
pub fn close_by_back(viewer: Viewer, fragment: &str) -> bool {
    let is_here = |entry: &Option<String>| entry.as_deref() == Some(fragment);
    let is_back = viewer.sheet_entry.try_with_value(is_here) == Some(true);
    if is_back {
        viewer.sheet_entry.set_value(None);
        viewer.shows_filters.set(false);
    }
    is_back
}

/// Whether nothing was chosen in the sheet: then its entry would be one more step back to the same view.
fn is_entry_left(viewer: Viewer) -> bool {
    let entry = viewer.sheet_entry.try_update_value(Option::take).flatten();
    entry.is_some_and(|entry| viewer.route.with_untracked(Route::to_fragment) == entry)
}
