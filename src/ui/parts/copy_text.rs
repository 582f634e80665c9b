//! A button that puts a long text on the clipboard or, where the browser forbids that, shows it for copying by hand.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, page};

/// The most rows of the field with a text to copy by hand.
const MOST_ROWS: usize = 6;

/// What is said where the browser forbids copying.
const REFUSED: &str = "The browser does not let the page copy. The text is selected: copy it yourself.";

/// The button, and beside it what came of pressing it.
#[component]
pub fn CopyText(
    /// What the button says.
    label: &'static str,
    /// What is copied, as the name of the parts of the page that have to do with it.
    what: &'static str,
    /// The field that shows the text already, if one does: there it is selected where the browser forbids copying.
    #[prop(optional)]
    field: Option<&'static str>,
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
                let own = format!("#{what}-to-copy");
                request_animation_frame(move || page::select_text(field.unwrap_or(&own)));
            }
        });
    };
    let message = move || match came.get() {
        None => ().into_any(),
        Some(Ok(1)) => view! { <p data-copied=1>"Copied."</p> }.into_any(),
        Some(Ok(count)) => view! { <p data-copied=count>"Copied, " {count} " lines."</p> }.into_any(),
        Some(Err(_)) if field.is_some() => view! { <p>{REFUSED}</p> }.into_any(),
        Some(Err(text)) => {
            let id = format!("{what}-to-copy");
            let rows = text.lines().count().clamp(1, MOST_ROWS);
            view! {
                <label for=id.clone()>{REFUSED}</label>
                <textarea id=id data-by-hand=what readonly rows=rows prop:value=text></textarea>
                <button type="button" class="quiet" on:click=move |_| {
                    came.set(None);
                    page::focus(&format!("[data-copy-text={what}]"));
                }>"Done"</button>
            }
            .into_any()
        }
    };
    view! {
        <div class="copy-text">
            <button type="button" data-copy-text=what on:click=on_click>{label}</button>
            <div role="status">{message}</div>
        </div>
    }
}
