//! The marks that say a status or a priority at a glance. Each stands beside its word.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::status::Status;

/// A status: its mark and its word.
#[component]
pub fn StatusMark(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! {
        <span class="status-mark" data-status=status.key() title=status.definition()>
            <StatusGlyph status />
            {status.label()}
        </span>
    }
}

/// The mark alone; its word stands beside it.
#[component]
pub fn StatusGlyph(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! {
        <svg class="status-glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path d=shape(status) />
            {(status != Status::Blocked).then(|| view! { <circle cx="6" cy="6" r="4.75" /> })}
        </svg>
    }
}

/// What fills the ring: nothing, a part, or all of it, the further the measure has come.
fn shape(status: Status) -> &'static str {
    match status {
        Status::Proposed => "",
        Status::Negotiating => "M6 1.25a4.75 4.75 0 0 1 0 9.5z",
        Status::Blocked => "M2 1 1 2l4 4-4 4 1 1 4-4 4 4 1-1-4-4 4-4-1-1-4 4z",
        Status::Adopted => "M6 3a3 3 0 0 1 0 6a3 3 0 0 1 0-6z",
        Status::Implementing => "M6 6V1.25a4.75 4.75 0 1 1-4.75 4.75z",
        Status::Continuous => "M6 3.2a2.8 2.8 0 1 1-2.8 2.8h1.2a1.6 1.6 0 1 0 1.6-1.6v1.4l-2.4-2 2.4-2z",
        Status::Completed => "M6 1.25a4.75 4.75 0 0 1 0 9.5a4.75 4.75 0 0 1 0-9.5z",
    }
}

/// The colour of a priority. It always stands beside the priority's name.
#[component]
pub fn PrioritySwatch(
    /// The priority's id.
    id: &'static str,
) -> impl IntoView {
    view! { <span class="priority-swatch" data-priority=id aria-hidden="true"></span> }
}
