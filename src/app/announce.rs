//! Announces results to screen readers.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::memo::{Memo, effect};
use crate::browser::page;

/// How long the words must not have changed: while a word is typed, its results are announced once, not at every letter.
const REST: Duration = Duration::from_millis(700);

/// Has screen readers announce words in the element that matches, when they have changed and come to rest; the first ones are not
/// announced.
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
    effect(move |is_first| {
        let words = words.get();
        stop();
        if !is_first {
            timer.set_value(set_timeout_with_handle(move || page::set_text(selector, &words), REST).ok());
        }
    });
    on_cleanup(stop);
}
