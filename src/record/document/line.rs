//! One line of the record: what happened, or what somebody was to do.

use maud::{Markup, html};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::When;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event};
use crate::record::document::ties::{concerned, evidence, ties};
use crate::record::document::{address_of_line, link};
use crate::route::Page;

/// The facts of a measure or section.
pub(super) fn facts(events: &[Event], home: Home, dataset: &Dataset) -> Markup {
    let day = dataset.edition.status_date;
    html! {
        ul {
            @for event in events {
                li id=(line_id(home, event.id.as_str(), dataset)) {
                    (moment(event.when, event.date_text.as_deref())) " " (event.text)
                    (details(Record::Event(event), &[event.kind.label().to_owned()], event.is_planned(day), dataset))
                    (note(event.note.as_deref()))
                }
            }
        }
    }
}

/// The commitments of a measure or section.
pub(super) fn promises(commitments: &[Commitment], home: Home, dataset: &Dataset) -> Markup {
    let day = dataset.edition.status_date;
    html! {
        ul {
            @for commitment in commitments {
                @let slip = dataset.delivery(commitment, day).in_words();
                @let done = commitment.outcome.date.map(|date| format!(", {}", date.in_words())).unwrap_or_default();
                @let state = format!("{}{done}", dataset.state(commitment, day).label());
                @let words: Vec<String> = std::iter::once(state).chain(slip).collect();
                li id=(line_id(home, commitment.id.as_str(), dataset)) {
                    (moment(commitment.due, commitment.due_text.as_deref())) " " (commitment.text)
                    @if !commitment.owners.is_empty() { " Owner: " (names(&commitment.owners, dataset)) "." }
                    (details(Record::Commitment(commitment), &words, false, dataset))
                    @let outcome = &commitment.outcome;
                    @if !outcome.text.is_empty() || !outcome.evidence.is_empty() {
                        p { (outcome.text) (evidence(&outcome.evidence, dataset)) }
                    }
                    (note(commitment.note.as_deref()))
                }
            }
        }
    }
}

/// The id of a line: its address in the app.
pub(super) fn line_id(home: Home, id: &str, dataset: &Dataset) -> String {
    let page = match home {
        Home::Measure(place) => Page::Measure(dataset.measures[place].id.clone()),
        Home::Report(place) => Page::Report(dataset.reports[place].id.clone()),
    };
    address_of_line(page, id)
}

/// The date, and the source's own words where they say more.
fn moment(when: Option<When>, words: Option<&str>) -> Markup {
    html! {
        b {
            @if let Some(when) = when { (when.in_words()) }
            @if when.is_some() && words.is_some() { ", " }
            @if let Some(words) = words { "“" (words) "”" }
            @if when.is_none() && words.is_none() { "No date" }
            "."
        }
    }
}

/// What else is known of a line, down to its place in the source and to what it is tied to.
fn details(record: Record<'_>, words: &[String], is_planned: bool, dataset: &Dataset) -> Markup {
    let measures = match record {
        Record::Event(event) => &event.measures,
        Record::Commitment(commitment) => &commitment.measures,
    };
    let presidency = record.presidency().and_then(|id| dataset.rota.get(id));
    html! {
        " " small {
            @if is_planned { "planned · " }
            @for word in words { (word) " · " }
            @if let Some(presidency) = presidency { (presidency.title()) " · " }
            @if !record.documents().is_empty() { (documents(record.documents(), dataset)) " · " }
            (record.locator().in_words())
            (concerned(measures, dataset))
            (ties(record, dataset))
        }
    }
}

/// The editor's remark.
pub(super) fn note(note: Option<&str>) -> Markup {
    html! {
        @if let Some(note) = note { p { b { "Editor’s note. " } (note) } }
    }
}

/// Documents by name, each a link to where it stands here.
fn documents(ids: &[DocumentId], dataset: &Dataset) -> Markup {
    let documents: Vec<_> = ids.iter().filter_map(|id| dataset.document(id)).collect();
    html! {
        @for (number, document) in documents.iter().enumerate() {
            @if 0 < number { ", " }
            a href=(link(Page::Document(document.id.clone()))) { (document.name()) }
        }
    }
}

/// Bodies by the names that stand in tables.
pub(super) fn names(ids: &[BodyId], dataset: &Dataset) -> Markup {
    let bodies: Vec<_> = ids.iter().filter_map(|id| dataset.body(id)).collect();
    html! {
        @for (number, body) in bodies.iter().enumerate() {
            @if 0 < number { ", " }
            a href=(link(Page::Body(body.id.clone()))) { (body.short) }
        }
    }
}
