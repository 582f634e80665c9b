//! What the cells mean that say at a glance which Presidencies a measure belongs to.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query::Basis;
use crate::words::table;

/// Each kind of cell beside its words.
pub fn strip_key(own: &Vocabulary) -> Markup {
    let [
        acted,
        acted_in_report,
        acted_by_date,
        plans,
        plans_in_report,
        plans_by_date,
    ] = table::CELL_NAMES.map(|name| own.say(name));
    html! {
        ul.strip-key aria-label=(own.say(table::CELLS)) {
            (cell(Some(Basis::Named), None, &acted))
            (cell(Some(Basis::InReport), None, &acted_in_report))
            (cell(Some(Basis::ByDate), None, &acted_by_date))
            (cell(None, Some(Basis::Named), &plans))
            (cell(None, Some(Basis::InReport), &plans_in_report))
            (cell(None, Some(Basis::ByDate), &plans_by_date))
        }
    }
}

fn cell(acted: Option<Basis>, plans: Option<Basis>, says: &str) -> Markup {
    html! {
        li {
            span.presidency-strip aria-hidden="true" {
                span.cell data-acted=[acted.map(Basis::key)] data-plans=[plans.map(Basis::key)] {}
            }
            (says)
        }
    }
}
