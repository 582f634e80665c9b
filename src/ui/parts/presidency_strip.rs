//! The cells that say at a glance which Presidencies a measure belongs to.

use leptos::prelude::*;
use maud::Markup;

use crate::query::Basis;
use crate::table::{presidency_cells, shown_terms};
use crate::ui::Viewer;

/// A measure's Presidencies, the usual ones and every one that has to do with it: filled for acted, outlined for plans, faint
/// for neither; dashed where only a date says so.
pub fn presidency_strip(viewer: Viewer, place: usize) -> Markup {
    let day = viewer.day.get_untracked();
    let usual = shown_terms(day, &viewer.chosen_terms(), viewer.dataset);
    let involvements = viewer.index.on(day).involvements(place).into_iter().enumerate();
    let shown = involvements.filter(|(term, involvement)| usual.contains(term) || involvement.fits(None));
    presidency_cells(shown, viewer.dataset)
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
