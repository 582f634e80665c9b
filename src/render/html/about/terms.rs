//! What every status, outcome, kind of fact, role and relation means.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::measure::Naming;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, Relation, Status};
use crate::domain::vocabulary::Vocabulary;
use crate::render::html::{Medium, outcome_mark, status_mark};
use crate::words::definitions;

/// The closed lists of words, each with its meaning.
pub(super) fn definitions(own: &Vocabulary) -> Markup {
    let ([statuses, about_statuses], [outcomes, about_outcomes]) = (definitions::STATUSES, definitions::OUTCOMES);
    let [namings, about_namings] = definitions::NAMINGS;
    html! {
        h3 { (statuses) }
        p { (about_statuses) }
        (list(Status::definition, |status| status_mark(status, own.status(status), Medium::App)))
        h3 { (outcomes) }
        p { (about_outcomes) }
        (list(OutcomeState::definition, |state: OutcomeState| html! {
            span.outcome data-outcome=(state.key()) { (outcome_mark(state)) (own.outcome(state)) }
        }))
        h3 { (namings) }
        p { (about_namings) }
        (list(Naming::definition, label))
        h3 { (definitions::EVENTS) }
        (list(EventKind::definition, label))
        h3 { (definitions::DOCUMENT_ROLES) }
        (list(DocumentRole::definition, label))
        h3 { (definitions::RELATIONS) }
        (list(Relation::definition, |relation: Relation| html! { (relation.both_labels()) }))
    }
}

fn list<W: Keyed>(definition: impl Fn(W) -> &'static str, name: impl Fn(W) -> Markup) -> Markup {
    html! { dl.properties { @for word in W::ALL { dt { (name(*word)) } dd { (definition(*word)) } } } }
}

fn label<W: Keyed>(word: W) -> Markup {
    html! { (word.label()) }
}
