//! A link to a line of a measure or of a general report.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::route::Page;
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
    let route = viewer.clean_route(page.clone(), Some(fact.clone()));
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
    Viewer::here().page_of(home)
}

/// What a measure or a section of a general report is called: `31 Monitoring of the PNR Directive`, `3.2 of COM(2016) 602
/// final: …`, `General report, Cybercrime`. The source stands before the title, where a narrow place does not cut it off.
pub fn name_of(home: Home) -> String {
    let dataset = Viewer::here().dataset;
    match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            match dataset.other_source(&measure.source) {
                Some(source) => format!("{} of {}: {}", measure.number, source.number, measure.title),
                None => format!("{} {}", measure.number, measure.title),
            }
        }
        Home::Report(place) => {
            let report = &dataset.reports[place];
            match dataset.other_source(&report.source) {
                Some(source) => format!("General report of {}, {}", source.number, report.title),
                None => format!("General report, {}", report.title),
            }
        }
    }
}

/// The same without the title of a measure: `measure 31`, `measure 3.2 of COM(2016) 602 final`.
pub fn short_name_of(home: Home) -> String {
    let dataset = Viewer::here().dataset;
    match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            match dataset.other_source(&measure.source) {
                Some(source) => format!("measure {} of {}", measure.number, source.number),
                None => format!("measure {}", measure.number),
            }
        }
        Home::Report(_) => name_of(home),
    }
}
