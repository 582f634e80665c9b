//! Measures as lines of a plain list.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{PageLink, StatusMark};

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
