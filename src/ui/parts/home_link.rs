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
    /// Whether the title is left out, as in a list of evidence.
    #[prop(optional)]
    is_short: bool,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let (page, title, number, source) = match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            let page = Page::Measure(measure.id.clone());
            (page, &measure.title, measure.number.as_str(), &measure.source)
        }
        Home::Report(place) => {
            let report = &dataset.reports[place];
            (
                Page::Report(report.id.clone()),
                &report.title,
                "General report",
                &report.source,
            )
        }
    };
    let name = match (is_short, home) {
        (true, Home::Measure(_)) => format!("measure {number}"),
        (true, Home::Report(_)) => format!("general report, {title}"),
        (false, Home::Measure(_)) => format!("{number} {title}"),
        (false, Home::Report(_)) => format!("{number}, {title}"),
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
