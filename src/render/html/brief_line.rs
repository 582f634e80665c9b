//! One line of a brief as an item of a list.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::query::Basis;
use crate::render::html::line::{badge, cite, counted, mark};
use crate::render::html::text::{href, links, runs};
use crate::timeline::Glyph;
use crate::view::{BriefLineView, Moment, plain};
use crate::words::{line, names};

/// One line.
pub(super) fn brief_line(line: &BriefLineView) -> Markup {
    let state = line.outcome.as_ref().map(|outcome| outcome.state);
    html! {
        li.brief-row data-line=(line.id) data-key=(line.id) data-basis=[line.basis.as_ref().map(|(basis, _)| basis.key())]
            data-outcome=[state.map(OutcomeState::key)] data-again=[line.is_again.then_some("")] {
            p.brief-date { (date(&line.moment)) }
            div.brief-told {
                @if let Some(kind) = line.kind { (mark(Glyph::of(kind), line.is_planned)) }
                @if let Some(state) = state { (outcome_mark(state)) }
                // Where it is cut off, the pointer shows it whole.
                p.brief-text title=[line.is_again.then(|| plain(&line.text))] { (runs(&line.text)) }
                p.fact-details { (details(line)) }
            }
        }
    }
}

fn details(line: &BriefLineView) -> Markup {
    html! {
        @if let Some(outcome) = &line.outcome { (badge(outcome)) }
        // In a narrow column the date takes one line; there is more room for the source's words here.
        @if let (Some(_), Some(words)) = (&line.moment.date, &line.moment.words) { span.source-words { (line::quoted(words)) } }
        @if !line.owners.is_empty() { span { (links(&line.owners)) } }
        @if let Some((basis, says)) = &line.basis { span { (grounds(*basis, says)) } }
        span { a href=(href(&line.home)) data-home="" { (line.home.text) } }
        span.place title=[counted(line.is_page_counted)] { (line.place) }
        // Where a line stands again, it is cut off; where it stands first, it is whole.
        @if !line.is_again { (cite(&line.id, &line.text)) }
    }
}

fn date(moment: &Moment) -> Markup {
    html! {
        @match (&moment.date, &moment.words) {
            (Some((datetime, date)), _) => time datetime=[datetime] { (date) },
            (None, Some(words)) => small.source-words { (line::quoted(words)) },
            (None, None) => small { (names::NO_DATE) },
        }
    }
}

/// The grounds on which a line belongs to the Presidency: solid if the text names it, dashed if only the date falls in its term.
pub(super) fn grounds(basis: Basis, says: &str) -> Markup {
    html! { span.grounds data-grounds=(basis.key()) { (says) } }
}

/// The mark of an outcome, beside its word.
pub fn outcome_mark(state: OutcomeState) -> Markup {
    let path = match state {
        OutcomeState::Open => "M6 1.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z",
        OutcomeState::PastDue => "M2.5 1.5h7L6 6l3.5 4.5h-7L6 6z",
        OutcomeState::Met => "M1 6.5 4.5 10 11 2.5",
        OutcomeState::MetLate => "M1 6.5 4.5 10 11 2.5M7.5 11h4",
        OutcomeState::Changed => "M1 3.5h8M6.5 1 9 3.5 6.5 6M11 8.5H3M5.5 6 3 8.5 5.5 11",
        OutcomeState::Dropped => "M2 2l8 8M10 2l-8 8",
        OutcomeState::NotMet => "M2 10 10 2M1.5 6a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0z",
        OutcomeState::Continuing => "M10 4A4.5 4.5 0 1 0 10.5 6.5M10.5 1v3.5H7",
        OutcomeState::Unknown => "M3.5 4a2.5 2.5 0 1 1 3.6 2.2C6.2 6.7 6 7.2 6 8.2M6 10.2v.9",
    };
    html! {
        svg.outcome-mark data-outcome=(state.key()) viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" {
            path d=(path) {}
        }
    }
}
