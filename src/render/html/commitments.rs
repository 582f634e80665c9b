//! The view of commitments: their outcomes counted, and a row for each with its course on the axis.

use maud::{Markup, html};

use crate::chart::{DIAMOND, FLAG};
use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::query::Facet;
use crate::render::html::brief_line::outcome_mark;
use crate::render::html::frame::{Places, place};
use crate::render::html::line::{cite, namings, why};
use crate::render::html::list::{earlier, nothing_matches, rest};
use crate::render::html::parts::group;
use crate::render::html::text::{home_link, link, links, runs};
use crate::timeline::Span;
use crate::view::{
    Action, CommitmentGroup, CommitmentRow, CommitmentsView, GhostView, GroupHead, NamingFilter, NamingFilters,
    OutcomeFilter, OutcomeFilters,
};
use crate::words::{commitments as words, counts, line, names};

/// The commitments, with the filters by their outcomes above them.
pub fn commitments_view(text: Places<'_>) -> Markup {
    html! { (place("outcome-filters", text)) div.course-tools { (place("course-tools", text)) } (place("text", text)) }
}

/// More years than that have no room for a number each.
const MANY_YEARS: usize = 9;

/// How many commitments had which outcome, each count a filter.
pub fn outcome_filters(filters: &OutcomeFilters) -> Markup {
    let [before, after] = words::of_all(&filters.day);
    html! {
        section.outcome-counts aria-label=(words::OUTCOMES) {
            p.outcome-bar aria-hidden="true" {
                @for OutcomeFilter { state, count, .. } in &filters.outcomes {
                    span data-outcome=(state.key()) data-style={ "flex-grow: " (count) ";" } {}
                }
            }
            p { (before) b data-denominator="" { (filters.all) } (after) }
            @if let Some(since) = &filters.since { p { (link(since)) } }
            ul { @for filter in &filters.outcomes { (outcome_filter(filter)) } }
        }
    }
}

fn outcome_filter(
    OutcomeFilter {
        state,
        name,
        count,
        is_chosen,
    }: &OutcomeFilter,
) -> Markup {
    let toggle = Action::Toggle(Facet::Outcome, state.key().into());
    html! {
        li.is-empty[*count == 0] {
            button.quiet type="button" data-outcome-count=(state.key()) title=(state.definition()) aria-pressed=(is_chosen)
                data-do=(toggle.to_attribute()) {
                (outcome_mark(*state)) " " b { (count) } " " (name)
            }
        }
    }
}

/// How many commitments name an owner, a date or a product, each count a filter.
pub fn naming_filters(filters: &NamingFilters) -> Markup {
    let [before, after] = words::THAT_NAME;
    html! {
        section.naming-counts aria-label=(words::NAMINGS) {
            p { (before) b { (filters.all) } (after) }
            ul { @for filter in &filters.namings { (naming_filter(*filter)) } }
        }
    }
}

fn naming_filter(
    NamingFilter {
        naming,
        count,
        is_chosen,
    }: NamingFilter,
) -> Markup {
    let toggle = Action::Toggle(Facet::Names, naming.key().into());
    html! {
        li.is-empty[count == 0] {
            button.quiet type="button" data-naming-count=(naming.key()) title=(naming.definition()) aria-pressed=(is_chosen)
                data-do=(toggle.to_attribute()) {
                b { (count) } " " (words::NAMED[naming as usize])
            }
        }
    }
}

/// The commitments in their groups.
pub fn commitments(view: &CommitmentsView) -> Markup {
    html! {
        (earlier(&view.list))
        div.commitment-groups data-style={ "--years: " (view.years.len()) "; --as-of: " (percent(view.day)) ";" } {
            @for one in &view.groups {
                @match &one.head {
                    Some(head) => (group(&head.fold, &group_head(head), &table(view, one))),
                    None => (table(view, one)),
                }
            }
        }
        (rest(&view.list))
        @if view.list.count == 0 { (nothing_matches(counts::COMMITMENTS)) }
    }
}

fn group_head(head: &GroupHead) -> Markup {
    html! {
        (head.title)
        @if let Some(name) = &head.name { " " span.group-name { (name) } }
        " " small { (head.tally) }
    }
}

fn table(view: &CommitmentsView, group: &CommitmentGroup) -> Markup {
    let years = view.years.first().zip(view.years.last());
    let [due, commitment, outcome] = words::COLUMNS;
    html! {
        table.commitments role="table" {
            caption.for-listeners { (words::CAPTION) @if let Some(head) = &group.head { ": " (head.title) } }
            thead role="rowgroup" {
                tr role="row" {
                    th.due role="columnheader" scope="col" { (due) }
                    th.commitment role="columnheader" scope="col" { (commitment) }
                    th.course role="columnheader" scope="col" {
                        @if let Some((first, _)) = years { span.for-listeners { (words::course(*first)) } }
                        span.years aria-hidden="true" data-many=[(MANY_YEARS < view.years.len()).then_some("")] { @for year in &view.years { span.year { (year) } } }
                    }
                    th.outcome-cell role="columnheader" scope="col" { (outcome) }
                }
            }
            tbody role="rowgroup" data-list=(view.list.name) {
                // A commitment may be in several groups.
                @for one in &group.rows { (row(&format!("{} {}", group.key, one.id), one, years)) }
            }
        }
    }
}

/// A commitment; where the page is narrow, the style makes a card of it.
fn row(key: &str, row: &CommitmentRow, years: Option<(&i16, &i16)>) -> Markup {
    let outcome = &row.outcome;
    html! {
        // The line that a link leads to takes the focus.
        tr.commitment-row role="row" data-key=(key) data-commitment=(row.id) data-outcome=(outcome.state.key())
            tabindex=[row.is_named.then_some("-1")] {
            td.due role="cell" {
                @if let Some(due) = &row.due { (due) " " }
                @match &row.due_words {
                    Some(words) => small.source-words { (line::quoted(words)) },
                    None if row.due.is_none() => small { (names::NO_DATE) },
                    None => {}
                }
            }
            td.commitment role="cell" {
                p { (runs(&row.text)) }
                p.fact-details { span { (links(&row.owners)) } (namings(&row.namings)) span { (home_link(&row.home)) } (cite(&row.id, &row.text)) }
                @if !row.ghosts.is_empty() { p.announced-since { (announced(&row.ghosts)) } }
            }
            td.course role="cell" data-from=[years.map(|(first, _)| first)] data-to=[years.map(|(_, last)| last)] {
                (course(row, outcome.state))
            }
            td.outcome-cell role="cell" {
                p.outcome data-outcome=(outcome.state.key()) { (outcome_mark(outcome.state)) " " span { (outcome.words) } }
                @if let Some(slip) = &outcome.slip { p.slip data-slip="" { (slip) } }
                @if let Some(reason) = &outcome.reason { p.reason { (why(reason)) } }
            }
        }
    }
}

/// The dates that were announced since, each with who said so: what the ghost marks say to those who cannot point at them.
fn announced(ghosts: &[GhostView]) -> Markup {
    html! {
        (words::ANNOUNCED_SINCE)
        @for (place, ghost) in ghosts.iter().enumerate() {
            @if 0 < place { "; " }
            (link(&ghost.link)) " (" (ghost.said) ")"
        }
    }
}

/// The time allowed and the outcome as a drawing; the words beside it say the same.
fn course(row: &CommitmentRow, state: OutcomeState) -> Markup {
    let marks = row.course;
    let came = |span: Span, class: &str, path: &str| {
        let middle = percent(f64::midpoint(span.from, span.to));
        html! { svg x=(middle) y="11" overflow="visible" { path class=(class) d=(path) {} } }
    };
    html! {
        svg.course-drawing data-outcome=(state.key()) width="100%" height="22" aria-hidden="true" {
            @if let Some(due) = marks.due {
                rect.given x=(percent(due.from)) y="9" width=(percent(due.to - due.from)) height="4" rx="2" {}
            }
            @if let Some(slip) = marks.slip {
                line.slip-line x1=(percent(slip.from)) x2=(percent(slip.to)) y1="11" y2="11" {}
            }
            @for ghost in &row.ghosts {
                svg x=(percent(ghost.place)) y="11" overflow="visible" { path.ghost d=(FLAG) { title { (ghost.title) } } }
            }
            @if let Some(due) = marks.due {
                svg x=(percent(due.to)) y="11" overflow="visible" { path.flag d=(FLAG) {} }
            }
            @if let Some(done) = marks.done { (came(done, "done", DIAMOND)) }
            @if let Some(later) = marks.put_off_to { (came(later, "later", FLAG)) }
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.3}%", 100.0 * share)
}
