//! A fact or a commitment as a row: when, what, who, and what came of it.

use crate::dataset::Record;
use crate::domain::date::{Period, When};
use crate::domain::delivery::Slip;
use crate::domain::id::BodyId;
use crate::domain::id::short_code;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Outcome;
use crate::export::Told;
use crate::export::cell::{Cell, PLACE, body_names, code_of, document_names, place_cells, presidencies, title_of};
use crate::query::{BriefLine, involvements_of};

/// What stands in the row before the place.
const OWN: [&str; 20] = [
    "Code",
    "Measure",
    "Title",
    "Kind",
    "First day",
    "Last day",
    "Date as printed",
    "Text",
    "Owners",
    "Bodies",
    "Presidencies",
    "State",
    "Least slip in months",
    "Most slip in months",
    "Slip",
    "Outcome",
    "Outcome date",
    "Planned for",
    "Documents",
    "Editor's note",
];

/// The heads of the columns.
pub(super) fn heads() -> Vec<&'static str> {
    OWN.into_iter().chain(PLACE).collect()
}

/// What was known, on the day of what is told, of what came of a commitment and when it is planned now.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    outcome: Option<&'a Outcome>,
    planned_for: Option<When>,
}

impl<'a> Known<'a> {
    /// As it was known on the day as of which all is told.
    pub(super) fn of(record: Record<'a>, told: &Told<'a>) -> Self {
        match record {
            Record::Event(_) => Self::default(),
            Record::Commitment(commitment) => Self {
                outcome: told.dataset.known_outcome(commitment, told.as_of),
                planned_for: told.dataset.put_off_to(commitment, told.as_of),
            },
        }
    }
}

/// The line.
pub(super) fn row(line: &BriefLine<'_>, known: Known<'_>, told: &Told<'_>) -> Vec<Cell> {
    let (dataset, record) = (told.dataset, line.record);
    let period = record.when().map(When::period);
    let delivery = line.delivery(dataset);
    let slip = delivery.slip().map(Slip::months);
    let (owners, bodies): (&[BodyId], _) = match record {
        Record::Event(event) => (&[], &event.bodies),
        Record::Commitment(commitment) => (&commitment.owners, &commitment.bodies),
    };
    let own = [
        Cell::text(short_code(record.id())),
        Cell::maybe(code_of(line.home, dataset)),
        Cell::text(title_of(line.home, dataset)),
        Cell::text(kind(record)),
        Cell::day(period.map(Period::first)),
        Cell::day(period.map(Period::last)),
        Cell::maybe(printed(record)),
        Cell::text(record.text()),
        Cell::list(body_names(owners, dataset)),
        Cell::list(body_names(bodies, dataset)),
        presidencies(&involvements_of(record, told.as_of, dataset), dataset),
        Cell::maybe(state(line, told)),
        Cell::number(slip.map(|(least, _)| least)),
        Cell::number(slip.map(|(_, most)| most)),
        Cell::maybe(delivery.in_words()),
        Cell::maybe(known.outcome.map(|outcome| outcome.text.as_str())),
        Cell::maybe(known.outcome.and_then(|outcome| outcome.date).map(When::in_short)),
        Cell::maybe(known.planned_for.map(When::in_short)),
        Cell::list(document_names(record.documents(), dataset)),
        Cell::maybe(record.note()),
    ];
    let place = place_cells(line.home, record.locator(), dataset);
    own.into_iter().chain(place).collect()
}

/// `commitment`, or what kind of fact it is.
fn kind(record: Record<'_>) -> &'static str {
    match record {
        Record::Event(event) => event.kind.label(),
        Record::Commitment(_) => "commitment",
    }
}

/// The source's own words for the time, or else the date as it is written.
fn printed(record: Record<'_>) -> Option<String> {
    let date = || record.when().map(When::in_words);
    record.date_text().map(str::to_owned).or_else(date)
}

/// What has come of a commitment; of a fact, whether it is still to come.
fn state(line: &BriefLine<'_>, told: &Told<'_>) -> Option<&'static str> {
    match line.record {
        Record::Event(event) => event.is_planned(told.as_of).then_some("planned"),
        Record::Commitment(_) => line.state.map(Keyed::label),
    }
}
