//! Who held the Presidency when, and by which rule a measure belongs to one.

use leptos::prelude::*;

use crate::domain::date::{PartialDate, When};
use crate::domain::presidency::Presidency;
use crate::ui::Viewer;

/// The rule, and the rota.
#[component]
pub fn Presidencies() -> impl IntoView {
    let viewer = Viewer::here();
    let terms = viewer.dataset.rota.terms();
    let years = terms.first().zip(terms.last()).map(|(first, last)| {
        let (first, last) = (first.term.first().year(), last.term.last().year());
        format!("The rota from {first} to {last}")
    });
    // Presidencies of one trio stand together: its cell spans their rows.
    let trios = terms.chunk_by(|one, other| one.trio == other.trio);
    let rows = trios.flat_map(|trio| {
        let rows = trio.iter().enumerate();
        rows.map(|(place, presidency)| {
            let span = (place == 0).then_some(trio.len());
            view! { <TermRow presidency span /> }
        })
    });
    view! {
        <p>
            "A measure belongs to a Presidency when the text names it, or when one of the dated facts falls wholly in its
            half-year: a year belongs to neither half. In the column Presidencies of the table, a dark cell means that the text
            names it for something done, a grey one that only the date of something done falls in its term; an outline means
            plans, a broken outline plans by date alone."
        </p>
        <table class="rota">
            <caption>{years}</caption>
            <thead><tr><th scope="col">"Presidency"</th> <th scope="col">"Term"</th> <th scope="col">"Trio"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p><small>"After Council Decision (EU) 2016/1316, and Decision 2009/908/EU for the years before it."</small></p>
    }
}

#[component]
fn TermRow(
    /// The term.
    presidency: &'static Presidency,
    /// Over how many rows the trio's cell goes, where it begins in this one.
    span: Option<usize>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let is_in_office = presidency.term.contains(viewer.day.get_untracked());
    let (first, last) = (presidency.term.first(), presidency.term.last());
    let term = When::new(PartialDate::of_day(first), Some(PartialDate::of_day(last)));
    view! {
        <tr class:is-in-office=is_in_office class:begins-trio=span.is_some() data-term=presidency.id.as_str()>
            <th scope="row">
                {presidency.country.as_str()}
                {is_in_office.then(|| view! { <small>" in office on " {viewer.day_in_words()}</small> })}
            </th>
            <td>{term.map(When::in_words)}</td>
            {span.map(|span| view! { <td class="trio" rowspan=span>{presidency.trio.replace('-', ", ")}</td> })}
        </tr>
    }
}
