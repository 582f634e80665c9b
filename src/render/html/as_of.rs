//! The day as of which the page is shown.

use maud::{Markup, html};

use crate::view::{Action, AsOfBar, AsOfChoice};
use crate::words::as_of;

/// The line above a page.
pub fn as_of_bar(bar: &AsOfBar) -> Markup {
    html! {
        div.as-of-bar.is-moved[bar.0.is_some()] {
            p role="status" data-as-of-line { @if let Some((day, words)) = &bar.0 { b { (day) } (words) } }
        }
    }
}

/// The field for the day, and the way back to the edition's.
pub fn as_of_choice(choice: &AsOfChoice) -> Markup {
    html! {
        span.as-of {
            label { (as_of::FIELD) input type="text" data-as-of value=(choice.day) title=[&choice.help] size="11" autocomplete="off" spellcheck="false"; }
            @if choice.is_moved {
                button.quiet type="button" data-status-date data-do=(Action::ReturnToStatusDate.to_attribute()) {
                    (as_of::BACK)
                }
            }
            span.as-of-hint role="status" { @if let Some(hint) = &choice.hint { (hint) } }
        }
    }
}
