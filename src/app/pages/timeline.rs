//! Every dated fact of the selection on one axis of time, and the same facts as a list.

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html as markup};

use crate::app::Viewer;
use crate::app::announce::announce;
use crate::app::drawn_timeline::{DrawnTimeline, TimelineOnPage};
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::parts::{Plot, overview};
use crate::app::places::{PageParts, keep_attribute};
use crate::app::timeline_facts::TimelineFacts;
use crate::render::html::{self, choice, drawing_tools, facts_in_view, nothing_matches};
use crate::view::{FactsInView, Setting, undrawn_in_words};
use crate::words::plot;

/// The drawing with its tools, and its facts as a list.
pub fn view(viewer: Viewer) -> PageParts {
    let timeline_facts: TimelineFacts = expect_context();
    let Some(drawable) = timeline_facts.shown() else {
        return PageParts::text(Markup::default);
    };
    let drawn = DrawnTimeline::new(viewer, drawable);
    let has_facts = Memo::new(move |_| {
        let is_in_time = viewer.query.read().window.meets(drawn.around.read().whole);
        is_in_time && drawn.timeline.with(|timeline| !timeline.heads.is_empty())
    });
    let mut parts = PageParts::new(match viewer.is_printing {
        true => html::timeline_on_paper,
        false => html::timeline_view,
    });
    overview(
        &mut parts,
        viewer,
        Memo::new(move |_| Some(drawn.motion.view().period())),
        false,
    );
    parts.say("no-facts", move || {
        markup! { @if !has_facts.get() { (nothing_matches(plot::DATED_FACTS)) } }
    });
    if viewer.is_printing {
        parts.say("sheets", move || {
            let sheets = if has_facts.get() { drawn.sheets() } else { Vec::new() };
            markup! {
                div.timeline-sheets { @for sheet in sheets { div.timeline-sheet { (PreEscaped(sheet)) } } }
            }
        });
        return parts;
    }
    arranged(&mut parts, move || {
        choice(Setting::Lanes, viewer.options.read().lanes, &viewer.dataset.vocabulary)
    });
    parts.say("drawing-tools", move || drawing_tools(&drawn.message.read()));
    parts.say("timeline-note", move || {
        markup! {
            p.timeline-note {
                (drawn.timeline.with(undrawn_in_words))
                (plot::USE)
            }
        }
    });
    let facts = Memo::new(move |_| {
        let period = drawn.settled.get().period();
        viewer.tell(|context| drawn.timeline.with(|timeline| context.facts_in_view(timeline, period)))
    });
    parts.say("facts-in-view", move || facts_in_view(&facts.read()));
    let (timeline, around, as_of) = (drawn.timeline, drawn.around, drawn.as_of);
    Plot::new(viewer, timeline, around, as_of, drawn.motion, false).stand_in(&mut parts);
    let on_page: TimelineOnPage = expect_context();
    parts.start(move || {
        on_page.set(&drawn);
        keep_attribute(".timeline-view", "hidden", move || (!has_facts.get()).then(String::new));
        announce(".facts-in-view > [data-announced]", move || {
            facts.with(|facts: &FactsInView| facts.summary.clone())
        });
    });
    parts
}
