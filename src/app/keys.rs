//! Keys that work everywhere on the page: `/` and Ctrl+K go to the search box, Escape there goes back; Ctrl+O opens a file,
//! and Ctrl+S saves a page of it.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::Viewer;
use crate::app::own_data::{self, OwnData};
use crate::app::search::BOX;
use crate::browser::{Focus, on_window, page};

/// Where `/` is a letter, or opens something.
const TYPED_IN: &str = "input:not([type=checkbox], [type=radio]), textarea, select";

/// Hears them as long as the page lives.
pub fn follow_keys(viewer: Viewer, own: OwnData) {
    let before = StoredValue::new_local(None::<Option<Focus>>);
    on_window("keydown", move |event: &KeyboardEvent| {
        let is_in_box = page::focus_is_in(BOX);
        let is_chord = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        match event.key().as_str() {
            "k" | "K" if is_chord => {}
            "o" | "O" if is_chord => {
                event.prevent_default();
                return own_data::choose();
            }
            // Of its own data the browser saves the page.
            "s" | "S" if is_chord && viewer.file.is_some() => {
                event.prevent_default();
                return own.save_page(viewer, false);
            }
            "/" if !has_modifier && !page::focus_is_in(TYPED_IN) => {}
            // With words in it, Escape is about them.
            "Escape" if is_in_box && !event.default_prevented() && page::value_of(BOX).is_empty() => {
                if let Some(before) = before.try_update_value(Option::take).flatten() {
                    let is_back = before.is_some_and(|before| {
                        before.restore();
                        before.is_there()
                    });
                    // Nothing had the focus, or what was looked for has taken it away.
                    if !is_back {
                        page::focus("main h1");
                    }
                }
                return;
            }
            _ => return,
        }
        let focused = Focus::now();
        // Behind a dialog or the sheet of filters it takes no focus.
        if page::focus(BOX) {
            event.prevent_default();
            page::select_text(BOX);
            if !is_in_box {
                before.set_value(Some(focused));
            }
        }
    });
}
