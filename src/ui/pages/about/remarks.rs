//! What the editors remark on the sources, by source and measure.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::domain::date::When;
use crate::query::{self, About, Remark, RemarkPlace, Remarks, Says};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{LineLink, PageLink};

/// How many remarks of a source stand there before the rest is asked for.
const FIRST: usize = 20;

/// Every remark, folded by source.
#[component]
pub fn EditorsRemarks() -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let groups = query::remarks(dataset);
    let all: usize = groups.iter().map(|(_, group)| count(group)).sum();
    let is_contradiction = |remark: &&Remark| matches!(remark.says, Says::Contradiction { .. });
    let remarks = groups.iter().flat_map(|(_, group)| group);
    let contradictions = remarks
        .flat_map(|remarks| &remarks.remarks)
        .filter(is_contradiction)
        .count();
    let groups = groups.into_iter().map(|(source, group)| {
        let source = source.and_then(|id| dataset.source(id));
        let name = source.map_or("On the documents that are cited", |source| source.number.as_str());
        view! { <RemarkGroup name group /> }
    });
    view! {
        <p>
            "Nothing was mended in silence. Where a source contradicts itself or another one, prints a slip, leaves something
            out, or can be read in two ways, the data keeps what is printed, and an editor’s remark says so: " {all} " remarks, "
            "here with the measure or document that each belongs to."
            {(0 < contradictions).then(|| view! {
                " Of these, " {contradictions} " name the line that says otherwise."
            })}
        </p>
        {groups.collect_view()}
    }
}

fn count(group: &[Remarks]) -> usize {
    group.iter().map(|remarks| remarks.remarks.len()).sum()
}

/// The remarks on one source; what is folded is not built before it is asked for.
#[component]
fn RemarkGroup(
    /// What the remarks are on.
    name: &'static str,
    /// The remarks.
    group: Vec<Remarks<'static>>,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let is_whole = RwSignal::new(false);
    let all = count(&group);
    let group = StoredValue::new(group);
    let list = move || {
        let limit = if is_whole.get() { all } else { FIRST };
        let places = group.with_value(|group| first(group, limit));
        was_opened.get().then(|| {
            let places = places
                .into_iter()
                .map(|Remarks { place, remarks }| view! { <RemarkPlaceItem place remarks /> });
            view! { <ul class="remark-list">{places.collect_view()}</ul> }
        })
    };
    view! {
        <details class="remark-group" data-remarks=name on:toggle=move |_| was_opened.set(true)>
            <summary><b>{name}</b> " " <small>{all}</small></summary>
            {(FIRST < all).then(|| view! {
                <p>
                    {move || if is_whole.get() { format!("All {all}. ") } else { format!("The first {FIRST} of {all}. ") }}
                    <button type="button" class="quiet" aria-expanded=move || is_whole.get().to_string()
                        on:click=move |_| is_whole.update(|is_whole| *is_whole = !*is_whole)>
                        {move || if is_whole.get() { "Show fewer" } else { "Show all" }}
                    </button>
                </p>
            })}
            {list}
        </details>
    }
}

/// The first remarks of a group, under the measures and documents that they belong to.
fn first(group: &[Remarks<'static>], limit: usize) -> Vec<Remarks<'static>> {
    let mut left = limit;
    let mut taken = Vec::new();
    for remarks in group {
        let mut remarks = remarks.clone();
        remarks.remarks.truncate(left);
        left -= remarks.remarks.len();
        if !remarks.remarks.is_empty() {
            taken.push(remarks);
        }
    }
    taken
}

#[component]
fn RemarkPlaceItem(
    /// The measure, section or document.
    place: RemarkPlace,
    /// The remarks on it.
    remarks: Vec<Remark<'static>>,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let (page, name, home) = match place {
        RemarkPlace::Home(home) => (
            Viewer::here().page_of(home),
            Viewer::here().context(&[]).name_of(home),
            Some(home),
        ),
        RemarkPlace::Document(place) => {
            let document = &dataset.documents[place];
            (Page::Document(document.id.clone()), document.name().to_owned(), None)
        }
    };
    view! {
        <li>
            <p class="remark-place"><PageLink page>{name}</PageLink></p>
            <ul>
                {remarks.into_iter().map(|remark| view! {
                    <li class="remark">
                        <p><Saying says=remark.says /></p>
                        <Subject about=remark.about home />
                    </li>
                }).collect_view()}
            </ul>
        </li>
    }
}

/// The remark itself.
#[component]
fn Saying(
    /// What it says.
    says: Says<'static>,
) -> impl IntoView {
    match says {
        Says::Note(note) => note.into_any(),
        Says::Contradiction { other, note } => view! {
            "Disagrees with " <Other id=other /> {note.map(|note| format!(": {note}"))}
        }
        .into_any(),
    }
}

/// A link to the line or measure that says otherwise.
#[component]
fn Other(
    /// Its id.
    id: &'static str,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    match dataset.record(id) {
        Some((home, _)) => view! { <LineLink home fact=id>{Viewer::here().context(&[]).name_of(home)}</LineLink> }.into_any(),
        None => dataset
            .measures
            .iter()
            .position(|measure| measure.id.as_str() == id)
            .map(|place| view! { <PageLink page=Viewer::here().page_of(Home::Measure(place))>{Viewer::here().context(&[]).name_of(Home::Measure(place))}</PageLink> })
            .into_any(),
    }
}

/// The line or citation that a remark is about; nothing where that is the measure or document above it.
#[component]
fn Subject(
    /// What the remark is about.
    about: About<'static>,
    /// The measure or section in which that stands.
    home: Option<Home>,
) -> impl IntoView {
    let time = |when: Option<When>| when.map_or_else(|| "no date".to_owned(), When::in_words);
    let (fact, name, text) = match about {
        About::Measure | About::Document => return ().into_any(),
        About::Citation(document) => {
            return view! {
                <p class="remark-about">
                    "on its reference to " <PageLink page=Page::Document(document.id.clone())>{document.name()}</PageLink>
                </p>
            }
            .into_any();
        }
        About::Event(event) => (
            event.id.to_string(),
            format!("the fact ({})", time(event.when)),
            event.text.as_str(),
        ),
        About::Commitment(commitment) => {
            let name = format!("the commitment ({})", time(commitment.due));
            (commitment.id.to_string(), name, commitment.text.as_str())
        }
    };
    home.map(|home| {
        view! { <p class="remark-about">"on " <LineLink home fact>{name}</LineLink> ": " {text}</p> }
    })
    .into_any()
}
