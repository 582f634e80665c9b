//! What marks mean, each beside its words.

use maud::{Markup, html};

use crate::chart::{DIAMOND, FLAG};
use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::domain::vocabulary::Vocabulary;
use crate::render::html::brief_line::outcome_mark;
use crate::render::html::line::mark;
use crate::render::html::slips::key as slips_key;
use crate::render::html::strip::strip_key;
use crate::route::Page;
use crate::timeline::Glyph;
use crate::words::{commitments, drawing, plot};

/// What the signs of a page mean, for the head of each of its sheets; that of a body may have a slip chart.
pub fn key_of_signs(page: &Page, has_slips: bool, own: &Vocabulary) -> Markup {
    html! {
        @match page {
            Page::Table => (strip_key(own)),
            Page::Commitments => { (course_key()) (outcome_key(own)) }
            Page::Presidency(_) => { (kinds_key()) (outcome_key(own)) }
            Page::Measure(_) | Page::Report(_) | Page::Document(_) | Page::Body(_) | Page::Since => (kinds_key()),
            // Each sheet of the timeline has its own; the others have no signs.
            Page::Timeline | Page::Actors | Page::Documents | Page::Slips | Page::OwnData | Page::Compare | Page::About => {}
        }
        @if has_slips { (slips_key()) }
    }
}

/// The marks before facts and commitments.
fn kinds_key() -> Markup {
    html! { ul.glyph-key aria-label=(plot::LEGEND) { (kinds()) } }
}

fn kinds() -> Markup {
    let [circle, diamond, square, flag, hollow] = drawing::KEY;
    let marks = [
        (Glyph::Circle, false, circle),
        (Glyph::Diamond, false, diamond),
        (Glyph::Square, false, square),
        (Glyph::Flag, false, flag),
        (Glyph::Circle, true, hollow),
    ];
    html! { @for (glyph, is_hollow, says) in marks { li { (mark(glyph, is_hollow)) (says) } } }
}

/// The marks of outcomes.
fn outcome_key(own: &Vocabulary) -> Markup {
    html! {
        ul.glyph-key aria-label=(commitments::OUTCOMES) {
            @for state in OutcomeState::ALL { li { (outcome_mark(*state)) (own.outcome(*state)) } }
        }
    }
}

/// The marks of the timeline.
pub fn glyph_key() -> Markup {
    let [several, late] = plot::MORE_MARKS;
    html! {
        ul.glyph-key aria-label=(plot::LEGEND) {
            (kinds())
            li { span.key-count aria-hidden="true" { "3" } (several) }
            li { span.key-late aria-hidden="true" {} (late) }
        }
    }
}

/// The marks of a commitment's course.
pub fn course_key() -> Markup {
    let [given, end, done, later, slip, ghost] = commitments::MARK_NAMES;
    // Chromium forgets a `transform` in the head of a sheet.
    let part = |corner: &str, drawing: Markup, says: &str| {
        html! {
            li { svg.course-drawing viewBox={ (corner) " 24 22" } width="24" height="22" aria-hidden="true" { (drawing) } (says) }
        }
    };
    html! {
        ul.course-key aria-label=(commitments::MARKS) {
            (part("0 0", html! { rect.given x="2" y="9" width="20" height="4" rx="2" {} }, given))
            (part("-10 -11", html! { path.flag d=(FLAG) {} }, end))
            (part("-12 -11", html! { path.done d=(DIAMOND) {} }, done))
            (part("-10 -11", html! { path.later d=(FLAG) {} }, later))
            (part("0 0", html! { line.slip-line x1="2" x2="22" y1="11" y2="11" {} }, slip))
            (part("-10 -11", html! { path.ghost d=(FLAG) {} }, ghost))
        }
    }
}
