//! The day as of which everything is told: the choice of it, and the line that says so where it is not the edition's.

use leptos::prelude::*;
use maud::Markup;
use web_sys::Event;

use crate::browser::page;
use crate::domain::date::Day;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;
use crate::view::Context;

/// The choice of the day, in the tools of a view.
#[component]
pub fn AsOfChoice() -> impl IntoView {
    with_field("as-of-choice", |_, context, hint| {
        html::as_of_choice(&context.as_of_choice(hint))
    })
}

/// A line above every page: that it is told as of another day than the edition's, and on pages without tools of their own
/// the choice of that day.
#[component]
pub fn AsOfBar() -> impl IntoView {
    with_field("as-of-bar", |viewer, context, hint| {
        html::as_of_bar(&context.as_of_bar(&viewer.page.read(), hint))
    })
}

/// A part with the field for the day. A day is told as soon as it is whole; one that is still being typed is no mistake, so only
/// who leaves it so gets a hint.
fn with_field(name: &'static str, tell: fn(Viewer, &Context<'_>, Option<String>) -> Markup) -> impl IntoView {
    let viewer = Viewer::here();
    let hint = RwSignal::new(None::<String>);
    Effect::new(move || {
        viewer.day.track();
        viewer.page.track();
        hint.set(None);
    });
    let on_input = move |event| {
        if let Some(Ok(day)) = typed_day(viewer, &event) {
            hint.set(None);
            viewer.tell_as_of(day);
        }
    };
    let on_focusout = move |event: web_sys::FocusEvent| {
        if let Some(day) = typed_day(viewer, &event) {
            hint.set(day.err());
        }
    };
    view! {
        <div class="part" on:input=on_input on:focusout=on_focusout>
            {part(name, move || viewer.tell(|context| tell(viewer, context, hint.get())))}
        </div>
    }
}

/// The day that stands in the field, where the event happened there.
fn typed_day(viewer: Viewer, event: &Event) -> Option<Result<Day, String>> {
    let is_field = page::is_in(&event.target()?, "[data-as-of]");
    is_field.then(|| untrack(|| viewer.tell(|context| context.typed_day(&event_target_value(event)))))
}
