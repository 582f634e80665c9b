//! The dialog itself, which the browser opens over the page and closes.

use leptos::prelude::*;
use maud::html as markup;
use web_sys::Event;

use crate::app::Viewer;
use crate::app::memo::effect;
use crate::app::places::write;
use crate::app::share::{self, DIALOG, Sharing};
use crate::browser::{listen, page};
use crate::render::html;

impl Sharing {
    /// Keeps the dialog in step, which is empty while it is closed, as long as the page lives.
    pub fn follow(self, viewer: Viewer) {
        write("share", move || {
            let opened = self.opened.read();
            markup! {
                @if let Some(opened) = &*opened {
                    (html::share_head(&opened.what))
                    (html::share_ways(&self.ways.read(), &viewer.last_copy.read()))
                    // What is different may be nothing that is cited.
                    @if opened.content.is_none() || !opened.cited.is_empty() {
                        (html::share_citation(self.cite.read().as_ref(), &viewer.last_copy.read()))
                    }
                    (html::share_export(&self.export.read(), opened.content.is_some()))
                    @if let Some(report) = &opened.report {
                        (html::share_report(report, &viewer.last_copy.read()))
                    }
                }
            }
        });
        effect(move |_| {
            if self.opened.read().is_some() {
                page::open_dialog(DIALOG);
            }
        });
        // Another page has another subject: going back closes the dialog.
        effect(move |is_first| {
            viewer.route.track();
            if !is_first {
                share::close();
            }
        });
        // The event comes late; by then the reader may have opened the dialog again.
        listen(DIALOG, "close", move |_: &Event| {
            if !page::is_dialog_open(DIALOG) {
                self.empty(viewer);
            }
        });
    }
}
