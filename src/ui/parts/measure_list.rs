//! Measures as lines of a plain list.

use leptos::prelude::*;

use crate::route::Page;
use crate::table::Pace;
use crate::ui::Viewer;
use crate::ui::parts::{Drawn, PageLink, Rest, StatusMark};

/// Measures as a plain list, each with its status.
#[component]
pub fn MeasureList(
    /// Places in the dataset.
    places: Vec<usize>,
) -> impl IntoView {
    let count = places.len();
    let drawn = Drawn::of(Pace::LINES, move || (count, None));
    let line = move |number: usize| view! { <MeasureLine place=places[number] /> };
    view! {
        <ul class="measure-list" data-list="measures">
            <For each=move || drawn.now().lines() key=|number| *number let:number>{line(number)}</For>
        </ul>
        <Rest drawn list="measures" />
    }
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
