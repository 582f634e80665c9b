//! What is said aloud of results, to those who do not see them.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// How long nothing must have changed: who types a word hears of its results once, not at every letter.
const REST: Duration = Duration::from_millis(700);

/// Words that screen readers say when they have changed and come to rest; at first nothing is said.
#[component]
pub fn Announced(
    /// What there is to say now.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    };
    let words = Memo::new(move |_| words.get());
    Effect::new(move |before: Option<()>| {
        let words = words.get();
        stop();
        if before.is_some() {
            timer.set_value(set_timeout_with_handle(move || said.set(words), REST).ok());
        }
    });
    on_cleanup(stop);
    view! { <p class="for-listeners" role="status" data-announced="">{said}</p> }
}
