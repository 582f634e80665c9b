//! What every status, outcome, kind of fact, role and relation means.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, Relation, Status};
use crate::ui::parts::{OutcomeMark, StatusMark};

/// The closed lists of words, each with its meaning.
#[component]
pub fn Definitions() -> impl IntoView {
    let status = |status: &Status| view! { <dt><StatusMark status=*status /></dt> <dd>{status.definition()}</dd> };
    let outcome = |state: &OutcomeState| {
        view! {
            <dt><span class="outcome" data-outcome=state.key()><OutcomeMark state=*state /> {state.label()}</span></dt>
            <dd>{state.definition()}</dd>
        }
    };
    let kind = |kind: &EventKind| view! { <dt>{kind.label()}</dt> <dd>{kind.definition()}</dd> };
    let role = |role: &DocumentRole| view! { <dt>{role.label()}</dt> <dd>{role.definition()}</dd> };
    let relation = |relation: &Relation| view! { <dt>{names(*relation)}</dt> <dd>{relation.definition()}</dd> };
    view! {
        <h3>"Where a measure stands"</h3>
        <p>"The editors’ reading of the source. Each measure says from what it follows."</p>
        <dl class="properties">{Status::ALL.iter().map(status).collect_view()}</dl>
        <h3>"What came of a commitment"</h3>
        <p>
            "A commitment is anything that somebody was to do, with or without a date. Its outcome is as certain as the later
            documents, and each one says from what it follows."
        </p>
        <dl class="properties">{OutcomeState::ALL.iter().map(outcome).collect_view()}</dl>
        <h3>"What kind of fact it is"</h3>
        <dl class="properties">{EventKind::ALL.iter().map(kind).collect_view()}</dl>
        <h3>"Where a measure cites a document"</h3>
        <dl class="properties">{DocumentRole::ALL.iter().map(role).collect_view()}</dl>
        <h3>"How two measures, facts or commitments are tied"</h3>
        <dl class="properties">{Relation::ALL.iter().map(relation).collect_view()}</dl>
    }
}

/// The tie as both sides name it: `later report / earlier report`.
fn names(relation: Relation) -> String {
    let (one, other) = (relation.label(), relation.label_from_the_other_side());
    if one == other {
        one.to_owned()
    } else {
        format!("{one} / {other}")
    }
}
