//! The page for a link that names something that is not there.

use leptos::prelude::*;

use crate::domain::unseen::quoted;
use crate::query::Target;
use crate::query::go_to;
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::PageLink;

/// Says that there is no such thing, and offers what the reader may have meant.
#[component]
pub fn MissingPage(
    /// What kind of thing it would have been.
    noun: &'static str,
    /// Its name, as the link has it.
    name: String,
) -> impl IntoView {
    let viewer = Viewer::here();
    // A link is as long as its writer likes.
    let name: String = name.chars().take(80).collect();
    let nearest = nearest(viewer, &name);
    let name = quoted(&name, 80);
    view! {
        <article class="missing-page">
            <h1 tabindex="-1">"There is no such " {noun}</h1>
            <p data-notice="">"The link asks for the " {noun} " “" <bdi>{name}</bdi> "”, which is not in this edition. The rest of the page works."</p>
            {(!nearest.is_empty()).then(|| view! {
                <p>"Perhaps you meant:"</p>
                <ul>{nearest}</ul>
            })}
            <p><PageLink page=Page::Table>"All measures"</PageLink></p>
        </article>
    }
}

/// Things of that name, or the measures whose numbers are closest.
fn nearest(viewer: Viewer, name: &str) -> Vec<AnyView> {
    let dataset = viewer.dataset;
    let named = go_to(name, dataset).into_iter().filter_map(|target| match target {
        Target::Measure(id) => dataset
            .measure(id.as_str())
            .map(|measure| (Page::Measure(id), measure.title.clone())),
        Target::Document(id) => dataset
            .document(id.as_str())
            .map(|document| (Page::Document(id.clone()), document.name().to_owned())),
        Target::Line(_) | Target::Report(_) | Target::Source(_) => None,
        Target::Body(id) => dataset
            .body(id.as_str())
            .map(|body| (Page::Body(id), body.name.clone())),
    });
    let mut pages: Vec<(Page, String)> = named.collect();
    let digits: String = name.chars().filter(char::is_ascii_digit).take(6).collect();
    if let (true, Ok(wanted)) = (pages.is_empty(), digits.parse::<u32>()) {
        let number = |measure: &&crate::domain::measure::Measure| {
            let digits: String = measure.number.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<u32>().unwrap_or(u32::MAX).abs_diff(wanted)
        };
        let mut measures: Vec<_> = dataset.measures.iter().collect();
        measures.sort_by_key(number);
        let near = measures.into_iter().take(3);
        pages.extend(near.map(|measure| {
            (
                Page::Measure(measure.id.clone()),
                format!("{} {}", measure.number, measure.title),
            )
        }));
    }
    pages
        .into_iter()
        .map(|(page, says)| view! { <li><PageLink page>{says}</PageLink></li> }.into_any())
        .collect()
}
