//! The views of one selection: filters beside them, the selection in a sentence, and the view itself.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::query::{LaterColumn, ViewOptions};
use crate::render::html::control::{choice, sort_choice};
use crate::render::html::frame::{Places, place};
use crate::render::html::legend::{course_key, glyph_key};
use crate::render::html::overview::overview;
use crate::render::html::plot::plot;
use crate::render::html::strip::strip_key;
use crate::route::Page;
use crate::view::{Action, Setting};
use crate::words::{self, filters, selection, table};

/// A view with its frame; on paper, which has no controls, only its head.
pub fn views(is_on_paper: bool, view: &Markup, text: Places<'_>) -> Markup {
    html! {
        div.views {
            @if !is_on_paper { (rail(text)) }
            div.view-side {
                (place("view-head", text))
                (view)
                @if !is_on_paper { (place("other-hits", text)) }
                @if !is_on_paper { p.for-listeners data-place="announced" data-announced role="status" {} }
            }
        }
    }
}

/// The filters: beside the view, or a sheet over the page, which has a head, and on a phone the order of the view.
fn rail(text: Places<'_>) -> Markup {
    html! {
        section.rail #filters aria-label=(filters::LABEL) {
            header.sheet-head { h2 tabindex="-1" { (filters::LABEL) } (place("sheet-clear", text)) }
            div.sheet-arrange { (place("sheet-arrange", text)) }
            (place("filters", text))
            button.sheet-close type="button" data-do=(Action::ShowFilters(false).to_attribute()) {
                (filters::SHOW) span data-place="sheet-count" { (text("sheet-count")) }
            }
        }
    }
}

/// The table of measures, hidden where none match.
pub fn table_view(options: &ViewOptions, is_empty: bool, own: &Vocabulary, text: Places<'_>) -> Markup {
    let shows = Some(options.later_column).filter(|shown| *shown != LaterColumn::default());
    html! {
        (overview(text, &strip_key(own)))
        table.measures role="table" data-grouping=(options.grouping.key()) data-shows=[shows.map(Keyed::key)] hidden[is_empty] {
            caption.for-listeners { (table::caption(&selection::of_subject(own.one(Wording::Subject)))) }
            thead role="rowgroup" data-place="column-heads" { (text("column-heads")) }
            (space("above"))
            tbody role="rowgroup" data-place="rows" { (text("rows")) }
            (space("below"))
        }
        (place("no-measures", text))
    }
}

/// Whether the table has the column of later facts: beside the selection, where there is room; on a phone it stands with the order.
pub fn later_column(options: &ViewOptions, own: &Vocabulary) -> Markup {
    html! { div.later-choice { (choice(Setting::LaterColumn, options.later_column, own)) } }
}

/// How the reader can arrange the table; in the sheet of a phone the column of later facts can be shown, where the data have any.
pub fn arrange_table(options: &ViewOptions, has_words: bool, has_later_column: bool, own: &Vocabulary) -> Markup {
    html! {
        (choice(Setting::Grouping, options.grouping, own)) (sort_choice(options.sort, has_words, own)) (choice(Setting::Density, options.density, own))
        @if has_later_column { (choice(Setting::LaterColumn, options.later_column, own)) }
    }
}

/// What the marks of a view mean, folded: for a phone, where there is no room above it.
pub fn folded_key(view: &Page, own: &Vocabulary) -> Markup {
    let key = match view {
        Page::Table => strip_key(own),
        Page::Timeline => glyph_key(),
        Page::Commitments => course_key(),
        _ => return Markup::default(),
    };
    html! { details.folded-key { summary { (table::KEY) } (key) } }
}

/// Keeps the place of the rows that are not in the page.
fn space(name: &str) -> Markup {
    html! {
        tbody.space aria-hidden="true" { tr { td data-space=(name) colspan=(ViewOptions::default().columns().len()) {} } }
    }
}

/// The timeline with its tools and its list, hidden if there is nothing to draw.
pub fn timeline_view(text: Places<'_>) -> Markup {
    html! {
        (overview(text, &Markup::default()))
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
    html! { (overview(text, &Markup::default())) (place("no-facts", text)) (place("sheets", text)) }
}
