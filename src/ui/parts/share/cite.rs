//! What is shown as a citation, in the form that the reader needs.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{save, time};
use crate::dataset::Dataset;
use crate::export::{CitationStyle, Cited, Shown, Unwritable, cite, file_name};
use crate::ui::Viewer;
use crate::ui::parts::share::what::{code, told};
use crate::ui::parts::share::{Subject, handed_over};
use crate::ui::parts::{Choice, CopyText};

/// The fewest and the most rows of the field with the citation: one footnote is seen whole, what is longer scrolls.
const ROWS: (usize, usize) = (4, 8);

/// So many citations stand in the field; of more only the first, because nobody reads them there.
const WHOLE: usize = 1500;
const FIRST: usize = 200;

/// So many are written before the page has its turn.
const PIECES: usize = 64;

/// The citation with the choice of its form.
#[component]
pub(super) fn Cite(
    /// What the dialog is about.
    subject: Subject,
    /// What is shown of it, which is cited.
    shown: Shown<'static>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let style = RwSignal::new(CitationStyle::Footnote);
    let cited = StoredValue::new(shown.cited(&told(viewer, &subject, String::new())));
    let count = cited.with_value(Vec::len);
    let first = if count <= WHOLE { count } else { FIRST };
    let text = Memo::new(move |_| {
        let text = cited.with_value(|cited| cite(&cited[..first], style.get(), viewer.dataset));
        text.unwrap_or_else(|error| error.to_string())
    });
    let rows = move || text.read().lines().count().clamp(ROWS.0, ROWS.1);
    let message = RwSignal::new(String::new());
    let name = code(viewer, &subject).unwrap_or_else(|| "selection".to_owned());
    let on_save = move |_| {
        let style = style.get_untracked();
        let name = file_name(&name.to_lowercase(), style.extension());
        if first == count {
            let is_saved = save::save_text(&name, style.media_type(), &text.get_untracked());
            return message.set(handed_over(is_saved, &name));
        }
        message.set(format!("Writing {count} citations."));
        spawn_local(async move {
            let Some(all) = cited.try_get_value() else { return };
            let ended = match in_turns(&all, style, viewer.dataset).await {
                Ok(text) => handed_over(save::save_text(&name, style.media_type(), &text), &name),
                Err(error) => error.to_string(),
            };
            // The dialog may have been closed.
            message.try_set(ended);
        });
    };
    let part = (first < count).then(|| {
        view! { <p><small data-cited-first="">"The field, and what is copied, has the first " {first} "; the file has all " {count} "."</small></p> }
    });
    let on_choose = Callback::new(move |chosen| style.set(chosen));
    view! {
        <section aria-labelledby="share-cite" class="cite-section">
            <h3 id="share-cite">"Cite" {(1 < count).then(|| view! { " " <small>{count} " citations"</small> })}</h3>
            <div class="share-tools">
                <Choice label="Form" name="citation" now=style on_choose />
                // What was said of another form is not said of this one.
                {move || {
                    style.track();
                    message.set(String::new());
                    view! { <CopyText label="Copy" what="citation" field="[data-citation]" text=Callback::new(move |()| text.get_untracked()) /> }
                }}
                <button type="button" data-save-citation="" on:click=on_save>"Save as a file"</button>
            </div>
            {part}
            <textarea class="citation" data-citation="" readonly aria-label="Citation" rows=rows prop:value=text></textarea>
            <p role="status">{message}</p>
        </section>
    }
}

/// All citations as one text, written while the page lives on.
async fn in_turns(all: &[Cited<'static>], style: CitationStyle, dataset: &Dataset) -> Result<String, Unwritable> {
    let mut pieces = Vec::new();
    for piece in all.chunks(PIECES) {
        pieces.push(cite(piece, style, dataset)?);
        time::turn().await;
    }
    Ok(pieces.join(style.separator()))
}
