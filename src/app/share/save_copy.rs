//! A copy of the page, as a file that opens where the reader is.

use leptos::prelude::*;

use leptos::task::spawn_local;

use crate::app::share::Sharing;
use crate::app::share::content::route;
use crate::app::{Viewer, texts};
use crate::browser::{page, save};
use crate::domain::vocabulary::Wording;
use crate::record::{self, DatasetParts, Opening, Parts, without_requests};
use crate::view::name_of_copy;
use crate::words::{frame, share};

/// What browsers call a page.
pub const PAGE_KIND: &str = "text/html;charset=utf-8";

impl Sharing {
    /// Saves this page as a file that opens at what the dialog is about.
    pub fn save_copy(self, viewer: Viewer) {
        let Some(opened) = self.opened.get_untracked() else {
            return;
        };
        let title = frame::window_title(&opened.what, viewer.dataset.vocabulary.one(Wording::Name));
        let opening = Opening::at(&route(viewer, &opened.subject), title);
        let name = name_of_copy(&viewer.dataset.vocabulary, &opening.fragment);
        spawn_local(async move {
            // The whole is made of a page in parts.
            let of_dataset = match texts::are_apart() {
                true => texts::file().await.map(|file| DatasetParts::new(&file, viewer.dataset)),
                false => None,
            };
            let is_had = of_dataset.is_some() || !texts::are_apart();
            let html = is_had
                .then(|| page_of(viewer, Some(&opening), of_dataset.as_ref()))
                .flatten();
            self.end_copy(viewer, &name, html);
        });
    }

    fn end_copy(self, viewer: Viewer, name: &str, html: Option<String>) {
        let saved = html.is_some_and(|html| save::save_text(name, PAGE_KIND, &html));
        viewer.is_page_saved.update_value(|is_saved| *is_saved |= saved);
        let says = match saved {
            true => share::copy_handed_over(name),
            false => share::COPY_REFUSED.to_owned(),
        };
        self.ways.update(|ways| ways.saved = says);
    }
}

/// This page, opening there: the same parts put together in the same way as when it was built.
pub fn page_of(viewer: Viewer, opening: Option<&Opening>, of_dataset: Option<&DatasetParts>) -> Option<String> {
    let script = |id| page::text_of_first(&format!("script#{id}"));
    let record = page::text_of_first("noscript#record-text")?;
    let parts = Parts {
        name: viewer.dataset.vocabulary.one(Wording::Name),
        description: &viewer.dataset.vocabulary.description(&viewer.dataset.edition.title),
        described: &record::head(&viewer.context(&[]), &[]),
        policy: &without_requests(&page::policy()?),
        head: &script("head")?,
        style: &page::text_of_first("style#style")?,
        first_screen: &record::first_screen(viewer.dataset, viewer.index),
        record: &record,
        dataset: &script("dataset")?,
        checksum: &page::meta("dataset-sha256")?,
        chunks: &page::meta("dataset-chunks")?,
        in_parts: "",
        program: &script("program")?,
        glue: &script("glue")?,
        boot: &script("boot")?,
    };
    let parts = match of_dataset {
        Some(of_dataset) => Parts {
            record: &of_dataset.record,
            dataset: &of_dataset.packed,
            chunks: &of_dataset.chunks,
            ..parts
        },
        None => parts,
    };
    Some(record::page(&parts, opening))
}
