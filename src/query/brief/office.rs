//! Which Presidencies have a brief, and which briefs are shown.

use crate::dataset::Dataset;
use crate::domain::date::{Day, days_between};
use crate::domain::id::PresidencyId;
use crate::domain::presidency::Presidency;
use crate::query::{Facet, Index, Query};

/// Whether a term is over, current or to come on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InOffice {
    /// It was over.
    Ended,
    /// It ran.
    Now,
    /// It had not begun.
    ToCome,
}

impl InOffice {
    /// The state of the Presidency's term on that day.
    pub fn of(presidency: &Presidency, day: Day) -> Self {
        match presidency.term {
            term if term.last() < day => Self::Ended,
            term if day < term.first() => Self::ToCome,
            _ => Self::Now,
        }
    }
}

/// The Presidencies that have a brief, by term: those that occur in the data, from the year of the first source on.
pub fn presidencies_with_brief<'a>(index: &Index<'a>) -> Vec<&'a Presidency> {
    let terms = index.dataset().rota.terms().iter();
    let touched = terms.filter(|term| index.place(Facet::Presidency, &(&term.id).into()).is_some());
    let first = index.dataset().sources.iter().map(|source| source.date.year()).min();
    touched
        .filter(|term| first.is_none_or(|first| first <= term.term.first().year()))
        .collect()
}

/// The Presidency whose brief is shown: the one that the page names, the first in the query's filter, or the one in office on
/// the query's day. `None` if the page names one without a brief.
pub fn shown_in_brief<'a>(named: Option<&PresidencyId>, query: &Query, index: &Index<'a>) -> Option<&'a Presidency> {
    let with_brief = presidencies_with_brief(index);
    let is_chosen = |term: &&Presidency| query.has(Facet::Presidency, &(&term.id).into());
    if let Some(id) = named {
        return with_brief.into_iter().find(|term| term.id == *id);
    }
    let chosen = with_brief.iter().copied().find(is_chosen);
    chosen.or_else(|| nearest(query.day(index.dataset()), &with_brief))
}

/// The Presidencies whose briefs are shown: that one, and a different one to compare it with, if that has a brief.
pub fn shown_in_briefs<'a>(
    named: Option<&PresidencyId>,
    compare_with: Option<&PresidencyId>,
    query: &Query,
    index: &Index<'a>,
) -> Vec<&'a Presidency> {
    let mut shown: Vec<&Presidency> = shown_in_brief(named, query, index).into_iter().collect();
    let others = presidencies_with_brief(index).into_iter();
    let mut other = others.filter(|term| Some(&term.id) == compare_with && !shown.contains(term));
    let other = other.next().filter(|_| !shown.is_empty());
    shown.extend(other);
    shown
}

/// The brief to suggest in place of one that does not exist: the nearest in time if the Presidency is known, else the one in
/// office on the query's day.
pub fn nearest_brief<'a>(id: &PresidencyId, query: &Query, index: &Index<'a>) -> Option<&'a Presidency> {
    let meant = index.dataset().rota.get(id).map(|term| term.term.first());
    let day = query.day(index.dataset());
    nearest(meant.unwrap_or(day), &presidencies_with_brief(index))
}

/// The one in office on that day, or the nearest.
fn nearest<'a>(day: Day, presidencies: &[&'a Presidency]) -> Option<&'a Presidency> {
    let distance = |presidency: &&Presidency| {
        let term = presidency.term;
        days_between(day, term.first())
            .max(days_between(term.last(), day))
            .max(0)
    };
    presidencies.iter().copied().min_by_key(distance)
}

/// The day as of which the leading source takes stock: the first of the term of the edition's date.
pub(super) fn stock(dataset: &Dataset) -> Option<Day> {
    let in_office = dataset.rota.on(dataset.edition.status_date);
    in_office.map(|presidency| presidency.term.first())
}
