//! What stands elsewhere on the same thing, and what shows an outcome.

use leptos::prelude::*;

use crate::dataset::{Record, Tie};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{HomeLink, PageLink};

/// The records that are tied to a fact or commitment, each with the kind of tie in words.
#[component]
pub fn Ties(
    /// The id of the fact or commitment.
    id: &'static str,
    /// What is named as evidence already and need not be named twice.
    #[prop(optional)]
    evidence: &'static [String],
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let ties = dataset.ties(id).into_iter();
    let ties = ties.filter(|tie| !evidence.iter().any(|shown| shown == tie.other));
    let line = |tie: Tie<'static>| {
        let (home, _) = dataset.record(tie.other)?;
        Some(view! {
            <li>
                <span class="tie-label">{tie.label} ": "</span>
                <HomeLink home fact=tie.other />
                {tie.note.map(|note| view! { <span class="tie-note">" – " {note}</span> })}
            </li>
        })
    };
    let lines: Vec<_> = ties.filter_map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="ties">{lines}</ul> })
}

/// The facts, commitments and documents that show an outcome.
#[component]
pub fn Evidence(
    /// Their ids.
    ids: &'static [String],
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let when = |record: Record<'_>| match record {
        Record::Event(event) => event.when,
        Record::Commitment(commitment) => commitment.due,
    };
    let mut seen = Vec::new();
    let is_new = |id: &&'static String| {
        let Some((home, record)) = dataset.record(id) else {
            return true;
        };
        // Two lines of one measure on one day would read the same.
        let line = (home, when(record));
        let is_new = !seen.contains(&line);
        seen.push(line);
        is_new
    };
    let link = |id: &'static String| match (dataset.record(id), dataset.document(id)) {
        (Some((home, record)), _) => {
            let when = when(record).map(|when| format!(" ({})", when.in_short()));
            Some(view! { <HomeLink home fact=id.as_str() is_short=true /> {when} }.into_any())
        }
        (None, Some(document)) => {
            Some(view! { <PageLink page=Page::Document(document.id.clone())>{document.name()}</PageLink> }.into_any())
        }
        (None, None) => None,
    };
    let links = ids.iter().filter(is_new).filter_map(link).enumerate();
    let links: Vec<_> = links
        .map(|(number, link)| view! { {(0 < number).then_some(", ")} {link} })
        .collect();
    (!links.is_empty()).then(|| view! { <span class="evidence">" Shown by " {links} "."</span> })
}
