//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::query;
use crate::render::html;

/// The documents that match, one row each; in groups when they are sorted by kind.
pub fn view(viewer: Viewer) -> PageParts {
    let order = Memo::new(move |_| viewer.options.read().document_sort);
    let groups = Memo::new(move |_| query::group_documents(viewer.documents.get(), order.get(), viewer.index));
    let mut parts = PageParts::text(move || {
        let groups = groups.read();
        viewer.tell(|context| html::documents(&context.documents_in_order(&groups, order.get())))
    });
    arranged(&mut parts, move || html::sort_choice(Some(order.get()), None));
    parts
}
