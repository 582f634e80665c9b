//! Controls, with what they do in `data-do`.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query::Sort;
use crate::view::{Action, Setting};
use crate::words::table;

/// Stands for the order of a search among the columns.
pub const BEST: &str = "best";

/// A list of values of which one is chosen, in the words of the data.
pub fn choice<W: Keyed>(setting: Setting, now: W, own: &Vocabulary) -> Markup {
    let options = W::ALL
        .iter()
        .map(|value| (value.key(), own.say(value.label()), *value == now));
    choice_of(setting, setting.label(), options)
}

/// The same, with the key and label of each value and whether it is chosen.
pub fn choice_of<'a>(setting: Setting, label: &str, options: impl Iterator<Item = (&'a str, String, bool)>) -> Markup {
    html! {
        label { (label) " "
            select data-choice=(setting.key()) data-do=(Action::Set(setting).to_attribute()) {
                @for (key, label, is_chosen) in options { option value=(key) selected=[is_chosen.then_some("")] { (label) } }
            }
        }
    }
}

/// The head of a column; pressed, it sorts by it, pressed again the other way round. No column where something else decides on the
/// order.
pub fn column_head<C: Keyed>(column: C, sort: Option<Sort<C>>, own: &Vocabulary) -> Markup {
    let is_sorted = sort.is_some_and(|sort| sort.column == column);
    let (order, arrow) = if sort.is_some_and(|sort| sort.is_descending) {
        ("descending", " ↓")
    } else {
        ("ascending", " ↑")
    };
    html! {
        th.(column.key()) role="columnheader" scope="col" aria-sort=[is_sorted.then_some(order)] {
            button type="button" data-sort=(column.key()) data-do=(Action::SortBy(column.key().to_owned()).to_attribute()) {
                (own.say(column.label())) span aria-hidden="true" { @if is_sorted { (arrow) } }
            }
        }
    }
}

/// The heads of columns.
pub fn column_heads<C: Keyed>(columns: &[C], sort: Option<Sort<C>>, own: &Vocabulary) -> Markup {
    html! { tr role="row" { @for column in columns { (column_head(*column, sort, own)) } } }
}

/// The order for cards, which have no heads of columns; where words are searched, the best first is one, and the usual one.
pub fn sort_choice<C: Keyed>(sort: Option<Sort<C>>, has_words: bool, own: &Vocabulary) -> Markup
where
    Sort<C>: Default,
{
    let is_best = sort.is_none() && has_words;
    let sort = sort.unwrap_or_default();
    let best = has_words.then_some((BEST, table::BEST_FIRST.to_owned(), is_best));
    let columns = C::ALL.iter();
    let columns = columns.map(|column| {
        (
            column.key(),
            own.say(column.label()),
            *column == sort.column && !is_best,
        )
    });
    html! {
        span.sort-choice {
            (choice_of(Setting::Sort, Setting::Sort.label(), best.into_iter().chain(columns)))
            @if !is_best { button.quiet type="button" aria-label=(table::REVERSE) data-do=(Action::ReverseOrder.to_attribute()) {
                @if sort.is_descending { "↓" } @else { "↑" }
            } }
        }
    }
}
