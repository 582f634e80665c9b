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

use crate::app::Viewer;
use crate::app::places::PageParts;
use crate::route::Page;

/// The page that the route names.
pub fn page(viewer: Viewer, page: &Page) -> PageParts {
    match page {
        Page::Report(id) => things::report(viewer, id),
        Page::Measure(id) => measure::measure(viewer, id),
        Page::Document(id) => things::document(viewer, id),
        Page::Body(id) => things::body(viewer, id),
        Page::Since => since::since(viewer),
        Page::Slips => things::slips(viewer),
        Page::About => things::about(viewer),
        view => views::views(viewer, view),
    }
}
