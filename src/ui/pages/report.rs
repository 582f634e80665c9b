//! One section of a general report: what it says beyond the measures.

use leptos::prelude::*;

use crate::domain::id::ReportId;
use crate::render::html::{self, Medium};
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::part;

/// One section, or a page that says that there is none of that name.
#[component]
pub fn ReportPage(
    /// Its id, as the link has it.
    id: ReportId,
) -> impl IntoView {
    let viewer = Viewer::here();
    match viewer.dataset.report(&id) {
        Some(place) => part("report", move || {
            html::report(&viewer.tell(|context| context.report(place)), Medium::App)
        }),
        None => view! { <MissingPage noun="section of a general report" name=id.to_string() /> }.into_any(),
    }
}
