//! What shows the outcome of a line, and what stands elsewhere on the same thing.

use maud::{Markup, html};

use crate::dataset::{Dataset, Record};
use crate::domain::id::{DocumentId, MeasureId, short_code};
use crate::domain::keyed::Keyed;
use crate::record::document::line::line_id;
use crate::record::document::link;
use crate::route::Page;

/// The facts, commitments and documents that show an outcome, each a link to where it stands here.
pub(super) fn evidence(ids: &[String], dataset: &Dataset) -> Markup {
    html! {
        @if !ids.is_empty() {
            " Shown by "
            @for (number, id) in ids.iter().enumerate() {
                @if 0 < number { ", " }
                (line_or_document(id, dataset))
            }
            "."
        }
    }
}

/// What a line itself is tied to, each with the kind of tie; what shows its outcome is named there.
pub(super) fn ties(record: Record<'_>, dataset: &Dataset) -> Markup {
    let (related, shown): (_, &[String]) = match record {
        Record::Event(event) => (&event.related, &[]),
        Record::Commitment(commitment) => (&commitment.related, &commitment.outcome.evidence),
    };
    let others = related.iter().filter(|tie| !shown.contains(&tie.record));
    html! {
        @for tie in others { " · " (tie.relation.label()) " " (line_or_document(&tie.record, dataset)) }
    }
}

/// The measures that a line of a general report concerns, by number.
pub(super) fn concerned(measures: &[MeasureId], dataset: &Dataset) -> Markup {
    let measures = measures.iter().filter_map(|id| dataset.measure(id));
    html! {
        @for (number, measure) in measures.enumerate() {
            @if number == 0 { " · measure " } @else { ", " }
            a href=(link(Page::Measure(measure.id.clone()))) { (measure.number) }
        }
    }
}

fn line_or_document(id: &str, dataset: &Dataset) -> Markup {
    html! {
        @if let Some((home, _)) = dataset.record(id) {
            a href={ "#" (line_id(home, id, dataset)) } { (short_code(id)) }
        } @else if let Some(document) = dataset.document(&DocumentId::new(id)) {
            a href=(link(Page::Document(document.id.clone()))) { (document.name()) }
        }
    }
}
