//! What a page is about, in the title of the window and at the head of each sheet of paper.

use std::borrow::Cow;

use crate::app::Viewer;
use crate::domain::vocabulary::Wording;
use crate::query::Briefs;
use crate::route::Page;
use crate::view::name_of_view;
use crate::words::{about, brief_page, frame, names};

/// The title of the window: `Commitments – ISS Follow-up`.
pub fn title(viewer: Viewer, page: &Page) -> String {
    let dataset = viewer.dataset;
    let own = &dataset.vocabulary;
    let subject = match page {
        Page::Table => None,
        Page::Presidency(id) => {
            let named = id.as_ref().and_then(|id| dataset.rota.get(id));
            Some(named.map_or_else(|| name_of_view(page, own), |named| named.title.clone()))
        }
        Page::Measure(id) => dataset
            .measure(id)
            .map(|measure| format!("{} {}", measure.number, measure.title)),
        page => name(viewer, page),
    };
    match subject {
        Some(subject) => frame::window_title(&subject, own.one(Wording::Name)),
        None => own.one(Wording::Name).to_owned(),
    }
}

/// The head of each sheet of paper, in one line: the view and its selection, or the subject of the page.
pub fn on_paper(viewer: Viewer) -> String {
    let dataset = viewer.dataset;
    match &*viewer.page.read() {
        Page::Presidency(_) => viewer.with_briefs(|briefs| briefs.map_or_else(String::new, on_briefs)),
        page if page.is_view() => {
            let name = name(viewer, page).unwrap_or_default();
            frame::on_paper(&name, &viewer.selection_in_words())
        }
        Page::Measure(id) => {
            let measure = dataset.measure(id);
            let source = measure.and_then(|measure| dataset.other_source(&measure.source));
            measure.map_or_else(String::new, |measure| {
                let heading = match source {
                    Some(source) => names::measure_heading_of(&measure.number, &source.number),
                    None => names::measure_heading(&measure.number),
                };
                names::measure_titled(&heading, &measure.title)
            })
        }
        Page::Report(id) => dataset.report(id).map_or_else(String::new, |place| {
            let report = dataset.vocabulary.say(names::GENERAL_REPORT_HEADING);
            names::report_titled(&report, &dataset.reports[place].title)
        }),
        Page::About => about::HEADING.to_owned(),
        Page::Since => viewer.context(&[]).since_on_paper(&viewer.query.read()),
        page => name(viewer, page).unwrap_or_default(),
    }
}

/// Whose briefs they are, and what narrows them.
fn on_briefs(briefs: &Briefs<'_>) -> String {
    let narrowed = briefs.all().first().and_then(|brief| brief.narrowed_in_words());
    let narrowed = narrowed.map_or_else(String::new, |narrowed| format!(" · {narrowed}"));
    brief_page::title(&format!("{}{narrowed}", briefs.title()))
}

/// What the page is called.
fn name(viewer: Viewer, page: &Page) -> Option<String> {
    viewer.context(&[]).name_of_page(page).map(Cow::into_owned)
}
