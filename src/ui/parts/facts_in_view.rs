//! The facts that a drawing shows, as a list for those who read rather than look.

use fixedbitset::FixedBitSet;
use leptos::prelude::*;

use crate::chart::{FactWords, Timeline};
use crate::domain::date::{Day, Period};
use crate::table::Pace;
use crate::timeline::{FactPlace, View};
use crate::ui::Viewer;
use crate::ui::parts::{Drawn, LineLink, Rest};

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
    let drawn = Drawn::of(Pace::LINES, move || {
        is_open.track();
        (seen.read().lines, None)
    });
    // Lines of other lanes, or of another day, are drawn anew.
    let version = Memo::new(move |last: Option<&usize>| {
        timeline.track();
        as_of.track();
        last.map_or(0, |last| last + 1)
    });
    let items = move || {
        let lines = if is_open.get() { drawn.now().lines() } else { 0..FIRST };
        let (version, period) = (version.get(), seen.read().period);
        timeline.with(|timeline| {
            let places = places_in(timeline, period).skip(lines.start).take(lines.len());
            let mut items = Vec::new();
            let mut lane = None;
            for place in places {
                if lane.replace(place.lane) != Some(place.lane) {
                    items.push((version, Item::Lane(place.lane)));
                }
                items.push((version, Item::Fact(place)));
            }
            items
        })
    };
    let line = move |item: Item| {
        timeline.with_untracked(|timeline| match item {
            Item::Lane(lane) => {
                let title = timeline.heads.get(lane).map(|head| head.title.clone());
                view! { <li class="facts-lane"><b>{title}</b></li> }.into_any()
            }
            Item::Fact(place) => {
                let words = timeline.words(place, as_of.get_untracked(), viewer.dataset);
                words.map(|words| view! { <FactInView words /> }).into_any()
            }
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
    crate::ui::announce::announce(".facts-in-view > [data-announced]", move || says.get());
    view! {
        <section class="facts-in-view" aria-labelledby="facts-in-view">
            <h2 id="facts-in-view">"The same as a list"</h2>
            <p class="facts-count" data-facts-in-view=count>{says}</p>
            <p class="for-listeners" role="status" data-announced=""></p>
            <ol data-list="facts-in-view"><For each=items key=Clone::clone let((_, item))>{line(item)}</For></ol>
            {move || is_open.get().then(|| view! { <Rest drawn list="facts-in-view" /> })}
            {move || (0 < rest()).then(|| view! {
                <button type="button" class="fold" data-fold="facts-in-view" aria-expanded=move || is_open.get().to_string() on:click=move |_| is_open.update(|open| *open = !*open)>
                    {move || if is_open.get() { format!("Show the first {FIRST}") } else { format!("Show all {} lines", seen.read().lines) }}
                </button>
            })}
        </section>
    }
}

/// A line of the list: the head of a lane, or a fact of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Lane(usize),
    Fact(FactPlace),
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
