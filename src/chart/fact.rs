//! A fact or commitment as the timeline draws it on one day.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::blank::is_blank;
use crate::domain::date::{Day, Period};
use crate::domain::measure::Commitment;
use crate::timeline::{Anchor, Delay, Fact, FactLabel, Glyph};

/// The longest text beside a mark, in letters.
const LONGEST_LABEL: usize = 48;

/// The facts and commitments of a measure, and the lines of general reports that concern it.
pub(super) fn records(measure: usize, dataset: &Dataset) -> impl Iterator<Item = (Home, Record<'_>)> {
    let home = Home::Measure(measure);
    let own = dataset.records_of(home).map(move |record| (home, record));
    own.chain(dataset.concerning(measure))
}

/// A record as it is drawn; `None` without a date.
pub(super) fn fact(record: Record<'_>, color: usize, as_of: Day, dataset: &Dataset) -> Option<Fact> {
    let period = record.when()?.period();
    let (anchor, glyph, is_planned, delay) = match record {
        Record::Event(event) => (Anchor::Middle, Glyph::of(event.kind), event.is_planned(as_of), None),
        Record::Commitment(commitment) => {
            let is_planned = !dataset.state(commitment, as_of).is_done();
            (Anchor::End, Glyph::Flag, is_planned, delay(commitment, as_of, dataset))
        }
    };
    Some(Fact {
        period,
        anchor,
        glyph,
        is_planned,
        color,
        delay,
    })
}

/// The time between a deadline and what followed it, or `as_of` if nothing did.
fn delay(commitment: &Commitment, as_of: Day, dataset: &Dataset) -> Option<Delay> {
    let delivery = dataset.delivery(commitment, as_of);
    let slip = delivery.slip().filter(|slip| !slip.is_in_time())?;
    Some(Delay {
        period: Period::new(slip.due().tomorrow().ok()?, slip.earliest())?,
        is_done: dataset.state(commitment, as_of).is_done(),
    })
}

/// What may be written beside the mark of a record.
pub(super) fn label(record: Record<'_>, as_of: Day, dataset: &Dataset) -> FactLabel {
    let delay = match record {
        Record::Event(_) => None,
        Record::Commitment(commitment) => {
            delay(commitment, as_of, dataset).and_then(|_| dataset.delivery(commitment, as_of).in_words())
        }
    };
    FactLabel {
        // What is not there yet names no mark.
        text: match record.text() {
            text if is_blank(text) => String::new(),
            text => shortened(text),
        },
        delay,
    }
}

/// The first whole words of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_LABEL) {
        None => text.to_owned(),
        Some((cut, _)) => {
            let whole_words = text[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", text[..whole_words].trim_end_matches([',', ';', ':']))
        }
    }
}
