//! The page about the page.

use leptos::prelude::*;

use crate::browser::page;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;

/// Sources, definitions, the editors' remarks, and how to check that nothing was changed.
#[component]
pub fn AboutPage() -> impl IntoView {
    let viewer = Viewer::here();
    let text = move || {
        let (checksum, errors) = (page::meta("dataset-sha256"), page::seen_errors());
        let about = viewer.tell(|context| context.about(checksum, &errors));
        html::about(&about, &viewer.last_copy.read())
    };
    part("about", text)
}
