//! A line of a record on a page that Leptos draws: what happened, or what somebody was to do.

use leptos::prelude::*;

use crate::dataset::{Home, Record};
use crate::domain::keyed::Keyed;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::Explanations;

/// A line as an item of a list.
#[component]
pub fn LineItem(
    /// What happened, or was to be done.
    record: Record<'static>,
    /// Where it stands, to say so with a link; nothing on the page where it stands.
    #[prop(optional)]
    home: Option<Home>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let day = viewer.day.get_untracked();
    let (is_planned, outcome) = match record {
        Record::Event(event) => (event.is_planned(day), None),
        Record::Commitment(commitment) => (false, Some(viewer.dataset.state(commitment, day).key())),
    };
    let inside = Explanations::part(move |context| html::inside(&context.line(record, home)).0);
    view! {
        <li class="fact" id=record.id() tabindex="-1" data-planned=is_planned.then_some("") data-outcome=outcome inner_html=inside></li>
    }
}
