//! Ways to send what is shown: a link, a copy of the page that opens there, a short code.

use leptos::prelude::*;

use crate::browser::{page, save};
use crate::export;
use crate::record::{self, Opening, Parts};
use crate::ui::Viewer;
use crate::ui::parts::CopyText;
use crate::ui::parts::share::what::{code, in_words, route};
use crate::ui::parts::share::{Subject, handed_over};

/// The ways that there are here, the best first.
///
/// A page opened from a file has no address that works elsewhere, and a local path is nobody's business: it offers no link.
#[component]
pub(super) fn SharePage(
    /// What is shared.
    subject: Subject,
) -> impl IntoView {
    let viewer = Viewer::here();
    let fragment = route(viewer, &subject).to_fragment();
    let link = page::web_address().map(|address| format!("{address}#{fragment}"));
    let code = code(viewer, &subject);
    let is_file = link.is_none();
    view! {
        <section aria-labelledby="share-ways">
            <h3 id="share-ways">"Share"</h3>
            {link.map(|link| view! {
                <div class="share-way" data-way="link">
                    <CopyText label="Copy the link" what="link" text=Callback::new(move |()| link.clone()) />
                </div>
            })}
            <SaveCopy subject />
            {code.map(|code| {
                let shows = code.clone();
                view! {
                    <div class="share-way" data-way="code">
                        <CopyText label="Copy the short code" what="code" text=Callback::new(move |()| code.clone()) />
                        <p>"Typed into the search box of any copy, " <code>{shows}</code> " leads here."</p>
                    </div>
                }
            })}
            {is_file.then(|| view! {
                <p><small>"This page was opened from a file. A link to a file on this computer would open for nobody else, so there is none to copy."</small></p>
            })}
        </section>
    }
}

/// Saves this page as a file that opens here.
#[component]
fn SaveCopy(
    /// Where it opens.
    subject: Subject,
) -> impl IntoView {
    let viewer = Viewer::here();
    let message = RwSignal::new(String::new());
    let on_click = move |_| {
        let title = format!("{} – ISS Follow-up", untrack(|| in_words(viewer, &subject)));
        let opening = Opening::at(&route(viewer, &subject), title);
        let name = name_of_copy(&opening.fragment);
        let saved = copy(viewer, &opening).is_some_and(|html| save::save_text(&name, "text/html;charset=utf-8", &html));
        message.set(match saved {
            true => format!(
                "{} It opens here, and can save copies in turn.",
                handed_over(true, &name)
            ),
            false => "The browser did not take the file. Send the file that you have, and say where to look in it."
                .to_owned(),
        });
    };
    view! {
        <div class="share-way" data-way="copy">
            <button type="button" data-save-copy="" on:click=on_click>"Save a copy that opens here"</button>
            <p>"One file with all of it, to mail or to keep: it needs no server and no network."</p>
            <p role="status" data-saved-copy="">{message}</p>
        </div>
    }
}

/// This page, opening there: the same parts put together in the same way as when it was built.
fn copy(viewer: Viewer, opening: &Opening) -> Option<String> {
    let script = |id| page::text_of_first(&format!("script#{id}"));
    let record = page::text_of_first("noscript#record-text")?;
    let parts = Parts {
        policy: &page::policy()?,
        head: &script("head")?,
        style: &page::text_of_first("style#style")?,
        edition: &viewer.dataset.edition.id,
        status_date: &viewer.status_date(),
        record: &record,
        dataset: &script("dataset")?,
        checksum: &page::meta("dataset-sha256")?,
        portions: &page::meta("dataset-portions")?,
        program: &script("program")?,
        glue: &script("glue")?,
        boot: &script("boot")?,
    };
    Some(record::page(&parts, Some(opening)))
}

/// A name for the file that says where it opens: `iss-followup-measure-31.html`.
fn name_of_copy(fragment: &str) -> String {
    let path = fragment.split('?').next().unwrap_or_default();
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    export::file_name(&words.join("-"), "html")
}
