//! What a measure has to do with the other measures and with the reports around them.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event, Measure};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{CommitmentLine, EventLine, PageLink};

/// Measures that are tied to this one, whichever record carries the tie.
#[component]
pub fn Related(
    /// The measure.
    measure: &'static Measure,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let own = measure.related.iter().filter_map(|related| {
        let other = dataset.measure(related.measure.as_str())?;
        Some((other, related.relation.label(), related.note.as_deref()))
    });
    let of_others = dataset.measures.iter().flat_map(|other| {
        let ties = other.related.iter().filter(|related| related.measure == measure.id);
        ties.map(move |related| {
            (
                other,
                related.relation.label_from_the_other_side(),
                related.note.as_deref(),
            )
        })
    });
    let line = |(other, relation, note): (&'static Measure, &'static str, Option<&'static str>)| {
        let source = dataset
            .source(other.source.as_str())
            .map(|source| source.number.as_str());
        view! {
            <li>
                <PageLink page=Page::Measure(other.id.clone())>{other.number.as_str()} " " {other.title.as_str()}</PageLink>
                <small>{relation} " · " {source} {note.map(|note| format!(" · {note}"))}</small>
            </li>
        }
    };
    let lines: Vec<_> = own.chain(of_others).map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2>"Same subject elsewhere"</h2>
            <ul class="document-list related">{lines}</ul>
        }
    })
}

/// What the source's general report says about the measure.
#[component]
pub fn FromReports(
    /// The measure.
    measure: &'static Measure,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let reports = || dataset.reports.iter();
    let mut events: Vec<&'static Event> = reports()
        .flat_map(|report| &report.state_of_play)
        .filter(|event| event.measures.contains(&measure.id))
        .collect();
    events.sort_by_key(|event| event.order());
    let mut commitments: Vec<&'static Commitment> = reports()
        .flat_map(|report| &report.follow_up)
        .filter(|commitment| commitment.measures.contains(&measure.id))
        .collect();
    commitments.sort_by_key(|commitment| commitment.order());
    let is_empty = events.is_empty() && commitments.is_empty();
    (!is_empty).then(|| {
        let events = events.into_iter().map(|event| view! { <EventLine event /> }.into_any());
        let commitments = commitments
            .into_iter()
            .map(|commitment| view! { <CommitmentLine commitment /> }.into_any());
        view! {
            <section aria-labelledby="general-report">
                <h2 id="general-report">"In the general report"</h2>
                <ol class="facts">{events.chain(commitments).collect_view()}</ol>
            </section>
        }
    })
}
