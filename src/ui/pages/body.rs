//! One body: what it had a part in, what it owes, with whom, in which documents, and in which measures it is named.

use leptos::prelude::*;

use crate::browser::page;
use crate::dataset::{Home, Record};
use crate::domain::body::{Body, BodyKind};
use crate::domain::document::Document;
use crate::domain::id::BodyId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event};
use crate::domain::status::OutcomeState;
use crate::query::{self, Dossier, Facet, Query};
use crate::route::{Page, Route};
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::{Explanations, FoldedList, LineItem, MeasureLine, PageLink, RouteLink};

/// How many facts, commitments, documents and measures stand there before the rest is asked for.
const FIRST: usize = 15;

/// How many bodies do: their names are short.
const FIRST_BODIES: usize = 20;

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
    Explanations::begin();
    let dossier = query::dossier(&body.id, Viewer::here().dataset);
    let measures = dossier.responsible.len() + dossier.named.len();
    // What owns nothing is looked up where it is named.
    let commitments = match (dossier.owes.len(), dossier.concerned.len()) {
        (0, 0) => None,
        (0, _) => Some(Facet::of_bodies(body.kind)),
        _ => Some(Facet::Owner),
    };
    let sections = sections(body, dossier);
    let contents = sections
        .iter()
        .map(|section| (section.name, section.heading, section.count));
    let contents = contents.collect();
    let section = |section: Section| {
        view! {
            <section class="dossier-section" data-section=section.name>
                <h2 tabindex="-1">{section.heading} " " <small>{section.count}</small></h2>
                {section.list}
            </section>
        }
    };
    view! {
        <article class="thing-page body-page" data-body-page=body.id.as_str()>
            <p class="kicker">{body.kind.label()}</p>
            <h1 tabindex="-1">{body.short.as_str()}</h1>
            {(body.name != body.short).then(|| view! { <p class="summary">{body.name.as_str()}</p> })}
            <Properties body />
            <Selections body measures commitments />
            <Contents sections=contents />
            {sections.into_iter().map(section).collect_view()}
        </article>
    }
}

/// A part of the page.
struct Section {
    /// Its name, for the contents and for tests.
    name: &'static str,
    /// Its heading.
    heading: &'static str,
    /// How many lines it has.
    count: usize,
    /// What stands below the heading.
    list: AnyView,
}

/// The parts of the page that have something in them.
fn sections(body: &Body, dossier: Dossier<'static>) -> Vec<Section> {
    let facts = match body.kind {
        BodyKind::InformationSystem | BodyKind::Partner | BodyKind::Programme => "Facts that name it",
        _ => "Facts it had a part in",
    };
    let outcomes = view! { <Outcomes dossier=dossier.clone() /> }.into_any();
    let says = |words: &'static str| Some(view! { <p>{words}</p> }.into_any());
    let naming = says("How many of these facts and commitments also name:");
    let citing = says("How many of these facts and commitments cite:");
    let of_others = if dossier.owes.is_empty() {
        "Commitments that name it"
    } else {
        "Commitments of others that name it"
    };
    let in_charge = "Measures it is responsible for";
    let sections = [
        section("facts", facts, None, dossier.facts, "facts", fact),
        section(
            "owes",
            "Its commitments",
            Some(outcomes),
            dossier.owes,
            "facts",
            commitment,
        ),
        section("concerned", of_others, None, dossier.concerned, "facts", commitment),
        section("with", "With whom", naming, dossier.with, "partner-list", partner),
        section(
            "documents",
            "In which documents",
            citing,
            dossier.documents,
            "cited-list",
            document,
        ),
        section(
            "responsible",
            in_charge,
            None,
            dossier.responsible,
            "measure-list",
            measure,
        ),
        section(
            "named",
            "Measures that name it",
            None,
            dossier.named,
            "measure-list",
            measure,
        ),
    ];
    sections.into_iter().flatten().collect()
}

/// A part of the page, unless it is empty.
fn section<Item: Copy + Send + Sync + 'static>(
    name: &'static str,
    heading: &'static str,
    before: Option<AnyView>,
    items: Vec<Item>,
    class: &'static str,
    line: fn(Item) -> AnyView,
) -> Option<Section> {
    let count = items.len();
    let first = if class == "partner-list" { FIRST_BODIES } else { FIRST };
    (0 < count).then(|| Section {
        name,
        heading,
        count,
        list: view! { {before} <FoldedList items first name class line /> }.into_any(),
    })
}

#[component]
fn Properties(
    /// The body.
    body: &'static Body,
) -> impl IntoView {
    let aliases = (!body.aliases.is_empty()).then(|| body.aliases.join(", "));
    (aliases.is_some() || body.url.is_some()).then(|| {
        view! {
            <dl class="properties">
                {aliases.map(|aliases| view! { <dt>"Also printed as"</dt> <dd>{aliases}</dd> })}
                {body.url.as_deref().map(|url| view! {
                    <dt>"Site"</dt> <dd><a href=url rel="noopener noreferrer" target="_blank">{url}</a></dd>
                })}
            </dl>
        }
    })
}

/// Links to the views that list the same measures and commitments.
#[component]
fn Selections(
    /// The body.
    body: &'static Body,
    /// How many measures name it.
    measures: usize,
    /// The filter by which its commitments are found, if it has any.
    commitments: Option<Facet>,
) -> impl IntoView {
    let id = body.id.as_str();
    let viewer = Viewer::here();
    let everywhere = |facet: Facet| viewer.told_alike(Query::everywhere(facet, id));
    let in_table = Route::table(everywhere(Facet::of_bodies(body.kind)));
    let on_axis = |facet: Facet| Route {
        page: Page::Commitments,
        query: everywhere(facet),
        fact: None,
    };
    let on_timeline = Route {
        page: Page::Timeline,
        ..in_table.clone()
    };
    let table =
        (0 < measures).then(|| view! { <RouteLink route=in_table>"Show its measures in the table"</RouteLink> });
    let axis = commitments
        .map(|facet| view! { <RouteLink route=on_axis(facet)>"Show its commitments on one axis"</RouteLink> });
    let timeline =
        (0 < measures).then(|| view! { <RouteLink route=on_timeline>"Show its measures on the timeline"</RouteLink> });
    view! { <p class="body-selections">{table} " " {timeline} " " {axis}</p> }
}

/// What the page holds, each with its count. Buttons, because the fragment of a link is the app's own address.
#[component]
fn Contents(
    /// The name, the heading and the count of each section.
    sections: Vec<(&'static str, &'static str, usize)>,
) -> impl IntoView {
    let line = |(name, heading, count): (&'static str, &'static str, usize)| {
        let on_click = move |_| {
            page::go_to(&format!("[data-section=\"{name}\"] h2"));
        };
        view! {
            <li><button type="button" class="quiet" data-contents=name on:click=on_click>{heading} " " <small>{count}</small></button></li>
        }
    };
    view! {
        <nav class="contents-line" aria-label="On this page"><ul>{sections.into_iter().map(line).collect_view()}</ul></nav>
    }
}

/// `Of 46 commitments, 30 are open, 4 overdue and 12 not known, at 3 February 2020.`
#[component]
fn Outcomes(
    /// Everything on the body.
    dossier: Dossier<'static>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let outcomes = dossier.outcomes(viewer.day.get_untracked(), viewer.dataset);
    let last = outcomes.len().saturating_sub(1);
    let part = |(place, (state, count)): (usize, (OutcomeState, usize))| {
        let before = match place {
            0 => "",
            place if place == last => " and ",
            _ => ", ",
        };
        let verb = match (place, count) {
            (0, 1) => " is",
            (0, _) => " are",
            _ => "",
        };
        view! { {before} <span data-outcome-count=state.key()><b>{count}</b>{verb} " " {state.label()}</span> }
    };
    let noun = if dossier.owes.len() == 1 {
        " commitment, "
    } else {
        " commitments, "
    };
    view! {
        <p class="body-outcomes">
            "Of " <b data-denominator="">{dossier.owes.len()}</b> {noun}
            {outcomes.into_iter().enumerate().map(part).collect_view()} " at " {viewer.day_in_words()} "."
        </p>
    }
}

fn fact((home, event): (Home, &'static Event)) -> AnyView {
    view! { <LineItem record=Record::Event(event) home /> }.into_any()
}

fn commitment((home, commitment): (Home, &'static Commitment)) -> AnyView {
    view! { <LineItem record=Record::Commitment(commitment) home /> }.into_any()
}

fn partner((body, count): (&'static Body, usize)) -> AnyView {
    let full = (body.name != body.short).then_some(body.name.as_str());
    view! { <li title=full><PageLink page=Page::Body(body.id.clone())>{body.short.as_str()}</PageLink> " " <small>{count}</small></li> }
        .into_any()
}

fn document((document, count): (&'static Document, usize)) -> AnyView {
    view! {
        <li>
            <PageLink page=Page::Document(document.id.clone())>{document.name()}</PageLink>
            <span class="document-title">{document.number.as_ref().and(document.title.as_deref())}</span>
            <small>{count}</small>
        </li>
    }
    .into_any()
}

fn measure(place: usize) -> AnyView {
    view! { <MeasureLine place /> }.into_any()
}
