//! One document: what it is, where it stands in the official register, and who cites it.

use leptos::prelude::*;

use crate::domain::document::Document;
use crate::domain::id::DocumentId;
use crate::domain::keyed::Keyed;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::MeasureList;

/// One document, or a page that says that there is none of that name.
#[component]
pub fn DocumentPage(
    /// Its id, as the link has it.
    id: DocumentId,
) -> impl IntoView {
    match Viewer::here().dataset.document(id.as_str()) {
        Some(document) => view! { <FoundDocument document /> }.into_any(),
        None => view! { <MissingPage noun="document" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundDocument(
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    let viewer = Viewer::here();
    let measures = viewer.dataset.measures.iter().enumerate();
    let citing = measures.filter(|(_, measure)| {
        measure
            .documents
            .iter()
            .any(|citation| citation.document == document.id)
    });
    let citing: Vec<usize> = citing.map(|(place, _)| place).collect();
    view! {
        <article class="thing-page" data-document-page=document.id.as_str()>
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
                <dd>{match document.url() {
                    Some(url) => view! { <a href=url.clone() rel="noopener noreferrer" target="_blank">{url.clone()}</a> }.into_any(),
                    None => "no public page follows from its number".into_any(),
                }}</dd>
            </dl>
            {document.note.as_deref().map(|note| view! { <p class="editor-note"><b>"Editor’s note. "</b> {note}</p> })}
            <h2>"Cited by"</h2>
            <MeasureList places=citing />
        </article>
    }
}
