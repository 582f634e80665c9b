//! The page of later facts.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::domain::vocabulary::Vocabulary;
use crate::render::html::brief_line::outcome_mark;
use crate::render::html::control::choice;
use crate::render::html::list::{earlier, rest};
use crate::render::html::selection::{clear_all, selection_parts};
use crate::render::html::since::listed_fact;
use crate::render::html::text::{href, link, links};
use crate::view::{Action, LaterGroup, Link, OtherDay, OutcomeLinks, Setting, SincePageView};
use crate::words::{later, since_page as words};

/// The whole page.
pub fn since_page(page: &SincePageView, own: &Vocabulary) -> Markup {
    html! {
        article.since-page {
            h1 tabindex="-1" { (later::HEADING) }
            p.summary { (page.about) }
            @if let Some(sources) = &page.sources { p.other-sources { (sources) } }
            (outcomes(&page.outcomes))
            @if let Some(other) = &page.other_day { (other_day(other)) }
            details.how-decided open=[page.list.is_on_paper.then_some("")] {
                summary { (words::HOW) }
                ol { @for rule in &page.rules { li { (rule) } } }
            }
            section aria-labelledby="later-facts" {
                h2 #later-facts { (words::FACTS) }
                div.since-tools {
                    p role="status" data-count="" {
                        b { (page.count) }
                        @if page.parts.1 { (words::ON_MEASURES) }
                        (selection_parts(&page.parts.0))
                        @if let Some(known_by) = &page.known_by { (known_by) }
                    }
                    @if !page.list.is_on_paper {
                        (clear_all(page.is_narrowed))
                        @if page.is_narrowed { (link(&page.in_table)) }
                        (choice(Setting::LaterBy, page.by, own))
                    }
                }
                (earlier(&page.list))
                div data-list=(page.list.name) { @for each in &page.groups { (group(each)) } }
                (rest(&page.list))
                @if let Some((commitments, systems)) = &page.in_vain {
                    @let [before, and] = words::IN_VAIN;
                    p.in-vain { (before) (link(commitments)) @if !systems.is_empty() { (and) (links(systems)) } "." }
                }
                @if page.list.count == 0 { p.nothing { (words::NOTHING) } }
            }
        }
    }
}

/// How many commitments had which outcome.
fn outcomes(outcomes: &OutcomeLinks) -> Markup {
    let [before, after] = &outcomes.around;
    html! {
        section.outcome-counts aria-label=(words::OUTCOMES) {
            p.outcome-bar aria-hidden="true" {
                @for (state, count, _) in &outcomes.counts {
                    span data-outcome=(state.key()) data-style={ "flex-grow: " (count) ";" } {}
                }
            }
            p { (before) b data-denominator="" { (outcomes.all) } (after) }
            ul { @for (state, count, link) in &outcomes.counts { (outcome(*state, *count, link)) } }
        }
    }
}

fn outcome(state: OutcomeState, count: usize, link: &Link) -> Markup {
    html! {
        li.is-empty[count == 0] {
            a href=(href(link)) data-outcome-count=(state.key()) title=(state.definition()) {
                (outcome_mark(state)) " " b { (count) } " " (link.text)
            }
        }
    }
}

fn other_day(other: &OtherDay) -> Markup {
    html! {
        p.other-day {
            (other.says)
            button.quiet type="button" data-do=(Action::TellAsOf(other.day).to_attribute()) { (other.name) }
            "."
        }
    }
}

fn group(group: &LaterGroup) -> Markup {
    html! {
        details.later-group data-key={ "group-" (group.key) } open=[group.is_open.then_some("")] {
            summary { h3 { (group.title) " " small { (group.count) } } }
            // A fact may be in several groups.
            ol.facts { @for fact in &group.facts { (listed_fact(&group.key, fact)) } }
        }
    }
}
