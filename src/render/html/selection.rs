//! The selection in one sentence; each part has a way to take it out.

use maud::{Markup, html};

use crate::query::{Chosen, SelectedPart};
use crate::view::{Action, SelectionView};
use crate::words::filters;

/// The heading of a view: `23 of 74 measures that the [Croatian Presidency ×] acted on, naming [Europol ×]`, with what can be chosen beside
/// it.
pub fn selection(selection: &SelectionView, beside: &Markup) -> Markup {
    html! {
        div.selection {
            h1 tabindex="-1" {
                b data-count="" { (selection.count) }
                span.selection-parts { @if let Some(subject) = &selection.subject { (subject) } (selection_parts(&selection.parts)) }
            }
            " "
            (sources(selection))
            (beside)
            (clear_all(selection.is_narrowed))
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
pub fn clear_all(is_narrowed: bool) -> Markup {
    html! {
        @if is_narrowed {
            button.quiet type="button" data-do=(Action::ClearAll.to_attribute()) { (filters::CLEAR) }
        }
    }
}

/// The choice of sources.
pub(super) fn sources(selection: &SelectionView) -> Markup {
    let Some(sources) = &selection.sources else {
        return Markup::default();
    };
    let [leading, all] = &sources.names;
    let one = |name: &str, are_all: bool| {
        html! {
            @if sources.are_all == Some(are_all) {
                b { (name) }
            } @else {
                button.quiet type="button" data-all-sources=[are_all.then_some("")]
                    data-do=(Action::SetSources(are_all).to_attribute()) { (name) }
            }
        }
    };
    html! {
        p.other-sources {
            (filters::SOURCES) " " (one(leading, false)) span { " · " } (one(all, true))
            @if let Some(more) = &sources.more { " " small { (more) } }
        }
    }
}
