//! Everything about one measure.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::domain::body::BodyKind;
use crate::domain::date::PartialDate;
use crate::domain::id::{BodyId, DocumentId, MeasureId, short_code};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{DocumentUse, Measure};
use crate::query::{self, Facet};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::pages::measure_ties::{FromReports, Related};
use crate::ui::pages::measure_timeline::MeasureTimeline;
use crate::ui::parts::{
    BodyNames, CommitmentLine, EventLine, Explained, Explanations, Marked, PageLink, PresidencyStrip, PrioritySwatch,
    RegisterLink, StatusMark,
};

/// One measure, or a page that says that there is none of that name.
#[component]
pub fn MeasurePage(
    /// Its id, as the link has it.
    id: MeasureId,
) -> impl IntoView {
    let viewer = Viewer::here();
    match viewer.dataset.measures.iter().position(|measure| measure.id == id) {
        Some(place) => view! { <FoundMeasure place /> }.into_any(),
        None => view! { <MissingPage noun="measure" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundMeasure(
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let measure = viewer.measure(place);
    Explanations::begin();
    let reading = match viewer.is_moved() {
        true => format!("(the editors’ reading at {})", viewer.status_date()),
        false => "(the editors’ reading)".to_owned(),
    };
    view! {
        <article class="measure-page" data-measure-page=measure.id.as_str()>
            <Trail measure place />
            <div class="measure-body">
                <p class="kicker">"Measure " {measure.number.as_str()} {other_source(measure).map(|number| format!(" of {number}"))}</p>
                <h1 tabindex="-1"><Marked text=measure.title.as_str() /></h1>
                <p class="summary"><Explained text=measure.summary.as_str() /></p>
                <p class="standing">
                    <StatusMark status=measure.status />
                    <span>" · " <Explained text=measure.status_reason.as_str() /> " " <small>{reading}</small></span>
                </p>
                <MeasureTimeline place />
                <section aria-labelledby="state-of-play">
                    <h2 id="state-of-play">"State of play"</h2>
                    <StateOfPlay measure place />
                </section>
                <section aria-labelledby="follow-up">
                    <h2 id="follow-up">"Envisaged follow-up"</h2>
                    <FollowUp measure place />
                </section>
                <FromReports measure />
                {measure.note.as_deref().map(|note| view! {
                    <section aria-labelledby="editor-note">
                        <h2 id="editor-note">"Editor’s note"</h2>
                        <p class="editor-note"><Explained text=note /></p>
                    </section>
                })}
            </div>
            <aside aria-label="Facts about the measure"><Aside measure place /></aside>
        </article>
    }
}

/// The number of the measure's source, where that is not the leading one.
fn other_source(measure: &Measure) -> Option<&'static str> {
    let dataset = Viewer::here().dataset;
    dataset
        .other_source(&measure.source)
        .map(|source| source.number.as_str())
}

/// Where the reader is, and the ways to the neighbours within the selection.
#[component]
fn Trail(
    /// The measure.
    measure: &'static Measure,
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let priority = dataset.priority(measure.priority.as_str());
    let key = measure.priority.to_string();
    let neighbours = Memo::new(move |_| query::neighbours(&viewer.groups.read(), place, viewer.dataset.measures.len()));
    let link = move |neighbour: Option<usize>, before: &'static str, after: &'static str, says: &'static str| {
        neighbour.map(|neighbour| {
            let other = viewer.measure(neighbour);
            view! {
                <PageLink page=Page::Measure(other.id.clone())>
                    <span class="for-listeners">{says} " measure, "</span> {before} {other.number.as_str()} {after}
                </PageLink>
            }
        })
    };
    view! {
        <nav class="trail" aria-label="Where you are">
            <p>
                <a href="#/table" on:click=move |event| {
                    if crate::ui::parts::is_plain_click(&event) {
                        event.prevent_default();
                        viewer.open(Page::Table);
                    }
                }>{move || if viewer.query.read().is_open() { "All measures" } else { "Selection" }}</a>
                " / "
                <button type="button" class="quiet" on:click=move |_| viewer.select(|query| {
                    *query = query.opened();
                    query.toggle(Facet::Priority, &key);
                })>
                    <PrioritySwatch id=measure.priority.as_str() />
                    {priority.map(|priority| priority.short_title.as_str())}
                </button>
            </p>
            <p class="neighbours">
                {move || link(neighbours.read().before, "‹ ", "", "Previous")}
                <span>{move || format!("{} of {}", neighbours.read().number, neighbours.read().count)}</span>
                {move || link(neighbours.read().after, "", " ›", "Next")}
            </p>
        </nav>
    }
}

/// Dated facts in order of time, then those without a date.
#[component]
fn StateOfPlay(
    /// The measure.
    measure: &'static Measure,
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    if measure.state_of_play.is_empty() {
        return view! { <p class="nothing">"The source reports nothing."</p> }.into_any();
    }
    let events = Viewer::here().dataset.events_in_time(Home::Measure(place));
    view! { <ol class="facts">{events.into_iter().map(|event| view! { <EventLine event /> }).collect_view()}</ol> }
        .into_any()
}

/// What is due, soonest first, then what has no date.
#[component]
fn FollowUp(
    /// The measure.
    measure: &'static Measure,
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    if measure.follow_up.is_empty() {
        return view! { <p class="nothing">"The source names nothing to follow."</p> }.into_any();
    }
    let commitments = Viewer::here().dataset.commitments_in_time(Home::Measure(place));
    let lines = commitments
        .into_iter()
        .map(|commitment| view! { <CommitmentLine commitment /> });
    view! { <ol class="facts">{lines.collect_view()}</ol> }.into_any()
}

#[component]
fn Aside(
    /// The measure.
    measure: &'static Measure,
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let source = viewer.dataset.source(measure.source.as_str());
    let is_counted = measure.locator.page_counted;
    view! {
        <h2>"Working party"</h2>
        <p>{match measure.working_parties.is_empty() {
            true => "none printed".into_any(),
            false => view! { <BodyNames ids=&measure.working_parties /> }.into_any(),
        }}</p>
        <h2>"Presidencies"</h2>
        <PresidencyStrip place />
        <Actors measure />
        <h2>"Documents"</h2>
        <ul class="document-list">
            {measure.citations().into_iter().map(|(id, citations)| view! { <Citation id citations /> }).collect_view()}
        </ul>
        {(measure.documents.is_empty()).then(|| view! { <p>"none cited"</p> })}
        <Related measure />
        <h2>"Source"</h2>
        <p>
            {source.map(|source| match &source.url {
                Some(url) => view! { <a href=url.as_str() rel="noopener noreferrer" target="_blank">{source.number.as_str()}</a> }.into_any(),
                None => source.number.as_str().into_any(),
            })}
            ", " {measure.locator.in_words()}
            {is_counted.then(|| view! { <small>" (page counted between printed page numbers)"</small> })}
            <br /> <small>"Short code " {short_code(measure.id.as_str())}</small>
        </p>
    }
}

/// Everybody and everything the block names, by kind.
#[component]
fn Actors(
    /// The measure.
    measure: &'static Measure,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let group = |kind: &BodyKind| {
        let of_kind = |id: &&BodyId| dataset.body(id.as_str()).is_some_and(|body| body.kind == *kind);
        let bodies: Vec<&'static BodyId> = measure.bodies.iter().filter(of_kind).collect();
        let names = bodies.iter().enumerate().filter_map(|(number, id)| {
            let body = dataset.body(id.as_str())?;
            Some(view! {
                {(0 < number).then_some(", ")}
                <PageLink page=Page::Body(body.id.clone())>{body.short.as_str()}</PageLink>
            })
        });
        (!bodies.is_empty()).then(|| view! { <dt>{plural(*kind)}</dt> <dd>{names.collect_view()}</dd> })
    };
    (!measure.bodies.is_empty()).then(|| {
        view! {
            <h2>"Actors"</h2>
            <dl class="actors">{BodyKind::ALL.iter().map(group).collect_view()}</dl>
        }
    })
}

fn plural(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Agency => "Agencies",
        BodyKind::Institution => "Institutions",
        BodyKind::Presidency => "Presidencies",
        BodyKind::WorkingParty => "Working parties",
        BodyKind::Office => "Offices",
        BodyKind::Network => "Networks",
        BodyKind::Programme => "Programmes",
        BodyKind::International => "International organisations",
        BodyKind::MemberState => "Member States",
        BodyKind::Partner => "Partners",
        BodyKind::InformationSystem => "Information systems",
    }
}

#[component]
fn Citation(
    /// The document.
    id: &'static DocumentId,
    /// Every place in the block that cites it.
    citations: Vec<&'static DocumentUse>,
) -> impl IntoView {
    let document = Viewer::here().dataset.document(id.as_str())?;
    let roles: Vec<&str> = citations.iter().map(|citation| citation.role.label()).collect();
    let mut printed: Vec<&str> = citations
        .iter()
        .filter_map(|citation| citation.printed.as_deref())
        .collect();
    printed.dedup();
    let notes = citations.iter().filter_map(|citation| citation.note.as_deref());
    let details = std::iter::once(roles.join(", "))
        .chain(document.date.map(PartialDate::in_short))
        .chain(document.marking.clone())
        .chain(printed.iter().map(|printed| format!("printed “{printed}”")));
    let details: Vec<String> = details.collect();
    Some(view! {
        <li>
            <PageLink page=Page::Document(document.id.clone())>{document.name()}</PageLink>
            " " <RegisterLink document />
            {document.number.as_ref().and(document.title.as_deref())
                .map(|title| view! { <span class="document-title">{title}</span> })}
            <small>{details.join(" · ")}</small>
            {notes.map(|note| view! { <small>"Editor’s note. " {note}</small> }).collect_view()}
        </li>
    })
}
