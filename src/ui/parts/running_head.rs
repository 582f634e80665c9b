//! What stands at the head of each sheet of paper, and nowhere on the screen.

use leptos::prelude::*;

use crate::render::html;
use crate::ui::parts::part;
use crate::ui::{Viewer, subject};

/// The source with its date, and what is shown of it.
///
/// The style makes it the head of a table, which every engine repeats on each sheet.
#[component]
pub fn RunningHead() -> impl IntoView {
    let viewer = Viewer::here();
    view! {
        <div class="running-head" aria-hidden="true">
            {part("running-head", move || html::running_head(&[viewer.source_in_words(), subject::on_paper(viewer)]))}
        </div>
    }
}
