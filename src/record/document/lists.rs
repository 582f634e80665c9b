//! Every document and every body, a line each, so that a link to one leads somewhere.

use maud::{Markup, html};

use crate::dataset::Dataset;
use crate::record::document::address;
use crate::render::html::{body_line, document_line};
use crate::route::Page;
use crate::view::{BodyEntry, DocumentEntry};
use crate::words::record::LIST_NAMES;

/// Every document that is referred to.
pub(super) fn documents(dataset: &Dataset) -> Markup {
    html! {
        section.record-list id=(address(Page::Documents)) {
            h2 { (LIST_NAMES[0]) }
            ul { @for document in &dataset.documents {
                li id=(address(Page::Document(document.id.clone()))) { (document_line(&DocumentEntry::of(document))) }
            } }
        }
    }
}

/// Every body, country, information system and programme.
pub(super) fn bodies(dataset: &Dataset) -> Markup {
    html! {
        section.record-list id=(address(Page::Actors)) {
            h2 { (LIST_NAMES[1]) }
            ul { @for body in &dataset.bodies {
                li id=(address(Page::Body(body.id.clone()))) { (body_line(&BodyEntry::of(body))) }
            } }
        }
    }
}
