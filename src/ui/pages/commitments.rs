//! What was promised and what came of it, on one axis.

use leptos::prelude::*;

use crate::dataset::Record;
use crate::domain::keyed::Keyed;
use crate::domain::status::OutcomeState;
use crate::query::{self, Facet, NO_FOLLOW_UP, Per, Unit};
use crate::table::Pace;
use crate::timeline::Axis;
use crate::ui::Viewer;
use crate::ui::parts::{Choice, CommitmentRow, CourseKey, Drawn, Earlier, OutcomeMark, Rest, axis_of, named_line};

/// How the commitments are grouped.
#[component]
pub fn CommitmentsTools() -> impl IntoView {
    let viewer = Viewer::here();
    let per = Signal::derive(move || viewer.options.read().commitment_grouping);
    let on_choose = Callback::new(move |per| viewer.arrange(|options| options.commitment_grouping = per));
    view! { <Choice label="Group by" name="per" now=per on_choose /> }
}

/// The commitments that match, in groups, each with its time, its outcome and the slip between them.
#[component]
pub fn CommitmentsView() -> impl IntoView {
    let viewer = Viewer::here();
    let groups = Memo::new(move |_| {
        let grouping = viewer.options.read().commitment_grouping;
        query::group_commitments(viewer.commitments.get(), &viewer.query.read(), grouping, viewer.index)
    });
    let drawn = Drawn::of(Pace::LARGE_LINES, line_count_and_place(viewer, groups));
    // The day belongs to each row: a row of another day is drawn anew.
    let items = move || {
        let (day, stretch) = (viewer.day.get(), drawn.now());
        let (mut items, mut before) = (Vec::new(), 0);
        let per = viewer.options.read().commitment_grouping;
        for (name, places) in groups.read().iter() {
            let lines = &places[stretch.lines_of_group(before, places.len())];
            before += places.len();
            if per != Per::None && !lines.is_empty() {
                items.push((day, Item::Group(per, name.clone(), places.clone())));
            }
            items.extend(lines.iter().map(|place| (day, Item::Commitment(name.clone(), *place))));
        }
        items
    };
    let is_empty = move || viewer.commitments.read().is_empty();
    let Some(axis) = axis_of(viewer.dataset) else {
        return view! { <p class="nothing">"This edition has no dated commitment."</p> }.into_any();
    };
    let years = axis.years();
    let day = move || format!("{:.3}%", 100.0 * axis.share(viewer.day.get()));
    view! {
        <OutcomeCounts />
        <CourseKey />
        <Earlier drawn />
        <table role="table" class="commitments" hidden=is_empty style:--years=years.len().to_string()
            style:--as-of=day>
            <caption class="for-listeners">"Commitments, when they were due, and what came of them"</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="due">"Due"</th>
                    <th role="columnheader" scope="col" class="commitment">"Commitment"</th>
                    <th role="columnheader" scope="col" class="course"><Years axis /></th>
                    <th role="columnheader" scope="col" class="outcome-cell">"What came of it"</th>
                </tr>
            </thead>
            <tbody role="rowgroup" data-list="commitments">
                <For each=items key=Clone::clone let((_, item))>
                    {match item {
                        Item::Group(per, name, places) => view! { <GroupHead per name places /> }.into_any(),
                        Item::Commitment(_, place) => view! { <CommitmentRow place axis /> }.into_any(),
                    }}
                </For>
            </tbody>
        </table>
        <Rest drawn list="commitments" />
        {move || is_empty().then(|| view! {
            <p class="nothing">"No commitment fits all of this. Take a part out of the selection above, or clear it."</p>
        })}
    }
    .into_any()
}

/// How many lines the groups have together, and which one the link names.
fn line_count_and_place(
    viewer: Viewer,
    groups: Memo<Vec<(Option<String>, Vec<usize>)>>,
) -> impl Fn() -> (usize, Option<usize>) + Send + Sync + 'static {
    let named = named_line();
    move || {
        let groups = groups.read();
        let lines = || groups.iter().flat_map(|(_, places)| places);
        let place = named.get().and_then(|(home, record)| {
            let is_named = |place: &usize| {
                let entry = viewer.index.commitment(*place);
                let commitment = || &viewer.dataset.commitments(entry.home)[entry.place];
                entry.home == home && matches!(record, Record::Commitment(named) if std::ptr::eq(named, commitment()))
            };
            lines().position(is_named)
        });
        (lines().count(), place)
    }
}

/// A row of the list: the head of a group, or a commitment, which may stand in several groups.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Item {
    /// How it is grouped, the key of the group's value, and its commitments.
    Group(Per, Option<String>, Vec<usize>),
    /// The key of the group's value, and the place of the commitment.
    Commitment(Option<String>, usize),
}

/// The years above the axis.
#[component]
fn Years(
    /// The axis.
    axis: Axis,
) -> impl IntoView {
    let year = |(year, share): (i16, f64)| {
        view! { <span class="year" style:left=format!("{:.3}%", 100.0 * share)>{year}</span> }
    };
    view! {
        <span class="for-listeners">"Course, from " {axis.years().first().map(|(year, _)| *year)} " on"</span>
        <span class="years" aria-hidden="true">{axis.years().into_iter().map(year).collect_view()}</span>
    }
}

/// How many commitments had which outcome, each a filter, with the number they are counted of.
#[component]
fn OutcomeCounts() -> impl IntoView {
    let viewer = Viewer::here();
    let counts = Memo::new(move |_| {
        let counts = query::facets(Facet::Outcome, &viewer.query.read(), Unit::Commitments, viewer.index);
        let of_commitments = counts.values.into_iter().filter(|value| value.key != NO_FOLLOW_UP);
        of_commitments.collect::<Vec<_>>()
    });
    let all = move || counts.read().iter().map(|value| value.count).sum::<usize>();
    let part = move |(place, state): (usize, OutcomeState)| {
        let count = move || counts.read()[place].count;
        view! { <span data-outcome=state.key() style:flex-grow=move || count().to_string()></span> }
    };
    let line = move |(place, state): (usize, OutcomeState)| {
        let count = move || counts.read()[place].count;
        view! {
            <li class:is-empty=move || count() == 0>
                <button type="button" class="quiet" data-outcome-count=state.key() title=state.definition()
                    aria-pressed=move || counts.read()[place].is_chosen.to_string()
                    on:click=move |_| viewer.select(|query| query.toggle(Facet::Outcome, state.key()))>
                    <OutcomeMark state /> <b>{count}</b> " " {state.label()}
                </button>
            </li>
        }
    };
    let states = || OutcomeState::ALL.iter().copied().enumerate();
    view! {
        <section class="outcome-counts" aria-label="Outcomes">
            <p class="outcome-bar" aria-hidden="true">{states().map(part).collect_view()}</p>
            <p>"Of " <b data-denominator="">{all}</b> " commitments at " {move || viewer.day_in_words()} ":"</p>
            <ul>{states().map(line).collect_view()}</ul>
        </section>
    }
}

/// The head of a group, with the outcomes of its commitments.
#[component]
fn GroupHead(
    /// How the commitments are grouped.
    per: Per,
    /// The key of the value that the group shares; nothing for what has none of them.
    name: Option<String>,
    /// Its commitments.
    places: Vec<usize>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let value = per
        .facet()
        .zip(name.as_ref())
        .and_then(|(facet, key)| viewer.index.value(facet, key));
    let title = value.map_or_else(|| without(per).to_owned(), |value| value.label.clone());
    let full = value
        .and_then(|value| value.name.clone())
        .filter(|_| per != Per::Outcome);
    let state = |place: &usize| {
        let entry = viewer.index.commitment(*place);
        let commitment = &viewer.dataset.commitments(entry.home)[entry.place];
        viewer.dataset.state(commitment, viewer.day.get_untracked())
    };
    let mut counts = [0; OutcomeState::ALL.len()];
    for place in &places {
        counts[state(place) as usize] += 1;
    }
    let tally = OutcomeState::ALL.iter().zip(counts).filter(|(_, count)| 0 < *count);
    let tally = tally.map(|(state, count)| format!("{count} {}", state.label()));
    let tally: Vec<String> = tally.collect();
    view! {
        <tr role="row" class="group-row">
            <th role="rowheader" scope="rowgroup" colspan="4">
                {title} {full.map(|full| view! { " " <span class="group-name">{full}</span> })}
                " " <small>{places.len()} ": " {tally.join(", ")}</small>
            </th>
        </tr>
    }
}

/// The last group: what has none of the values.
fn without(per: Per) -> &'static str {
    match per {
        Per::System => "No information system named",
        Per::Priority => "Under no priority",
        _ => "None named",
    }
}
