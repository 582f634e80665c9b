//! Each page, in its parts.

mod actors;
mod commitments;
mod documents;
mod measure;
mod presidency;
mod sheet;
mod since;
mod table;
mod things;
mod timeline;
mod views;

pub use sheet::close_by_back;

use maud::html as markup;

use crate::app::Viewer;
use crate::app::places::PageParts;
use crate::render::html;
use crate::route::Page;
use crate::view::PartsView;

/// The page that the route names.
pub fn page(viewer: Viewer, page: &Page) -> PageParts {
    let mut parts = match page {
        Page::Report(id) => things::report(viewer, id),
        Page::Measure(id) => measure::measure(viewer, id),
        Page::Document(id) => things::document(viewer, id),
        Page::Body(id) => things::body(viewer, id),
        Page::Since => since::since(viewer),
        Page::Slips => things::slips(viewer),
        Page::OwnData => things::own_data(viewer),
        Page::Compare => things::compare(viewer),
        Page::About => things::about(viewer),
        view => views::views(viewer, view),
    };
    if viewer.is_printing {
        return parts;
    }
    // A page whose parts have no names has the way to its top.
    if !parts.says("page-parts") {
        parts.say("page-parts", || html::page_parts(&PartsView::default()));
    }
    parts.within(|page, text| markup! { (page) (html::place("page-parts", text)) })
}
