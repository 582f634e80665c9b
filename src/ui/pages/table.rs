//! The table of measures.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::domain::id::PriorityId;
use crate::domain::keyed::Keyed;
use crate::query::{self, Column, Facet, Grouping};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{MeasureRow, PageLink, PrioritySwatch, StripKey};

/// What the reader can set beside the filters.
#[component]
pub fn TableTools() -> impl IntoView {
    view! { <GroupingChoice /> <SortChoice /> <StripKey /> }
}

/// The measures that match, one row each.
#[component]
pub fn TableView() -> impl IntoView {
    let viewer = Viewer::here();
    let totals = Memo::new(move |_| {
        let query = viewer.query.read();
        let groups = query::arrange(viewer.reported.get(), &query, viewer.dataset, viewer.index);
        let total = |(name, places): (Option<String>, Vec<usize>)| (name, places.len());
        groups.into_iter().map(total).collect::<HashMap<_, _>>()
    });
    let items = move || {
        let (groups, totals) = (viewer.groups.read(), totals.read());
        let grouping = viewer.query.read().grouping;
        let mut items = Vec::new();
        for (name, places) in groups.iter() {
            if grouping != Grouping::None {
                let total = totals.get(name).copied().unwrap_or_default();
                items.push(Item::Group(grouping, name.clone(), places.len(), total));
            }
            items.extend(places.iter().map(|place| Item::Measure(name.clone(), *place)));
        }
        items
    };
    let empty = move || {
        viewer.matches.read().is_empty().then(|| view! {
            <p class="nothing">"No measure fits all of this. Take a part out of the selection above, or clear it."</p>
        })
    };
    view! {
        <table role="table" class="measures" data-grouping=move || viewer.query.read().grouping.key() hidden=move || viewer.matches.read().is_empty()>
            <caption class="for-listeners">"Measures of the renewed EU Internal Security Strategy"</caption>
            <thead role="rowgroup">
                <tr role="row">{Column::ALL.iter().map(|column| view! { <ColumnHead column=*column /> }).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">
                <For each=items key=Item::clone let:item>
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

#[component]
fn ColumnHead(
    /// The column.
    column: Column,
) -> impl IntoView {
    let viewer = Viewer::here();
    let sort = move || viewer.query.read().sort;
    let order = move || match sort() {
        sort if sort.column != column => None,
        sort if sort.is_descending => Some("descending"),
        _ => Some("ascending"),
    };
    view! {
        <th role="columnheader" scope="col" class=column.key() aria-sort=order>
            <button type="button" data-sort=column.key()
                on:click=move |_| viewer.select(|query| query.sort = query.sort.clicked(column))>
                {column.label()}
                <span aria-hidden="true">{move || match order() {
                    Some("descending") => " ↓",
                    Some(_) => " ↑",
                    None => "",
                }}</span>
            </button>
        </th>
    }
}

#[component]
fn GroupingChoice() -> impl IntoView {
    let viewer = Viewer::here();
    let grouping = move || viewer.query.read().grouping;
    let on_change = move |event| {
        if let Some(grouping) = Grouping::from_key(&event_target_value(&event)) {
            viewer.select(|query| query.grouping = grouping);
        }
    };
    let option = move |value: &Grouping| {
        let value = *value;
        view! { <option value=value.key() selected=move || grouping() == value>{value.label()}</option> }
    };
    view! {
        <label>"Group by "
            <select data-grouping="" prop:value=move || grouping().key() on:change=on_change>
                {Grouping::ALL.iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// The sort order for cards, which have no column heads.
#[component]
fn SortChoice() -> impl IntoView {
    let viewer = Viewer::here();
    let sort = move || viewer.query.read().sort;
    let on_change = move |event| {
        if let Some(column) = Column::from_key(&event_target_value(&event)) {
            viewer.select(|query| query.sort.column = column);
        }
    };
    let option = move |value: &Column| {
        let value = *value;
        view! { <option value=value.key() selected=move || sort().column == value>{value.label()}</option> }
    };
    view! {
        <label class="sort-choice">"Sort by "
            <select prop:value=move || sort().column.key() on:change=on_change>
                {Column::ALL.iter().map(option).collect_view()}
            </select>
            <button type="button" class="quiet" aria-label="Turn the order round"
                on:click=move |_| viewer.select(|query| query.sort.is_descending = !query.sort.is_descending)>
                {move || if sort().is_descending { "↓" } else { "↑" }}
            </button>
        </label>
    }
}
