//! A line of a record as an item of a list.

use maud::{Markup, html};

use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Naming;
use crate::render::html::medium::Medium;
use crate::render::html::text::{editor_note, home_link, link, links, runs};
use crate::timeline::Glyph;
use crate::view::{Action, LineView, Moment, NamingsView, OutcomeView, PresidencyView, Reason, Run, TieView, plain};
use crate::words::{line as words, names, share};

/// Lines as a list.
pub fn facts(lines: &[LineView], medium: Medium) -> Markup {
    html! { ol.facts { @for each in lines { (line(each, medium)) } } }
}

/// One line.
pub fn line(line: &LineView, medium: Medium) -> Markup {
    let outcome = line.outcome.as_ref().map(|outcome| outcome.state.key());
    html! {
        @match medium {
            Medium::App => {
                li.fact id=(line.id) tabindex="-1" data-planned=[line.is_planned_fact().then_some("")] data-outcome=[outcome] {
                    (inside(line, medium))
                }
            }
            Medium::Record => li id=(line.address) { (inside(line, medium)) },
        }
    }
}

fn inside(line: &LineView, medium: Medium) -> Markup {
    let reason = line.outcome.as_ref().and_then(|outcome| outcome.reason.as_ref());
    html! {
        p class=[medium.in_app("fact-date")] { (moment(&line.moment, medium)) }
        @if medium.is_app() { (mark(line.kind.map_or(Glyph::Flag, Glyph::of), line.is_planned)) }
        div class=[medium.in_app("fact-body")] {
            p class=[medium.in_app("fact-text")] { (runs(&line.text)) }
            p.fact-details { (details(line, medium)) }
            @if let Some(reason) = reason { p.fact-reason { (why(reason)) } }
            (ties(&line.ties))
            @if let Some(note) = &line.note { (editor_note(runs(note))) }
        }
    }
}

// The spaces are for those who read it without its style.
fn details(line: &LineView, medium: Medium) -> Markup {
    html! {
        @if let Some(kind) = line.kind {
            @if line.is_planned { span.planned { (names::PLANNED) } " " }
            span { (kind.label()) } " "
        }
        @if let Some(outcome) = &line.outcome {
            span { (words::OWNER) (links(&line.owners)) } " "
            (badge(outcome))
        }
        @if let Some(named) = &line.namings { (namings(named)) " " }
        @if let Some(presidency) = &line.presidency { (of_presidency(presidency)) " " }
        @if !line.systems.is_empty() { span { (links(&line.systems)) } " " }
        @if !line.documents.is_empty() { span { (links(&line.documents)) } " " }
        @if let Some(home) = &line.home { span { (home_link(home)) } " " }
        @if !line.concerns.is_empty() { span { (links(&line.concerns)) } " " }
        span title=[counted(line.is_page_counted)] { (line.place) }
        @if medium.is_app() { (cite(&line.id, &line.text)) }
    }
}

/// Whether a commitment names an owner, a date and a product.
pub(super) fn namings(view: &NamingsView) -> Markup {
    html! {
        span.namings {
            (words::NAMES)
            @for (place, (naming, is_named)) in view.each.iter().enumerate() {
                @if 0 < place { ", " }
                @if *is_named {
                    span title=[view.product.as_ref().filter(|_| *naming == Naming::Product)] { (naming.label()) }
                } @else {
                    span.unnamed { (words::unnamed(naming.label())) }
                }
            }
        }
    }
}

/// Opens the dialog about a line, in which it is shared, cited, exported, and an error in it reported.
pub(super) fn cite(id: &LineId, text: &[Run]) -> Markup {
    html! {
        button.quiet.cite type="button" data-cite=(id) data-do=(Action::Cite(id.clone()).to_attribute()) aria-haspopup="dialog"
            aria-label=(words::cite(id.as_str(), &plain(text))) { (share::CITE) }
    }
}

/// The note on a page number that was counted.
pub(super) fn counted(is_counted: bool) -> Option<&'static str> {
    is_counted.then_some(words::PAGE_COUNTED)
}

/// The outcome of a commitment, and how late it was.
pub(super) fn badge(outcome: &OutcomeView) -> Markup {
    html! {
        span.outcome data-outcome=(outcome.state.key()) { (outcome.words) } " "
        @if let Some(slip) = &outcome.slip { span.slip { (slip) } " " }
    }
}

fn of_presidency(presidency: &PresidencyView) -> Markup {
    html! {
        span {
            @match &presidency.brief {
                Some(brief) => (link(brief)),
                None => (presidency.title),
            }
            " (" (presidency.grounds) ")"
        }
    }
}

/// The reason for an outcome, with its evidence.
pub fn why(reason: &Reason) -> Markup {
    html! {
        @if let Some(day) = &reason.day { (day) }
        (runs(&reason.text)) " "
        @if !reason.evidence.is_empty() {
            span.evidence {
                (words::SHOWN_BY)
                @for (number, (evidence, date)) in reason.evidence.iter().enumerate() {
                    @if 0 < number { ", " }
                    (link(evidence))
                    @if let Some(date) = date { " (" (date) ")" }
                }
                "."
            }
        }
    }
}

fn moment(moment: &Moment, medium: Medium) -> Markup {
    html! {
        @if let Some((datetime, words)) = &moment.date {
            @match medium {
                Medium::App => time datetime=[datetime] { (words) },
                Medium::Record => (words),
            }
        }
        @match &moment.words {
            Some(words) if moment.date.is_some() => { " " span.source-words { (words::quoted(words)) } }
            Some(words) => (words::quoted(words)),
            None if moment.date.is_none() => (names::NO_DATE),
            None => {}
        }
    }
}

/// The mark before a line; the words beside it say the same.
pub(super) fn mark(shape: Glyph, is_planned: bool) -> Markup {
    html! {
        svg.fact-mark.is-planned[is_planned] viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" {
            path d=(shape.path()) {}
        }
    }
}

fn ties(ties: &[TieView]) -> Markup {
    html! {
        @if !ties.is_empty() {
            ul.ties {
                @for tie in ties {
                    li {
                        span.tie-label { (tie.label) ": " }
                        (home_link(&tie.other))
                        @if let Some(note) = &tie.note { span.tie-note { " – " (note) } }
                    }
                }
            }
        }
    }
}
