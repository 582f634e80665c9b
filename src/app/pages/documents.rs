//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::query;
use crate::render::html;

/// The documents that match, one row each; in groups of a kind or a year.
pub fn view(viewer: Viewer) -> PageParts {
    let order = Memo::new(move |_| viewer.options.read().document_sort);
    let groups = Memo::new(move |_| query::group_documents(viewer.documents.get(), order.get(), viewer.index));
    let view = Memo::new(move |_| {
        let groups = groups.read();
        viewer.tell(|context| context.documents_in_order(&groups, order.get()))
    });
    let mut parts = PageParts::text(move || html::documents(&view.read()));
    parts.say("page-parts", move || html::page_parts(&view.read().parts()));
    arranged(&mut parts, move || html::sort_choice(Some(order.get()), None));
    parts
}
