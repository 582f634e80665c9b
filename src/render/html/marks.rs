//! The marks that say something at a glance, each beside its words.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::priority_color::PriorityColor;
use crate::domain::status::Status;
use crate::query::Basis;
use crate::view::PresidencyCell;

/// The mark of a status: a ring that is the fuller, the further the measure has come.
pub fn status_glyph(status: Status) -> Markup {
    html! {
        svg class="status-glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" {
            path d=(shape(status)) {}
            @if status != Status::Blocked { circle cx="6" cy="6" r="4.75" {} }
        }
    }
}

/// The filling of the ring: none, a part, or all of it.
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

/// The colour of a priority.
pub fn priority_swatch(color: PriorityColor) -> Markup {
    html! { span class="priority-swatch" data-color=(color.key()) aria-hidden="true" {} }
}

/// The involvement of Presidencies in a measure: filled for acted, outlined for plans, faint for neither; dashed if only by date.
pub fn presidency_strip(cells: &[PresidencyCell]) -> Markup {
    html! {
        span class="presidency-strip" {
            @for cell in cells {
                span class="cell" role="img" data-acted=[cell.involvement.acted.map(Basis::key)]
                    data-plans=[cell.involvement.plans.map(Basis::key)] title=(cell.sentence) { (cell.code) }
            }
        }
    }
}
