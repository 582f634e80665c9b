//! The pages that are one text: a document, a body, a section of a general report, and the page about the page.

use leptos::prelude::*;

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::own_data::OwnData;
use crate::app::pages::measure::changes;
use crate::app::places::PageParts;
use crate::browser::page;
use crate::dataset::Home;
use crate::domain::id::{BodyId, DocumentId, ReportId};
use crate::query;
use crate::render::html::{self, Medium};
use crate::view::{CompareView, FileState};
use crate::words::names;

/// One document, and who cites it.
pub fn document(viewer: Viewer, id: &DocumentId) -> PageParts {
    let Some(place) = viewer.dataset.documents.iter().position(|document| document.id == *id) else {
        return missing(viewer, names::KINDS[1], id.to_string());
    };
    let named = Memo::new(move |_| {
        let route = viewer.route.read();
        viewer.dataset.record(route.fact.as_ref()?).map(|(home, _)| home)
    });
    PageParts::text(move || html::document(&viewer.tell(|context| context.document(place, named.get()))))
}

/// One body, and everything on it.
pub fn body(viewer: Viewer, id: &BodyId) -> PageParts {
    let Some(body) = viewer.dataset.body(id) else {
        return missing(viewer, names::KINDS[2], id.to_string());
    };
    let profile = query::body_profile(&body.id, viewer.dataset);
    forget_saved(viewer);
    let view = Memo::new(move |_| viewer.tell(|context| context.body(body, &profile)));
    let mut parts = PageParts::text(move || html::body(&view.read(), &viewer.saved.read()));
    parts.say("page-parts", move || html::page_parts(&view.read().parts()));
    parts
}

/// A page begins without word of what was saved on another.
pub(super) fn forget_saved(viewer: Viewer) {
    if !viewer.is_printing {
        viewer.saved.set(String::new());
    }
}

/// What was promised of each information system, and when.
pub fn slips(viewer: Viewer) -> PageParts {
    forget_saved(viewer);
    let view = Memo::new(move |_| viewer.context(&[]).slips());
    let mut parts = PageParts::text(move || html::slips(&view.read(), &viewer.saved.read()));
    parts.say("page-parts", move || html::page_parts(&view.read().parts()));
    parts
}

/// One section of a general report.
pub fn report(viewer: Viewer, id: &ReportId) -> PageParts {
    let Some(place) = viewer.dataset.report(id) else {
        return missing(viewer, names::SECTION, id.to_string());
    };
    let view = Memo::new(move |_| viewer.tell(|context| context.report(place)));
    let changes = changes(viewer, Home::Report(place));
    let mut parts = PageParts::text(move || html::report(&view.read(), (*changes.read()).as_ref(), Medium::App));
    parts.say("page-parts", move || {
        let changes = changes.read();
        html::page_parts(&view.read().parts((*changes).as_ref()))
    });
    parts
}

/// Sources, definitions, the editors' remarks, and how to check that the data is unchanged.
pub fn about(viewer: Viewer) -> PageParts {
    PageParts::text(move || {
        let (checksum, errors) = (page::meta("dataset-sha256"), page::seen_errors());
        let about = viewer.tell(|context| context.about(checksum, &errors));
        html::about(&about, &viewer.last_copy.read())
    })
}

/// Where readers open data of their own.
pub fn own_data(viewer: Viewer) -> PageParts {
    let own = expect_context::<OwnData>();
    PageParts::text(move || html::own_data(&own.state.read(), &own.saved.read(), own.shown(viewer).as_ref()))
}

/// What is different between two editions.
pub fn compare(viewer: Viewer) -> PageParts {
    let own = expect_context::<OwnData>();
    let view = Memo::new(move |_| {
        let (compared, options) = (viewer.compared.read(), viewer.options.read());
        let compared = compared.as_ref()?;
        Some(viewer.tell(|context| context.compare(compared, &options.differences)))
    });
    let mut parts = PageParts::text(move || {
        let (file, comparison) = (own.state.read(), own.compared.read());
        let state = match &*comparison {
            FileState::None => &*file,
            comparison => comparison,
        };
        html::compare((*view.read()).as_ref(), state, viewer.is_printing)
    });
    parts.say("page-parts", move || {
        let parts = (*view.read()).as_ref().map(CompareView::parts);
        html::page_parts(&parts.unwrap_or_default())
    });
    parts
}

/// Says that there is no thing of that kind and name, and offers what the reader may have meant.
pub fn missing(viewer: Viewer, noun: &'static str, name: String) -> PageParts {
    PageParts::text(move || html::missing(&viewer.tell(|context| context.missing(noun, &name))))
}
