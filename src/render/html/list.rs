//! The ways to the hidden parts of a list.

use maud::{Markup, html};

use crate::view::{Action, Fold, ListPart};
use crate::words::lists;

/// The way to the lines before the visible ones, if there are any.
pub fn earlier(list: &ListPart) -> Markup {
    html! {
        @if 0 < list.previous {
            button.fold type="button" data-earlier="" data-do=(Action::ShowEarlier(list.name.clone()).to_attribute()) {
                (lists::earlier(list.previous, list.count))
            }
        }
    }
}

/// The way to the lines after the visible ones, and the button that folds a list; on paper, how many are left out.
pub fn rest(list: &ListPart) -> Markup {
    html! {
        @if list.is_on_paper {
            @if 0 < list.next {
                p.rest { (lists::left_out(list.next)) }
            }
        } @else {
            @if 0 < list.next {
                button.fold type="button" data-more=(list.name) data-do=(Action::ShowMore(list.name.clone()).to_attribute()) {
                    (lists::more(list.next, list.count))
                }
            }
            @if let Some(fold) = list.fold { (fold_button(list, fold)) }
        }
    }
}

/// The message for an empty list.
pub fn nothing_matches(noun: &str) -> Markup {
    html! { p.nothing { (lists::nothing_matches(noun)) } }
}

fn fold_button(list: &ListPart, fold: Fold) -> Markup {
    html! {
        button.fold type="button" data-fold=(list.name) aria-expanded=(fold.is_open)
            data-do=(Action::Fold(list.name.clone()).to_attribute()) {
            @if fold.is_open { (lists::first(fold.first)) } @else { (lists::all(list.count)) }
        }
    }
}
