//! Which Presidency's brief is shown, and which beside it.

use leptos::prelude::*;

use crate::domain::id::PresidencyId;
use crate::domain::presidency::Presidency;
use crate::query;
use crate::route::Page;
use crate::ui::Viewer;

/// A link for each Presidency that has a brief, in the order of the rota, each trio together.
#[component]
pub fn PresidencyPicker() -> impl IntoView {
    let viewer = Viewer::here();
    let briefed = query::briefed(viewer.dataset, viewer.index);
    let trios: Vec<_> = briefed
        .chunk_by(|one, other| one.trio == other.trio)
        .map(|trio| {
            let terms = trio
                .iter()
                .map(|term| view! { <Term presidency=term /> })
                .collect_view();
            view! { <li><ul>{terms}</ul></li> }
        })
        .collect();
    view! { <nav class="presidency-picker" aria-label="Presidencies by trio"><ul>{trios}</ul></nav> }
}

#[component]
fn Term(
    /// Whose term it is.
    presidency: &'static Presidency,
) -> impl IntoView {
    let viewer = Viewer::here();
    let page = Page::Presidency(Some(presidency.id.clone()));
    let is_shown = move || {
        let shown = viewer.presidencies.read();
        shown.first().is_some_and(|shown| shown.id == presidency.id)
    };
    // The whole selection, so that a brief opened in a new window shows the same.
    let href = move || format!("#{}", viewer.route.read().with_page(page.clone()).to_fragment());
    view! {
        <li>
            <a href=href aria-current=move || is_shown().then_some("page") data-brief-of=presidency.id.as_str()
                title=days(presidency)>
                {presidency.id.as_str()} " " <span class="for-listeners">{presidency.country.as_str()}</span>
                " " <small>{half_year(presidency)}</small>
            </a>
        </li>
    }
}

/// `H1 2020`.
fn half_year(presidency: &Presidency) -> String {
    let first = presidency.term.first();
    let half = if first.month() < 7 { 1 } else { 2 };
    format!("H{half} {}", first.year())
}

/// `Croatia, 1 January 2020 to 30 June 2020`.
fn days(presidency: &Presidency) -> String {
    format!("{}, {}", presidency.country, presidency.term_in_words())
}

/// A second Presidency whose brief stands beside the first, or none.
#[component]
pub fn BesideChoice() -> impl IntoView {
    let viewer = Viewer::here();
    let now = move || {
        let shown = viewer.presidencies.read();
        shown.get(1).map_or_else(String::new, |beside| beside.id.to_string())
    };
    let on_change = move |event| {
        let id = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        viewer.arrange(|options| options.compare_with = id.map(|id| PresidencyId::new(&id)));
    };
    let option = move |presidency: &'static Presidency| {
        let id = presidency.id.as_str();
        view! { <option value=id selected=move || now() == id>{presidency.country.as_str()} ", " {half_year(presidency)}</option> }
    };
    let options = move || {
        let shown = viewer.presidencies.read();
        let briefed = query::briefed(viewer.dataset, viewer.index).into_iter();
        let others = briefed.filter(|term| shown.first().is_none_or(|shown| shown.id != term.id));
        others.map(option).collect_view()
    };
    view! {
        <label>"Set beside "
            <select data-choice="beside" prop:value=now on:change=on_change>
                <option value="" selected=move || now().is_empty()>"none"</option>
                {options}
            </select>
        </label>
    }
}
