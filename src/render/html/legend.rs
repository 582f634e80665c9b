//! What marks mean, each beside its words.

use maud::{Markup, html};

use crate::render::html::commitments::{DIAMOND, FLAG};
use crate::render::html::line::mark;
use crate::timeline::Glyph;
use crate::words::{commitments, drawing, plot};

/// The marks of the timeline.
pub fn glyph_key() -> Markup {
    let ([circle, diamond, square, flag, hollow], [several, late]) = (drawing::KEY, plot::MORE_MARKS);
    html! {
        ul.glyph-key aria-label=(plot::LEGEND) {
            li { (mark(Glyph::Circle, false)) (circle) }
            li { (mark(Glyph::Diamond, false)) (diamond) }
            li { (mark(Glyph::Square, false)) (square) }
            li { (mark(Glyph::Flag, false)) (flag) }
            li { (mark(Glyph::Circle, true)) (hollow) }
            li { span.key-count aria-hidden="true" { "3" } (several) }
            li { span.key-late aria-hidden="true" {} (late) }
        }
    }
}

/// The marks of a commitment's course.
pub fn course_key() -> Markup {
    let [given, end, done, later, slip] = commitments::MARK_NAMES;
    let part = |drawing: Markup, says: &str| {
        html! {
            li { svg.course-drawing viewBox="0 0 24 22" width="24" height="22" aria-hidden="true" { (drawing) } (says) }
        }
    };
    html! {
        ul.course-key aria-label=(commitments::MARKS) {
            (part(html! { rect.given x="2" y="9" width="20" height="4" rx="2" {} }, given))
            (part(html! { path.flag transform="translate(10 11)" d=(FLAG) {} }, end))
            (part(html! { path.done transform="translate(12 11)" d=(DIAMOND) {} }, done))
            (part(html! { path.later transform="translate(10 11)" d=(FLAG) {} }, later))
            (part(html! { line.slip-line x1="2" x2="22" y1="11" y2="11" {} }, slip))
        }
    }
}
