//! Every document and every body, a line each, so that a link to one leads somewhere.

use maud::{Markup, html};

use crate::dataset::Dataset;
use crate::domain::keyed::Keyed;
use crate::record::document::address;
use crate::record::document::line::note;
use crate::route::Page;

/// Every document that is referred to.
pub(super) fn documents(dataset: &Dataset) -> Markup {
    html! {
        section.record-list id=(address(Page::Documents)) {
            h2 { "Documents" }
            ul { @for document in &dataset.documents {
                li id=(address(Page::Document(document.id.clone()))) {
                    @match document.url() {
                        Some(url) => a href=(url) { (document.name()) },
                        None => (document.name()),
                    }
                    @if document.number.is_some() { @if let Some(title) = &document.title { " " (title) } }
                    " " small {
                        (document.kind.label())
                        @if let Some(date) = document.date { ", " (date.in_short()) }
                        @if let Some(marking) = &document.marking { ", " (marking) }
                        @if let Some(oj) = &document.oj { ", " (oj) }
                        @if let Some(date) = document.applies { ", applies from " (date.in_short()) }
                        @if let Some(date) = document.transposition { ", to be transposed by " (date.in_short()) }
                    }
                    (note(document.note.as_deref()))
                }
            } }
        }
    }
}

/// Every body, country, information system and programme.
pub(super) fn bodies(dataset: &Dataset) -> Markup {
    html! {
        section.record-list id=(address(Page::Actors)) {
            h2 { "Bodies, systems and partners" }
            ul { @for body in &dataset.bodies {
                li id=(address(Page::Body(body.id.clone()))) {
                    b { (body.short) }
                    @if body.short != body.name { " " (body.name) }
                    " " small { (body.kind.label()) }
                }
            } }
        }
    }
}
