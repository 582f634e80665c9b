//! One document: what it is, where it stands in the official register, and who cites it for what.

use leptos::prelude::*;

use crate::dataset::{Home, Record};
use crate::domain::document::Document;
use crate::domain::id::DocumentId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::DocumentUse;
use crate::domain::status::DocumentRole;
use crate::query;
use crate::table::Pace;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::{Drawn, Earlier, Explanations, LineItem, PageLink, Rest, StatusMark, named_line};

/// One document, or a page that says that there is none of that name.
#[component]
pub fn DocumentPage(
    /// Its id, as the link has it.
    id: DocumentId,
) -> impl IntoView {
    let documents = &Viewer::here().dataset.documents;
    match documents.iter().position(|document| document.id == id) {
        Some(place) => view! { <FoundDocument place /> }.into_any(),
        None => view! { <MissingPage noun="document" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundDocument(
    /// Its place in the dataset.
    place: usize,
) -> impl IntoView {
    let viewer = Viewer::here();
    let document = &viewer.dataset.documents[place];
    let citing = query::citing(place, viewer.index);
    let count = citing.len();
    let named = named_line();
    let homes: Vec<Home> = citing.iter().map(|(home, _)| *home).collect();
    let drawn = Drawn::of(Pace::PARTS, move || {
        let named = named.get();
        let place = named.and_then(|(named, _)| homes.iter().position(|home| *home == named));
        (count, place)
    });
    let home = move |number: usize| {
        let (home, roles) = citing[number].clone();
        view! { <CitingHome home roles document /> }
    };
    Explanations::begin();
    view! {
        <article class="thing-page document-page" data-document-page=document.id.as_str()>
            <p class="kicker">{document.kind.label()}</p>
            <h1 tabindex="-1">{document.name()}</h1>
            {document.number.as_ref().and(document.title.as_deref()).map(|title| view! { <p class="summary">{title}</p> })}
            <dl class="properties">
                {document.date.map(|date| view! { <dt>"Date"</dt> <dd>{date.in_words()}</dd> })}
                {document.oj.as_deref().map(|oj| view! { <dt>"Official Journal"</dt> <dd>{oj}</dd> })}
                {document.applies.map(|date| view! { <dt>"Applies from"</dt> <dd>{date.in_words()}</dd> })}
                {document.transposition.map(|date| view! { <dt>"Transposition"</dt> <dd>"by " {date.in_words()}</dd> })}
                {document.marking.as_deref().map(|marking| view! { <dt>"Marking"</dt> <dd>{marking}</dd> })}
                {(!document.aliases.is_empty()).then(|| view! { <dt>"Also printed as"</dt> <dd>{document.aliases.join(", ")}</dd> })}
                <dt>"Register"</dt>
                <dd><Register document /></dd>
            </dl>
            {document.note.as_deref().map(|note| view! { <p class="editor-note"><b>"Editor’s note. "</b> {note}</p> })}
            <h2>"Cited by " <small>{count}</small></h2>
            <Earlier drawn />
            <div data-list="citing">
                <For each=move || drawn.now().lines() key=|number| *number let:number>{home(number)}</For>
            </div>
            <Rest drawn list="citing" />
            {(count == 0).then(|| view! { <p class="nothing">"No measure and no general report cites it."</p> })}
        </article>
    }
}

/// The address in the official register, or why there is none.
#[component]
fn Register(
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    match document.url() {
        Some(url) => {
            view! { <a href=url.clone() rel="noopener noreferrer" target="_blank">{url.clone()}</a> }.into_any()
        }
        None if document.is_restricted() => view! { <small>"not public"</small> }.into_any(),
        None => view! { <small>"no public page follows from its number"</small> }.into_any(),
    }
}

/// A measure or a section of a general report: in which roles it cites the document, how, and the lines that do.
#[component]
fn CitingHome(
    /// The measure or section.
    home: Home,
    /// In which roles; none in a general report.
    roles: Vec<DocumentRole>,
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    let viewer = Viewer::here();
    let dataset = viewer.dataset;
    let measure = match home {
        Home::Measure(place) => Some(&dataset.measures[place]),
        Home::Report(_) => None,
    };
    let citations = measure.into_iter().flat_map(|measure| &measure.documents);
    let citations: Vec<&'static DocumentUse> = citations.filter(|citation| citation.document == document.id).collect();
    let mut printed: Vec<&str> = citations
        .iter()
        .filter_map(|citation| citation.printed.as_deref())
        .collect();
    printed.dedup();
    let details = roles.into_iter().map(|role| role.label().to_owned());
    let details: Vec<String> = details
        .chain(printed.into_iter().map(|printed| format!("printed “{printed}”")))
        .collect();
    let notes = citations.into_iter().filter_map(|citation| citation.note.as_deref());
    let mut notes: Vec<&str> = notes.collect();
    notes.dedup();
    view! {
        <section class="citing-home" data-citing="">
            <h3><PageLink page=viewer.page_of(home)>{viewer.context(&[]).name_of(home)}</PageLink></h3>
            <p class="fact-details">
                {details.into_iter().map(|detail| view! { <span>{detail}</span> }).collect_view()}
                {measure.map(|measure| view! { <span><StatusMark status=measure.status /></span> })}
            </p>
            {notes.into_iter().map(|note| view! { <p class="editor-note"><b>"Editor’s note. "</b> {note}</p> }).collect_view()}
            <CitingLines home document />
        </section>
    }
}

/// The facts and commitments there that cite the document, in order of time.
#[component]
fn CitingLines(
    /// The measure or section.
    home: Home,
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let mut events = dataset.events_in_time(home);
    events.retain(|event| event.documents.contains(&document.id));
    let mut commitments = dataset.commitments_in_time(home);
    commitments.retain(|commitment| commitment.documents.contains(&document.id));
    let is_empty = events.is_empty() && commitments.is_empty();
    let records = events.into_iter().map(Record::Event);
    let records = records.chain(commitments.into_iter().map(Record::Commitment));
    let items = records.map(|record| view! { <LineItem record /> });
    (!is_empty).then(|| view! { <ol class="facts">{items.collect_view()}</ol> })
}
