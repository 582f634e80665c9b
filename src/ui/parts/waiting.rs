//! That an answer is being worked out.

use leptos::prelude::*;

use crate::query::Progress;
use crate::ui::in_turns::Waits;

/// A line with a bar, as long as a reader waits for an answer; what was shown before stands below it meanwhile.
#[component]
pub fn Waiting() -> impl IntoView {
    let Waits(waits) = expect_context();
    let is_there = Memo::new(move |_| waits.read().is_some());
    let part = move |of: fn(&Progress) -> usize| {
        let part = waits.read().as_ref().map(of);
        part.map(|part| part.to_string())
    };
    let line = move || {
        is_there.get().then(|| {
            view! {
                <label data-waiting="">
                    "Working out the answer"
                    <progress max=move || part(|progress| progress.all) prop:value=move || part(|progress| progress.done)></progress>
                </label>
            }
        })
    };
    view! { <div role="status" class="waiting">{line}</div> }
}
