//! One measure, and one section of a general report, as they read on paper.

use maud::{Markup, html};

use crate::dataset::{Dataset, Home};
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::id::short_code;
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, DocumentUse, Event, Measure, Report};
use crate::record::document::line::{facts, names, note, promises};
use crate::record::document::{address, link};
use crate::route::Page;

/// Everything about one measure.
pub(super) fn of_measure(measure: &Measure, home: Home, dataset: &Dataset) -> Markup {
    let priority = dataset.priority(&measure.priority);
    let source = dataset.source(&measure.source);
    html! {
        article id=(address(Page::Measure(measure.id.clone()))) {
            h3 { (measure.number) " " (measure.title) }
            p { (measure.summary) }
            p {
                b { "Status: " (measure.status.label()) } " (the editors’ reading). " (measure.status_reason)
            }
            dl {
                @if let Some(priority) = priority { dt { "Priority" } dd { (priority.title) } }
                @if !measure.working_parties.is_empty() {
                    dt { "Working party" } dd { (names(&measure.working_parties, dataset)) }
                }
                @if !measure.bodies.is_empty() { dt { "Names" } dd { (names(&measure.bodies, dataset)) } }
                @if !measure.presidencies.is_empty() { dt { "Presidencies" } dd { (presidencies(measure, dataset)) } }
                @if !measure.related.is_empty() { dt { "Related" } dd { (related(measure, dataset)) } }
                dt { "Source" }
                dd {
                    @if let Some(source) = source { (source.number) ", " }
                    (measure.locator.in_words()) " · short code " (short_code(measure.id.as_str()))
                    " · " a href=(link(Page::Table)) { "Contents" }
                }
            }
            (lines(&measure.state_of_play, &measure.follow_up, home, dataset))
            @if !measure.documents.is_empty() {
                h4 { "Documents" }
                ul { @for (document, citations) in measure.citations() {
                    @if let Some(document) = dataset.document(document) { (citation(document, &citations)) }
                } }
            }
            (note(measure.note.as_deref()))
        }
    }
}

/// One section of a general report.
pub(super) fn of_report(report: &Report, home: Home, dataset: &Dataset) -> Markup {
    html! {
        article id=(address(Page::Report(report.id.clone()))) {
            h3 { "General report: " (report.title) }
            (lines(&report.state_of_play, &report.follow_up, home, dataset))
        }
    }
}

fn lines(events: &[Event], commitments: &[Commitment], home: Home, dataset: &Dataset) -> Markup {
    html! {
        @if !events.is_empty() { h4 { "State of play" } (facts(events, home, dataset)) }
        @if !commitments.is_empty() { h4 { "Envisaged follow-up" } (promises(commitments, home, dataset)) }
    }
}

/// The Presidencies that the text names, each with what for.
fn presidencies(measure: &Measure, dataset: &Dataset) -> Markup {
    html! {
        @for (number, named) in measure.presidencies.iter().enumerate() {
            @if 0 < number { ", " }
            (dataset.rota.get(&named.id).map_or(named.id.as_str(), |presidency| presidency.country.as_str()))
            " (" (named.role.label()) ")"
        }
    }
}

fn related(measure: &Measure, dataset: &Dataset) -> Markup {
    html! {
        @for (number, related) in measure.related.iter().enumerate() {
            @if 0 < number { "; " }
            (related.relation.label()) " "
            @if let Some(other) = dataset.measure(&related.measure) {
                a href=(link(Page::Measure(other.id.clone()))) { (other.number) " " (other.title) }
            }
            @if let Some(note) = &related.note { " – " (note) }
        }
    }
}

/// A document that the block cites, with where it does.
fn citation(document: &Document, citations: &[&DocumentUse]) -> Markup {
    let roles: Vec<&str> = citations.iter().map(|citation| citation.role.label()).collect();
    html! {
        li {
            a href=(document.url().unwrap_or_else(|| link(Page::Document(document.id.clone())))) { (document.name()) }
            @if document.number.is_some() { @if let Some(title) = &document.title { " " (title) } }
            " " small {
                (roles.join(", "))
                @if let Some(date) = document.date { " · " (PartialDate::in_short(date)) }
                @if let Some(marking) = &document.marking { " · " (marking) }
            }
            @for citation in citations { (note(citation.note.as_deref())) }
        }
    }
}
