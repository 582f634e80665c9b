//! The selection in one sentence; each part has a way to take it out.

use maud::{Markup, html};

use crate::query::{Chosen, Facet, FacetKey, SelectedPart};
use crate::view::{Action, SelectionView};
use crate::words::filters;

/// The heading of a view: `23 of 74 measures that the [Croatian Presidency ×] acted on, naming [Europol ×]`.
pub fn selection(selection: &SelectionView) -> Markup {
    html! {
        div.selection {
            h1 tabindex="-1" {
                b data-count="" { (selection.count) }
                span.selection-parts { @if let Some(subject) = selection.subject { (subject) } (selection_parts(&selection.parts)) }
            }
            @if let Some(elsewhere) = &selection.elsewhere {
                p.other-sources { (elsewhere) " " (every_source()) }
            }
            (clear_all(selection))
        }
    }
}

/// The filters, to read on from a count.
pub(super) fn selection_parts(parts: &[SelectedPart]) -> Markup {
    html! {
        @for (number, part) in parts.iter().enumerate() {
            @if number == 0 { " " } @else { ", " }
            (part.before) " "
            @for (place, chosen) in part.chosen.iter().enumerate() {
                @if 0 < place { (part.between) }
                (chip(chosen))
            }
            (part.after)
        }
    }
}

fn chip(chosen: &Chosen) -> Markup {
    html! {
        button.chip type="button" data-remove=(chosen.what.key()) aria-label=(filters::remove(&chosen.says))
            data-do=(Action::Remove(chosen.what.clone()).to_attribute()) {
            (chosen.says) span aria-hidden="true" { " ×" }
        }
    }
}

/// The button that clears the selection, if there is anything to clear.
pub(super) fn clear_all(selection: &SelectionView) -> Markup {
    html! {
        @if selection.is_narrowed {
            button.quiet type="button" data-do=(Action::ClearAll.to_attribute()) { (filters::CLEAR) }
        }
    }
}

fn every_source() -> Markup {
    let action = Action::Toggle(Facet::Source, FacetKey::All);
    html! { button.quiet type="button" data-all-sources="" data-do=(action.to_attribute()) { (filters::SHOW_ALL) } }
}
