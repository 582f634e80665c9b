//! Every document, every body and every later fact, a line each, so that a link to one leads somewhere.

use maud::{Markup, html};

use crate::dataset::{Dataset, Home};
use crate::domain::later::LaterFact;
use crate::query::{self, Index, LaterBy, Query};
use crate::record::document::address;
use crate::render::html::{body_line, document_line};
use crate::route::{Page, Route};
use crate::view::{BodyEntry, Context, DocumentEntry};
use crate::words::later;
use crate::words::record::LIST_NAMES;

/// So many letters of a later fact stand in the list; the whole stands with its measure.
const BEGINNING: usize = 90;

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

/// The later facts by priority, the newest first: the beginning of each, as the way to the whole.
pub(super) fn since(index: &Index<'_>, context: &Context<'_>) -> Markup {
    let facts = query::later_facts(&Query::default(), index);
    let groups = query::group_later_facts(&facts, LaterBy::Priority, index);
    html! {
        section.record-list id=(address(Page::Since)) {
            h2 { (later::HEADING) }
            p { (context.about_later_facts().unwrap_or_default()) }
            @for (priority, facts) in &groups {
                h3 { (context.later_group(priority.as_ref(), LaterBy::Priority)) " " small { (facts.len()) } }
                ul { @for (home, fact) in facts { (later_fact(*home, fact, context)) } }
            }
        }
    }
}

fn later_fact(home: Home, fact: &LaterFact, context: &Context<'_>) -> Markup {
    let line = Route::to(context.page_of(home), Some(fact.id.clone())).to_fragment();
    html! { li { a href={ "#" (line) } { (fact.when.in_short()) } " " (beginning(&fact.text)) } }
}

/// The beginning of a text, cut between two words.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(BEGINNING) {
        None => text.to_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..end])
        }
    }
}

/// Every body, country, information system and programme.
pub(super) fn bodies(context: &Context<'_>) -> Markup {
    html! {
        section.record-list id=(address(Page::Actors)) {
            h2 { (LIST_NAMES[1]) }
            ul { @for body in &context.dataset.bodies {
                li id=(address(Page::Body(body.id.clone()))) {
                    (body_line(&BodyEntry::of(body, &context.dataset.vocabulary), context.about_body(body).as_ref()))
                }
            } }
        }
    }
}
