//! The facts that a drawing shows, as a list for those who read rather than look.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::chart::{FactWords, Timeline};
use crate::domain::date::Day;
use crate::timeline::{FactPlace, View};
use crate::ui::Viewer;
use crate::ui::parts::{Announced, LineLink};

/// How many lines stand there before the rest is asked for.
const FIRST: usize = 60;

/// The facts that the view shows, in the order of the lanes.
#[component]
pub fn FactsInView(
    /// The facts in their lanes.
    timeline: Signal<Timeline<'static>>,
    /// The time that is looked at.
    seen: Signal<View>,
    /// The day as of which all is told.
    as_of: Signal<Day>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let places = Memo::new(move |_| {
        let period = seen.get().period();
        timeline.with(|timeline| {
            let facts = timeline
                .facts()
                .filter(|(_, fact)| fact.period.first() <= period.last() && period.first() <= fact.period.last());
            facts.map(|(place, _)| place).collect::<Vec<FactPlace>>()
        })
    });
    // A fact may stand in several lanes.
    let count = Memo::new(move |_| {
        timeline.with(|timeline| {
            let places = places.read();
            let records = places.iter().filter_map(|place| timeline.record(*place));
            records
                .map(|(_, record)| record.id().to_owned())
                .collect::<BTreeSet<_>>()
                .len()
        })
    });
    let all = Memo::new(move |_| {
        timeline.with(|timeline| {
            let records = timeline.facts().filter_map(|(place, _)| timeline.record(place));
            records
                .map(|(_, record)| record.id().to_owned())
                .collect::<BTreeSet<_>>()
                .len()
        })
    });
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        // Another selection begins folded again.
        timeline.track();
        is_open.set(false);
    });
    let lines = move || {
        let places = places.read();
        let many = if is_open.get() { places.len() } else { FIRST };
        timeline.with(|timeline| {
            let day = as_of.get();
            let words = places
                .iter()
                .take(many)
                .map(|place| (place.lane, timeline.words(*place, day, viewer.dataset)));
            let mut lane = None;
            let mut lines = Vec::new();
            for (of_lane, words) in words {
                if lane != Some(of_lane) {
                    lane = Some(of_lane);
                    let title = timeline.heads.get(of_lane).map(|head| head.title.clone());
                    lines.push(view! { <li class="facts-lane"><b>{title}</b></li> }.into_any());
                }
                lines.extend(words.map(|words| view! { <FactInView words /> }.into_any()));
            }
            lines.collect_view()
        })
    };
    let rest = move || places.read().len().saturating_sub(FIRST);
    let says = Signal::derive(move || {
        let outside = all.get().saturating_sub(count.get());
        let seen = match count.get() {
            1 => "1 fact is in view".to_owned(),
            count => format!("{count} facts are in view"),
        };
        match outside {
            0 => format!("{seen}."),
            outside => format!("{seen}; {outside} more before or after it."),
        }
    });
    view! {
        <section class="facts-in-view" aria-labelledby="facts-in-view">
            <h2 id="facts-in-view">"The same as a list"</h2>
            <p class="facts-count" data-facts-in-view=count>{says}</p>
            <Announced words=says />
            <ol>{lines}</ol>
            {move || (0 < rest()).then(|| view! {
                <button type="button" class="fold" data-fold="facts-in-view" aria-expanded=move || is_open.get().to_string() on:click=move |_| is_open.update(|open| *open = !*open)>
                    {move || if is_open.get() { format!("Show the first {FIRST}") } else { format!("Show all {} lines", places.read().len()) }}
                </button>
            })}
        </section>
    }
}

#[component]
fn FactInView(
    /// The fact.
    words: FactWords,
) -> impl IntoView {
    view! {
        <li class="fact-in-view" data-fact-in-view=words.id.clone()>
            <span class="fact-date">{words.short_date}</span>
            <p>
                <LineLink home=words.home fact=words.id.clone()>{words.text}</LineLink>
                <small>{words.kind} " · " {words.place} " · " {words.source}</small>
            </p>
        </li>
    }
}
