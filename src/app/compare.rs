//! Two editions that are compared: what is shown, and what is in a file that the reader opens.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Viewer;
use crate::browser::{Focus, page};
use crate::compare::{DifferenceFilter, Edition, toggle};
use crate::route::Page;
use crate::view::{CompareAction, Compared};

/// Compares what is shown with the edition in a file, which was checked.
pub fn begin(viewer: Viewer, name: String, other: Edition) {
    spawn_local(async move {
        let shown = page::dataset_text().await.unwrap_or_default();
        let compared = Edition::in_file(&shown).map(|shown| Compared::new(name, shown, other));
        viewer.compared.set(compared.map(Arc::new));
        viewer.change_route(|route| {
            route.page = Page::Compare;
            route.fact = None;
            // What was chosen of another comparison may not be in this one.
            route.options.differences = DifferenceFilter::default();
        });
        request_animation_frame(|| {
            page::focus("main h1");
        });
    });
}

/// Does what a control of the page asks for.
pub fn act(viewer: Viewer, action: CompareAction) {
    let focused = Focus::now();
    match action {
        CompareAction::Happening(happening) => {
            viewer.arrange(|options| toggle(&mut options.differences.happenings, happening));
        }
        CompareAction::Kind(kind) => viewer.arrange(|options| toggle(&mut options.differences.kinds, kind)),
        CompareAction::All => viewer.arrange(|options| options.differences = DifferenceFilter::default()),
        CompareAction::Swap => change(viewer, Compared::swapped),
        CompareAction::Take(place) => change(viewer, |compared| compared.taking(|offer| offer == place)),
        CompareAction::TakeAll => change(viewer, |compared| {
            compared.taking(|offer| compared.comparison.offers[offer].is_exact)
        }),
        CompareAction::Apart => change(viewer, Compared::apart),
        CompareAction::End => viewer.compared.set(None),
    }
    // The button may go: then the reader stays at the heading.
    request_animation_frame(move || {
        if focused.is_some_and(|focused| !focused.is_there()) {
            page::focus("main h1");
        }
    });
}

fn change(viewer: Viewer, change: impl Fn(&Compared) -> Compared) {
    let compared = viewer.compared.get_untracked();
    viewer
        .compared
        .set(compared.map(|compared| Arc::new(change(&compared))));
}
