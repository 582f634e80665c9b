//! The five cells that say at a glance which Presidencies a measure belongs to.

use leptos::prelude::*;

use crate::domain::presidency::Presidency;
use crate::query::{Basis, Involvement};
use crate::ui::Viewer;

/// How many Presidencies the strip shows: the one in office on the day that is told, and those before it.
const CELLS: usize = 5;

/// A measure's Presidencies: filled for acted, outlined for plans, faint for neither; dashed where only a date says so.
#[component]
pub fn PresidencyStrip(
    /// The measure's place in the dataset.
    place: usize,
    /// Whether every Presidency that has to do with the measure stands there, as on its page.
    #[prop(optional)]
    is_whole: bool,
) -> impl IntoView {
    let viewer = Viewer::here();
    let terms = viewer.dataset.rota.terms();
    let day = viewer.day.get_untracked();
    let standings = viewer.index.on(day);
    let usual = viewer.dataset.rota.last_begun(CELLS, day);
    let cell = move |term: usize, involvement: Involvement| {
        let presidency = &terms[term];
        let acted = involvement.acted.map(basis);
        let plans = involvement.plans.map(basis);
        view! {
            <li data-presidency=presidency.id.as_str() data-acted=acted data-plans=plans title=sentence(presidency, involvement)>
                <span aria-hidden="true">{presidency.code.as_str()}</span>
                <span class="for-listeners">{sentence(presidency, involvement)}</span>
            </li>
        }
    };
    let cells = move || {
        let chosen = viewer.chosen_terms.read();
        let involvements = standings.involvements(place);
        let is_shown = |term: &usize| {
            usual.contains(term) || chosen.contains(term) || (is_whole && involvements[*term].fits(None))
        };
        let shown = (0..terms.len()).filter(is_shown);
        shown.map(|term| cell(term, involvements[term])).collect_view()
    };
    view! { <ul class="presidency-strip">{cells}</ul> }
}

/// What the cells of the strip mean, each beside its words.
#[component]
pub fn StripKey() -> impl IntoView {
    let cell = |acted: Option<Basis>, plans: Option<Basis>, says: &'static str| {
        view! {
            <li>
                <span class="presidency-strip" aria-hidden="true">
                    <span class="cell" data-acted=acted.map(basis) data-plans=plans.map(basis)></span>
                </span>
                {says}
            </li>
        }
    };
    view! {
        <ul class="strip-key" aria-label="Presidencies, in the column of that name">
            {cell(Some(Basis::Named), None, "acted")}
            {cell(Some(Basis::ByDate), None, "acted, by date only")}
            {cell(None, Some(Basis::Named), "has plans")}
            {cell(None, Some(Basis::ByDate), "has plans, by date only")}
        </ul>
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Named => "named",
        Basis::ByDate => "by-date",
    }
}

/// `Croatia: acted (by date), plans (named in the text)`.
fn sentence(presidency: &Presidency, involvement: Involvement) -> String {
    format!("{}: {}", presidency.country, involvement.in_words())
}
