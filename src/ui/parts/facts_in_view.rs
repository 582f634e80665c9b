//! The facts that a drawing shows, as a list for those who read rather than look.

use fixedbitset::FixedBitSet;
use leptos::prelude::*;

use crate::chart::{FactWords, Timeline};
use crate::domain::date::{Day, Period};
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
    let seen = Memo::new(move |_| timeline.with(|timeline| Seen::of(timeline, seen.get().period())));
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        // Another selection begins folded again.
        timeline.track();
        is_open.set(false);
    });
    let lines = move || {
        let many = if is_open.get() { usize::MAX } else { FIRST };
        let period = seen.read().period;
        timeline.with(|timeline| {
            let day = as_of.get();
            let words = places_in(timeline, period)
                .take(many)
                .map(|place| (place.lane, timeline.words(place, day, viewer.dataset)));
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
    let rest = move || seen.read().lines.saturating_sub(FIRST);
    let count = Signal::derive(move || seen.read().facts);
    let says = Signal::derive(move || {
        let outside = seen.read().outside;
        let says = match count.get() {
            1 => "1 fact is in view".to_owned(),
            count => format!("{count} facts are in view"),
        };
        match outside {
            0 => format!("{says}."),
            outside => format!("{says}; {outside} more before or after it."),
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
                    {move || if is_open.get() { format!("Show the first {FIRST}") } else { format!("Show all {} lines", seen.read().lines) }}
                </button>
            })}
        </section>
    }
}

/// How much of the selection falls into a stretch of time.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen {
    period: Period,
    /// A fact that stands in several lanes has a line in each.
    lines: usize,
    facts: usize,
    outside: usize,
}

impl Seen {
    fn of(timeline: &Timeline<'_>, period: Period) -> Self {
        let (mut inside, mut all) = (FixedBitSet::new(), FixedBitSet::new());
        let mut lines = 0;
        for (place, fact) in timeline.facts() {
            let Some(number) = timeline.number(place) else { continue };
            all.grow_and_insert(number);
            if fact.period.meets(period) {
                inside.grow_and_insert(number);
                lines += 1;
            }
        }
        let facts = inside.count_ones(..);
        Self {
            period,
            lines,
            facts,
            outside: all.count_ones(..) - facts,
        }
    }
}

/// The facts of a stretch of time, in the order of the lanes.
fn places_in<'a>(timeline: &'a Timeline<'_>, period: Period) -> impl Iterator<Item = FactPlace> + 'a {
    let facts = timeline.facts();
    facts
        .filter(move |(_, fact)| fact.period.meets(period))
        .map(|(place, _)| place)
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
