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

/// The field for the day, and the ways to the two days that matter: as reported, and as known.
pub fn as_of_choice(choice: &AsOfChoice) -> Markup {
    html! {
        span.as-of {
            label { span { (as_of::FIELD) } input type="text" data-as-of value=(choice.day) title=[&choice.help] size="11" autocomplete="off" spellcheck="false"; }
            @if let Some((day, as_reported)) = &choice.as_reported {
                button.quiet type="button" data-status-date title=(as_reported) data-do=(Action::TellAsOf(*day).to_attribute()) { span.as-of-as { (as_of::AS) } (as_of::REPORTED) span.as-of-day { ", " (as_reported) } }
            }
            @if let Some((day, as_known)) = &choice.as_known {
                button.quiet type="button" data-as-known title=(as_known) data-do=(Action::TellAsOf(*day).to_attribute()) { span.as-of-as { (as_of::AS) } (as_of::KNOWN) span.as-of-day { ", " (as_known) } }
            }
            span.as-of-hint role="status" { @if let Some(hint) = &choice.hint { (hint) } }
        }
    }
}
