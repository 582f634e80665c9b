//! What public sources report since the record ends.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::render::html::brief_line::outcome_mark;
use crate::render::html::line::{cite, mark};
use crate::render::html::medium::Medium;
use crate::render::html::text::{editor_note, home_link, link, links, outside, outside_or_text, runs};
use crate::timeline::Glyph;
use crate::view::{BearingView, CitedView, LaterFactView, PageView, SinceView};
use crate::words::document::ELI;
use crate::words::later as words;

/// The section on the page of a measure or of a section of a general report, in a look of its own.
pub fn since(since: &SinceView, medium: Medium) -> Markup {
    let content = html! {
        p.since-about { (since.about) @if medium.is_app() { " " (link(&since.all)) "." } }
        @if !since.facts.is_empty() { ol.facts { @for fact in &since.facts { (later_fact(fact, medium)) } } }
        @if !since.nothing_found.is_empty() {
            p { (words::NOTHING_FOUND) }
            ul.nothing-found {
                @for (commitment, looked) in &since.nothing_found {
                    li { (link(commitment)) @if let Some(looked) = looked { small { " " (looked) } } }
                }
            }
        }
    };
    html! { div.since { (medium.section("since-then", words::HEADING, &content)) } }
}

/// One fact.
pub fn later_fact(fact: &LaterFactView, medium: Medium) -> Markup {
    match medium {
        Medium::App => html! { li.fact id=(fact.id) tabindex="-1" { (inside(fact, medium)) } },
        Medium::Record => html! { li id=(fact.address) { (inside(fact, medium)) } },
    }
}

/// The same in a list that has facts of many measures, or one several times: nothing there is named by it.
pub(super) fn listed_fact(group: &str, fact: &LaterFactView) -> Markup {
    html! { li.fact data-key={ (group) " " (fact.id) } data-later=(fact.id) { (inside(fact, Medium::App)) } }
}

fn inside(fact: &LaterFactView, medium: Medium) -> Markup {
    let (datetime, date) = &fact.date;
    html! {
        p class=[medium.in_app("fact-date")] {
            @match datetime {
                Some(datetime) if medium.is_app() => time datetime=(datetime) { (date) },
                _ => (date),
            }
            " " span.source-words { (fact.meaning) }
        }
        @if medium.is_app() { (mark(Glyph::of(fact.kind), false)) }
        div class=[medium.in_app("fact-body")] {
            p class=[medium.in_app("fact-text")] { (runs(&fact.text)) }
            p.fact-details {
                span { (fact.kind.label()) } " "
                @if !fact.named.is_empty() { span { (links(&fact.named)) } " " }
                @for document in &fact.documents { span { (cited(document)) } " " }
                @if medium.is_app() { span { (link(&fact.code)) } " " }
                @if let Some(home) = &fact.home { span { (home_link(home)) } " " }
                @if medium.is_app() { (cite(&fact.id, &fact.text)) }
            }
            @if let Some(announced) = &fact.announced { p.fact-reason { (runs(announced)) } }
            @if !fact.disagreeing.is_empty() || !fact.about.is_empty() {
                ul.bearings {
                    @for other in &fact.disagreeing { li data-disagrees="other" { (words::DISAGREES_WITH) (link(other)) } }
                    @for about in &fact.about { (bearing(about, medium)) }
                }
            }
            p.pages {
                (words::PAGES)
                @for (number, page) in fact.pages.iter().enumerate() { @if 0 < number { "; " } (public_page(page, medium)) }
                "."
                @if let Some(doubt) = fact.doubt { " " (words::doubt(doubt)) }
            }
            @if let Some(note) = &fact.note { (editor_note(runs(note))) }
        }
    }
}

fn bearing(about: &BearingView, medium: Medium) -> Markup {
    html! {
        li data-outcome=[about.outcome.as_ref().map(|(state, ..)| state.key())] {
            @if let Some((state, name, why)) = &about.outcome {
                span.outcome { @if medium.is_app() { (outcome_mark(*state)) " " } (name) } ": " (link(&about.commitment)) " " (runs(why))
            } @else {
                (words::BEARS_ON) (link(&about.commitment))
            }
        }
    }
}

/// A document of a later fact.
pub(super) fn cited(document: &CitedView) -> Markup {
    match document {
        CitedView::Known(document) => link(document),
        CitedView::Other {
            name,
            details,
            url,
            eli,
        } => html! {
            (outside_or_text(url.as_deref(), name))
            @if !details.is_empty() { small { " · " (details) } }
            @if let Some(eli) = eli {
                small { " · " (outside(eli, ELI)) }
            }
        },
    }
}

fn public_page(page: &PageView, medium: Medium) -> Markup {
    html! {
        (outside(&page.url, &page.publisher))
        @if medium.is_app() { span.page-days { " (" (page.days) ")" } } @else { " (" (page.days) ")" }
    }
}
