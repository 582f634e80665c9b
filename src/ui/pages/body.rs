//! One body: what it is, and the measures it is responsible for or named in.

use leptos::prelude::*;

use crate::domain::body::Body;
use crate::domain::id::BodyId;
use crate::domain::keyed::Keyed;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::MeasureList;

/// One body, or a page that says that there is none of that name.
#[component]
pub fn BodyPage(
    /// Its id, as the link has it.
    id: BodyId,
) -> impl IntoView {
    match Viewer::here().dataset.body(id.as_str()) {
        Some(body) => view! { <FoundBody body /> }.into_any(),
        None => view! { <MissingPage noun="body" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundBody(
    /// The body.
    body: &'static Body,
) -> impl IntoView {
    let measures = || Viewer::here().dataset.measures.iter().enumerate();
    let responsible = measures().filter(|(_, measure)| measure.working_parties.contains(&body.id));
    let named = measures().filter(|(_, measure)| measure.bodies.contains(&body.id));
    view! {
        <article class="thing-page" data-body-page=body.id.as_str()>
            <p class="kicker">{body.kind.label()}</p>
            <h1 tabindex="-1">{body.short.as_str()}</h1>
            {(body.name != body.short).then(|| view! { <p class="summary">{body.name.as_str()}</p> })}
            <dl class="properties">
                {(!body.aliases.is_empty()).then(|| view! { <dt>"Also printed as"</dt> <dd>{body.aliases.join(", ")}</dd> })}
                {body.url.as_deref().map(|url| view! {
                    <dt>"Site"</dt> <dd><a href=url rel="noopener noreferrer" target="_blank">{url}</a></dd>
                })}
            </dl>
            <Measures heading="Responsible for" places=responsible.map(|(place, _)| place).collect() />
            <Measures heading="Named in" places=named.map(|(place, _)| place).collect() />
        </article>
    }
}

#[component]
fn Measures(
    /// What ties the body to the measures.
    heading: &'static str,
    /// Their places in the dataset.
    places: Vec<usize>,
) -> impl IntoView {
    (!places.is_empty()).then(|| {
        view! {
            <h2>{heading} " " <small>{places.len()}</small></h2>
            <MeasureList places />
        }
    })
}
