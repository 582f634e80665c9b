//! The documents the data was drawn from, and the rota of Presidencies.

use maud::{Markup, html};

use crate::render::html::text::{editor_note, link, links};
use crate::view::{AboutView, SourceItem, Term};
use crate::words::{about as words, document, line};

/// Every source.
pub(super) fn sources(sources: &[SourceItem]) -> Markup {
    html! { ol.source-list { @for each in sources { (source(each)) } } }
}

fn source(source: &SourceItem) -> Markup {
    html! {
        li data-source=(source.id) {
            h3 { (source.number) }
            p.source-title { (source.title) }
            p.fact-details {
                span { (source.date) }
                @if !source.issuers.is_empty() { span { (words::FROM) (links(&source.issuers)) } }
                @if let Some(marking) = &source.marking { span { (document::marked(marking)) } }
                @if let Some((number, previous)) = &source.previous {
                    span {
                        (document::CONTINUES)
                        @match previous {
                            Some(previous) => (link(previous)),
                            None => (number),
                        }
                    }
                }
                @if let Some(url) = &source.register {
                    span {
                        a href=(url) rel="noopener noreferrer" target="_blank"
                            aria-label=(line::in_register(&source.number)) { (line::REGISTER) }
                    }
                }
            }
            p.source-tally { (source.tally) }
            @if !source.sections.is_empty() {
                p.fact-details { @for section in &source.sections { span { (link(section)) } } }
            }
            @if let Some(note) = &source.note { (editor_note(note)) }
        }
    }
}

/// Who held the Presidency when.
pub(super) fn rota(about: &AboutView) -> Markup {
    html! {
        table.rota {
            caption { (about.rota_caption.as_deref().unwrap_or_default()) }
            thead { tr { @for column in &about.rota_columns { th scope="col" { (column) } } } }
            tbody { @for each in &about.rota { (term(each)) } }
        }
    }
}

fn term(term: &Term) -> Markup {
    html! {
        tr.is-in-office[term.in_office.is_some()].begins-trio[term.trio.is_some()] data-term=(term.id) {
            th scope="row" {
                (term.country)
                @if let Some(in_office) = &term.in_office { small { " " (in_office) } }
            }
            td { @if let Some(period) = &term.term { (period) } }
            @if let Some((trio, rows)) = &term.trio { td.trio rowspan=(rows) { (trio) } }
        }
    }
}
