//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use maud::html as markup;

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::query;
use crate::render::html;
use crate::view::LaterDocumentsView;

/// The documents that match, one row each; in groups of a kind or a year.
pub fn view(viewer: Viewer) -> PageParts {
    let order = Memo::new(move |_| viewer.options.read().document_sort);
    let groups = Memo::new(move |_| {
        query::group_documents(viewer.documents.get(), &viewer.query.read(), order.get(), viewer.index)
    });
    let view = Memo::new(move |_| {
        let sort = query::list_order(&viewer.query.read(), order.get());
        viewer.tell(|context| context.documents_in_order(&groups.read(), sort))
    });
    let later = Memo::new(move |_| {
        let facts = query::later_facts(&viewer.query.read(), viewer.index);
        viewer.tell(|context| context.later_documents(&facts))
    });
    let mut parts = PageParts::text(move || {
        markup! {
            (html::documents(&view.read()))
            @if let Some(later) = &*later.read() { (html::later_documents(later)) }
        }
    });
    parts.say("page-parts", move || {
        let mut ways = view.read().parts();
        let later = later.read();
        ways.parts.extend((*later).as_ref().map(LaterDocumentsView::part));
        html::page_parts(&ways)
    });
    arranged(&mut parts, move || {
        html::sort_choice(order.get(), viewer.query.read().has_words(), &viewer.dataset.vocabulary)
    });
    parts
}
