//! What every status, outcome, kind of fact, role and relation means.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, Relation, Status};
use crate::render::html::{Medium, outcome_mark, status_mark};

/// The closed lists of words, each with its meaning.
pub(super) fn definitions() -> Markup {
    html! {
        h3 { "Where a measure stands" }
        p { "This is the editors’ reading of the source. Each measure says what its status is based on." }
        (list(Status::definition, |status| status_mark(status, Medium::App)))
        h3 { "What came of a commitment" }
        p {
            "A commitment is anything that somebody was to do, with or without a date. Its outcome is only as certain as the \
             later documents make it; each outcome says what it is based on."
        }
        (list(OutcomeState::definition, |state: OutcomeState| html! {
            span.outcome data-outcome=(state.key()) { (outcome_mark(state)) (state.label()) }
        }))
        h3 { "What kind of fact it is" }
        (list(EventKind::definition, label))
        h3 { "Where a measure cites a document" }
        (list(DocumentRole::definition, label))
        h3 { "How two measures, facts or commitments are related" }
        (list(Relation::definition, |relation: Relation| html! { (relation.both_labels()) }))
    }
}

fn list<W: Keyed>(definition: impl Fn(W) -> &'static str, name: impl Fn(W) -> Markup) -> Markup {
    html! { dl.properties { @for word in W::ALL { dt { (name(*word)) } dd { (definition(*word)) } } } }
}

fn label<W: Keyed>(word: W) -> Markup {
    html! { (word.label()) }
}
