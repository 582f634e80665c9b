//! What the cells mean that say at a glance which Presidencies a measure belongs to.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::query::Basis;

/// Each kind of cell beside its words.
pub fn strip_key() -> Markup {
    html! {
        ul.strip-key aria-label="Presidencies, in the column of that name" {
            (cell(Some(Basis::Named), None, "acted"))
            (cell(Some(Basis::ByDate), None, "acted, by date only"))
            (cell(None, Some(Basis::Named), "has plans"))
            (cell(None, Some(Basis::ByDate), "has plans, by date only"))
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
