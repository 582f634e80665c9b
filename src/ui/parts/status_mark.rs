//! The marks that say a status, an outcome or a priority at a glance. Each stands beside its word.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::status::{OutcomeState, Status};
use crate::render::html;
use crate::table::status_glyph;

/// A status: its mark and its word.
#[component]
pub fn StatusMark(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! {
        <span class="status-mark" data-status=status.key() title=status.definition()>
            <span class="glyph" inner_html=status_glyph(status).0></span>
            {status.label()}
        </span>
    }
}

/// The mark of an outcome; its word stands beside it.
#[component]
pub fn OutcomeMark(
    /// The outcome.
    state: OutcomeState,
) -> impl IntoView {
    view! { <span class="glyph" inner_html=html::outcome_mark(state).0></span> }
}
