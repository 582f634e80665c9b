//! The page of a document, and a document as a line.

use maud::{Markup, html};

use crate::render::html::line::facts;
use crate::render::html::list::{earlier, rest};
use crate::render::html::measure::status_mark;
use crate::render::html::medium::Medium;
use crate::render::html::since::later_fact;
use crate::render::html::text::{editor_note, href, link, outside, outside_or_text};
use crate::view::{CitingView, DocumentEntry, DocumentView, IdentifierView};
use crate::words::{document as words, later};

/// Everything about one document.
pub fn document(document: &DocumentView) -> Markup {
    let (entry, list) = (&document.entry, &document.list);
    html! {
        article.thing-page.document-page data-document-page=(document.id) {
            p.kicker { (entry.kind) }
            h1 tabindex="-1" { (entry.name) }
            @if let Some(title) = &entry.title { p.summary { (title) } }
            (properties(entry))
            @if let Some(note) = &entry.note { (editor_note(note)) }
            h2 { (words::CITED_BY) small { (list.count) } }
            (earlier(list))
            div data-list=(list.name) { @for home in &document.citing { (citing(home)) } }
            (rest(list))
            @if list.count == 0 { p.nothing { (document.not_cited) } }
            @if let Some((about, facts)) = &document.since {
                div.since {
                    section {
                        h2 { (later::HEADING) " " small { (facts.len()) } }
                        p.since-about { (about) }
                        ol.facts { @for fact in facts { (later_fact(fact, Medium::App)) } }
                    }
                }
            }
        }
    }
}

fn properties(entry: &DocumentEntry) -> Markup {
    let values = [
        entry.date.as_ref(),
        entry.oj_alone(),
        entry.applies.as_ref(),
        entry.transposition.as_ref(),
        entry.marking.as_ref(),
        entry.aliases.as_ref(),
    ];
    let properties = words::PROPERTIES.into_iter().zip(values);
    html! {
        dl.properties {
            @for (name, value) in properties { @if let Some(value) = value { dt { (name) } dd { (value) } } }
            dt { (words::REGISTER) }
            dd {
                @match &entry.register {
                    Ok(url) => (outside(url, url)),
                    Err(why) => small { (why) },
                }
            }
            (identifiers(&entry.identifiers))
        }
    }
}

/// Identifiers, as properties.
pub(super) fn identifiers(identifiers: &[IdentifierView]) -> Markup {
    html! {
        @for identifier in identifiers {
            dt { (identifier.scheme) }
            dd {
                (outside_or_text(identifier.url.as_deref(), &identifier.value))
                " " small { (identifier.seen) }
            }
        }
    }
}

fn citing(citing: &CitingView) -> Markup {
    html! {
        section.citing-home data-citing="" data-key=(href(&citing.home)) {
            h3 { (link(&citing.home)) }
            p.fact-details {
                @for detail in &citing.details { span { (detail) } }
                @if let Some((status, name)) = &citing.status { span { (status_mark(*status, name, Medium::App)) } }
            }
            @for note in &citing.notes { (editor_note(note)) }
            @if !citing.lines.is_empty() { (facts(&citing.lines, Medium::App)) }
        }
    }
}

/// What is known of a document, in a line.
pub fn document_line(entry: &DocumentEntry) -> Markup {
    html! {
        @match &entry.register {
            Ok(url) => a href=(url) { (entry.name) },
            Err(_) => b { (entry.name) },
        }
        @if let Some(title) = &entry.title { " " (title) }
        " " small {
            (entry.kind)
            @for detail in [&entry.date, &entry.marking, &entry.oj].into_iter().flatten() { ", " (detail) }
            @if let Some(date) = &entry.applies { ", " (words::applies(date)) }
            @if let Some(date) = &entry.transposition { ", " (words::to_be_transposed(date)) }
        }
        @if let Some(note) = &entry.note { (editor_note(note)) }
    }
}
