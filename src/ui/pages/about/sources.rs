//! The documents the data was drawn from, and how much came from each.

use leptos::prelude::*;

use crate::dataset::Source;
use crate::domain::date::PartialDate;
use crate::query::{self, Tally};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{BodyNames, PageLink};

/// Every source, the leading one first.
#[component]
pub fn Sources() -> impl IntoView {
    let dataset = Viewer::here().dataset;
    view! { <ol class="source-list">{dataset.sources.iter().map(|source| view! { <SourceItem source /> }).collect_view()}</ol> }
}

#[component]
fn SourceItem(
    /// The document.
    source: &'static Source,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let reports = dataset.reports.iter().filter(|report| report.source == source.id);
    let reports: Vec<_> = reports
        .map(|report| view! { <span><PageLink page=Page::Report(report.id.clone())>{report.title.as_str()}</PageLink></span> })
        .collect();
    let tally = query::tally(Some(&source.id), dataset);
    view! {
        <li data-source=source.id.as_str()>
            <h3>{source.number.as_str()}</h3>
            <p class="source-title">{source.title.as_str()}</p>
            <p class="fact-details">
                <span>{PartialDate::of_day(source.date).in_words()}</span>
                {(!source.issuer.is_empty()).then(|| view! { <span>"from " <BodyNames ids=&source.issuer /></span> })}
                {source.marking.as_deref().map(|marking| view! { <span>"marked " {marking}</span> })}
                {source.previous.as_deref().map(|previous| view! { <span>"continues " <Previous number=previous /></span> })}
                {source.url.as_deref().map(|url| view! {
                    <span><a href=url rel="noopener noreferrer" target="_blank"
                        aria-label=format!("{} in the official register", source.number)>"register ↗"</a></span>
                })}
            </p>
            <p class="source-tally">{in_words(tally)}</p>
            {(!reports.is_empty()).then(|| view! { <p class="fact-details">{reports}</p> })}
            {source.note.as_deref().map(|note| view! { <p class="editor-note"><b>"Editor’s note. "</b> {note}</p> })}
        </li>
    }
}

/// The document that a source continues, as a link where the data has it.
#[component]
fn Previous(
    /// Its number.
    number: &'static str,
) -> impl IntoView {
    let mut documents = Viewer::here().dataset.documents.iter();
    match documents.find(|document| document.number.as_deref() == Some(number)) {
        Some(document) => view! { <PageLink page=Page::Document(document.id.clone())>{number}</PageLink> }.into_any(),
        None => number.into_any(),
    }
}

/// `74 measures, 10 sections of a general report, 600 facts, 400 commitments`.
fn in_words(tally: Tally) -> String {
    let sections = (0 < tally.sections).then(|| format!("{} sections of a general report", tally.sections));
    let parts = [Some(format!("{} measures", tally.measures)), sections];
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts
        .chain([
            format!("{} facts", tally.facts),
            format!("{} commitments", tally.commitments),
        ])
        .collect();
    parts.join(", ")
}

/// How much the page has read: its self-check.
#[component]
pub fn Counts() -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let tally = query::tally(None, dataset);
    view! {
        <p data-counts="">
            "This copy of the page has read " {in_words(tally)} ", " {dataset.documents.len()} " documents and "
            {dataset.bodies.len()} " bodies, and found no fault in them: it would show the faults instead."
        </p>
    }
}
