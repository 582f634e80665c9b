//! The page of a measure, in parts: its timeline and the links to its neighbours are in between.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::Status;
use crate::render::html::frame::{Places, place};
use crate::render::html::line::facts;
use crate::render::html::marks::status_glyph;
use crate::render::html::medium::Medium;
use crate::render::html::plot::plot;
use crate::render::html::since::since;
use crate::render::html::text::{link, links, marked, outside_or_text, register_link, runs};
use crate::view::{CitationView, LineView, MeasureLine, MeasureView, SourceView};
use crate::words::{line, measure as words};

/// The page of the measure with that id; one without dated facts has no timeline.
pub fn measure_page(id: &str, has_timeline: bool, text: Places<'_>) -> Markup {
    html! {
        article.measure-page data-measure-page=(id) {
            div.measure-body {
                (place("measure-head", text))
                @if has_timeline {
                    section.measure-timeline aria-labelledby="measure-timeline" {
                        h2 #measure-timeline tabindex="-1" { (words::TIMELINE) }
                        (plot(words::TIMELINE_LABEL, text))
                    }
                }
                (place("measure-lines", text))
                (place("measure-changes", text))
            }
            aside #measure-aside tabindex="-1" data-place="measure-aside" aria-label=(words::ASIDE) { (text("measure-aside")) }
        }
    }
}

/// What is above the timeline: title, summary and status.
pub fn measure_head(measure: &MeasureView, medium: Medium) -> Markup {
    html! {
        p.kicker { (measure.kicker) }
        (medium.title(&marked(&measure.title)))
        @if let Some(day) = &measure.set_back { p.set-back-day { (day) } }
        p.summary.is-set-back[measure.set_back.is_some()] { (runs(&measure.summary)) }
        p.standing.is-set-back[measure.set_back.is_some()] {
            (status_mark(measure.status, &measure.status_name, medium))
            span { " · " (runs(&measure.status_reason)) " " small { (measure.status_note) } }
        }
    }
}

/// What is below it: the facts, the follow-up, and the general report.
pub fn measure_lines(measure: &MeasureView, medium: Medium) -> Markup {
    let or_nothing = |lines: &[LineView], nothing| match lines {
        [] => html! { p.nothing { (nothing) } },
        lines => facts(lines, medium),
    };
    let ([no_facts, no_follow_up], [facts_heading, follow_up_heading, _]) = (words::NOTHING, words::SECTIONS);
    let state_of_play = or_nothing(&measure.facts, no_facts);
    let follow_up = or_nothing(&measure.follow_up, no_follow_up);
    html! {
        (medium.section("state-of-play", facts_heading, &state_of_play))
        (medium.section("follow-up", follow_up_heading, &follow_up))
        @if !measure.from_reports.is_empty() {
            (medium.section("general-report", &measure.reports_heading, &facts(&measure.from_reports, medium)))
        }
        @if let Some(later) = &measure.since { (since(later, medium)) }
        @if let Some(note) = &measure.note {
            (medium.section("editor-note", words::NOTE, &html! { p.editor-note { (runs(note)) } }))
        }
    }
}

/// What is beside it. `strip` are the cells of its Presidencies; without them, it lists those that the text names.
pub fn measure_aside(measure: &MeasureView, strip: Option<&Markup>, medium: Medium) -> Markup {
    let heading = |words: &str| medium.heading(&html! { (words) });
    let ([_, no_working_party], [documents, no_documents]) = (words::WORKING_PARTY, words::DOCUMENTS);
    html! {
        (heading(&measure.working_party_heading))
        p { @if measure.working_parties.is_empty() { (no_working_party) } @else { (links(&measure.working_parties)) } }
        @if let Some(strip) = strip {
            (heading(&measure.periods_heading))
            (strip)
        } @else if !measure.presidencies.is_empty() {
            (heading(&measure.periods_heading))
            p { (measure.presidencies.join(", ")) }
        }
        @if !measure.actors.is_empty() {
            (heading(words::ACTORS))
            @match medium {
                Medium::App => dl.actors { @for (kind, bodies) in &measure.actors { dt { (kind) } dd { (links(bodies)) } } },
                Medium::Record => p { (links(measure.actors.iter().flat_map(|(_, bodies)| bodies))) },
            }
        }
        (heading(documents))
        ul.document-list { @for citation in &measure.documents { (cited(citation)) } }
        @if measure.documents.is_empty() { p { (no_documents) } }
        @if !measure.related.is_empty() {
            (heading(words::RELATED))
            ul.document-list.related { @for (other, details) in &measure.related { li { (link(other)) small { (details) } } } }
        }
        (heading(words::SOURCE))
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
            @for note in &citation.notes { small { (line::NOTE) (note) } }
        }
    }
}

fn source(source: &SourceView) -> Markup {
    html! {
        p {
            (outside_or_text(source.url.as_deref(), &source.number))
            ", " (source.place)
            @if source.is_page_counted { small { (words::PAGE_COUNTED) } }
            br; small { (words::code(&source.code)) }
        }
    }
}

/// A measure as an item of a plain list.
pub fn measure_line(line: &MeasureLine) -> Markup {
    html! { li { span.number { (line.number) } (link(&line.measure)) (status_mark(line.status, &line.status_name, Medium::App)) @if let Some(day) = &line.status_day { " " small.status-day { (day) } } } }
}

/// A status: its mark and what it is called.
pub fn status_mark(status: Status, name: &str, medium: Medium) -> Markup {
    html! {
        span.status-mark data-status=(status.key()) title=[medium.in_app(status.definition())] {
            @if medium.is_app() { span.glyph { (status_glyph(status)) } }
            (name)
        }
    }
}
