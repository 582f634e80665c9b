//! The field for the day as of which the page is shown.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::Viewer;
use crate::app::memo::effect;
use crate::browser::{on_window, page};
use crate::domain::date::Day;

/// Listens to the field, as long as the page lives. A complete day applies at once; an incomplete one gets a hint only when the
/// reader leaves the field.
pub fn follow_day_field(viewer: Viewer) {
    let hint = viewer.day_hint;
    effect(move |_| {
        viewer.day.track();
        viewer.page.track();
        hint.set(None);
    });
    on_window("input", move |event: &Event| {
        if let Some(Ok(day)) = typed_day(viewer, event) {
            hint.set(None);
            viewer.tell_as_of(day);
        }
    });
    on_window("focusout", move |event: &Event| {
        if let Some(day) = typed_day(viewer, event) {
            hint.set(day.err());
        }
    });
}

/// The day in the field, if the event happened there.
fn typed_day(viewer: Viewer, event: &Event) -> Option<Result<Day, String>> {
    let is_field = page::is_in(&event.target()?, "[data-as-of]");
    is_field.then(|| untrack(|| viewer.tell(|context| context.typed_day(&event_target_value(event)))))
}
