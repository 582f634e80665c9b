//! The query that is answered: the words that a search needs are read before.

use leptos::prelude::*;

use crate::query::{Index, Query, Unit};
use crate::ui::in_turns::{Waits, in_turns, work_on};

/// So much is worked out between two looks at the clock.
const STEPS: usize = 16;

/// The query that is answered for what the view lists: the one that is asked for, or the last one before it.
pub(super) fn answered(
    asked: Memo<Query>,
    unit: Memo<Unit>,
    index: &'static Index<'static>,
    waits: Waits,
) -> Memo<Query> {
    let asked = Memo::new(move |_| (asked.get(), unit.get()));
    in_turns(
        asked,
        waits,
        |(query, unit), ms| work_on(ms, || query.prepare(*unit, index, STEPS)),
        |(query, _)| query.clone(),
        |(query, unit), last| meanwhile(query, last, *unit, index),
    )
}

/// What can be answered until then: what was answered last, or everything, without words that are not read.
fn meanwhile(asked: &Query, last: Option<&Query>, unit: Unit, index: &Index) -> Query {
    let before = last.unwrap_or(asked);
    let text = match before.prepare(unit, index, 0) {
        None => before.text.clone(),
        Some(_) => String::new(),
    };
    Query { text, ..before.clone() }
}
