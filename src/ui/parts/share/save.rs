//! What is shown as a file for other programs, written in steps that leave the page alive.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{page, save, time};
use crate::domain::keyed::Keyed;
use crate::export::{Format, Progress, Shown, Unwritable, Writing, short_code};
use crate::ui::Viewer;
use crate::ui::parts::share::what::told;
use crate::ui::parts::share::{Subject, handed_over};

/// How many pieces are written before the clock is asked.
const PIECES: usize = 16;

/// How an export stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// It is being written.
    Writing(Progress),
    /// It has come to its end, and this is what there is to say.
    Ended(String),
}

/// A button for each format, and how far the writing has come.
#[component]
pub(super) fn Export(
    /// What the dialog is about.
    subject: Subject,
    /// What is shown of it, which is exported.
    shown: Shown<'static>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let state = RwSignal::new(None::<State>);
    let is_stopped = StoredValue::new(false);
    // A dialog that is closed writes nothing on.
    on_cleanup(move || {
        is_stopped.try_set_value(true);
    });
    let on_export = move |format: Format| {
        is_stopped.set_value(false);
        state.set(Some(State::Writing(Progress { done: 0, of: 1 })));
        let (subject, shown) = (subject.clone(), shown.clone());
        spawn_local(async move {
            time::turn().await;
            let ended = match export(viewer, &subject, shown, format, state, is_stopped).await {
                Ok(words) => words,
                Err(error) => error.to_string(),
            };
            // The button that stops it goes: who pressed it with keys is led back to where they began.
            let was_at_stop = page::focus_is_in("[data-export-stop]");
            state.try_set(Some(State::Ended(ended)));
            if was_at_stop {
                page::focus(&format!("[data-export={}]", format.key()));
            }
        });
    };
    let is_writing = Memo::new(move |_| matches!(*state.read(), Some(State::Writing(_))));
    let button = |format: &Format| {
        let format = *format;
        let on_export = on_export.clone();
        // A button that is disabled loses the focus, and who uses keys alone their place: this one only does nothing.
        view! {
            <button type="button" data-export=format.key() aria-disabled=move || is_writing.get().then_some("true") aria-label=format!("Export as {}", format.label())
                on:click=move |_| if !is_writing.get_untracked() { on_export(format) }>{format.label()}</button>
        }
    };
    let says = move || {
        match state.get() {
        Some(State::Writing(progress)) => view! {
            <label>"Writing " <progress max=progress.of.to_string() prop:value=progress.done.to_string()></progress></label>
            " " <button type="button" data-export-stop="" on:click=move |_| is_stopped.set_value(true)>"Stop"</button>
        }
        .into_any(),
        Some(State::Ended(words)) => view! { <span data-exported="">{words}</span> }.into_any(),
        None => ().into_any(),
    }
    };
    view! {
        <section aria-labelledby="share-export">
            <h3 id="share-export">"Export what is shown"</h3>
            <div class="share-tools">{Format::ALL.iter().map(button).collect_view()}</div>
            <p><small>"CSV for spreadsheets; JSON as a dataset of this page’s own format; Markdown for notes; iCalendar with the due dates."</small></p>
            <p role="status" class="export-state">{says}</p>
        </section>
    }
}

/// Writes and saves it; what there is to say of that.
async fn export(
    viewer: Viewer,
    subject: &Subject,
    shown: Shown<'static>,
    format: Format,
    state: RwSignal<Option<State>>,
    is_stopped: StoredValue<bool>,
) -> Result<String, Unwritable> {
    let file = match format {
        Format::Json => page::dataset_text().await.unwrap_or_default(),
        _ => String::new(),
    };
    let word = match subject {
        Subject::Line(id) => short_code(id).to_lowercase(),
        Subject::Page => shown.word(viewer.dataset),
    };
    let told = told(viewer, subject, file);
    let name = told.file_name(&word, format.extension());
    let mut writing = Writing::new(format, told, shown)?;
    loop {
        let mut progress = Progress { done: 0, of: 1 };
        let is_left = time::work(|| {
            progress = writing.step(PIECES);
            progress.done < progress.of
        });
        if is_stopped.try_get_value().unwrap_or(true) {
            return Ok("Stopped. Nothing was saved.".to_owned());
        }
        if !is_left {
            break;
        }
        state.try_set(Some(State::Writing(progress)));
        time::turn().await;
    }
    let text = writing.finish()?;
    Ok(handed_over(save::save_text(&name, format.media_type(), &text), &name))
}
