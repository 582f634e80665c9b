//! The heat table: how many measures each row shares with each column. Every number is a filter.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::browser::page;
use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::query::{BEFORE_CELLS, Facet, FacetValue, Heat, HeatAxes, HeatLine, HeatStep, HeatStop, Query, SHADES};
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::parts::{PageLink, RouteLink};

/// How many rows stand there before the rest is asked for.
const FIRST: usize = 25;

/// The table. The keyboard enters it at one place and goes on with the arrow keys.
#[component]
pub fn HeatTable(
    /// The counts.
    heat: Heat,
    /// What is counted.
    query: Query,
    /// Whether the reader has asked for every row.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let axes = Viewer::here().options.get_untracked().axes;
    let at = RwSignal::new(heat.first_stop());
    let width = match heat.columns.len() {
        ..8 => "few",
        8..15 => "some",
        _ => "many",
    };
    let count = heat.rows.len();
    let is_printing = Viewer::here().is_printing;
    let shown = move || {
        if is_open.get() || is_printing {
            count
        } else {
            FIRST.min(count)
        }
    };
    let region = format!("Measures by {} and {}", axes.rows().label(), axes.columns().label());
    let columns = heat.columns.iter().enumerate();
    let columns =
        columns.map(|(place, column)| view! { <ColumnHead column=column.clone() place query=query.clone() at /> });
    let columns = columns.collect_view();
    let heat = StoredValue::new(heat);
    let query = StoredValue::new(query);
    let on_keydown = move |event: KeyboardEvent| {
        if let Some(step) = step(&event) {
            event.prevent_default();
            let rows = untrack(shown);
            let next = heat.with_value(|heat| heat.step(at.get_untracked(), step, rows));
            at.set(next);
            page::focus(&format!("[data-stop=\"{}\"]", stop_name(next)));
        }
    };
    view! {
        <div class="heat-frame" role="region" aria-label=region.clone() data-width=width>
            <table role="table" class="heat" on:keydown=on_keydown>
                <caption class="for-listeners">{region.clone()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="row-head">{axes.rows().label()}</th>
                        <th role="columnheader" scope="col" class="total" title="The measures of the row, each counted once">"All"</th>
                        {columns}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || 0..shown() key=|place| *place let:place>
                        <Row place heat query at />
                    </For>
                </tbody>
            </table>
        </div>
        {(FIRST < count).then(|| view! { <Fold count is_open at /> })}
    }
}

/// The button below a long table.
#[component]
fn Fold(
    /// How many rows there are.
    count: usize,
    /// Whether all are shown.
    is_open: RwSignal<bool>,
    /// Where the keyboard stands.
    at: RwSignal<HeatStop>,
) -> impl IntoView {
    let on_click = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            // The reader goes on where the table was folded.
            let next = HeatStop {
                line: FIRST + 1,
                column: 0,
            };
            request_animation_frame(move || {
                page::focus(&format!("[data-stop=\"{}\"]", stop_name(next)));
            });
        } else if FIRST < at.get_untracked().line {
            at.set(HeatStop { line: 1, column: 0 });
        }
    };
    let says = move || match is_open.get() {
        true => format!("Show the first {FIRST} rows"),
        false => format!("Show all {count} rows"),
    };
    view! {
        <button type="button" class="fold" data-fold="heat" aria-expanded=move || is_open.get().to_string() on:click=on_click>
            {says}
        </button>
    }
}

#[component]
fn ColumnHead(
    /// The column's value and total.
    column: HeatLine,
    /// Its place among the columns.
    place: usize,
    /// What is counted.
    query: Query,
    /// Where the keyboard stands.
    at: RwSignal<HeatStop>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let facet = viewer.options.get_untracked().axes.columns();
    let value = viewer.index.value(facet, &column.key);
    let label = label(value);
    let code = match facet {
        Facet::Presidency => viewer
            .dataset
            .rota
            .get(&PresidencyId::new(&column.key))
            .map(|term| term.code.as_str()),
        _ => None,
    };
    let name = value.and_then(|value| value.name.as_deref());
    let title = match code {
        Some(_) => name.map(|term| format!("{label}, {term}")),
        None => name.map(str::to_owned),
    };
    let stop = HeatStop {
        line: 0,
        column: BEFORE_CELLS + place,
    };
    view! {
        <th role="columnheader" scope="col" abbr=label title=title>
            <Narrowed query=query.narrowed(facet, &column.key) count=column.total stop at attr:data-total=column.key.clone()>
                {code.map(|code| view! { <b class="code">{code}</b> " " })}
                <span class="label">{label}</span>
                " " <small>{column.total}</small> <span class="for-listeners">" " {measures(column.total)}</span>
            </Narrowed>
        </th>
    }
}

#[component]
fn Row(
    /// Its place among the rows.
    place: usize,
    /// The counts.
    heat: StoredValue<Heat>,
    /// What is counted.
    query: StoredValue<Query>,
    /// Where the keyboard stands.
    at: RwSignal<HeatStop>,
) -> impl IntoView {
    let axes = Viewer::here().options.get_untracked().axes;
    let row = heat.with_value(|heat| heat.rows[place].clone());
    let value = Viewer::here().index.value(axes.rows(), &row.key);
    let label = label(value);
    let line = 1 + place;
    let narrowed = query.with_value(|query| query.narrowed(axes.rows(), &row.key));
    let cells = heat.with_value(|heat| {
        let cells = heat.cells[place].iter().zip(&heat.columns).enumerate();
        let cell = |(column, (count, head)): (usize, (&usize, &HeatLine))| {
            let stop = HeatStop {
                line,
                column: BEFORE_CELLS + column,
            };
            cell(
                &narrowed,
                axes,
                (label, &row),
                head,
                (*count, heat.shade(*count)),
                stop,
                at,
            )
        };
        cells.map(cell).collect_view()
    });
    let [head, total] = [0, 1].map(|column| HeatStop { line, column });
    view! {
        <tr role="row" class="heat-row" data-row=row.key.clone()>
            <th role="rowheader" scope="row" class="row-head" title=value.and_then(|value| value.name.as_deref())>
                <PageLink page=Page::Body(BodyId::new(&row.key)) attr:data-stop=stop_name(head)
                    attr:tabindex=move || tab_index(at, head) on:focus=move |_| at.set(head)>{label}</PageLink>
            </th>
            <td role="cell" class="total">
                <Narrowed query=narrowed names=label.to_owned() count=row.total stop=total at attr:data-total=row.key.clone()>{row.total}</Narrowed>
            </td>
            {cells}
        </tr>
    }
}

/// A cell: empty, or a link to the selection narrowed to its row and column.
fn cell(
    narrowed: &Query,
    axes: HeatAxes,
    (row_label, row): (&str, &HeatLine),
    column: &HeatLine,
    (count, shade): (usize, usize),
    stop: HeatStop,
    at: RwSignal<HeatStop>,
) -> AnyView {
    if count == 0 {
        return view! { <td role="cell"></td> }.into_any();
    }
    let value = Viewer::here().index.value(axes.columns(), &column.key);
    let names = format!("{row_label}, {}", label(value));
    let query = narrowed.narrowed(axes.columns(), &column.key);
    let handle = format!("{}/{}", row.key, column.key);
    view! {
        <td role="cell" data-shade=shade>
            <Narrowed query names count stop at attr:data-cell=handle>{count}</Narrowed>
        </td>
    }
    .into_any()
}

/// A link to the table with a narrower selection.
#[component]
fn Narrowed(
    /// The narrower selection.
    query: Query,
    /// By what it is narrowed, for listeners, where the text does not say so.
    #[prop(optional, into)]
    names: Option<String>,
    /// How many measures that leaves.
    count: usize,
    /// Where it stands.
    stop: HeatStop,
    /// Where the keyboard stands.
    at: RwSignal<HeatStop>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let says = names.map(|names| format!("{names}: {count} {}", measures(count)));
    view! {
        <RouteLink route=Route::table(query) attr:aria-label=says attr:data-stop=stop_name(stop)
            attr:tabindex=move || tab_index(at, stop) on:focus=move |_| at.set(stop)>
            {children()}
        </RouteLink>
    }
}

fn measures(count: usize) -> &'static str {
    if count == 1 { "measure" } else { "measures" }
}

/// What the shades mean, and what a cell does.
#[component]
pub fn HeatLegend(
    /// The counts.
    heat: Heat,
) -> impl IntoView {
    let bounds = heat.bounds();
    let most = heat.most();
    let step = |shade: usize| {
        let (from, next) = (bounds[shade], bounds.get(shade + 1));
        let says = match next {
            Some(next) if from + 1 == *next => from.to_string(),
            Some(next) => format!("{from}–{}", next - 1),
            None => format!("{from} or more"),
        };
        view! { <li data-shade=shade + 1>{says}</li> }
    };
    let used = (0..SHADES).filter(|shade| bounds[*shade] <= most);
    view! {
        <div class="heat-legend">
            <p>
                "A cell is a filter: it counts the selected measures that its row and column share, and leads to them in the \
                 table. A measure can stand in several cells."
            </p>
            <ul aria-label="Number of measures, from the lightest shade to the darkest">{used.map(step).collect_view()}</ul>
        </div>
    }
}

/// What the head of a row or column says; the keys of the table are those of the index.
fn label(value: Option<&'static FacetValue>) -> &'static str {
    value.map_or("", |value| value.label.as_str())
}

fn stop_name(stop: HeatStop) -> String {
    format!("{}-{}", stop.line, stop.column)
}

fn tab_index(at: RwSignal<HeatStop>, stop: HeatStop) -> &'static str {
    if at.get() == stop { "0" } else { "-1" }
}

/// What a key means in the table; keys with other modifiers are the browser's.
fn step(event: &KeyboardEvent) -> Option<HeatStep> {
    if event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) => Some(HeatStep::Left),
        ("ArrowRight", false) => Some(HeatStep::Right),
        ("ArrowUp", false) => Some(HeatStep::Up),
        ("ArrowDown", false) => Some(HeatStep::Down),
        ("Home", false) => Some(HeatStep::RowStart),
        ("End", false) => Some(HeatStep::RowEnd),
        ("Home", true) => Some(HeatStep::First),
        ("End", true) => Some(HeatStep::Last),
        _ => None,
    }
}
