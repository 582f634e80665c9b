//! One line of a brief: when, what, by whom, what had come of it, and where the source says so.

use leptos::prelude::*;

use crate::dataset::{Home, Record};
use crate::domain::keyed::Keyed;
use crate::query::{Basis, BriefLine};
use crate::ui::Viewer;
use crate::ui::parts::{BodyNames, EventMark, Explained, LineLink, Marked, OutcomeMark};

/// A line as an `li`.
pub fn brief_row(line: BriefLine<'static>) -> AnyView {
    view! { <BriefRow line /> }.into_any()
}

#[component]
fn BriefRow(
    /// The line.
    line: BriefLine<'static>,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let record = line.record;
    let as_of = Viewer::here().query.read_untracked().day(dataset);
    let state = line.state.map(Keyed::key);
    let how = record
        .locator()
        .page_counted
        .then_some("The page was counted between the printed page numbers.");
    let mark = match (record, line.state) {
        (Record::Event(event), _) => {
            view! { <EventMark kind=event.kind is_planned=event.is_planned(as_of) /> }.into_any()
        }
        (_, Some(state)) => view! { <OutcomeMark state /> }.into_any(),
        (_, None) => ().into_any(),
    };
    let owners = match record {
        Record::Commitment(commitment) => commitment.owners.as_slice(),
        Record::Event(_) => &[],
    };
    let text = match line.is_again {
        // It is cut off after a line: what an acronym stands for would be cut off too.
        true => view! { <p class="brief-text" title=record.text()><Marked text=record.text() /></p> }.into_any(),
        false => view! { <p class="brief-text"><Explained text=record.text() /></p> }.into_any(),
    };
    // The place after it names the source.
    let home = match line.home {
        Home::Measure(place) => format!("measure {}", dataset.measures[place].number),
        Home::Report(_) => "general report".to_owned(),
    };
    // In a narrow column a date stands on one line; the source's words for it have more room elsewhere.
    let words = record.date_text().filter(|_| record.when().is_some());
    view! {
        <li class="brief-row" data-line=record.id() data-basis=line.basis.map(key) data-outcome=state
            data-again=line.is_again.then_some("")>
            <p class="brief-date"><Date record /></p>
            <div class="brief-told">
            {mark}
            {text}
            <p class="fact-details">
                {line.outcome_in_words(dataset).map(|words| view! { <span class="outcome" data-outcome=state>{words}</span> })}
                {words.map(|words| view! { <span class="source-words">"“" {words} "”"</span> })}
                {(!owners.is_empty()).then(|| view! { <span><BodyNames ids=owners /></span> })}
                {line.basis.map(|basis| view! { <span><Grounds basis /></span> })}
                <span><LineLink home=line.home fact=record.id() attr:data-home="">{home}</LineLink></span>
                <span class="place" title=how>{line.place_in_words(dataset)}</span>
            </p>
            </div>
        </li>
    }
}

/// The date in the form for tables, or else the source's own words.
#[component]
fn Date(
    /// The fact or commitment.
    record: Record<'static>,
) -> impl IntoView {
    match (record.when(), record.date_text()) {
        (Some(when), _) => view! { <time datetime=when.datetime()>{when.in_short()}</time> }.into_any(),
        (None, Some(words)) => view! { <small class="source-words">"“" {words} "”"</small> }.into_any(),
        (None, None) => view! { <small>"no date"</small> }.into_any(),
    }
}

/// On what grounds a line belongs to the Presidency: whole where the text says so, dashed where only the date does.
#[component]
pub fn Grounds(
    /// The grounds.
    basis: Basis,
) -> impl IntoView {
    view! { <span class="grounds" data-grounds=key(basis)>{basis.in_words()}</span> }
}

fn key(basis: Basis) -> &'static str {
    match basis {
        Basis::Named => "named",
        Basis::ByDate => "by-date",
    }
}
