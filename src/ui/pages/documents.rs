//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use leptos::prelude::*;

use crate::query;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;

/// The order of the documents for cards, which have no column heads.
pub fn documents_tools() -> AnyView {
    let viewer = Viewer::here();
    part("documents-tools", move || {
        html::sort_choice(viewer.options.read().document_sort)
    })
}

/// The documents that match, one row each; by kind they stand in groups.
pub fn documents_view() -> AnyView {
    let viewer = Viewer::here();
    let order = Memo::new(move |_| viewer.options.read().document_sort);
    let groups = Memo::new(move |_| query::group_documents(viewer.documents.get(), order.get(), viewer.index));
    part("documents", move || {
        let groups = groups.read();
        viewer.tell(|context| html::documents(&context.documents_in_order(&groups, order.get())))
    })
}
