//! The dialog itself, which the browser opens over the page and closes.

use leptos::prelude::*;

use crate::browser::page;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;
use crate::ui::share::{self, DIALOG, Sharing};

/// The dialog, empty while it is closed.
#[component]
pub fn ShareDialog(
    /// What it holds.
    sharing: Sharing,
) -> impl IntoView {
    let viewer = Viewer::here();
    Effect::new(move |_| {
        if sharing.opened.read().is_some() {
            page::open_dialog(DIALOG);
        }
    });
    // Another page has another subject: going back closes the dialog.
    Effect::new(move |before: Option<()>| {
        viewer.route.track();
        if before.is_some() {
            share::close();
        }
    });
    // It is told late that the dialog was closed; by then the reader may have opened it again.
    let on_close = move |_| {
        if !page::is_dialog_open(DIALOG) {
            sharing.empty(viewer);
        }
    };
    let inside = move || {
        let opened = sharing.opened.read();
        opened
            .as_ref()
            .map(|opened| parts(viewer, sharing, opened.what.clone(), opened.shown.is_some()))
    };
    view! {
        <dialog id="share" class="share" aria-labelledby="share-title" on:close=on_close>{inside}</dialog>
    }
}

fn parts(viewer: Viewer, sharing: Sharing, what: String, has_shown: bool) -> Vec<AnyView> {
    let export = move || html::share_export(&sharing.export.read());
    [
        Some(part("share-head", move || html::share_head(&what))),
        Some(part("share-ways", move || {
            html::share_ways(&sharing.ways.read(), &viewer.last_copy.read())
        })),
        Some(part("share-citation", move || {
            html::share_citation(sharing.cite.read().as_ref(), &viewer.last_copy.read())
        })),
        has_shown.then(|| part("share-export", export)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
