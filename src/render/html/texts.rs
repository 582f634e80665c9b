//! Texts that are not here yet, on a page in parts.

use maud::{Markup, html};

use crate::view::Action;
use crate::words::texts as words;

/// That they are being fetched.
pub fn fetching() -> Markup {
    html! { p.fetching data-fetching { (words::FETCHING) } }
}

/// Why they are missing.
pub fn not_fetched(why: &str) -> Markup {
    html! {
        div.fetching role="alert" {
            p data-not-fetched { (why) }
            button.quiet type="button" data-do=(Action::TryAgain.to_attribute()) { (words::TRY_AGAIN) }
        }
    }
}

/// Why the page cannot begin.
pub fn not_begun(why: &str) -> Markup {
    html! {
        main.faults-page id="content" aria-labelledby="not-begun" {
            h1 id="not-begun" { (words::NOT_BEGUN) }
            p role="alert" data-not-begun { (why) }
            button.quiet type="button" data-try-again { (words::TRY_AGAIN) }
        }
    }
}
