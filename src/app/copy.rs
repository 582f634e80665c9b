//! Copying a text, with a message about the result.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::memo::effect;
use crate::app::share::Sharing;
use crate::app::{Viewer, texts};
use crate::browser::{clipboard, page};
use crate::domain::keyed::Keyed;
use crate::query::Briefs;
use crate::render::brief_markdown;
use crate::view::{Copied, CopyAnswer, LastCopy};

/// Puts a text on the clipboard or, where the browser forbids that, selects it where it can be copied by hand.
pub(super) fn copy(viewer: Viewer, sharing: Sharing, what: Copied) {
    let text = text(viewer, sharing, what);
    spawn_local(async move {
        let (answer, field) = match field_of(what) {
            _ if clipboard::copy(&text).await => (CopyAnswer::Copied(text.lines().count()), None),
            Some(field) => (CopyAnswer::Selected, Some(field.to_owned())),
            None => (CopyAnswer::ByHand(text), Some(format!("#{}-to-copy", what.key()))),
        };
        viewer.last_copy.set(LastCopy::new(what, answer));
        if let Some(field) = field {
            request_animation_frame(move || page::select_text(&field));
        }
    });
}

/// Removes the message about copying; the focus goes back to the button.
pub(super) fn end_copy(viewer: Viewer) {
    let last = viewer.last_copy.try_update(std::mem::take);
    if let Some(text) = last.and_then(|last| last.text()) {
        page::focus(&format!("[data-copy-text={}]", text.key()));
    }
}

/// Removes messages about copying when the page changes.
pub(super) fn forget_copies_of_other_pages(viewer: Viewer) {
    effect(move |_| {
        viewer.page.track();
        viewer.last_copy.set(LastCopy::default());
    });
}

/// The field that shows the text anyway.
fn field_of(what: Copied) -> Option<&'static str> {
    match what {
        Copied::Errors => Some("[data-seen-errors]"),
        Copied::Citation => Some("[data-citation]"),
        Copied::Brief | Copied::Link | Copied::Code | Copied::Report | Copied::Frame => None,
    }
}

fn text(viewer: Viewer, sharing: Sharing, what: Copied) -> String {
    texts::shown(match what {
        Copied::Errors => page::seen_errors().join("\n\n"),
        Copied::Brief => {
            let context = viewer.context(&[]);
            let briefs = viewer.briefs.get_untracked();
            let briefs = briefs.iter().flat_map(Briefs::all);
            let texts: Vec<String> = briefs.map(|brief| brief_markdown(brief, &context)).collect();
            texts.join("\n")
        }
        Copied::Link | Copied::Code | Copied::Citation | Copied::Report | Copied::Frame => sharing.text(what),
    })
}
