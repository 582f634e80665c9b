//! The page on which two editions are compared, and what is different on the page of a measure.

use maud::{Markup, html};

use crate::compare::{Piece, Side};
use crate::domain::keyed::Keyed;
use crate::render::html::list::{earlier, rest};
use crate::render::html::medium::Medium;
use crate::render::html::own_data::file_state;
use crate::render::html::parts::group;
use crate::render::html::text::{href, link};
use crate::view::{
    Action, ChangesView, CompareAction, CompareView, DifferenceView, FieldView, FileState, FilterCount, OwnDataAction,
    SameView,
};
use crate::words::compare as words;

/// The whole page; `state` is how far a file has come that was chosen. Paper has no controls.
pub fn compare(view: Option<&CompareView>, state: &FileState, is_on_paper: bool) -> Markup {
    html! {
        article.about-page.compare-page {
            h1 tabindex="-1" { (words::HEADING) }
            p.summary { (words::SUMMARY) }
            @match view {
                None => p { (words::HOW) },
                Some(view) => (editions(view)),
            }
            @if !is_on_paper { (tools(view.is_some(), state)) }
            @if let Some(view) = view {
                @if view.is_same {
                    p.nothing data-count="" { (words::NOTHING) }
                } @else {
                    @if !is_on_paper { (offers(view)) }
                    (filters(view, is_on_paper))
                    (records(view))
                }
            }
        }
    }
}

/// What chooses a file and how far it has come, and what changes a comparison that is there.
fn tools(is_compared: bool, state: &FileState) -> Markup {
    let [first, again] = words::CHOOSE;
    let label = if is_compared { again } else { first };
    html! {
        p.own-tools {
            @if is_compared { (button(CompareAction::Swap, words::SWAP)) " " }
            button type="button" data-choose-file="" data-do=(Action::OwnData(OwnDataAction::Choose).to_attribute()) { (label) }
            @if is_compared { " " (button(CompareAction::End, words::END)) }
        }
        div role="status" data-file-state="" { (file_state(state)) }
    }
}

fn button(action: CompareAction, label: &str) -> Markup {
    let key = action.key();
    html! { button type="button" data-compare=(key) data-do=(Action::Compare(action).to_attribute()) { (label) } }
}

fn editions(view: &CompareView) -> Markup {
    html! {
        dl.compared-editions {
            @for (side, (edition, from)) in words::EDITIONS.iter().zip(&view.editions) {
                div { dt { (side) } dd { (edition) " " small { "(" (from) ")" } } }
            }
        }
    }
}

/// What may be the same.
fn offers(view: &CompareView) -> Markup {
    html! {
        @if !view.offers.is_empty() || 0 < view.taken {
            section.same-records aria-labelledby="same-records" {
                h2 id="same-records" tabindex="-1" { (words::SAME) }
                @if !view.offers.is_empty() {
                    p { (words::SAME_HOW) }
                    ul { @for (place, same) in view.offers.iter().enumerate() { (offer(place, same)) } }
                }
                p.own-tools {
                    @if 1 < view.exact { (button(CompareAction::TakeAll, &words::take_all(view.exact))) }
                    @if 0 < view.taken { span { (words::taken(view.taken)) } " " (button(CompareAction::Apart, words::APART)) }
                }
            }
        }
    }
}

fn offer(place: usize, same: &SameView) -> Markup {
    let (action, [old, new], [before, after]) = (CompareAction::Take(place), &same.ids, &same.titles);
    html! {
        li {
            p {
                b { (same.kind) " " del { (old) } " " ins { (new) } } " "
                @if before == after { (after) } @else { del { (before) } " " ins { (after) } }
            }
            button type="button" data-compare=(action.key()) data-do=(Action::Compare(action).to_attribute())
                aria-label=(words::take(same.kind, old, new)) { (words::TAKE) }
        }
    }
}

fn filters(view: &CompareView, is_on_paper: bool) -> Markup {
    let [happenings, kinds] = words::FILTERS;
    html! {
        section.naming-counts aria-label=(happenings) {
            ul { @for each in &view.happenings { (filter(each, CompareAction::Happening(each.value), each.value.label(), is_on_paper)) } }
        }
        section.naming-counts aria-label=(kinds) {
            ul { @for each in &view.kinds { (filter(each, CompareAction::Kind(each.value), each.value.name(), is_on_paper)) } }
        }
    }
}

fn filter<Value>(filter: &FilterCount<Value>, action: CompareAction, label: &str, is_on_paper: bool) -> Markup {
    let says = html! { b { (filter.count) } " " (label) };
    html! {
        li.is-empty[filter.count == 0] {
            @if is_on_paper {
                @if filter.is_chosen { u { (says) } } @else { (says) }
            } @else {
                button.quiet type="button" data-compare=(action.key()) aria-pressed=(filter.is_chosen) data-do=(Action::Compare(action).to_attribute()) { (says) }
            }
        }
    }
}

fn records(view: &CompareView) -> Markup {
    html! {
        div.since-tools {
            p role="status" data-count="" { b { (view.count) } }
            @if view.is_narrowed && !view.list.is_on_paper { (button(CompareAction::All, words::ALL)) }
        }
        (earlier(&view.list))
        div data-list=(view.list.name) {
            @for each in &view.groups {
                (group(&each.fold, &html! { (each.title) " " small { (each.count) } }, &differences(&each.records)))
            }
        }
        (rest(&view.list))
        @if view.list.count == 0 { p.nothing { (words::NO_MATCH) } }
    }
}

/// What is different about a measure or section and its lines, for its page.
pub fn changes(view: &ChangesView) -> Markup {
    let content = html! {
        p { (view.about) " " (link(&view.all)) }
        (differences(&view.records))
    };
    Medium::App.section("changes", words::CHANGES, &content)
}

fn differences(records: &[DifferenceView]) -> Markup {
    html! { ul.differences { @for record in records { (difference(record)) } } }
}

fn difference(record: &DifferenceView) -> Markup {
    html! {
        li.difference data-key=(record.key) data-difference=(record.key) {
            p.difference-head {
                b { (record.name) }
                @for (happening, tag) in &record.tags { " " span.happening data-happening=(happening.key()) { (tag) } }
            }
            p.difference-title {
                @match &record.link {
                    Some(way) => a href=(href(way)) { (record.title) },
                    None => (record.title),
                }
            }
            @if record.is_whole {
                @if !record.fields.is_empty() {
                    details data-key="fields" open=[record.is_open.then_some("")] { summary { (words::fields(record.fields.len())) } (fields(&record.fields)) }
                }
            } @else {
                (fields(&record.fields))
            }
        }
    }
}

fn fields(fields: &[FieldView]) -> Markup {
    html! {
        @if !fields.is_empty() {
            dl { @for field in fields { div { dt { (field.name) } dd { (pieces(field)) } } } }
        }
    }
}

fn pieces(field: &FieldView) -> Markup {
    html! {
        @for (place, piece) in field.pieces.iter().enumerate() {
            @if 0 < place { (field.between) }
            (one_piece(piece))
        }
    }
}

fn one_piece(piece: &Piece) -> Markup {
    let [before, after] = words::SIDES;
    html! {
        @match piece.side {
            Side::Both => (piece.text),
            Side::Old => del { span.for-listeners { (before) " " } (piece.text) },
            Side::New => ins { span.for-listeners { (after) " " } (piece.text) },
        }
    }
}
