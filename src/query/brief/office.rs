//! Which Presidencies have a brief, and how their terms lie around a day.

use crate::dataset::Dataset;
use crate::domain::date::{Day, days_between};
use crate::domain::id::PresidencyId;
use crate::domain::presidency::Presidency;
use crate::query::{Facet, Index, Query};

/// The year in which the first brief begins: that of the first source.
const FIRST_YEAR: i16 = 2016;

/// How a term lies around a day.
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
    /// How the Presidency's term lies around that day.
    pub fn of(presidency: &Presidency, day: Day) -> Self {
        match presidency.term {
            term if term.last() < day => Self::Ended,
            term if day < term.first() => Self::ToCome,
            _ => Self::Now,
        }
    }
}

/// The Presidencies that have a brief, in the order of their terms: those from 2016 on that the data touches.
pub fn briefed<'a>(dataset: &'a Dataset, index: &Index) -> Vec<&'a Presidency> {
    let terms = dataset.rota.terms().iter();
    let touched = terms.filter(|term| index.value(Facet::Presidency, &(&term.id).into()).is_some());
    touched.filter(|term| FIRST_YEAR <= term.term.first().year()).collect()
}

/// The Presidency whose brief is shown: the one that the page names, or else the first that the query is filtered by, or
/// else the one in office on the query's day. Nothing where the page names one that has no brief.
pub fn shown_in_brief<'a>(
    named: Option<&PresidencyId>,
    query: &Query,
    dataset: &'a Dataset,
    index: &Index,
) -> Option<&'a Presidency> {
    let briefed = briefed(dataset, index);
    let chosen = query.filters.get(&Facet::Presidency);
    let is_chosen = |term: &&Presidency| chosen.is_some_and(|chosen| chosen.contains(&(&term.id).into()));
    match named {
        Some(id) => briefed.into_iter().find(|term| term.id == *id),
        None => briefed
            .iter()
            .copied()
            .find(is_chosen)
            .or_else(|| nearest(query.day(dataset), &briefed)),
    }
}

/// The Presidencies whose briefs are shown: that one, and the one to compare it with, if it is another that has a brief. None where the page names one that has no brief.
pub fn shown_in_briefs<'a>(
    named: Option<&PresidencyId>,
    compare_with: Option<&PresidencyId>,
    query: &Query,
    dataset: &'a Dataset,
    index: &Index,
) -> Vec<&'a Presidency> {
    let Some(shown) = shown_in_brief(named, query, dataset, index) else {
        return Vec::new();
    };
    let beside = compare_with.and_then(|id| briefed(dataset, index).into_iter().find(|term| term.id == *id));
    [Some(shown), beside.filter(|beside| beside.id != shown.id)]
        .into_iter()
        .flatten()
        .collect()
}

/// The id of the Presidency that a link names in another case, or by its country. Nothing where no term, or more than one,
/// has that name.
pub fn canonical_presidency(id: &PresidencyId, dataset: &Dataset) -> Option<PresidencyId> {
    let name = id.as_str();
    let is_named =
        |term: &&Presidency| term.id.as_str().eq_ignore_ascii_case(name) || term.country.eq_ignore_ascii_case(name);
    let mut named = dataset.rota.terms().iter().filter(is_named);
    let only = named.next().filter(|_| named.next().is_none());
    only.map(|term| term.id.clone())
}

/// What a reader may have meant who asks for the brief of a Presidency that has none: the nearest in time where the rota
/// knows it, or else the one in office on the query's day.
pub fn nearest_brief<'a>(
    id: &PresidencyId,
    query: &Query,
    dataset: &'a Dataset,
    index: &Index,
) -> Option<&'a Presidency> {
    let meant = dataset.rota.get(id).map(|term| term.term.first());
    let day = query.day(dataset);
    nearest(meant.unwrap_or(day), &briefed(dataset, index))
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

/// The day as of which the leading source takes stock: the first one of the term in which the edition's date falls.
pub(super) fn stock(dataset: &Dataset) -> Option<Day> {
    let in_office = dataset.rota.on(dataset.edition.status_date);
    in_office.map(|presidency| presidency.term.first())
}
