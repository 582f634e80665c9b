//! What a brief comes to, on one sheet.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::render::html::brief_line::outcome_mark;
use crate::render::html::text::{home_link, link, links, runs};
use crate::view::{BriefSummaryView, NearestView};
use crate::words::brief_page as words;

/// What is below the line that opens it.
pub(super) fn brief_summary(summary: &BriefSummaryView) -> Markup {
    let [[dates, no_dates], [asked, nobody]] = words::SUMMARY_PARTS;
    html! {
        p.summary-states {
            (summary.of) " "
            @for (state, words) in &summary.states { span data-outcome=(state.key()) { (outcome_mark(*state)) " " (words) } " " }
        }
        p { (summary.due) }
        h3 { (dates) }
        ol.summary-dates { @for each in &summary.nearest { (nearest(each)) } }
        @if summary.nearest.is_empty() { p { (no_dates) } }
        h3 { (asked) }
        ol.summary-asked { @for (body, count) in &summary.asked { li { (link(body)) " " small { (count) } } } }
        @if summary.asked.is_empty() { p { (nobody) } }
    }
}

fn nearest(line: &NearestView) -> Markup {
    html! {
        li {
            b { (line.due) } " "
            span { (runs(&line.text)) }
            " " small { (links(&line.owners)) " · " (home_link(&line.home)) }
        }
    }
}
