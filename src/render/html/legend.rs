//! What marks mean, each beside its words.

use maud::{Markup, html};

use crate::render::html::commitments::{DIAMOND, FLAG};
use crate::render::html::line::mark;
use crate::timeline::Glyph;

/// The marks of the timeline.
pub fn glyph_key() -> Markup {
    html! {
        ul.glyph-key aria-label="Marks" {
            li { (mark(Glyph::Circle, false)) "meeting, discussion" }
            li { (mark(Glyph::Diamond, false)) "adoption, legal act" }
            li { (mark(Glyph::Square, false)) "report, document" }
            li { (mark(Glyph::Flag, false)) "deadline" }
            li { (mark(Glyph::Circle, true)) "hollow: planned, or not done" }
            li { span.key-count aria-hidden="true" { "3" } "several, opens" }
            li { span.key-late aria-hidden="true" {} "late, or put off" }
        }
    }
}

/// The marks of a commitment's course.
pub fn course_key() -> Markup {
    let part = |drawing: Markup, says: &str| {
        html! {
            li { svg.course-drawing viewBox="0 0 24 22" width="24" height="22" aria-hidden="true" { (drawing) } (says) }
        }
    };
    html! {
        ul.course-key aria-label="Marks of the course" {
            (part(html! { rect.given x="2" y="9" width="20" height="4" rx="2" {} }, "time given"))
            (part(html! { path.flag transform="translate(10 11)" d=(FLAG) {} }, "its end"))
            (part(html! { path.done transform="translate(12 11)" d=(DIAMOND) {} }, "done"))
            (part(html! { path.later transform="translate(10 11)" d=(FLAG) {} }, "still to come, or planned anew"))
            (part(html! { line.slip-line x1="2" x2="22" y1="11" y2="11" {} }, "slip"))
        }
    }
}
