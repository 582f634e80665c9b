//! The address bar. Only the fragment is used: it is the one part of a `file://` address that is ours to change.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What the app wants in the address bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The fragment, without its `#`.
    pub fragment: String,
    /// Whether it takes the place of the entry before it, as the next letter of a word does.
    pub replaces: bool,
}

/// The least time between two writes, in milliseconds: browsers drop history calls that come in bursts.
const PAUSE_MS: u32 = 250;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Keeps the address bar's `#…` and the app in step.
///
/// `shown` is what the app wants there; `on_change` hears what the reader typed, followed or went back to. A write that
/// comes too soon after another waits, and the last one wins.
pub fn bind_address_bar(shown: Signal<Shown>, on_change: Callback<String>) {
    let listener = window_event_listener(ev::hashchange, move |_| on_change.run(fragment()));
    on_cleanup(move || listener.remove());
    let pending: Rc<RefCell<Option<(Timeout, Shown)>>> = Rc::default();
    Effect::new(move |_| {
        let wanted = shown.get();
        if let Some((_, waiting)) = pending.borrow_mut().as_mut() {
            // The step that waits is still a step when only its last letter changes.
            waiting.replaces &= wanted.replaces;
            waiting.fragment = wanted.fragment;
            return;
        }
        if wanted.fragment == fragment() {
            return;
        }
        write(&wanted);
        let after = Rc::clone(&pending);
        let pause = Timeout::new(PAUSE_MS, move || {
            if let Some((_, waiting)) = after.borrow_mut().take()
                && waiting.fragment != fragment()
            {
                write(&waiting);
            }
        });
        *pending.borrow_mut() = Some((pause, wanted));
    });
}

/// Writes without telling the app, which knows already; where the browser refuses, the address stays behind.
fn write(shown: &Shown) {
    let Ok(history) = window().history() else {
        return;
    };
    let address = format!("#{}", shown.fragment);
    let written = if shown.replaces {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    if written.is_err() {
        // Some engines forbid history calls from disk but let the fragment be set; failing that too, the page works on.
        let _ = window().location().set_hash(&address);
    }
}
