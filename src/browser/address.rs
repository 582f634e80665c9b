//! The address bar. Only the fragment is used: it is the one part of a `file://` address that is ours to change.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Event, History};

use crate::browser::page::meta;
use crate::browser::{coming_back, on_window};

/// What the app wants in the address bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
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

/// The fragment at which the page opens: that of the address, or the one that a saved copy carries in it.
pub fn opening() -> String {
    let named = fragment();
    if named.is_empty() {
        meta("opens-at").unwrap_or_default()
    } else {
        named
    }
}

/// Whether the address asked, before anything was painted, for one view alone.
pub fn is_embedded() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-embedded"))
}

/// Loads the page anew at its address.
pub fn begin_anew() {
    let _ = window().location().reload();
}

/// Adds an entry with the same address to the history, so that Back leads here again. Says whether the browser has done it.
pub fn add_entry() -> bool {
    let added = window()
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", None));
    added.is_ok()
}

/// Names that fragment in the address, for an app that is to begin there.
pub fn begin_at(fragment: &str) {
    let address = format!("#{fragment}");
    let history = window().history();
    let replaced = history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    if replaced.is_err() {
        // Where even this is refused, the app begins where the reader is.
        let _ = window().location().set_hash(&address);
    }
}

/// Goes back by one entry.
pub fn go_back() {
    // Where there is no history there is no entry to leave.
    let _ = window().history().and_then(|history| history.back());
}

/// Keeps the address bar's `#…` and the app in step.
///
/// `shown` is what the app wants there. `on_change` hears what the reader typed, followed or went back to, and answers how
/// the app spells it; another spelling takes the place of the reader's, so that going back never leads into it again. A
/// write that comes too soon after another waits, and the last one wins.
pub fn bind_address_bar(shown: impl Fn() -> HistoryEntry + 'static, on_change: Callback<String, String>) {
    coming_back::begin_return();
    let bar = Rc::new(RefCell::new(AddressBar {
        seen: fragment(),
        waiting: None,
        pause: None,
    }));
    bar.borrow_mut().write(&untrack(&shown).fragment, true);
    let heard = Rc::clone(&bar);
    on_window("hashchange", move |_: &Event| {
        let followed = fragment();
        heard.borrow_mut().follow(&followed);
        coming_back::begin_return();
        // The app may read the address in turn: nothing is borrowed while it is called.
        let canonical = on_change.run(followed);
        heard.borrow_mut().write(&canonical, true);
    });
    Effect::new(move |_| AddressBar::show(&bar, shown()));
}

/// What is known of the address bar.
struct AddressBar {
    /// The fragment as the app knows it. If the bar has another one, the reader has gone on and the app will be called.
    seen: String,
    /// What is to be written after the pause.
    waiting: Option<HistoryEntry>,
    /// Runs after each write; dropping it ends it.
    pause: Option<Timeout>,
}

impl AddressBar {
    /// Writes what the app shows, now or after the pause.
    fn show(bar: &Rc<RefCell<Self>>, shown: HistoryEntry) {
        let mut this = bar.borrow_mut();
        if this.pause.is_some() {
            // The step that waits is still a step when only its last letter changes.
            coming_back::hold();
            let is_step = this.waiting.as_ref().is_some_and(|waiting| !waiting.replaces);
            this.waiting = Some(HistoryEntry {
                replaces: shown.replaces && !is_step,
                ..shown
            });
            return;
        }
        if !this.write(&shown.fragment, shown.replaces) {
            return;
        }
        let after = Rc::clone(bar);
        this.pause = Some(Timeout::new(PAUSE_MS, move || {
            let waiting = {
                let mut this = after.borrow_mut();
                this.pause = None;
                this.waiting.take()
            };
            if let Some(waiting) = waiting {
                Self::show(&after, waiting);
            }
        }));
    }

    /// Takes note of where the reader went; what still waits is out of date.
    fn follow(&mut self, fragment: &str) {
        fragment.clone_into(&mut self.seen);
        self.waiting = None;
        self.pause = None;
    }

    /// Changes the address without calling the app, which knows already. Returns whether there was a change.
    fn write(&mut self, wanted: &str, replaces: bool) -> bool {
        let is_elsewhere = fragment() != self.seen;
        if is_elsewhere || wanted == self.seen {
            return false;
        }
        let address = format!("#{wanted}");
        if !replaces {
            coming_back::keep();
            coming_back::leave();
        }
        let written = window().history().and_then(|history| {
            let write = if replaces {
                History::replace_state_with_url
            } else {
                History::push_state_with_url
            };
            write(&history, &JsValue::NULL, "", Some(&address))
        });
        if written.is_err() {
            // Some engines forbid history calls from disk but let the fragment be set; failing that too, the address
            // stays behind and the page works on.
            let _ = window().location().set_hash(&address);
        }
        self.seen = fragment();
        true
    }
}
