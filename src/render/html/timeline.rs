//! What is around the timeline: its controls, and its facts as a list.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::render::html::legend::glyph_key;
use crate::render::html::list::rest;
use crate::render::html::text::link;
use crate::view::{Action, FactInView, FactsInView, FileForm, LaneOfFacts, Move};
use crate::words::plot;

/// What the marks mean, and the buttons that move the drawing and save it. `message` is the result of saving it.
pub fn drawing_tools(message: &str) -> Markup {
    let [move_it, save_it] = plot::TOOLS;
    html! {
        div.timeline-tools {
            (glyph_key())
            div.drawing-buttons {
                div.motion role="group" aria-label=(move_it) {
                    @for (to, sign) in [(Move::Earlier, "‹"), (Move::Later, "›"), (Move::ZoomIn, "+"), (Move::ZoomOut, "−")] {
                        button type="button" data-motion=(to.key()) title=(to.label()) data-do=(Action::Move(to).to_attribute()) {
                            span aria-hidden="true" { (sign) } span.for-listeners { (to.label()) }
                        }
                    }
                    button type="button" data-motion=(Move::Fit.key()) data-do=(Action::Move(Move::Fit).to_attribute()) {
                        (Move::Fit.label())
                    }
                }
                div.save role="group" aria-label=(save_it) {
                    @for form in FileForm::ALL {
                        button type="button" data-save=(form.key()) data-do=(Action::SaveDrawing(*form).to_attribute()) {
                            (form.label())
                        }
                    }
                    span role="status" data-saved="" { (message) }
                }
            }
        }
    }
}

/// The facts that the drawing shows, for those who read rather than look.
pub fn facts_in_view(view: &FactsInView) -> Markup {
    html! {
        section.facts-in-view aria-labelledby="facts-in-view" {
            h2 #facts-in-view { (plot::LIST) }
            p.facts-count data-facts-in-view=(view.count) { (view.summary) }
            p.for-listeners role="status" data-announced="" data-place="facts-announced" {}
            ol data-list=(view.list.name) { @for one in &view.lanes { (lane(one)) } }
            (rest(&view.list))
        }
    }
}

fn lane(lane: &LaneOfFacts) -> Markup {
    html! {
        li.facts-lane data-key=(lane.title) { b { (lane.title) } }
        @for one in &lane.facts { (fact_in_view(&format!("{} {}", lane.title, one.id), one)) }
    }
}

/// A fact or commitment of a list; the key tells it from the others there.
pub(super) fn fact_in_view(key: &str, fact: &FactInView) -> Markup {
    html! {
        li.fact-in-view data-key=(key) data-fact-in-view=(fact.id) {
            span.fact-date { (fact.date) }
            p { (link(&fact.link)) small { (fact.details) } }
        }
    }
}
