//! The title block of a brief, and its sections with their groups of lines.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::query::{Brief, BriefBy, BriefGroup, BriefLine, BriefSection, Part};
use crate::ui::Viewer;
use crate::ui::parts::{FoldedList, PrioritySwatch, brief_row};

/// How many lines of a group stand there before the rest is asked for.
const FIRST: usize = 8;
/// When so many lines of a section stand there, its other groups begin folded.
const MOST: usize = 160;

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
    let before = told_before(&brief, part);
    let mut room = MOST;
    let mut group = |group: &BriefGroup<'static>, list: &str, first: usize| {
        let first = if room == 0 { 0 } else { first };
        room = room.saturating_sub(first.min(group.lines.len()));
        let lines = group
            .lines
            .iter()
            .map(|line| (*line, before.contains(line.record.id())));
        let name = format!("{list}-{}", group.key.as_deref().unwrap_or("none"));
        view! { <Group by=brief.by name=name key=group.key.clone() title=group.name.clone() full=group.full.clone() lines=lines.collect() first /> }
    };
    let groups = section.groups.iter().map(|one| group(one, &name, first)).collect_view();
    let unknown = section.unknown_in_words().map(|says| {
        let list = format!("{name}-unknown");
        let groups = section.unknown.iter().map(|one| group(one, &list, 0)).collect_view();
        view! {
            <div class="brief-unknown" data-unknown=section.unknown_count>
                <p class="brief-rule">{says}</p>
                {groups}
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

/// The ids of what stands in the same brief before: what was inherited and is handed on is told in short.
fn told_before(brief: &Brief<'static>, part: Part) -> HashSet<&'static str> {
    let inherited = brief.sections.iter().filter(|section| section.part == Part::Inherited);
    let sections = inherited.filter(|_| part == Part::HandedOn);
    let groups = sections.flat_map(|section| section.groups.iter().chain(&section.unknown));
    groups
        .flat_map(|group| &group.lines)
        .map(|line| line.record.id())
        .collect()
}

#[component]
fn Group(
    /// How the groups are formed.
    by: BriefBy,
    /// The name of its list.
    name: String,
    /// The key of its value.
    key: Option<String>,
    /// Its name.
    title: String,
    /// Its name in full.
    full: Option<String>,
    /// Its lines, each with whether it stands in the brief before.
    lines: Vec<(BriefLine<'static>, bool)>,
    /// How many of them stand there from the start.
    first: usize,
) -> impl IntoView {
    let priorities = &Viewer::here().dataset.priorities;
    let swatch = key.as_ref().filter(|_| by == BriefBy::Priority);
    let swatch = swatch.and_then(|key| priorities.iter().find(|priority| priority.id.as_str() == key));
    let count = lines.len();
    let overdue = lines
        .iter()
        .filter(|(line, _)| line.state == Some(OutcomeState::Overdue))
        .count();
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
