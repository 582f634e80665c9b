//! Two editions that are compared: what is shown, and what is in a file that the reader opens.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::long_work::LongWork;
use crate::app::own_data::OwnData;
use crate::app::reading::CHUNK;
use crate::app::{Viewer, texts};
use crate::browser::{Focus, page};
use crate::compare::{DifferenceFilter, Edition, toggle};
use crate::route::Page;
use crate::sheet::TablesReading;
use crate::view::{CompareAction, Compared, PendingComparison};
use crate::words::compare as words;

/// Compares what is shown with the dataset in a file, which was checked.
pub fn begin(viewer: Viewer, own: OwnData, name: String, file: Arc<String>) {
    let work = own.comparing();
    viewer.change_route(|route| {
        route.page = Page::Compare;
        route.fact = None;
    });
    spawn_local(async move {
        let what = words::comparing(&name);
        let compared = async {
            work.show(&what, 0, 0).await?;
            let shown = texts::file().await.unwrap_or_default();
            let shown = read(work, &what, &shown).await?;
            let other = read(work, &what, &file).await?;
            work_out(work, Compared::of(name, shown, other)).await
        };
        if let Some(compared) = compared.await {
            viewer.compared.set(Some(Arc::new(compared)));
            // What was chosen of another comparison may not be in this one.
            viewer.arrange(|options| options.differences = DifferenceFilter::default());
            request_animation_frame(move || focus_heading(viewer));
        }
    });
}

/// The edition in a file.
async fn read(work: LongWork, what: &str, file: &str) -> Option<Edition> {
    let mut reading = TablesReading::new(file, CHUNK);
    work.go_through(what, || reading.step().then(|| reading.progress()))
        .await?;
    reading.finish().map(Edition::of_file)
}

/// What is different.
async fn work_out(work: LongWork, mut pending: PendingComparison) -> Option<Compared> {
    let what = words::comparing(pending.file());
    work.go_through(&what, || pending.step().then(|| pending.progress()))
        .await?;
    work.is_over();
    Some(pending.finish())
}

/// Does what a control of the page asks for.
pub fn act(viewer: Viewer, own: OwnData, action: CompareAction) {
    match action {
        CompareAction::Happening(happening) => {
            viewer.arrange(|options| toggle(&mut options.differences.happenings, happening));
        }
        CompareAction::Kind(kind) => viewer.arrange(|options| toggle(&mut options.differences.kinds, kind)),
        CompareAction::All => viewer.arrange(|options| options.differences = DifferenceFilter::default()),
        CompareAction::Swap => return change(viewer, own, Compared::swapped),
        CompareAction::Take(place) => return change(viewer, own, |compared| compared.taking(|offer| offer == place)),
        CompareAction::TakeAll => {
            return change(viewer, own, |compared| {
                compared.taking(|offer| compared.comparison.offers[offer].is_exact)
            });
        }
        CompareAction::Apart => return change(viewer, own, Compared::apart),
        CompareAction::End => viewer.compared.set(None),
    }
    keep_focus(viewer, Focus::now());
}

/// Compares the same editions in another way.
fn change(viewer: Viewer, own: OwnData, change: impl Fn(&Compared) -> PendingComparison) {
    let Some(compared) = viewer.compared.get_untracked() else {
        return;
    };
    let (focused, work, pending) = (Focus::now(), own.comparing(), change(&compared));
    spawn_local(async move {
        if let Some(compared) = work_out(work, pending).await {
            viewer.compared.set(Some(Arc::new(compared)));
            keep_focus(viewer, focused);
        }
    });
}

/// The button may go: then the reader stays at the heading.
fn keep_focus(viewer: Viewer, focused: Option<Focus>) {
    request_animation_frame(move || {
        if focused.is_some_and(|focused| !focused.is_there()) {
            focus_heading(viewer);
        }
    });
}

fn focus_heading(viewer: Viewer) {
    if viewer.page.get_untracked() == Page::Compare {
        page::focus("main h1");
    }
}
