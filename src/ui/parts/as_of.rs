//! The day as of which everything is told: the choice of it, and the sentence that says so where it is not the edition's.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::page;
use crate::domain::date::{Day, PartialDate, Period};
use crate::route::Page;
use crate::ui::Viewer;

/// Where the day is chosen.
const CHOICE: &str = "[data-as-of]";

/// The choice of the day, and the way back to the edition's date.
#[component]
pub fn AsOfChoice() -> impl IntoView {
    let viewer = Viewer::here();
    let span = viewer.dataset.span();
    let end = |end: fn(Period) -> Day| span.map(|span| end(span).to_string());
    let input = NodeRef::<Input>::new();
    let hint = RwSignal::new(None::<String>);
    Effect::new(move || {
        let told = viewer.day.get().to_string();
        hint.set(None);
        // The value is written only where it is another one: to write it again would take away what is half typed.
        if let Some(input) = input.get().filter(|input| input.value() != told) {
            input.set_value(&told);
        }
    });
    let on_input = move |event| {
        if let Some(day) = whole_day(&event_target_value(&event)).filter(|day| is_within(span, *day)) {
            hint.set(None);
            viewer.tell_as_of(day);
        }
    };
    // A day that is still being typed is no mistake: only who leaves it so is told.
    let on_leave = move |event| {
        let value = event_target_value(&event);
        let is_told = whole_day(&value) == Some(viewer.day.get_untracked());
        hint.set((!is_told).then(|| what_is_wrong(&value, span, viewer)));
    };
    let go_back = move |_| {
        viewer.tell_as_of(viewer.dataset.edition.status_date);
        // The button goes with the other day: the reader stays at the choice, or at the heading where that goes too.
        request_animation_frame(|| {
            if !page::focus(CHOICE) {
                page::focus("main h1");
            }
        });
    };
    let is_moved = Memo::new(move |_| viewer.is_moved());
    view! {
        <span class="as-of">
            <label>"As of "
                <input type="date" data-as-of="" node_ref=input min=end(Period::first) max=end(Period::last)
                    on:input=on_input on:blur=on_leave />
            </label>
            {move || is_moved.get().then(|| view! {
                <button type="button" class="quiet" data-status-date="" on:click=go_back>"Back to the status date"</button>
            })}
            <span class="as-of-hint" role="status">{hint}</span>
        </span>
    }
}

/// The day that a text names, if it names one day and nothing longer.
///
/// Read with our own dates, as everywhere: where a browser has no field for dates, the text is the reader's.
fn whole_day(text: &str) -> Option<Day> {
    let date = text.trim().parse::<PartialDate>().ok()?;
    date.is_day().then(|| date.period().first())
}

/// Whether the record has anything to say of that day.
fn is_within(span: Option<Period>, day: Day) -> bool {
    span.is_none_or(|span| span.contains(day))
}

fn what_is_wrong(value: &str, span: Option<Period>, viewer: Viewer) -> String {
    let told = viewer.day_in_words();
    let out_of = span.filter(|_| whole_day(value).is_some());
    match out_of {
        Some(span) => {
            let [first, last] = [span.first(), span.last()].map(|day| PartialDate::of_day(day).in_words());
            format!("The record goes from {first} to {last}; still as of {told}.")
        }
        None => format!("Not a whole date; still as of {told}."),
    }
}

/// A line above every page: that it is told as of another day than the edition's, and on pages without tools of their own
/// the choice of that day.
#[component]
pub fn AsOfBar() -> impl IntoView {
    let viewer = Viewer::here();
    let is_moved = Memo::new(move |_| viewer.is_moved());
    let has_choice = Memo::new(move |_| match viewer.page.get() {
        page if page.is_view() => false,
        Page::About => is_moved.get(),
        _ => true,
    });
    let sentence = move || {
        is_moved.get().then(|| {
            let day = viewer.day.get();
            let status_date = viewer.status_date();
            let later = match day < viewer.dataset.edition.status_date {
                true => ": what is later is shown as planned, what was due and not done by then as overdue. ",
                false => ": what was due by then and is not reported done is shown as overdue. ",
            };
            // What the editors read out of the whole record cannot be worked out for another day.
            let readings = match viewer.page.get() {
                Page::Table => Some("The status of a measure is the editors’ reading of that day and does not follow."),
                Page::Measure(_) => {
                    Some("The measure’s summary and status are the editors’ reading of that day and do not follow.")
                }
                _ => None,
            };
            view! {
                <b>"As of " {viewer.day_in_words()}</b> {later} "The record itself ends on " {status_date} "."
                {readings.map(|readings| view! { " " {readings} })}
            }
        })
    };
    view! {
        <div class="as-of-bar" class:is-moved=is_moved class:has-choice=has_choice>
            <p role="status" data-as-of-line="">{sentence}</p>
            {move || has_choice.get().then(|| view! { <AsOfChoice /> })}
        </div>
    }
}
