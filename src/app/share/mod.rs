//! The dialog in which what is shown is shared, cited and exported: what it holds while it is open, and what is done in it.

mod cite;
mod dialog;
mod export;
mod save_copy;
mod content;

pub use export::whole_or_empty;
pub use save_copy::{PAGE_KIND, page_of};

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Viewer;
use crate::app::timeline_facts::TimelineFacts;
use crate::browser::page;
use crate::domain::id::LineId;
use crate::render::html::frame_code;
use crate::view::{
    CitationStyle, CiteView, Cited, Copied, ErrorReport, ExportContent, ExportState, LastCopy, WaysView,
};

/// The dialog.
const DIALOG: &str = "dialog#export";

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The page that is shown, with its selection.
    Page,
    /// One line of it, by its id.
    Line(LineId),
}

/// The dialog of this page.
#[derive(Clone, Copy)]
pub struct Sharing {
    timeline_facts: TimelineFacts,
    /// What it is about while it is open.
    opened: RwSignal<Option<Opened>>,
    /// How often it was opened or closed: the result of an earlier export is not shown.
    times: StoredValue<usize>,
    ways: RwSignal<WaysView>,
    style: StoredValue<CitationStyle>,
    cite: RwSignal<Option<CiteView>>,
    export: RwSignal<ExportState>,
    /// Whether the reader has stopped the export.
    is_stopped: StoredValue<bool>,
}

/// What the dialog is about, as it was shown when the dialog was opened.
#[derive(Clone)]
struct Opened {
    subject: Subject,
    /// It in words.
    what: String,
    /// What is exported; none on a page that lists nothing.
    content: Option<ExportContent<'static>>,
    /// What of it is cited.
    cited: Arc<[Cited<'static>]>,
    /// What reports an error in it, where it is a line.
    report: Option<ErrorReport>,
}

/// Closes the dialog; the focus goes back to where it was.
pub fn close() {
    page::close_dialog(DIALOG);
}

impl Sharing {
    /// A dialog that is closed. The timeline exports the facts that it draws.
    pub fn closed(timeline_facts: TimelineFacts) -> Self {
        Self {
            timeline_facts,
            opened: RwSignal::new(None),
            times: StoredValue::new(0),
            ways: RwSignal::new(WaysView::default()),
            style: StoredValue::new(CitationStyle::Footnote),
            cite: RwSignal::new(None),
            export: RwSignal::new(ExportState::Idle),
            is_stopped: StoredValue::new(false),
        }
    }

    /// Opens the dialog.
    pub fn open(self, viewer: Viewer, subject: Subject) {
        let subject = content::named_line(viewer)
            .filter(|_| subject == Subject::Page)
            .map_or(subject, Subject::Line);
        let content = content::content(viewer, self.timeline_facts, &subject);
        let what = content::in_words(viewer, &subject);
        let export = content::export_context(viewer, &subject, &what, String::new());
        let cited = content
            .as_ref()
            .map(|content| content.cited(&export))
            .unwrap_or_default();
        // Of a selection that nothing matches, nothing is saved.
        let is_of_differences = matches!(content, Some(ExportContent::Differences(_)));
        let content = content.filter(|_| is_of_differences || !cited.is_empty());
        self.times.update_value(|times| *times += 1);
        let address = page::web_address();
        // Others do not have the data that a reader has opened.
        let framed = address.as_ref().filter(|_| viewer.file.is_none());
        let embedded = content::route(viewer, &subject).embedded(true).to_fragment();
        self.ways.set(WaysView {
            frame: framed.map(|address| frame_code(&format!("{address}#{embedded}"), &what)),
            link: address.map(|address| format!("{address}#{}", export.address)),
            code: content::code(viewer, &subject),
            saved: String::new(),
        });
        self.style.set_value(CitationStyle::Footnote);
        self.export.set(ExportState::Idle);
        viewer.last_copy.set(LastCopy::default());
        let report = match &subject {
            Subject::Line(id) => viewer.context(&[]).error_report(id),
            Subject::Page => None,
        };
        self.opened.set(Some(Opened {
            report,
            subject,
            what,
            content,
            cited: cited.into(),
        }));
        self.write_citations(viewer);
    }

    /// Empties the dialog, which is closed.
    fn empty(self, viewer: Viewer) {
        self.times.update_value(|times| *times += 1);
        viewer.last_copy.set(LastCopy::default());
        self.opened.set(None);
    }

    /// A text of the dialog that can be copied; empty where it has no such text.
    pub fn text(self, what: Copied) -> String {
        let text = match what {
            Copied::Link => self.ways.read_untracked().link.clone(),
            Copied::Frame => self.ways.read_untracked().frame.clone(),
            Copied::Code => self.ways.read_untracked().code.clone(),
            Copied::Citation => self.cite.read_untracked().as_ref().map(|cite| cite.text.clone()),
            Copied::Report => self.opened.with_untracked(|opened| {
                let report = opened.as_ref()?.report.as_ref()?;
                Some(report.text())
            }),
            Copied::Brief | Copied::Errors => None,
        };
        text.unwrap_or_default()
    }
}
