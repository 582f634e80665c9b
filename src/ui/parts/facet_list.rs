//! One filter: its values with the number of measures each would leave.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::status::{PresidencyRole, Status};
use crate::query::{Facet, FacetCounts, FacetValue, NO_FOLLOW_UP, Unit};
use crate::ui::Viewer;
use crate::ui::parts::{PrioritySwatch, StatusGlyph};

/// How many values stand there before the rest is asked for.
const FIRST: usize = 8;

/// A filter with its values. Long ones begin folded; what is chosen is always in sight.
#[component]
pub fn FacetList(
    /// Which filter.
    facet: Facet,
) -> impl IntoView {
    let viewer = Viewer::here();
    let values = viewer.index.values(facet);
    let counts = Memo::new(move |_| viewer.counts(facet));
    let is_open = RwSignal::new(false);
    let first = folded(facet, viewer);
    let hidden = values.len() - first.len();
    let shown = move || {
        let (counts, unit, is_open) = (counts.read(), viewer.unit.get(), is_open.get());
        // A commitment is never without one.
        let is_possible =
            |place: usize| unit == Unit::Measures || values[place].key != NO_FOLLOW_UP || facet != Facet::Outcome;
        let is_shown = |place: usize| {
            counts.values[place].is_chosen || ((is_open || first.contains(&place)) && is_possible(place))
        };
        (0..values.len()).filter(|place| is_shown(*place)).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="facet-list" data-facet=facet.key()>
            <legend>{facet.label()}</legend>
            <ul>
                <For each=shown key=|place| *place let:place>
                    <FacetRow facet value=&values[place] place counts />
                </For>
            </ul>
            {(0 < hidden).then(|| view! {
                <button type="button" class="quiet" aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)>
                    {move || if is_open.get() { "Show fewer".to_owned() } else { format!("Show all {}", values.len()) }}
                </button>
            })}
            {(facet == Facet::Presidency).then(|| view! { <RoleChoice /> })}
        </fieldset>
    }
}

/// The places of the values that stand there from the start: the Presidencies of the strip, else the first ones.
fn folded(facet: Facet, viewer: Viewer) -> Vec<usize> {
    let values = viewer.index.values(facet);
    if facet != Facet::Presidency {
        let first = if values.len() <= FIRST + 2 { values.len() } else { FIRST };
        return (0..first).collect();
    }
    let dataset = viewer.dataset;
    let named = |value: &FacetValue| {
        let links = dataset.measures.iter().flat_map(|measure| &measure.presidencies);
        links.into_iter().any(|link| link.id.as_str() == value.key)
    };
    (0..values.len()).filter(|place| named(&values[*place])).collect()
}

#[component]
fn FacetRow(
    /// The filter the value belongs to.
    facet: Facet,
    /// The value.
    value: &'static FacetValue,
    /// Its place in the counts.
    place: usize,
    /// The counts of the whole filter.
    counts: Memo<FacetCounts<'static>>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let key = value.key.as_str();
    let count = move || counts.read().values[place].count;
    let share = move || {
        let all = viewer.all.get().max(1);
        format!("{}%", (100 * count() / all).min(100))
    };
    view! {
        <li class:is-empty=move || count() == 0>
            <label title=value.name.as_deref()>
                <input type="checkbox" data-facet=facet.key() data-value=key
                    prop:checked=move || counts.read().values[place].is_chosen
                    on:change=move |_| viewer.select(|query| query.toggle(facet, key)) />
                <span class="facet-label">
                    {(facet == Facet::Priority).then(|| view! { <PrioritySwatch id=key /> })}
                    {(facet == Facet::Status).then(|| Status::from_key(key).map(|status| view! { <StatusGlyph status /> }))}
                    <span>
                        {value.label.as_str()} {(facet == Facet::Presidency).then(|| view! { " " <small>{key}</small> })}
                    </span>
                </span>
                <span class="facet-count">{count}</span>
            </label>
            <span class="facet-bar" style:width=share aria-hidden="true"></span>
        </li>
    }
}

/// Whether a Presidency must have acted, must have plans, or either.
#[component]
fn RoleChoice() -> impl IntoView {
    let viewer = Viewer::here();
    let choices = std::iter::once(None).chain(PresidencyRole::ALL.iter().copied().map(Some));
    let choice = move |role: Option<PresidencyRole>| {
        let label = match role {
            None => "either",
            Some(role) => role.label(),
        };
        view! {
            <label>
                <input type="radio" name="role" data-role=role.map_or("either", Keyed::key)
                    prop:checked=move || viewer.aside_query.read().role == role
                    on:change=move |_| viewer.select(|query| query.role = role) />
                {label}
            </label>
        }
    };
    view! { <div class="role-choice" role="radiogroup" aria-label="What the Presidency did">{choices.map(choice).collect_view()}</div> }
}
