//! The dialog in which what is shown is shared, cited and exported.

mod cite;
mod copy;
mod save;
mod what;

use leptos::prelude::*;

use crate::browser::page;
use crate::ui::Viewer;
use crate::ui::parts::share::cite::Cite;
use crate::ui::parts::share::copy::SharePage;
use crate::ui::parts::share::save::Export;
use crate::ui::parts::share::what::{in_words, shown};

/// Where the dialog stands.
const DIALOG: &str = "dialog#share";

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The page that is shown, with its selection.
    Page,
    /// One line of it, by its id.
    Line(String),
}

/// The dialog of this page: what it is about while it is open.
#[derive(Clone, Copy)]
pub struct Sharing(RwSignal<Option<Subject>>);

impl Sharing {
    /// A dialog that is closed.
    pub fn closed() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the dialog about what is shown.
    pub fn open_about_page(self) {
        self.0.set(Some(Subject::Page));
    }

    /// Opens the dialog about a line.
    pub fn open_about_line(self, id: String) {
        self.0.set(Some(Subject::Line(id)));
    }

    /// The dialog of this page.
    fn here() -> Self {
        expect_context()
    }
}

/// The dialog itself, empty while it is closed.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let (viewer, sharing) = (Viewer::here(), Sharing::here().0);
    Effect::new(move |_| {
        if sharing.read().is_some() {
            page::open_dialog(DIALOG);
        }
    });
    // Another page has another subject: going back closes the dialog.
    Effect::new(move |before: Option<()>| {
        viewer.route.track();
        if before.is_some() {
            page::close_dialog(DIALOG);
        }
    });
    // It is told late that the dialog was closed; by then the reader may have opened it again.
    let on_close = move |_| {
        if !page::is_dialog_open(DIALOG) {
            sharing.set(None);
        }
    };
    let inside = move || sharing.get().map(|subject| view! { <Inside subject /> });
    view! {
        <dialog id="share" class="share" aria-labelledby="share-title" on:close=on_close>{inside}</dialog>
    }
}

/// What there is to say of a file that was offered to the browser, which alone knows what becomes of it.
fn handed_over(is_taken: bool, name: &str) -> String {
    match is_taken {
        true => format!("Handed to the browser as {name}."),
        false => "The browser did not take the file.".to_owned(),
    }
}

#[component]
fn Inside(
    /// What it is about.
    subject: Subject,
) -> impl IntoView {
    let viewer = Viewer::here();
    // What is open is about what was shown when it was opened.
    let (what, shown) = untrack(|| (in_words(viewer, &subject), shown(viewer, &subject)));
    let rest = match shown {
        Some(shown) => view! {
            <Cite subject=subject.clone() shown=shown.clone() />
            <Export subject=subject.clone() shown />
        }
        .into_any(),
        None => view! { <p>"There is nothing on this page to cite or to export."</p> }.into_any(),
    };
    view! {
        <header>
            <h2 id="share-title">"Share, cite, export"</h2>
            <button type="button" data-share-close="" on:click=move |_| page::close_dialog(DIALOG)>"Close"</button>
        </header>
        <p class="share-what" data-share-what="">{what}</p>
        <SharePage subject />
        {rest}
    }
}
