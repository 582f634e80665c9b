//! The title block of a brief, and its sections with their groups of lines.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::keyed::Keyed;
use crate::query::{Brief, BriefBy, BriefGroup, BriefSection, Part};
use crate::table::Pace;
use crate::ui::Viewer;
use crate::ui::parts::{Drawn, FoldedList, PrioritySwatch, Rest, brief_row};

/// How many lines of a group stand there before the rest is asked for.
const FIRST: usize = 8;
/// When so many lines of a section stand there, its other groups begin folded.
const MOST: usize = 160;
/// The same in a long section.
const MOST_OF_LONG: usize = 40;

/// Whose brief it is, its term and trio, and how much each section holds, with a way to it.
#[component]
pub fn BriefTitle(
    /// The brief.
    brief: Arc<Brief<'static>>,
    /// Whether another one stands beside it, so that each needs its name.
    has_neighbour: bool,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let id = brief.presidency.id.as_str();
    let count = |section: &BriefSection<'static>| {
        let key = section.part.key();
        let place = format!("[data-section=\"{id}-{key}\"] h2");
        let on_click = move |_| {
            page::go_to(&place);
        };
        let would_be = if section.is_foreseen(&brief) { "would be " } else { "" };
        let overdue = (0 < section.overdue).then(|| format!("{} {would_be}overdue", section.overdue));
        view! {
            <li>
                <button type="button" class="quiet" data-brief-count=key on:click=on_click>
                    <b>{section.count}</b> " " <span>{section.heading(&brief).to_lowercase()}</span>
                    " " <small>{overdue}</small>
                </button>
            </li>
        }
    };
    let counts = brief.sections.iter().map(count).collect_view();
    let term = format!("{}, {}", brief.term_in_words(), brief.standing_in_words());
    view! {
        <header class="brief-title" data-brief=id>
            {has_neighbour.then(|| view! { <h2>{brief.title()}</h2> })}
            <dl class="properties">
                <dt>"Term"</dt> <dd>{term}</dd>
                <dt>"Trio"</dt> <dd>{brief.trio_in_words()}</dd>
                <dt>"Source"</dt> <dd>{brief.source_in_words(dataset)}</dd>
            </dl>
            <ul class="brief-counts" aria-label=format!("Sections, {}", brief.title())>{counts}</ul>
        </header>
    }
}

/// One section of a brief.
#[component]
pub fn BriefPart(
    /// The brief.
    brief: Arc<Brief<'static>>,
    /// Which section.
    part: Part,
    /// Whether another brief stands beside it, so that the heading needs its name.
    has_neighbour: bool,
) -> impl IntoView {
    let id = brief.presidency.id.as_str();
    let section = brief.sections.iter().find(|section| section.part == part)?;
    let name = format!("{id}-{}", part.key());
    // Nearly everything that is handed on was inherited or is new and stands above it: it begins folded.
    let first = if part == Part::HandedOn { 0 } else { FIRST };
    let groups =
        view! { <Groups brief=Arc::clone(&brief) groups=Arc::clone(&section.groups) list=name.clone() first /> };
    let unknown = section.unknown_in_words().map(|says| {
        view! {
            <div class="brief-unknown" data-unknown=section.unknown_count>
                <p class="brief-rule">{says}</p>
                <Groups brief=Arc::clone(&brief) groups=Arc::clone(&section.unknown) list=format!("{name}-unknown") first=0 />
            </div>
        }
    });
    let country =
        has_neighbour.then(|| view! { <span class="brief-country">{brief.presidency.country.as_str()} ": "</span> });
    let heading = section.heading(&brief);
    let heading = if has_neighbour {
        heading.to_lowercase()
    } else {
        heading.to_owned()
    };
    Some(view! {
        <section class="brief-section" data-section=name>
            <h2 tabindex="-1">{country} {heading} " " <small data-section-count=section.count>{section.count_in_words()}</small></h2>
            <p class="brief-rule">{section.rule(&brief)}</p>
            {groups}
            {unknown}
        </section>
    })
}

/// The groups of a section; very many come by and by.
#[component]
fn Groups(
    /// The brief.
    brief: Arc<Brief<'static>>,
    /// The groups.
    groups: Arc<[BriefGroup<'static>]>,
    /// The name of the list.
    list: String,
    /// How many lines of each stand there from the start, as long as there are not too many of them.
    first: usize,
) -> impl IntoView {
    let count = groups.len();
    let lines: usize = groups.iter().map(|group| group.lines.len()).sum();
    let is_long = Pace::LINES.is_long(lines);
    let mut room = if is_long { MOST_OF_LONG } else { MOST };
    let firsts = groups.iter().map(|group| {
        let first = if room == 0 { 0 } else { first };
        room = room.saturating_sub(first.min(group.lines.len()));
        first
    });
    let firsts: Vec<usize> = firsts.collect();
    let drawn = Drawn::of(Pace::GROUPS, move || (count, None));
    let by = brief.by;
    let name = list.clone();
    let group = move |place: usize| {
        let group = groups[place].clone();
        let name = format!("{name}-{}", group.key.as_deref().unwrap_or("none"));
        view! { <Group by name group first=firsts[place] /> }
    };
    let list = format!("{list}-groups");
    view! {
        <div data-list=list.clone()>
            <For each=move || drawn.now().lines() key=|place| *place let:place>{group(place)}</For>
        </div>
        <Rest drawn list />
    }
}

#[component]
fn Group(
    /// How the groups are formed.
    by: BriefBy,
    /// The name of its list.
    name: String,
    /// The group.
    group: BriefGroup<'static>,
    /// How many of its lines stand there from the start.
    first: usize,
) -> impl IntoView {
    let BriefGroup {
        key,
        name: title,
        full,
        lines,
        overdue,
    } = group;
    let priorities = &Viewer::here().dataset.priorities;
    let swatch = key.as_ref().filter(|_| by == BriefBy::Priority);
    let swatch = swatch.and_then(|key| priorities.iter().find(|priority| priority.id.as_str() == key));
    let count = lines.len();
    let overdue = (0 < overdue).then(|| view! { <small class="overdue">{overdue} " overdue"</small> });
    view! {
        <div class="brief-group" data-group=key.unwrap_or_default()>
            <h3 title=full>
                {swatch.map(|priority| view! { <PrioritySwatch id=priority.id.as_str() /> })}
                {title} " " <small>{count}</small> " " {overdue}
            </h3>
            <FoldedList items=lines first name class="brief-rows" line=brief_row />
        </div>
    }
}
