//! One commitment as a row: when it was due, what was to be done, its course on the axis, and what came of it.

use leptos::prelude::*;

use crate::dataset::Dataset;
use crate::domain::date::When;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Commitment;
use crate::domain::status::OutcomeState;
use crate::render::html;
use crate::timeline::{Axis, PromiseMarks, Span, lay_out_promise};
use crate::ui::Viewer;
use crate::ui::parts::{BodyNames, Explained, Explanations, Reason};

/// The end of the time that was given, from its foot.
const FLAG: &str = "M-1 5V-9.5H0L8.5-6 0-2.5V5z";

/// The day when a thing came about, around its middle.
const DIAMOND: &str = "M0-6 6 0 0 6-6 0z";

/// The axis on which every dated commitment of the dataset and what came of it have their place.
pub fn axis_of(dataset: &Dataset) -> Option<Axis> {
    let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
    let dates = commitments.flat_map(|commitment| [commitment.due, commitment.outcome.date]);
    Axis::covering(dates.flatten().map(When::period))
}

/// A commitment as a row; where the page is narrow, the style makes a card of it.
#[component]
pub fn CommitmentRow(
    /// Its place among the commitments of the index.
    place: usize,
    /// The axis above the rows.
    axis: Axis,
) -> impl IntoView {
    let viewer = Viewer::here();
    // Rows come and go with the selection, so each explains its own acronyms.
    Explanations::begin();
    let entry = viewer.index.commitment(place);
    let commitment: &'static Commitment = &viewer.dataset.commitments(entry.home)[entry.place];
    let (dataset, day) = (viewer.dataset, viewer.day.get_untracked());
    let state = dataset.state(commitment, day);
    let outcome = dataset.known_outcome(commitment, day);
    let done = outcome.and_then(|outcome| outcome.date);
    let delivery = dataset.delivery(commitment, day);
    let put_off_to = dataset.put_off_to(commitment, day);
    let marks = lay_out_promise(axis, commitment.due, done, put_off_to, delivery);
    let slip = delivery.in_words();
    let came = done.map(|date| format!(", {}", date.in_short()));
    let word = if commitment.due.is_some() { "now" } else { "planned for" };
    let home = html::home_link(&viewer.context(&[]).home_link(entry.home, commitment.id.as_str())).0;
    // The line that the link leads to takes the focus.
    let is_named = viewer.route.read_untracked().fact.as_deref() == Some(commitment.id.as_str());
    let when = came.or_else(|| put_off_to.map(|when| format!(", {word} {}", when.in_short())));
    view! {
        <tr role="row" class="commitment-row" data-commitment=commitment.id.as_str() data-outcome=state.key()
            tabindex=is_named.then_some("-1")>
            <td role="cell" class="due">
                {commitment.due.map(When::in_short)} " "
                {match (&commitment.due_text, commitment.due) {
                    (Some(words), _) => view! { <small class="source-words">"“" {words.as_str()} "”"</small> }.into_any(),
                    (None, None) => view! { <small>"no date"</small> }.into_any(),
                    (None, Some(_)) => ().into_any(),
                }}
            </td>
            <td role="cell" class="commitment">
                <p><Explained text=commitment.text.as_str() /></p>
                <p class="fact-details">
                    <span><BodyNames ids=&commitment.owners /></span>
                    <span inner_html=home></span>
                </p>
            </td>
            <td role="cell" class="course" data-from=axis.years().first().map(|(year, _)| *year)
                data-to=axis.years().last().map(|(year, _)| *year)><Course marks state /></td>
            <td role="cell" class="outcome-cell">
                <p class="outcome" data-outcome=state.key()>
                    <OutcomeMark state />
                    <span>{state.label()} {when}</span>
                </p>
                {slip.map(|slip| view! { <p class="slip" data-slip="">{slip}</p> })}
                {outcome.map(|outcome| view! { <p class="reason"><Reason outcome state /></p> })}
            </td>
        </tr>
    }
}

/// The promise and what came of it, drawn; the words beside it say the same.
#[component]
fn Course(
    /// Where everything stands.
    marks: PromiseMarks,
    /// What came of it.
    state: OutcomeState,
) -> impl IntoView {
    let share = |share: f64| format!("{:.3}%", 100.0 * share);
    let width = |span: Span| format!("{:.3}%", 100.0 * (span.to - span.from));
    let given = marks.due.map(|span| {
        view! { <rect class="given" x=share(span.from) y="9" width=width(span) height="4" rx="2" /> }
    });
    let end = marks.due.map(|span| {
        view! { <svg x=share(span.to) y="11" overflow="visible"><path class="flag" d=FLAG /></svg> }
    });
    let slip = marks.slip.map(|span| {
        view! { <line class="slip-line" x1=share(span.from) x2=share(span.to) y1="11" y2="11" /> }
    });
    let came = |span: Span, class: &'static str, path: &'static str| {
        let middle = f64::midpoint(span.from, span.to);
        view! { <svg x=share(middle) y="11" overflow="visible"><path class=class d=path /></svg> }
    };
    let done = marks.done.map(|span| came(span, "done", DIAMOND));
    let later = marks.put_off_to.map(|span| came(span, "later", FLAG));
    view! {
        <svg class="course-drawing" data-outcome=state.key() width="100%" height="22" aria-hidden="true">
            {given} {slip} {end} {done} {later}
        </svg>
    }
}

/// What the marks of a course mean, each beside its words.
#[component]
pub fn CourseKey() -> impl IntoView {
    let part = |drawing: AnyView, says: &'static str| {
        view! {
            <li><svg class="course-drawing" viewBox="0 0 24 22" width="24" height="22" aria-hidden="true">{drawing}</svg> {says}</li>
        }
    };
    let given = view! { <rect class="given" x="2" y="9" width="20" height="4" rx="2" /> }.into_any();
    let end = view! { <path class="flag" transform="translate(10 11)" d=FLAG /> }.into_any();
    let later = view! { <path class="later" transform="translate(10 11)" d=FLAG /> }.into_any();
    let done = view! { <path class="done" transform="translate(12 11)" d=DIAMOND /> }.into_any();
    let slip = view! { <line class="slip-line" x1="2" x2="22" y1="11" y2="11" /> }.into_any();
    view! {
        <ul class="course-key" aria-label="Marks of the course">
            {part(given, "time given")}
            {part(end, "its end")}
            {part(done, "done")}
            {part(later, "still to come, or planned anew")}
            {part(slip, "slip")}
        </ul>
    }
}

/// The mark of an outcome; its word stands beside it.
#[component]
pub fn OutcomeMark(
    /// The outcome.
    state: OutcomeState,
) -> impl IntoView {
    let path = match state {
        OutcomeState::Open => "M6 1.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z",
        OutcomeState::Overdue => "M6 1 11.5 10.8H.5z",
        OutcomeState::Met => "M1 6.5 4.5 10 11 2.5",
        OutcomeState::MetLate => "M1 6.5 4.5 10 11 2.5M7.5 11h4",
        OutcomeState::Changed => "M1 3.5h8M6.5 1 9 3.5 6.5 6M11 8.5H3M5.5 6 3 8.5 5.5 11",
        OutcomeState::Dropped => "M2 2l8 8M10 2l-8 8",
        OutcomeState::Unknown => "M3.5 4a2.5 2.5 0 1 1 3.6 2.2C6.2 6.7 6 7.2 6 8.2M6 10.2v.9",
    };
    view! {
        <svg class="outcome-mark" data-outcome=state.key() viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
