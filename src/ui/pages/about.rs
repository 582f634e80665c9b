//! What the page is made from, and what its words mean.

use leptos::prelude::*;

use crate::dataset::Source;
use crate::domain::date::PartialDate;
use crate::domain::keyed::Keyed;
use crate::domain::status::Status;
use crate::ui::Viewer;
use crate::ui::parts::StatusMark;

/// Sources, definitions and the terms of use.
#[component]
pub fn AboutPage() -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let of_measures = dataset
        .measures
        .iter()
        .map(|measure| (measure.state_of_play.len(), measure.follow_up.len()));
    let of_reports = dataset
        .reports
        .iter()
        .map(|report| (report.state_of_play.len(), report.follow_up.len()));
    let (facts, promises) = of_measures
        .chain(of_reports)
        .fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1));
    let status = |status: &Status| view! { <dt><StatusMark status=*status /></dt> <dd>{status.definition()}</dd> };
    view! {
        <article class="about-page">
            <h1 tabindex="-1">"About this page"</h1>
            <p class="summary">
                "How the measures of the renewed EU Internal Security Strategy stand, as the Council’s own follow-up paper
                reports it. An unofficial presentation: where it and the source differ, the source is right."
            </p>
            <h2>"Sources"</h2>
            {dataset.sources.iter().map(|source| view! { <SourceLine source /> }).collect_view()}
            <p>
                "From them: " {dataset.measures.len()} " measures, " {facts} " facts, " {promises} " commitments, "
                {dataset.documents.len()} " documents and " {dataset.bodies.len()} " bodies."
            </p>
            <h2>"How the data was made"</h2>
            <p>
                "Each measure was read once and written down, and read a second time by somebody else who compared every
                number, date and reference with the source. Titles, names, numbers and dates are copied; every sentence is
                new. What the source prints is kept even where it is a slip; then an editor’s note says so."
            </p>
            <p>
                "A page number in a reference is the printed one, or, where the text does not show it, counted between the
                nearest printed ones; the counts agree."
            </p>
            <h2>"Status"</h2>
            <p>"The editors’ reading of the source. Each measure says from what it follows."</p>
            <dl class="properties">{Status::ALL.iter().map(status).collect_view()}</dl>
            <h2>"Presidencies"</h2>
            <p>
                "A measure belongs to a Presidency when the text names it, or when one of the dated facts falls wholly in its
                half-year. A dark cell means that the text names it for something done, a grey one that only the date of
                something done falls in its term; an outline means plans, a broken outline plans by date alone."
            </p>
            <h2>"Privacy"</h2>
            <p>
                "The page is one file. It makes no request: its Content-Security-Policy forbids it. Links to registers open
                only when you follow them."
            </p>
        </article>
    }
}

#[component]
fn SourceLine(
    /// The document.
    source: &'static Source,
) -> impl IntoView {
    view! {
        <p>
            {match &source.url {
                Some(url) => view! { <a href=url.as_str() rel="noopener noreferrer" target="_blank">{source.number.as_str()}</a> }.into_any(),
                None => source.number.as_str().into_any(),
            }}
            ", " {PartialDate::of_day(source.date).in_words()}
            {source.marking.as_deref().map(|marking| format!(", marked {marking}"))}
            ": " {source.title.as_str()}
            {source.note.as_deref().map(|note| view! { <br /> <small>{note}</small> })}
        </p>
    }
}
