//! A measure as a row: what its row in the table says, and its summary and place.

use crate::dataset::Home;
use crate::domain::date::When;
use crate::domain::id::short_code;
use crate::domain::keyed::Keyed;
use crate::export::Told;
use crate::export::cell::{Cell, PLACE, body_names, document_names, place_cells, presidencies};
use crate::query::{AsOf, NextDue};

/// What stands in the row before the place.
const OWN: [&str; 14] = [
    "Code",
    "Number",
    "Title",
    "Priority",
    "Status at source date",
    "Working parties",
    "Presidencies",
    "Latest fact",
    "Latest fact date",
    "Next due",
    "Overdue since",
    "Summary",
    "Documents",
    "Editor's note",
];

/// The heads of the columns.
pub(super) fn heads() -> Vec<&'static str> {
    OWN.into_iter().chain(PLACE).collect()
}

/// The measure at that place.
pub(super) fn row(place: usize, standings: &AsOf, told: &Told<'_>) -> Vec<Cell> {
    let dataset = told.dataset;
    let measure = &dataset.measures[place];
    let latest = standings.latest(place).map(|event| &measure.state_of_play[event]);
    let (next, overdue) = dues(place, standings);
    let priority = dataset.priority(&measure.priority);
    let cited: Vec<_> = measure.citations().into_iter().map(|(id, _)| id.clone()).collect();
    let own = [
        Cell::text(short_code(measure.id.as_str())),
        Cell::text(measure.number.as_str()),
        Cell::text(measure.title.as_str()),
        Cell::maybe(priority.map(|priority| priority.short_title.as_str())),
        Cell::text(measure.status.label()),
        Cell::list(body_names(&measure.working_parties, dataset)),
        presidencies(&standings.involvements(place), dataset),
        Cell::maybe(latest.map(|event| event.text.as_str())),
        Cell::maybe(latest.and_then(|event| event.when).map(When::in_short)),
        Cell::maybe(next.map(|next| next.due.in_short())),
        Cell::maybe(overdue.map(|overdue| overdue.due.in_short())),
        Cell::text(measure.summary.as_str()),
        Cell::list(document_names(&cited, dataset)),
        Cell::maybe(measure.note.as_deref()),
    ];
    let place = place_cells(Home::Measure(place), &measure.locator, dataset);
    own.into_iter().chain(place).collect()
}

/// What is due next, unless it is overdue, and what has been overdue longest: as the table has them.
pub(super) fn dues(place: usize, standings: &AsOf) -> (Option<NextDue>, Option<NextDue>) {
    let next = standings.next_due(place).filter(|next| !next.is_overdue);
    (next, standings.overdue(place))
}
