//! One measure as a row of the table, and as a line of a plain list.

use leptos::prelude::*;

use crate::domain::date::PartialDate;
use crate::query::{self, NextDue};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{BodyNames, Marked, PageLink, PresidencyStrip, PrioritySwatch, StatusMark, is_plain_click};

/// A measure as a row; where the page is narrow, the style makes a card of it.
#[component]
pub fn MeasureRow(
    /// The measure's place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let measure = viewer.measure(place);
    let priority = viewer.dataset.priority(measure.priority.as_str());
    // Its status is of the day of its source, which is not the edition's.
    let source = viewer.dataset.other_source(&measure.source);
    let source_name =
        source.map(|source| format!("{}, {}", source.number, PartialDate::of_day(source.date).in_short()));
    let standings = viewer.index.on(viewer.day.get_untracked());
    let latest = standings.latest(place).map(|event| &measure.state_of_play[event]);
    let excerpt = move || {
        let words = viewer.words.read();
        (!words.is_empty())
            .then(|| query::excerpt(measure, viewer.dataset, &words))
            .flatten()
    };
    let on_click = move |event: web_sys::MouseEvent| {
        let is_on_link = event
            .target()
            .is_some_and(|target| crate::browser::page::is_in_link(&target));
        if is_plain_click(&event) && !is_on_link && !crate::browser::page::has_selection() {
            viewer.open(Page::Measure(measure.id.clone()));
        }
    };
    view! {
        <tr role="row" class="measure-row" data-measure=measure.id.as_str() on:click=on_click>
            <td role="cell" class="number">{measure.number.as_str()}</td>
            <th role="rowheader" scope="row" class="title">
                <PageLink page=Page::Measure(measure.id.clone())><Marked text=measure.title.as_str() /></PageLink>
                {source_name.map(|name| view! { <small class="source">{name}</small> })}
                {move || excerpt().map(|excerpt| view! {
                    <p class="excerpt"><span>{excerpt.place} ": "</span> <Marked text=excerpt.text /></p>
                })}
            </th>
            <td role="cell" class="priority" data-label="Priority">
                <span><PrioritySwatch id=measure.priority.as_str() /> {priority.map(|priority| priority.short_title.as_str())}</span>
            </td>
            <td role="cell" class="working-party" data-label="Working party"><span><BodyNames ids=&measure.working_parties /></span></td>
            <td role="cell" class="presidencies" data-label="Presidencies"><PresidencyStrip place /></td>
            <td role="cell" class="status" data-label="Status"><StatusMark status=measure.status /></td>
            <td role="cell" class="latest" data-label="Latest fact">
                {match latest {
                    Some(event) => view! {
                        <span class="latest-text"><Marked text=event.text.as_str() /></span>
                        <small>{event.when.map(crate::domain::date::When::in_short)}</small>
                    }.into_any(),
                    None => view! { <small>"none dated"</small> }.into_any(),
                }}
            </td>
            <td role="cell" class="due" data-label="Next due"><Due next=standings.next_due(place) overdue=standings.overdue(place) /></td>
            <td role="cell" class="documents" data-label="Documents">{measure.cited_documents()}</td>
        </tr>
    }
}

#[component]
fn Due(
    /// What is due next, if anything is.
    next: Option<NextDue>,
    /// What has been overdue longest, if anything is.
    overdue: Option<NextDue>,
) -> impl IntoView {
    let next = next.filter(|next| !next.is_overdue);
    let is_empty = next.is_none() && overdue.is_none();
    view! {
        {next.map(|next| view! { <span>{next.due.in_short()}</span> })}
        {overdue.map(|overdue| view! { <span class="overdue">"overdue since " {overdue.due.in_short()}</span> })}
        {is_empty.then(|| view! { <small>"no date"</small> })}
    }
}

/// Measures as a plain list, each with its status.
#[component]
pub fn MeasureList(
    /// Places in the dataset.
    places: Vec<usize>,
) -> impl IntoView {
    let line = |place: usize| view! { <MeasureLine place /> };
    view! { <ul class="measure-list">{places.into_iter().map(line).collect_view()}</ul> }
}

/// A measure as a line of a plain list.
#[component]
pub fn MeasureLine(
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let measure = Viewer::here().measure(place);
    view! {
        <li>
            <span class="number">{measure.number.as_str()}</span>
            <PageLink page=Page::Measure(measure.id.clone())>{measure.title.as_str()}</PageLink>
            <StatusMark status=measure.status />
        </li>
    }
}
