//! What the words find besides what a view lists.

use maud::{Markup, html};

use crate::render::html::control::BEST;
use crate::render::html::list::rest;
use crate::render::html::text::{href, link, marked};
use crate::view::{Action, HitView, OtherHitsView};
use crate::words::{other_hits as words, table};

/// The other hits by kind, below a view.
pub fn other_hits(view: &OtherHitsView) -> Markup {
    let [before, after] = words::DID_YOU_MEAN;
    html! {
        @if let Some(correction) = &view.correction {
            p.correction { (before) (link(correction)) (after) }
        }
        @if !view.kinds.is_empty() {
            section.other-hits aria-labelledby="other-hits" {
                h2 #other-hits tabindex="-1" { (view.heading) }
                @for kind in &view.kinds {
                    h3 { (kind.title) }
                    ul { @for one in &kind.hits { (hit(one)) } }
                    (rest(&kind.list))
                    @if let Some(all) = &kind.all { p { (link(all)) } }
                }
            }
        }
    }
}

fn hit(hit: &HitView) -> Markup {
    html! {
        li {
            a href=(href(&hit.link)) { (marked(&hit.name)) }
            @if !hit.text.is_empty() { " " span.hit-text { (marked(&hit.text)) } }
        }
    }
}

/// The way from hit to hit on the page; `reached` is the one that was gone to last, from 1, and how many there are.
pub fn hits(has_words: bool, reached: Option<(usize, usize)>) -> Markup {
    html! {
        @if has_words {
            button.quiet type="button" data-do=(Action::NextHit.to_attribute()) { (words::NEXT) }
            span role="status" { @if let Some((place, count)) = reached { " " (words::place(place, count)) } }
        }
    }
}

/// The way to them from the heading of the view; `is_alone` is whether the view itself has nothing. Where the hits of the view
/// `are_sorted`, the way back to the order in which they were found, which the heads of columns do not lead to.
pub fn other_hits_link(count: usize, is_alone: bool, are_sorted: bool) -> Markup {
    html! {
        @if 0 < count || are_sorted {
            p.more-hits {
                @if 0 < count {
                    button.quiet type="button" data-do=(Action::GoTo("other-hits".to_owned()).to_attribute()) { (words::more(count, is_alone)) }
                }
                @if are_sorted {
                    button.quiet.best-first type="button" data-do=(Action::SortBy(BEST.to_owned()).to_attribute()) { (table::BEST_MATCH_FIRST) }
                }
            }
        }
    }
}
