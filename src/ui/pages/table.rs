//! The table of measures.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::chart::surroundings;
use crate::domain::id::PriorityId;
use crate::domain::keyed::Keyed;
use crate::query::{self, Column, Facet, Grouping};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{Choice, ColumnHead, MeasureRow, Overview, PageLink, PrioritySwatch, SortChoice, StripKey};

/// What the reader can set beside the filters.
#[component]
pub fn TableTools() -> impl IntoView {
    let viewer = Viewer::here();
    let grouping = Signal::derive(move || viewer.query.read().grouping);
    let on_group = Callback::new(move |grouping| viewer.select(|query| query.grouping = grouping));
    let sort = Signal::derive(move || viewer.query.read().sort);
    let on_sort = Callback::new(move |sort| viewer.select(|query| query.sort = sort));
    view! {
        <Choice label="Group by" name="group" now=grouping on_choose=on_group />
        <SortChoice sort on_sort />
        <StripKey />
    }
}

/// The measures that match, one row each.
#[component]
pub fn TableView() -> impl IntoView {
    let viewer = Viewer::here();
    let sort = Signal::derive(move || viewer.query.read().sort);
    let on_sort = Callback::new(move |sort| viewer.select(|query| query.sort = sort));
    let all_time = surroundings(viewer.dataset, viewer.dataset.edition.status_date, None).whole;
    let totals = Memo::new(move |_| {
        let query = viewer.query.read();
        let groups = query::arrange(viewer.reported.get(), &query, viewer.dataset, viewer.index);
        let total = |(name, places): (Option<String>, Vec<usize>)| (name, places.len());
        groups.into_iter().map(total).collect::<HashMap<_, _>>()
    });
    // The day belongs to each row: a row of another day is drawn anew.
    let items = move || {
        let day = viewer.day.get();
        let (groups, totals) = (viewer.groups.read(), totals.read());
        let grouping = viewer.query.read().grouping;
        let mut items = Vec::new();
        for (name, places) in groups.iter() {
            if grouping != Grouping::None {
                let total = totals.get(name).copied().unwrap_or_default();
                items.push((day, Item::Group(grouping, name.clone(), places.len(), total)));
            }
            items.extend(places.iter().map(|place| (day, Item::Measure(name.clone(), *place))));
        }
        items
    };
    let empty = move || {
        viewer.matches.read().is_empty().then(|| view! {
            <p class="nothing">"No measure fits all of this. Take a part out of the selection above, or clear it."</p>
        })
    };
    let shown = Signal::derive(move || {
        let window = viewer.query.read().window;
        (!window.is_open()).then(|| window.within(all_time))
    });
    view! {
        <Overview shown />
        <table role="table" class="measures" data-grouping=move || viewer.query.read().grouping.key() hidden=move || viewer.matches.read().is_empty()>
            <caption class="for-listeners">"Measures of the renewed EU Internal Security Strategy"</caption>
            <thead role="rowgroup">
                <tr role="row">{Column::ALL.iter().map(|column| view! { <ColumnHead column=*column sort on_sort /> }).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">
                <For each=items key=Clone::clone let((_, item))>
                    {match item {
                        Item::Group(grouping, key, count, all) => view! { <GroupRow grouping key count all /> }.into_any(),
                        Item::Measure(_, place) => view! { <MeasureRow place /> }.into_any(),
                    }}
                </For>
            </tbody>
        </table>
        {empty}
    }
}

/// A row of the table: the head of a group, or a measure.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Item {
    /// How it is grouped, the key of the group's value, how many measures of the selection it has, and how many of all.
    Group(Grouping, Option<String>, usize, usize),
    /// The key of the group's value, and the measure's place in the dataset; a measure may stand in several groups.
    Measure(Option<String>, usize),
}

#[component]
fn GroupRow(
    /// How the measures are grouped.
    grouping: Grouping,
    /// The key of the value that the group shares; nothing for what has none of them.
    key: Option<String>,
    /// How many measures of the selection it has.
    count: usize,
    /// How many it has without the selection.
    all: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let facet = grouping.facet().unwrap_or(Facet::Priority);
    let value = key.as_ref().and_then(|key| viewer.index.value(facet, key));
    let title = match value {
        Some(value) if facet == Facet::Priority => value.name.as_deref().unwrap_or(&value.label),
        Some(value) => &value.label,
        None if facet == Facet::WorkingParty => "No working party printed",
        None => "None",
    };
    let report = viewer.dataset.reports.iter().find(|report| {
        let is_asked_for = report.priority.as_ref().map(PriorityId::as_str) == key.as_deref();
        facet == Facet::Priority && key.is_some() && is_asked_for
    });
    view! {
        <tr role="row" class="group-row">
            <th role="rowheader" scope="rowgroup" colspan=Column::ALL.len()>
                {(facet == Facet::Priority).then(|| value.map(|value| view! { <PrioritySwatch id=value.key.as_str() /> }))}
                {title} " " <small>{if count == all { count.to_string() } else { format!("{count} of {all}") }}</small>
                {report.map(|report| view! {
                    " " <small class="group-report"><PageLink page=Page::Report(report.id.clone())>"general report"</PageLink></small>
                })}
            </th>
        </tr>
    }
}
