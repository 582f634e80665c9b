//! A link to a line of a measure or of a general report.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::domain::id::SourceId;
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::parts::is_plain_click;

/// A link to the line itself. Its address is the clean one; following it keeps the selection.
#[component]
pub fn LineLink(
    /// Where the line stands.
    home: Home,
    /// The line's id.
    #[prop(into)]
    fact: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::here();
    let page = page_of(home);
    let route = Route {
        page: page.clone(),
        fact: Some(fact.clone()),
        ..Route::default()
    };
    view! {
        <a href=format!("#{}", route.to_fragment()) on:click=move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                viewer.go(page.clone(), Some(fact.clone()));
            }
        }>{children()}</a>
    }
}

/// The page of a measure or of a section of a general report.
pub fn page_of(home: Home) -> Page {
    let dataset = Viewer::here().dataset;
    match home {
        Home::Measure(place) => Page::Measure(dataset.measures[place].id.clone()),
        Home::Report(place) => Page::Report(dataset.reports[place].id.clone()),
    }
}

/// What a measure or a section of a general report is called: `31 Interoperability`, `General report, Terrorism`; with its
/// source where that is not the leading one.
pub fn name_of(home: Home) -> String {
    let dataset = Viewer::here().dataset;
    let (name, source) = match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            (format!("{} {}", measure.number, measure.title), &measure.source)
        }
        Home::Report(place) => {
            let report = &dataset.reports[place];
            (format!("General report, {}", report.title), &report.source)
        }
    };
    with_source(name, source)
}

/// The same without the title of a measure: `measure 31`.
pub fn short_name_of(home: Home) -> String {
    let dataset = Viewer::here().dataset;
    match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            with_source(format!("measure {}", measure.number), &measure.source)
        }
        Home::Report(_) => name_of(home),
    }
}

/// A name with the number of its source, where that is not the leading one.
fn with_source(name: String, source: &SourceId) -> String {
    match Viewer::here().dataset.other_source(source) {
        Some(source) => format!("{name} ({})", source.number),
        None => name,
    }
}
