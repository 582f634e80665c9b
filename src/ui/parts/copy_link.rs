//! A link to what is shown, on the clipboard or, where the browser forbids that, selected for copying by hand.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, page};
use crate::domain::id::MeasureId;
use crate::route::Page;
use crate::ui::Viewer;

/// A button that copies the link to a measure.
///
/// Over the web that is the address. A page opened from a file has no address that works elsewhere, and a local path is
/// nobody's business: there it is the file's name with the fragment, and the message says how to use it.
#[component]
pub fn CopyLink(
    /// The measure.
    measure: MeasureId,
) -> impl IntoView {
    let route = Viewer::here().clean_route(Page::Measure(measure.clone()), None);
    let fragment = route.to_fragment();
    let is_web = page::web_address().is_some();
    let link = format!("{}#{fragment}", page::web_address().unwrap_or_else(page::file_name));
    let copied = RwSignal::new(None::<bool>);
    let to_copy = link.clone();
    let on_click = move |_| {
        let text = to_copy.clone();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            copied.set(Some(done));
            if !done {
                request_animation_frame(|| page::select_text("#link-to-copy"));
            }
        });
    };
    let how = match is_web {
        true => String::new(),
        false => format!(
            " The page was opened from a file, so the link works beside a copy of that file; typing ISS-{measure} into \
             the search box of any copy leads here too."
        ),
    };
    let message = move || {
        match copied.get() {
        None => ().into_any(),
        Some(true) => view! { <p>"Copied: " <code>{link.clone()}</code> "." {how.clone()}</p> }.into_any(),
        Some(false) => view! {
            <label for="link-to-copy">"The browser does not let the page copy. The link is selected: copy it yourself." {how.clone()}</label>
            <input id="link-to-copy" type="text" readonly value=link.clone() />
        }
        .into_any(),
    }
    };
    view! {
        <div class="copy-link">
            <button type="button" data-copy-link="" on:click=on_click>"Copy link"</button>
            <div role="status">{message}</div>
        </div>
    }
}
