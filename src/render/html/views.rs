//! The views of one selection: filters beside them, tabs above, the selection in a sentence, and the view itself.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::query::{Column, Grouping, ViewOptions};
use crate::render::html::control::{choice, sort_choice};
use crate::render::html::frame::{Places, place};
use crate::render::html::overview::overview;
use crate::render::html::plot::plot;
use crate::render::html::strip::strip_key;
use crate::view::{Action, Setting};
use crate::words::{self, filters, table};

/// A view with its frame; on paper, which has no controls, only its head.
pub fn views(is_on_paper: bool, view: &Markup, text: Places<'_>) -> Markup {
    html! {
        div.views {
            @if !is_on_paper {
                section.rail #filters aria-label=(filters::LABEL) {
                    (place("filters", text))
                    button.sheet-close type="button" data-do=(Action::ShowFilters(false).to_attribute()) {
                        (filters::SHOW) span data-place="sheet-count" { (text("sheet-count")) }
                    }
                }
            }
            div.view-side {
                @if !is_on_paper { (place("tabs", text)) }
                (place("view-head", text))
                @if !is_on_paper {
                    div.view-tools {
                        button.sheet-open type="button" aria-controls="filters" aria-expanded="false"
                            data-do=(Action::ShowFilters(true).to_attribute()) { (filters::LABEL) }
                        (place("as-of-choice", text))
                        (place("view-tools", text))
                    }
                }
                (view)
                @if !is_on_paper { (place("other-hits", text)) }
                @if !is_on_paper { p.for-listeners data-place="announced" data-announced role="status" {} }
            }
        }
    }
}

/// The table of measures, hidden where none match.
pub fn table_view(grouping: Grouping, is_empty: bool, text: Places<'_>) -> Markup {
    html! {
        (overview(text))
        table.measures role="table" data-grouping=(grouping.key()) hidden[is_empty] {
            caption.for-listeners { (table::CAPTION) }
            thead role="rowgroup" data-place="column-heads" { (text("column-heads")) }
            (space("above"))
            tbody role="rowgroup" data-place="rows" { (text("rows")) }
            (space("below"))
        }
        (place("no-measures", text))
    }
}

/// What the reader can set beside the filters of the table.
pub fn table_tools(options: &ViewOptions) -> Markup {
    html! { (choice(Setting::Grouping, options.grouping)) (sort_choice(options.sort)) (strip_key()) }
}

/// Keeps the place of the rows that are not in the page.
fn space(name: &str) -> Markup {
    html! {
        tbody.space aria-hidden="true" { tr { td data-space=(name) colspan=(Column::ALL.len()) {} } }
    }
}

/// The timeline with its tools and its list, hidden if there is nothing to draw.
pub fn timeline_view(text: Places<'_>) -> Markup {
    html! {
        (overview(text))
        (place("no-facts", text))
        div.timeline-view hidden {
            (place("drawing-tools", text))
            (plot(words::plot::LABEL, text))
            (place("timeline-note", text))
            (place("facts-in-view", text))
        }
    }
}

/// The timeline on paper: whole, on as many sheets as it needs.
pub fn timeline_on_paper(text: Places<'_>) -> Markup {
    html! { (overview(text)) (place("no-facts", text)) (place("sheets", text)) }
}
