//! What stands around every page.

use maud::{Markup, html};

use crate::render::html::text::{href, link};
use crate::table::priority_swatch;
use crate::view::{Action, Link, NoticesView, OfferView, TabView, TrailView};

/// The first link of the page, for those who go through it key by key.
pub fn skip_link() -> Markup {
    html! { a.skip-link href="#content" data-skip data-do=(Action::SkipToContent.to_attribute()) { "Skip to the content" } }
}

/// The way to everything, and which edition this is.
pub fn edition(number: &str, status_date: &str) -> Markup {
    html! {
        a.name href="#/table" data-do=(Action::ShowEverything.to_attribute()) { "ISS Follow-up" }
        div.edition { b { (number) } " · " span { "as reported on " } b { (status_date) } }
    }
}

/// What is done with the page as a whole.
pub fn top_links(about: &Link, theme: &str) -> Markup {
    html! {
        nav.top-links aria-label="Page" {
            (link(about))
            " " button.share-button type="button" data-share aria-haspopup="dialog" data-do=(Action::Share.to_attribute()) { "Share" }
            " " button.quiet type="button" data-theme-switch=(theme) data-do=(Action::SwitchTheme.to_attribute()) { "Theme: " (theme) }
        }
    }
}

/// The head of each sheet of paper.
pub fn running_head(lines: &[String; 2]) -> Markup {
    html! { p { (lines[0]) } p.running-subject { (lines[1]) } }
}

/// The tabs above the views of the selection.
pub fn tabs(tabs: &[TabView]) -> Markup {
    html! {
        nav.tabs aria-label="Views of the selection" {
            ul {
                @for tab in tabs {
                    li {
                        a href=(href(&tab.link)) aria-current=[tab.is_shown.then_some("page")] data-tab=(tab.link.text.to_lowercase()) {
                            (tab.link.text)
                        }
                    }
                }
            }
        }
    }
}

/// Messages about a link.
pub fn notices(notices: &NoticesView) -> Markup {
    html! {
        @if !notices.sentences.is_empty() {
            div.notices {
                div {
                    @for sentence in &notices.sentences { p data-notice { (sentence) } }
                    @if 0 < notices.more { p { "And " (notices.more) " more." } }
                }
                button.quiet type="button" data-do=(Action::Dismiss.to_attribute()) { "Dismiss" }
            }
        }
    }
}

/// What the search box offers; `active` is the one that the arrow keys have reached.
pub fn offers(offers: &[OfferView], active: Option<usize>) -> Markup {
    html! {
        @for (place, offer) in offers.iter().enumerate() {
            li role="option" id={ "offer-" (place) } data-offer=(place) aria-selected=(active == Some(place)) {
                b { (offer.name) } " " span { (offer.says) }
            }
        }
    }
}

/// The way from a measure back to the selection and on to its neighbours.
pub fn trail(trail: &TrailView) -> Markup {
    let (key, priority) = &trail.priority;
    html! {
        nav.trail aria-label="Where you are" {
            p {
                a href="#/table" { @if trail.is_open { "All measures" } @else { "Selection" } }
                " / "
                button.quiet type="button" data-do=(trail.narrow.to_attribute()) { (priority_swatch(key)) (priority) }
            }
            p.neighbours {
                @if let Some(before) = &trail.before {
                    a href=(href(before)) { span.for-listeners { "Previous measure, " } "‹ " (before.text) }
                }
                span { (trail.place) }
                @if let Some(after) = &trail.after {
                    a href=(href(after)) { span.for-listeners { "Next measure, " } (after.text) " ›" }
                }
            }
        }
    }
}
