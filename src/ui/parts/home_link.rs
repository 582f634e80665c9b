//! A link to where a fact or commitment stands: its measure, or its section of a general report.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::parts::is_plain_click;

/// A link to a line in its measure or report.
#[component]
pub fn HomeLink(
    /// Where it stands.
    home: Home,
    /// The line's id.
    #[prop(into)]
    fact: String,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let (page, name, source) = match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            let name = format!("{} {}", measure.number, measure.title);
            (Page::Measure(measure.id.clone()), name, &measure.source)
        }
        Home::Report(place) => {
            let report = &dataset.reports[place];
            let name = format!("General report, {}", report.title);
            (Page::Report(report.id.clone()), name, &report.source)
        }
    };
    let leading = dataset.sources.first().map(|source| &source.id);
    let source = dataset
        .source(source.as_str())
        .filter(|source| leading != Some(&source.id))
        .map(|source| format!(" ({})", source.number));
    let route = Route {
        page: page.clone(),
        fact: Some(fact.clone()),
        ..Route::default()
    };
    view! {
        <a class="home-link" href=format!("#{}", route.to_fragment()) on:click=move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                viewer.go(page.clone(), Some(fact.clone()));
            }
        }>{name} {source}</a>
    }
}
