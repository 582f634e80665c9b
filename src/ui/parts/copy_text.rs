//! A button that puts a long text on the clipboard or, where the browser forbids that, shows it for copying by hand.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, page};

/// The text area that is shown where the browser does not let the page copy.
const BY_HAND: &str = "text-to-copy";

/// The button, and beside it what came of pressing it.
#[component]
pub fn CopyText(
    /// What the button says.
    label: &'static str,
    /// The text, made when it is asked for.
    text: Callback<(), String>,
) -> impl IntoView {
    // How many lines were copied, or the text that could not be.
    let came = RwSignal::new(None::<Result<usize, String>>);
    let on_click = move |_| {
        let text = text.run(());
        spawn_local(async move {
            if clipboard::copy(&text).await {
                came.set(Some(Ok(text.lines().count())));
            } else {
                came.set(Some(Err(text)));
                request_animation_frame(|| page::select_text(&format!("#{BY_HAND}")));
            }
        });
    };
    let message = move || match came.get() {
        None => ().into_any(),
        Some(Ok(count)) => view! { <p data-copied=count>"Copied, " {count} " lines."</p> }.into_any(),
        Some(Err(text)) => view! {
            <label for=BY_HAND>"The browser does not let the page copy. The text is selected: copy it yourself."</label>
            <textarea id=BY_HAND readonly rows="6" prop:value=text></textarea>
            <button type="button" class="quiet" on:click=move |_| {
                came.set(None);
                page::focus("[data-copy-text]");
            }>"Close"</button>
        }
        .into_any(),
    };
    view! {
        <div class="copy-text">
            <button type="button" data-copy-text="" on:click=on_click>{label}</button>
            <div role="status">{message}</div>
        </div>
    }
}
