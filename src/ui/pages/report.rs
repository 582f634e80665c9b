//! One section of a general report: what it says beyond the measures.

use leptos::prelude::*;

use crate::dataset::Record;
use crate::domain::id::ReportId;
use crate::domain::measure::{Commitment, Event, Report};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::pages::MissingPage;
use crate::ui::parts::{Explanations, LineItem, MeasureList, PageLink, PrioritySwatch};

/// One section, or a page that says that there is none of that name.
#[component]
pub fn ReportPage(
    /// Its id, as the link has it.
    id: ReportId,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    match dataset.report(&id) {
        Some(place) => view! { <FoundReport report=&dataset.reports[place] /> }.into_any(),
        None => view! { <MissingPage noun="section of a general report" name=id.to_string() /> }.into_any(),
    }
}

#[component]
fn FoundReport(
    /// The section.
    report: &'static Report,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    Explanations::begin();
    let source = dataset.source(&report.source);
    let mut events: Vec<&'static Event> = report.state_of_play.iter().collect();
    events.sort_by_key(|event| event.order());
    let mut commitments: Vec<&'static Commitment> = report.follow_up.iter().collect();
    commitments.sort_by_key(|commitment| commitment.order());
    let of_priority =
        dataset.measures.iter().enumerate().filter(|(_, measure)| {
            measure.source == report.source && Some(&measure.priority) == report.priority.as_ref()
        });
    let measures: Vec<usize> = of_priority.map(|(place, _)| place).collect();
    let others = dataset.reports.iter().filter(|other| other.source == report.source);
    let other = |other: &'static Report| {
        let is_this = (other.id == report.id).then_some("page");
        view! { <li><PageLink page=Page::Report(other.id.clone()) attr:aria-current=is_this>{other.title.as_str()}</PageLink></li> }
    };
    view! {
        <article class="thing-page report-page" data-report-page=report.id.as_str()>
            <p class="kicker">
                {report.priority.as_ref().map(|id| view! { <PrioritySwatch id=id.as_str() /> })}
                "General report" {source.map(|source| format!(" of {}", source.number))}
            </p>
            <h1 tabindex="-1">{report.title.as_str()}</h1>
            <nav class="contents-line" aria-label="Sections of the general report"><ul>{others.map(other).collect_view()}</ul></nav>
            {(!events.is_empty()).then(|| view! {
                <h2>"What it reports " <small>{events.len()}</small></h2>
                <ol class="facts">{events.into_iter().map(|event| view! { <LineItem record=Record::Event(event) /> }).collect_view()}</ol>
            })}
            {(!commitments.is_empty()).then(|| view! {
                <h2>"What was to follow " <small>{commitments.len()}</small></h2>
                <ol class="facts">
                    {commitments.into_iter().map(|commitment| view! { <LineItem record=Record::Commitment(commitment) /> }).collect_view()}
                </ol>
            })}
            {(!measures.is_empty()).then(|| view! {
                <h2>"Measures under this priority " <small>{measures.len()}</small></h2>
                <MeasureList places=measures />
            })}
        </article>
    }
}
