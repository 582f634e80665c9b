//! What is said aloud of results, to those who do not see them.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::browser::page;

/// How long nothing must have changed: who types a word hears of its results once, not at every letter.
const REST: Duration = Duration::from_millis(700);

/// Has screen readers say words when they have changed and come to rest, in the element that matches; at first nothing is said.
pub fn announce(selector: &'static str, words: impl Fn() -> String + Send + Sync + 'static) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        timer.try_update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    };
    let words = Memo::new(move |_| words());
    Effect::new(move |before: Option<()>| {
        let words = words.get();
        stop();
        if before.is_some() {
            timer.set_value(set_timeout_with_handle(move || page::set_text(selector, &words), REST).ok());
        }
    });
    on_cleanup(stop);
}
