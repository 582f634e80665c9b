//! The view of documents: a row for each, in groups when they are sorted by kind.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query::DocumentColumn;
use crate::render::html::control::column_heads;
use crate::render::html::list::{nothing_matches, rest};
use crate::render::html::parts::group;
use crate::render::html::since::cited;
use crate::render::html::text::{href, link, links, marked, register_link};
use crate::view::{CitingLink, DocumentGroup, DocumentRow, DocumentsView, LaterDocumentRow, LaterDocumentsView};
use crate::words::{counts, document as words, later};

/// The documents in their order.
pub fn documents(view: &DocumentsView) -> Markup {
    html! {
        @for one in &view.groups {
            @match &one.head {
                Some(head) => (group(&head.fold, &html! { (head.title) " " small { (head.count) } }, &table(view, one))),
                None => (table(view, one)),
            }
        }
        (rest(&view.list))
        @if view.list.count == 0 { (nothing_matches(counts::DOCUMENTS)) }
    }
}

/// The documents that only later facts name, in their look.
pub fn later_documents(view: &LaterDocumentsView) -> Markup {
    html! {
        div.since.later-documents {
            section {
                h2 id=(LaterDocumentsView::ID) tabindex="-1" { (later::HEADING) " " small { (view.list.count) } }
                p.since-about { (view.about) " " (link(&view.all)) "." }
                ul data-list=(view.list.name) { @for row in &view.rows { (later_document(row)) } }
                (rest(&view.list))
            }
        }
    }
}

fn later_document(row: &LaterDocumentRow) -> Markup {
    html! {
        li data-key=(row.key) {
            p { (cited(&row.document)) }
            p.fact-details {
                span { (words::NAMED_BY) (links(&row.facts)) @if let Some(others) = &row.others { " " (others) } }
            }
        }
    }
}

fn table(view: &DocumentsView, group: &DocumentGroup) -> Markup {
    html! {
        table.references role="table" data-order=[view.sort.map(|sort| sort.column.key())] {
            caption.for-listeners { (words::CAPTION) @if let Some(head) = &group.head { ": " (head.title) } }
            thead role="rowgroup" { (column_heads(&view.columns, view.sort, &Vocabulary::default())) }
            tbody role="rowgroup" data-list=(view.list.name) { @for one in &group.rows { (row(one, &view.columns)) } }
        }
    }
}

fn row(row: &DocumentRow, columns: &[DocumentColumn]) -> Markup {
    html! {
        tr.reference-row role="row" data-key=(row.id) data-document=(row.id) {
            th.document role="rowheader" scope="row" {
                a href=(href(&row.link)) { (marked(&row.name)) } " "
                @if let Some(url) = &row.register { (register_link(url, &row.link.text)) }
                @if let Some(title) = &row.title { span.document-title { (marked(title)) } }
                @if !row.details.is_empty() { small.reference-details { (row.details) } }
            }
            td.kind role="cell" { span { (row.kind) } }
            @if columns.contains(&DocumentColumn::Date) {
                td.date role="cell" { @if let Some(date) = &row.date { (date) } }
            }
            td.cited role="cell" {
                ul.citing {
                    @for one in &row.citing { (citing(one)) }
                    @if let Some(others) = &row.others { li { (link(others)) } }
                }
            }
        }
    }
}

fn citing(citing: &CitingLink) -> Markup {
    html! {
        li title=(citing.title) {
            a href=(href(&citing.link)) {
                @if citing.is_measure { span.for-listeners { (words::MEASURE) } }
                (citing.link.text)
            }
            " " span.citing-role { (citing.role) }
        }
    }
}
