//! What public pages report after the record ends, and what became of the commitments.

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::places::PageParts;
use crate::query;
use crate::render::html;

/// The later facts of the selection.
pub fn since(viewer: Viewer) -> PageParts {
    let facts = Memo::new(move |_| query::later_facts(&viewer.query.read(), viewer.index));
    PageParts::text(move || {
        let by = viewer.options.read().later_by;
        viewer.tell(|context| {
            html::since_page(
                &context.since_page(&facts.read(), &viewer.query.read(), by),
                &context.dataset.vocabulary,
            )
        })
    })
}
