//! The page of a measure, in the parts between which its timeline and the ways to its neighbours stand.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::Status;
use crate::render::html::line::facts;
use crate::render::html::text::{link, links, marked, register_link, runs};
use crate::table::status_glyph;
use crate::view::{CitationView, MeasureLine, MeasureView, RelatedView, SourceView};

/// What stands above the timeline: title, summary and status.
pub fn measure_head(measure: &MeasureView) -> Markup {
    html! {
        p.kicker { (measure.kicker) }
        h1 tabindex="-1" { (marked(&measure.title)) }
        p.summary { (runs(&measure.summary)) }
        p.standing {
            (status_mark(measure.status))
            span { " · " (runs(&measure.status_reason)) " " small { (measure.status_note) } }
        }
    }
}

/// What stands below it: the facts, the follow-up, and what is said elsewhere.
pub fn measure_lines(measure: &MeasureView) -> Markup {
    html! {
        section aria-labelledby="state-of-play" {
            h2 #state-of-play { "State of play" }
            @if measure.facts.is_empty() { p.nothing { "The source reports nothing." } } @else { (facts(&measure.facts)) }
        }
        section aria-labelledby="follow-up" {
            h2 #follow-up { "Envisaged follow-up" }
            @if measure.follow_up.is_empty() {
                p.nothing { "The source names nothing to follow." }
            } @else {
                (facts(&measure.follow_up))
            }
        }
        @if !measure.from_reports.is_empty() {
            section aria-labelledby="general-report" {
                h2 #general-report { "In the general report" }
                (facts(&measure.from_reports))
            }
        }
        @if let Some(note) = &measure.note {
            section aria-labelledby="editor-note" {
                h2 #editor-note { "Editor’s note" }
                p.editor-note { (runs(note)) }
            }
        }
    }
}

/// What stands beside it. `presidencies` are the cells of its strip.
pub fn measure_aside(measure: &MeasureView, presidencies: &Markup) -> Markup {
    html! {
        h2 { "Working party" }
        p { @if measure.working_parties.is_empty() { "none printed" } @else { (links(&measure.working_parties)) } }
        h2 { "Presidencies" }
        ul.presidency-strip { (presidencies) }
        @if !measure.actors.is_empty() {
            h2 { "Actors" }
            dl.actors { @for (kind, bodies) in &measure.actors { dt { (kind) } dd { (links(bodies)) } } }
        }
        h2 { "Documents" }
        ul.document-list { @for citation in &measure.documents { (cited(citation)) } }
        @if measure.documents.is_empty() { p { "none cited" } }
        @if !measure.related.is_empty() {
            h2 { "Same subject elsewhere" }
            ul.document-list.related { @for related in &measure.related { (same_subject(related)) } }
        }
        h2 { "Source" }
        (source(&measure.source))
    }
}

fn cited(citation: &CitationView) -> Markup {
    html! {
        li {
            (link(&citation.document)) " "
            @if let Some(url) = &citation.register { (register_link(url, &citation.document.text)) }
            @if let Some(title) = &citation.title { span.document-title { (title) } }
            small { (citation.details) }
            @for note in &citation.notes { small { "Editor’s note. " (note) } }
        }
    }
}

fn same_subject(related: &RelatedView) -> Markup {
    html! { li { (link(&related.measure)) small { (related.details) } } }
}

fn source(source: &SourceView) -> Markup {
    html! {
        p {
            @match &source.url {
                Some(url) => a href=(url) rel="noopener noreferrer" target="_blank" { (source.number) },
                None => (source.number),
            }
            ", " (source.place)
            @if source.is_page_counted { small { " (page counted between printed page numbers)" } }
            br; small { "Short code " (source.code) }
        }
    }
}

/// A measure as an item of a plain list.
pub fn measure_line(line: &MeasureLine) -> Markup {
    html! { li { span.number { (line.number) } (link(&line.measure)) (status_mark(line.status)) } }
}

/// A status: its mark and its word.
pub fn status_mark(status: Status) -> Markup {
    html! {
        span.status-mark data-status=(status.key()) title=(status.definition()) {
            span.glyph { (status_glyph(status)) } (status.label())
        }
    }
}
